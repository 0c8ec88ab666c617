"""What does a register-writer need to see: the faults, the doubts, and every window read from due words?"""

from dataclasses import dataclass
from datetime import date
from itertools import chain

from monitor.deadlines.sitting_calendar import SHIPPED, Almanac
from monitor.model.commitments import Register
from monitor.model.due import Due
from monitor.registers.day_checks import to_come, unstopped
from monitor.registers.faults import Fault
from monitor.registers.lost_words import lost
from monitor.registers.parted_phrases import parted
from monitor.registers.post_checks import unposted
from monitor.registers.register_files import Filled, filled
from monitor.registers.warnings import doubtful
from monitor.registers.yaml_tree import line_of


@dataclass(frozen=True, slots=True)
class DueReading:
    """The window of a commitment, or of one of its milestones; `own` is whether it has due words of its own.

    `line` is that of the words, or of what has none. `by_rule`: the rules may say delivered, not only a person.
    """

    line: int
    commitment: str
    milestone: str | None
    due: Due | None
    own: bool
    by_rule: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found. `register` is None where there are faults; doubts leave it usable."""

    register: Register | None
    faults: tuple[Fault, ...]
    doubts: tuple[Fault, ...] = ()
    readings: tuple[DueReading, ...] = ()


def check(text: str, today: date, known: Almanac = SHIPPED) -> Checked:
    """Return what is wrong or doubtful on a day in the text of a register, by line, and how its due words are read."""
    read = filled(text)
    if not isinstance(read, Filled):
        return Checked(None, read)
    register = read.built(known)
    commas = {one.loc: one for one in parted(read.tree)}
    other = chain(doubtful(read.read), to_come(read.read, today), unstopped(read.read), unposted(read.read))
    found = (*commas.values(), *(one for one in other if one.loc not in commas))
    doubts = sorted((*lost(text), *map(read.fault, found)), key=lambda f: f.line)
    return Checked(register, (), tuple(doubts), tuple(_readings(read, register)))


def _readings(read: Filled, register: Register) -> list[DueReading]:
    found = []
    for n, (said, commitment) in enumerate(zip(read.read.commitments, register.commitments, strict=True)):
        here: tuple[int | str, ...] = ("commitments", n)
        own = said.due is not None
        line = line_of(read.tree, (*here, "due" if own else "id"))
        found.append(DueReading(line, commitment.id, None, commitment.due, own))
        for m, (form, milestone) in enumerate(zip(said.milestones, commitment.milestones, strict=True)):
            own = form.due is not None
            line = line_of(read.tree, (*here, "milestones", m, "due" if own else "id"))
            by_rule = bool(milestone.expect.pages or milestone.expect.words)
            found.append(DueReading(line, commitment.id, milestone.id, milestone.due, own, by_rule))
    return found
