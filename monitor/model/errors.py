"""Which mistakes are the user's to mend?

    UserError     wrong use, told in two lines: what is wrong, and how to mend it (exit 2)
    BusyError     no wrong use: somebody else is at work where only one may be (exit 1)
    anything else a bug, and goes up (exit 70)

What a source does wrong is no error but a value: monitor.model.sources.Problem.
"""


class UserError(Exception):
    """Something the user asked that can't be done, with a hint at what can."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class BusyError(UserError):
    """Something that somebody else is doing just now; it can be asked again later."""
