"""Is this file a sound register, and if not: what is wrong, on which line, and how is it mended?"""

import difflib
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from monitor.cleaning import clean_line
from monitor.commitments import Register
from monitor.deadlines.parliament import SHIPPED, Almanac
from monitor.errors import UserError
from monitor.registers import form
from monitor.registers.building import build
from monitor.registers.sense import Senseless, senseless
from monitor.rulebook import fingerprint

MAX_LENGTH = 4_000_000
MAX_PARTS = 500_000
"""Values that a register may hold, counted with YAML's aliases written out."""
_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
Loc = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a register: the line (from 1), what, and how to mend it."""

    line: int
    what: str
    mend: str


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
    tree = _tree(text)
    return (tree,) if isinstance(tree, Fault) else _examine_tree(tree, text)


def _tree(text: str) -> Any:
    """Return the mapping that a YAML text holds, with its line marks; the fault where it holds none of sane size."""
    if len(text) > MAX_LENGTH:
        return Fault(1, f"longer than {MAX_LENGTH:,} characters", "split it into several registers")
    try:
        tree = YAML(typ="rt", pure=True).load(io.StringIO(text))
        too_large = _written_out(tree, {}) > MAX_PARTS
    except RecursionError:
        return Fault(1, "not YAML: nested too deeply", "compare it with the register that ships")
    except (YAMLError, ValueError) as wrong:
        return _unreadable(text, wrong)
    if too_large:
        return Fault(1, "too large once its * aliases are written out", "use no aliases")
    return tree if isinstance(tree, dict) else Fault(1, "not a register", "start with the line: register: your-id")


def _unreadable(text: str, wrong: Exception) -> Fault:
    """Return the fault of a text that is no YAML, with its line.

    The reader gives no line for control characters and for days that are in no calendar: these are looked for.
    """
    if isinstance(wrong, MarkedYAMLError) and wrong.problem_mark:
        what = clean_line(f"not YAML: {wrong.problem}")
        return Fault(wrong.problem_mark.line + 1, what, "mind the indents, colons and quotes near this line")
    for number, line in enumerate(text.split("\n"), 1):
        if _UNPRINTABLE.search(line):
            return Fault(number, "not YAML: a control character stands here", "take it out, or write the line anew")
        if any(not _is_day(day) for day in _DAY.findall(line)):
            return Fault(number, "a day that is in no calendar", "write days as 2025-01-16")
    return Fault(1, clean_line(f"not YAML: {wrong}"), "compare it with the register that ships")


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _written_out(node: Any, sizes: dict[int, int]) -> int:
    """Return the number of parts in a tree with its aliases written out; one that holds itself counts as endless."""
    if not isinstance(node, dict | list):
        return 1
    if id(node) not in sizes:
        sizes[id(node)] = MAX_PARTS + 1
        inside = node.values() if isinstance(node, dict) else node
        sizes[id(node)] = 1 + sum(_written_out(part, sizes) for part in inside)
    return sizes[id(node)]


def _examine_tree(tree: Any, text: str) -> Filled | tuple[Fault, ...]:
    try:
        read = form.RegisterForm.model_validate(tree)
    except ValidationError as wrong:
        return tuple(sorted(_form_faults(tree, wrong), key=lambda f: f.line))
    faults = [Fault(line_of(tree, s.loc), s.what, s.mend) for s in senseless(read)]
    if faults:
        return tuple(sorted(faults, key=lambda f: f.line))
    return Filled(tree, read, hashlib.sha256((text + fingerprint()).encode()).hexdigest()[:20])


def _form_faults(tree: Any, wrong: ValidationError) -> Iterator[Fault]:
    errors = [(_loc(error["loc"]), error) for error in wrong.errors(include_url=False)]
    places = {loc for loc, _ in errors}
    seen = set()
    for loc, error in errors:
        if loc in seen or (error["type"] == "too_short" and _held_wrong(loc, places)):
            continue
        seen.add(loc)
        where = clean_line(".".join(str(part) for part in loc))
        what, mend = _explain(error["type"], str(error["msg"]), loc)
        yield Fault(line_of(tree, loc), f"{where}: {clean_line(what)}", mend)


def _loc(raw: Loc) -> Loc:
    return tuple(part for part in raw if not _is_branch(part))


def _held_wrong(loc: Loc, places: set[Loc]) -> bool:
    """Pydantic calls a list too short when it threw out what was wrong inside: told once is enough."""
    return any(len(place) > len(loc) and place[: len(loc)] == loc for place in places)


def _is_branch(part: int | str) -> bool:
    """Pydantic names the branch of a union in its path; the file has no such place."""
    return isinstance(part, str) and (part in ("DueForm", "[key]") or "[" in part or part == "str")


def _explain(kind: str, message: str, loc: Loc) -> tuple[str, str]:
    last = str(loc[-1]) if loc else ""
    if kind == "missing":
        return "is missing", f"add `{last}:` here"
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(last, _field_names(), 1)
        return "is no field of a register", f"did you mean `{near[0]}`?" if near else "take the line out"
    if kind == "too_short":
        return "needs at least one entry", "add one, or take the field out"
    message = message.removeprefix("Value error, ")
    if kind == "string_pattern_mismatch":
        return "is not an id", "use small letters, digits and single hyphens"
    if kind.startswith("date"):
        return f"is not a date ({message})", "write days as 2025-01-16"
    return message[:1].lower() + message[1:], "bywhen register schema tells what may stand here"


def _field_names() -> list[str]:
    forms = [f for f in vars(form).values() if isinstance(f, type) and issubclass(f, form.Form)]
    return sorted({info.alias or name for f in forms for name, info in f.model_fields.items()})


def line_of(tree: Any, loc: Loc) -> int:
    """Return the line (from 1) on which the last part of a path stands that the file really has."""
    line = 1
    for part in loc:
        marks = getattr(tree, "lc", None)
        if marks is None or not _has(tree, part):
            break
        line = (marks.data[part][0] if marks.data and part in marks.data else marks.line) + 1
        tree = tree[part]
    return int(line)


def _has(tree: Any, part: int | str) -> bool:
    if isinstance(tree, dict):
        return part in tree
    return isinstance(tree, list) and isinstance(part, int) and part < len(tree)
