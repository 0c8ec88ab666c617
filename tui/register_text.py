"""How does it read whether a register is sound, what in it is doubtful, and how its due words are read?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from monitor.model.cleaning import clean_line
from monitor.model.commitments import Register
from monitor.model.due import Due
from monitor.model.shipped_registers import shipped, shipped_names
from monitor.registers import load
from monitor.registers.checking import Checked, DueReading
from monitor.registers.faults import Fault
from monitor.reports.shapes.json_values import due_in_full
from tui import words
from tui.layout import WIDTH, wrap


def due_line(due: Due) -> str:
    """Return due words with the window read from them, the day from which it was counted, and the rule."""
    said = words.quoted(due.said)
    if due.latest is None and due.earliest is None:
        return f"{said}: gives no date, so it can never become overdue"
    rule = f" ({clean_line(due.rule)})" if due.rule else ""
    return f"{said}: {words.window(due)}, counted from {words.day(due.said_on)}{rule}"


@dataclass(frozen=True, slots=True)
class ListedRegister:
    """A register as a list names it: by what --register finds it, whether it ships, and whether it is in use."""

    name: str
    register: Register
    ships: bool
    used: bool


def listed(used: Mapping[str, Register]) -> tuple[ListedRegister, ...]:
    """Return the registers that ship, and then those in use that do not; `used`: by the names of their files."""
    shipping = {name: load(shipped(name), name) for name in shipped_names()}
    at_work = {name.removesuffix(".yaml") if name.removesuffix(".yaml") in shipping else name for name in used}
    ours = (ListedRegister(name, register, ships=True, used=name in at_work) for name, register in shipping.items())
    others = (
        ListedRegister(name, used[name], ships=False, used=True) for name in used if name in at_work - shipping.keys()
    )
    return (*ours, *others)


def list_lines(found: Iterable[ListedRegister], width: int = WIDTH) -> Iterator[str]:
    """Yield what is to be read of each register: its name, its title, of how many promises, whether it is in use."""
    for one in found:
        many = words.count(len(one.register.commitments), "commitment")
        how = "in use" if one.used else "ships"
        yield f"{one.name}: {clean_line(one.register.title)} ({many}; {how})"
        yield from wrap(clean_line(one.register.about), width, "    ", "    ")


def list_shape(found: Iterable[ListedRegister]) -> list[dict[str, Any]]:
    """Return the same for JSON."""
    return [
        {
            "name": one.name,
            "register": one.register.id,
            "title": one.register.title,
            "about": one.register.about,
            "compiled_on": one.register.compiled_on.isoformat(),
            "commitments": len(one.register.commitments),
            "ships": one.ships,
            "in_use": one.used,
        }
        for one in found
    ]


def check_lines(file: str, found: Checked, width: int = WIDTH) -> Iterator[str]:
    """Yield what was found of a register: that it is sound and how it is read, or its faults; then its doubts."""
    if found.register:
        milestones = sum(len(c.milestones) for c in found.register.commitments)
        many = words.count(len(found.register.commitments), "commitment")
        yield f"{file}: sound. {many}, {words.count(milestones, 'milestone')}."
        yield "Due words, and the dates that they are understood to mean:"
        for reading in found.readings:
            deep = "    " if reading.milestone else "  "
            yield from wrap(_reading(reading), width, deep, deep + "  ")
    yield from _faults(file, found.faults, "")
    yield from _faults(file, found.doubts, "look again: ")


def _faults(file: str, faults: tuple[Fault, ...], how: str) -> Iterator[str]:
    for fault in faults:
        yield f"{file}:{fault.line}: {how}{fault.what}"
        yield f"    {fault.mend}"


def _reading(reading: DueReading) -> str:
    whose = reading.milestone or reading.commitment
    how = "" if reading.by_rule or not reading.milestone else "; only a person's ruling can say that it was delivered"
    if reading.due is None:
        return f"{whose}: {words.UNDATED}{how}"
    said = due_line(reading.due) if reading.own else "the same date as the whole commitment"
    return f"{whose}: {said}{how}"


def check_shape(found: Checked) -> dict[str, Any]:
    """Return the same for JSON."""
    return {
        "sound": found.register is not None,
        "faults": [_fault_shape(f) for f in found.faults],
        "doubts": [_fault_shape(f) for f in found.doubts],
        "due": [_reading_shape(r) for r in found.readings],
    }


def _fault_shape(fault: Fault) -> dict[str, Any]:
    return {"line": fault.line, "what": fault.what, "mend": fault.mend}


def _reading_shape(reading: DueReading) -> dict[str, Any]:
    return {
        "line": reading.line,
        "commitment": reading.commitment,
        "milestone": reading.milestone,
        "own": reading.own,
        "due": due_in_full(reading.due),
        "by_rule": reading.by_rule,
    }
