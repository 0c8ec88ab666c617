"""What slip makes a text unreadable as YAML, said of the line that people see and not of the grammar?"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import yaml

from monitor.registers.faults import Fault
from monitor.registers.line_slips import comment_slip, glued, indent_slip, line_slip

_QUOTE_IT = 'put the whole text in quotes, as in  title: "Roads: the plan"'
_SET_IN = "set it in exactly as far as the lines that it belongs with"
_TWO_COLONS = re.compile(r"^\s*(?:- )?[^\s\"'\[{#][^\"'\[{#]*?:\s+[^\s\"'\[{].*:(?:\s|$)")
_AFTER_CLOSING = re.compile(r":\s+(?:\[[^\]]*\]|\{[^}]*\})+\s*[^\s,#\]}]")


@dataclass(frozen=True, slots=True)
class _Slip:
    """Where YAML met something wrong: the line (from 1) and the column there, and the line on which that began."""

    number: int
    column: int
    begun: int
    lines: list[str]

    @property
    def line(self) -> str:
        """The text of the line; nothing past the end of the file."""
        return self.lines[self.number - 1] if self.number <= len(self.lines) else ""


def slip(wrong: yaml.MarkedYAMLError, text: str) -> Fault:
    """Return the fault of a text in which YAML met something wrong at a line, with how to mend that line."""
    mark, begun = wrong.problem_mark, wrong.context_mark
    number = mark.line + 1 if mark else 1
    there = _Slip(number, mark.column if mark else 0, begun.line + 1 if begun else number, text.split("\n"))
    said = f"{wrong.context or ''} {wrong.problem or ''}"
    if plain := _plain(there, said):
        return plain
    told = next((tell for words, tell in _TOLD.items() if words in said), None)
    return told(there) if told else _misplaced(there)


def _plain(there: _Slip, said: str) -> Fault | None:
    """Return a slip that can be seen on the line alone, on that where it began, or on the one above."""
    begun = () if "block" in said and "scalar" not in said else (there.begun,)
    for near in (there.number, *begun):
        if near <= len(there.lines) and (found := line_slip(there.lines[near - 1])):
            return Fault(near, *found)
        if near <= len(there.lines) and "flow" in said and (comment := comment_slip(there.lines[near - 1])):
            return Fault(near, *comment[1])
    above = next((n for n in range(there.number - 1, 0, -1) if there.lines[n - 1].strip()), None)
    found = (indent_slip(there.lines[above - 1]) or glued(there.lines[above - 1])) if above else None
    return Fault(above, *found) if above and found else None


def _colon(there: _Slip) -> Fault:
    if _TWO_COLONS.match(there.line):
        return Fault(there.number, "a colon stands within a text that has no quotes", _QUOTE_IT)
    what = "this line is set in further than those it belongs with, or the one above lacks a colon"
    return Fault(there.number, what, f"{_SET_IN}; mind the indents and quotes near it")


def _bracket(there: _Slip, opening: str, closing: str) -> Fault:
    inside = there.lines[there.begun - 1].partition(opening)[2]
    if there.number == there.begun and inside.count(": ") > 1:
        what = f"a colon stands within a text in {opening} {closing} that has no quotes"
        return Fault(there.number, what, _QUOTE_IT)
    mend = f"add the {closing}; a text that has {opening} {closing} or quotes in it is put in quotes"
    return Fault(there.begun, f"the {opening} on this line is not closed", mend)


def _misplaced(there: _Slip) -> Fault:
    odd = next((n for n, line in enumerate(there.lines[: there.number - 1], 1) if line.count('"') % 2), None)
    if odd is not None:
        return _unclosed(replace(there, begun=odd))
    for near in (there.number, there.begun):
        if near <= len(there.lines) and _AFTER_CLOSING.search(there.lines[near - 1]):
            what = "something stands after the closing bracket"
            return Fault(near, what, 'put the whole text in quotes, as in  title: "[Draft] plan"')
    what = "this line is set in less or further than those it belongs with"
    return Fault(there.number, what, f"{_SET_IN}; mind the colons and quotes near it")


def _no_entry(there: _Slip) -> Fault:
    what = "this line does not stand under the list or the fields that it belongs with"
    return Fault(there.number, what, f"{_SET_IN}; a new entry begins with a dash and a blank")


def _nameless(there: _Slip) -> Fault:
    mend = "put `name:` before it, or set it in further than the line that it goes on from"
    return Fault(there.begun, "words stand here without a name and a colon before them", mend)


def _sign(there: _Slip) -> Fault:
    sign = there.line[there.column : there.column + 1]
    return Fault(there.number, f"{sign or 'a sign'} stands where none may be", "put the whole text in quotes")


def _unclosed(there: _Slip) -> Fault:
    what = "a quotation mark is opened on this line and not closed"
    return Fault(there.begun, what, "close it, or put words that have one in them between the other kind")


_TOLD: dict[str, Callable[[_Slip], Fault]] = {
    "mapping values": _colon,
    "flow sequence": lambda there: _bracket(there, "[", "]"),
    "flow mapping": lambda there: _bracket(there, "{", "}"),
    "quoted scalar": _unclosed,
    "expected key": _misplaced,
    "expected '-'": _no_entry,
    "expected ':'": _nameless,
    "cannot start any token": _sign,
}
"""How a slip is told, by words of the grammar's own message."""
