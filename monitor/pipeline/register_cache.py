"""Which registers are in use? Their texts are known at once; what they say is read when somebody needs to know it.

A register of a thousand commitments takes seconds to read, and a scan that finds nothing new does not need it.
"""

from collections.abc import Callable
from threading import RLock

from monitor.judging.rulebook import interest
from monitor.model.commitments import Register
from monitor.pipeline.tick import Subject, subjects


class RegisterCache:
    """Registers, perhaps not read yet. `interest` is another text whenever they, or our rules, are others."""

    def __init__(
        self, interest: str, read: Callable[[], tuple[Register, ...]], texts: tuple[str, ...] | None = None
    ) -> None:
        """Take what stands for all that the registers depend on; `read` may raise UserError.

        `texts`: what stands in the registers' files, in their order, where there are files.
        """
        self.interest = interest
        self.texts = texts
        self._read = read
        self._registers: tuple[Register, ...] | None = None
        self._subjects: tuple[Subject, ...] | None = None
        self._lock = RLock()

    @classmethod
    def of(cls, registers: tuple[Register, ...]) -> "RegisterCache":
        """Return a cache of registers that were read already."""
        return cls(interest(register.digest for register in registers), lambda: registers)

    def registers(self) -> tuple[Register, ...]:
        """Return the registers, read once, from whatever thread; raise UserError where one is not sound."""
        with self._lock:
            if self._registers is None:
                self._registers = self._read()
            return self._registers

    def subjects(self) -> tuple[Subject, ...]:
        """Return the registers with their words made ready, once."""
        with self._lock:
            if self._subjects is None:
                self._subjects = subjects(self.registers())
            return self._subjects
