"""For which registers was a source read? Days read before a register came into use are not read for it."""

import hashlib
from collections.abc import Iterable, Iterator

from monitor.model.commitments import Register


def coverage_names(registers: Iterable[Register], departments: Iterable[str]) -> tuple[str, ...]:
    """Return what is stored, beside days that were read, for each register that was in use then: two names.

    One is the register's own: its promises may be judged by those days. The other stands for the departments that
    were read and the words that were searched for as well: with others the days are read again where somebody asks
    for them, but count until then.
    """
    of = sorted(set(departments))
    return tuple(sorted(name for register in registers for name in (register.id, _searched(register, of))))


def _searched(register: Register, departments: Iterable[str]) -> str:
    words = "\x1f".join((*departments, "", *sorted(set(register.terms)), "", *sorted(set(_titles(register)))))
    return f"{register.id} {hashlib.sha256(words.encode()).hexdigest()[:12]}"


def _titles(register: Register) -> Iterator[str]:
    for milestone in (m for c in register.commitments for m in c.milestones):
        yield from (f"{source} {phrase}" for p in milestone.expect.pages for source in p.sources for phrase in p.title)
