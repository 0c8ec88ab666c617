"""Did a comma inside [...] or {...} part a phrase that was meant as one: “Food and Rural Affairs”, “700,000”?

YAML takes every comma inside brackets for the end of an entry. What is left of the phrase is well formed, and would
match what nobody meant.
"""

import re
from collections.abc import Iterator
from typing import Any

from monitor.model.cleaning import clean_line
from monitor.registers.consistency import Senseless
from monitor.registers.faults import Loc
from monitor.registers.line_slips import glued
from monitor.registers.yaml_tree import LinedDict, LinedList

_NAMES = tuple(
    name.lower()
    for name in (
        "Environment, Food and Rural Affairs",
        "Environment, Food & Rural Affairs",
        "Foreign, Commonwealth and Development",
        "Foreign, Commonwealth & Development",
        "Housing, Communities and Local Government",
        "Housing, Communities & Local Government",
        "Levelling Up, Housing and Communities",
        "Culture, Media and Sport",
        "Digital, Culture, Media and Sport",
        "Culture, Olympics, Media and Sport",
        "Science, Innovation and Technology",
        "Science, Innovation & Technology",
        "Business, Energy and Industrial Strategy",
        "Business, Innovation and Skills",
        "Environment, Transport and the Regions",
        "Transport, Local Government and the Regions",
        "Education, Children's Services and Skills",
    )
)
"""Names of departments and offices that have commas in them."""
_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_LEADING = re.compile(r"(?:^|.*[^\d.,])\d{1,3}$")
_TAIL = re.compile(r"(?:and|or|but|nor) ")
_A_FIELD = re.compile(r"[a-z_]+")
_MOST = 4
"""Entries that may be parts of one phrase."""


def parted(node: Any, loc: Loc = ()) -> Iterator[Senseless]:
    """Yield each place of a tree where a comma inside brackets parted a phrase."""
    if isinstance(node, LinedList) and node.bracketed:
        yield from _in_brackets(node, loc)
    if isinstance(node, LinedDict) and node.bracketed:
        yield from _in_braces(node, loc)
    if isinstance(node, dict | list):
        inside = node.items() if isinstance(node, dict) else enumerate(node)
        for key, held in inside:
            yield from parted(held, (*loc, key))


def _in_brackets(entries: LinedList, loc: Loc) -> Iterator[Senseless]:
    at = 0
    while at < len(entries):
        whole = _whole(entries, at)
        if whole is None:
            at += 1
            continue
        number, phrase = whole
        apart = " and ".join(f"“{clean_line(str(entry))}”" for entry in entries[at : at + number])
        what = f"a comma inside [...] parts “{phrase}”: {apart} are read as {number} entries"
        yield Senseless((*loc, at), what, f'put it in quotes: ["{phrase}"]')
        at += number


def _in_braces(fields: LinedDict, loc: Loc) -> Iterator[Senseless]:
    """Yield what stands in braces as a field without a value, and is none: the end of the text before it."""
    before: tuple[str, str] | None = None
    for key, held in fields.items():
        if held is None and before and not _A_FIELD.fullmatch(str(key)) and not glued(str(key)):
            field, begun = before
            phrase = clean_line(f"{begun},{key}" if _THOUSANDS.match(str(key)) else f"{begun}, {key}")
            what = f"a comma inside {{...}} parts “{phrase}”: “{clean_line(str(key))}” is read as a field"
            yield Senseless((*loc, key), what, f'put it in quotes: {field}: "{phrase}"')
            before = field, phrase
        else:
            before = (str(key), str(held)) if isinstance(held, str | int) else None


def _whole(entries: LinedList, at: int) -> tuple[int, str] | None:
    """Return how many entries from one on are one phrase, and the phrase; None where it stands by itself."""
    run = list[str]()
    for number, entry in enumerate(entries[at : at + _MOST], at):
        if number in entries.quoted or not isinstance(entry, str | int) or isinstance(entry, bool):
            break
        run.append(str(entry))
    if len(run) > 1 and _LEADING.search(run[0]) and _THOUSANDS.match(run[1]):
        number = next((n for n in range(2, len(run)) if not re.fullmatch(r"\d{3}", run[n - 1])), len(run))
        return number, clean_line(",".join(run[:number]))
    for number in range(len(run), 1, -1):
        phrase = ", ".join(run[:number])
        if _is_a_name(phrase, run[0]):
            return number, clean_line(phrase)
    if len(run) > 1 and _TAIL.match(run[1]):
        return 2, clean_line(", ".join(run[:2]))
    return None


def _is_a_name(phrase: str, first: str) -> bool:
    """Return whether a phrase has a name with commas in it that begins in its first entry and ends in its last."""
    said, last = phrase.lower(), phrase.rfind(",")
    for name in _NAMES:
        start = said.find(name)
        if 0 <= start < len(first) and last < start + len(name) and not said[start + len(name) :][:1].isalnum():
            return True
    return False
