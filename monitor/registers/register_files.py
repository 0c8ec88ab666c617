"""Is this file a sound register, and if not: what is wrong, on which line, and how is it mended?"""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from monitor.deadlines.sitting_calendar import SHIPPED, Almanac
from monitor.judging.rulebook import fingerprint
from monitor.model.cleaning import clean_line
from monitor.model.commitments import Register
from monitor.model.errors import UserError
from monitor.registers import form
from monitor.registers.building import build
from monitor.registers.consistency import Senseless, senseless
from monitor.registers.faults import Fault, Loc
from monitor.registers.form_messages import LACKS_BRACKETS, explain, lacks_brackets
from monitor.registers.line_slips import sign_slip
from monitor.registers.lost_words import lost
from monitor.registers.misspelt_fields import as_meant, is_glued, meant
from monitor.registers.parted_phrases import parted
from monitor.registers.partial_checks import senseless_parts
from monitor.registers.place_names import named
from monitor.registers.yaml_parsing import parse
from monitor.registers.yaml_tree import line_of

_OF_WHAT_IS_INSIDE = frozenset({"too_short", "string_type"})


@dataclass(frozen=True, slots=True)
class Filled:
    """A sound register as its file has it: the YAML with its lines, the form that it fills in, and its digest."""

    tree: Any
    read: form.RegisterForm
    digest: str

    def built(self, known: Almanac = SHIPPED) -> Register:
        """Return the register."""
        return build(self.read, self.digest, known)

    def fault(self, one: Senseless) -> Fault:
        """Return what does not hang together, with its line."""
        return Fault(line_of(self.tree, one.loc), one.what, one.mend)


def load(text: str, name: str, known: Almanac = SHIPPED) -> Register:
    """Return the register that a YAML text holds; raise UserError naming the first fault and its line.

    `known`: the recesses and sessions by which due words such as "before the summer recess" get their window.
    """
    found = examine(text, known)
    if isinstance(found, Register):
        return found
    first, more = found[0], len(found) - 1
    also = f" ({more} more: bywhen register check {name})" if more else ""
    raise UserError(f"{name}, line {first.line}: {first.what}{also}", first.mend)


def examine(text: str, known: Almanac = SHIPPED) -> Register | tuple[Fault, ...]:
    """Return the register, or everything that is wrong with it, by line."""
    read = filled(text)
    return read.built(known) if isinstance(read, Filled) else read


def filled(text: str) -> Filled | tuple[Fault, ...]:
    """Return the form of a sound register as it was filled in, or everything that is wrong with it, by line."""
    parsed = parse(text)
    if not isinstance(parsed.tree, dict):
        unreadable = parsed.faults if parsed.tree is None else ()
        return unreadable or (
            *parsed.faults,
            Fault(1, "this is not a register", "start with the line: register: your-id"),
        )
    apart = tuple(parted(parsed.tree))
    faults = parsed.faults
    try:
        read = form.RegisterForm.model_validate(parsed.tree)
    except ValidationError as wrong:
        readable = as_meant(parsed.tree, _unknown(wrong))
        senseless_too = _told(parsed.tree, senseless_parts(readable, _unformed(readable)))
        commas = _told(parsed.tree, apart)
        faults = (*faults, *commas, *_form_faults(parsed.tree, wrong, {one.loc for one in apart}), *senseless_too)
        faults = _by_their_lines(faults, text)
    else:
        faults = (*faults, *_told(parsed.tree, senseless(read)))
        if not faults:
            return Filled(parsed.tree, read, hashlib.sha256((text + fingerprint()).encode()).hexdigest()[:20])
    return tuple(sorted(faults, key=lambda f: f.line))


def _by_their_lines(faults: tuple[Fault, ...], text: str) -> tuple[Fault, ...]:
    """Return the faults; where a field is empty or of another kind, for its line has a slip, that is told instead."""
    lines, left = text.split("\n"), {fault.line: fault for fault in lost(text)}
    found = []
    for fault in faults:
        told = fault
        if fault.line <= len(lines) and any(words in fault.what for words in (" stands here", " parts it, for ")):
            slip = sign_slip(lines[fault.line - 1])
            told = Fault(fault.line, *slip) if slip else left.get(fault.line, fault)
        found.append(told)
    return tuple(dict.fromkeys(found))


def _unknown(wrong: ValidationError) -> Iterator[Loc]:
    errors = ((error["loc"], error["type"]) for error in wrong.errors(include_url=False))
    return (_loc(raw) for raw, kind in errors if kind == "extra_forbidden" and not _is_branch(raw[-1]))


def _unformed(tree: Any) -> set[Loc]:
    """Return the places of a tree that are not well formed."""
    try:
        form.RegisterForm.model_validate(tree)
    except ValidationError as wrong:
        return {_loc(error["loc"]) for error in wrong.errors(include_url=False)}
    return set()


def _told(tree: Any, found: Iterable[Senseless]) -> Iterator[Fault]:
    return (Fault(line_of(tree, one.loc), one.what, one.mend) for one in found)


def _form_faults(tree: Any, wrong: ValidationError, parted_at: Collection[Loc]) -> Iterator[Fault]:
    """Yield what is not well formed, but where a comma is told of already that parted it, or another of its list."""
    lists = {loc[:-1] for loc in parted_at if isinstance(loc[-1], int)}
    errors = [(_loc(error["loc"]), error) for error in wrong.errors(include_url=False)]
    places = {loc for loc, _ in errors}
    near = {(*loc[:-1], meant(loc)) for loc, error in errors if error["type"] == "extra_forbidden" and is_glued(loc)}
    seen = set()
    for place, error in errors:
        flat = lacks_brackets(error, place)
        loc = flat or place
        told = loc in seen or loc in parted_at or loc[:-1] in lists
        if (
            told
            or (loc in near and error["type"] == "missing")
            or (error["type"] in _OF_WHAT_IS_INSIDE and _held_wrong(loc, places))
        ):
            continue
        seen.add(loc)
        what, mend = LACKS_BRACKETS if flat else explain(error, loc)
        yield Fault(line_of(tree, loc), f"{named(tree, loc)}: {clean_line(what)}", clean_line(mend))


def _loc(raw: Loc) -> Loc:
    return tuple(part for part in raw if not _is_branch(part))


def _held_wrong(loc: Loc, places: set[Loc]) -> bool:
    """Return whether a fault only follows from one further inside: told once is enough.

    Pydantic calls a list too short when it threw out what was wrong in it, and a mapping no string where either may be.
    """
    return any(len(place) > len(loc) and place[: len(loc)] == loc for place in places)


def _is_branch(part: int | str) -> bool:
    """Pydantic names the branch of a union in its path; the file has no such place."""
    return isinstance(part, str) and (part in ("DueForm", "[key]") or "[" in part or part == "str")
