"""Which registers are in use? Their texts are known at once; what they say is read when somebody needs to know it.

A register of a thousand commitments takes seconds to read, and a scan that finds nothing new does not need it.
"""

from collections.abc import Callable
from pathlib import Path
from threading import RLock

from monitor.judging.rulebook import interest
from monitor.model.commitments import Register
from monitor.model.errors import UserError
from monitor.pipeline.tick import Subject, subjects


class RegisterCache:
    """Registers, perhaps not read yet. `interest` is another text whenever they, or our rules, are others."""

    def __init__(
        self,
        interest: str,
        read: Callable[[], tuple[Register, ...]],
        texts: tuple[str, ...] | None = None,
        files: tuple[Path, ...] = (),
    ) -> None:
        """Take what stands for all that the registers depend on; `read` may raise UserError.

        `texts`: what stands in the registers' files, in their order, where there are files. `files`: the files that
        may be written while this process runs, with others on which it depends what the registers say.
        """
        self._files = files
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

    def stamp(self) -> str:
        """Return what stands for the files as they are now: when they were written, and how long they are."""
        return " ".join(map(_written, self._files))

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

    def subject_of(self, commitment: str) -> Subject:
        """Return the register that has a commitment; raise UserError where none has."""
        found = next((one for one in self.subjects() if one.register.commitment(commitment)), None)
        if found is None:
            known = ", ".join(c.id for one in self.subjects() for c in one.register.commitments)
            message = f"No register has a commitment called {commitment}."
            raise UserError(message, f"The commitments are called: {known}.")
        return found


def _written(file: Path) -> str:
    try:
        seen = file.stat()
    except OSError:
        return "-"
    return f"{seen.st_mtime_ns}:{seen.st_size}:{seen.st_ino}"
