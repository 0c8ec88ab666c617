"""How is a field that is not well formed told of: what stands there in the file, and what to write instead?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from monitor.model.cleaning import clean_line
from monitor.model.errors import offered
from monitor.registers.faults import Loc
from monitor.registers.form import A_SUM
from monitor.registers.line_slips import glued
from monitor.registers.misspelt_fields import fields_of, meant
from monitor.registers.ruling_words import ruling_meant

_SCHEMA = "bywhen register schema tells what may stand here"
_IN_WORDS = "take it out, and name the sum in `words:`, as in  things: [£5 million for harbours], deeds: [paid]"
_LONGEST = 60
"""Characters of what stands in a file that a message repeats."""


def explain(error: Mapping[str, Any], loc: Loc) -> tuple[str, str]:
    """Return what is wrong in a place, after one error of pydantic's, and how to mend it."""
    kind, held, field = str(error["type"]), error.get("input"), str(loc[-1]) if loc else ""
    if kind in _PLAIN:
        what, mend = _PLAIN[kind]
        return what, mend.format(field=field)
    if kind == "extra_forbidden":
        return glued(field) or glued(f"{field}:") or _unknown(loc)
    if kind == "literal_error":
        return _none_of(str(error.get("ctx", {}).get("expected", "")), held, field)
    if kind.startswith("date"):
        return _day(str(error["msg"]), held)
    if kind in _WANTED:
        return _another(_WANTED[kind], held, loc)
    return _other(kind, str(error["msg"]), held)


_PLAIN = {
    "missing": ("is missing", "add `{field}:` here"),
    "too_short": ("needs at least one entry", "add one, or take the field out"),
    "string_pattern_mismatch": ("is not an id", "use small letters, digits and single hyphens"),
    "bool_parsing": ("is neither true nor false", "write `{field}: true`, or take the line out"),
    "bool_type": ("is neither true nor false", "write `{field}: true`, or take the line out"),
}
_WANTED = {
    "string_type": "words",
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "fields",
    "model_type": "fields",
    "model_attributes_type": "fields",
}


def lacks_brackets(error: Mapping[str, Any], loc: Loc) -> Loc | None:
    """Return the place of a set of words that was written as one group too few deep; None of any other fault."""
    deep = loc.index("together") if "together" in loc else len(loc)
    flat = str(error["type"]) in ("tuple_type", "list_type") and isinstance(error.get("input"), str)
    return loc[: deep + 1] if flat and deep < len(loc) - 1 else None


LACKS_BRACKETS = (
    "each set of words is a list of groups in brackets, and one pair of brackets is missing",
    "put a pair around each set: together: [[[road, roads], [mend*]]]",
)


def _another(wanted: str, held: Any, loc: Loc) -> tuple[str, str]:
    """Return that one kind of thing stands where another is wanted."""
    if held is None:
        return "nothing stands here", "write it, or take the line out"
    if wanted != "words":
        slip = glued(held) if isinstance(held, str) else None
        each = f"give each on a line of its own: {', '.join(fields_of(loc))}"
        mend = _as_a_list(held, loc) if wanted == "list" else each
        what = f"{_kind(held)} stands here, where {'a list is' if wanted == 'list' else 'fields are'} wanted"
        return slip or (what, mend)
    if isinstance(held, dict):
        return _parted_by_a_colon(held)
    if isinstance(held, list):
        return "a list in brackets stands here, where one text is wanted", "put the whole in quotes, or take [ ] away"
    return f"{_kind(held)} stands here, where words are wanted", f'put it in quotes: "{_shown(held)}"'


def _as_a_list(held: Any, loc: Loc) -> str:
    """Return how what stands alone is made a list."""
    if isinstance(held, dict):
        return f"begin it with a dash: - {clean_line(str(next(iter(held), '')))}: …"
    field = "" if isinstance(loc[-1], int) else f"{loc[-1]}: "
    return f"put it in brackets: {field}[{_shown(held)}]"


def _parted_by_a_colon(held: dict[Any, Any]) -> tuple[str, str]:
    """Return that a text was read as a field, because a colon stands in it without quotes."""
    if len(held) == 1:
        ((key, value),) = held.items()
        said = clean_line(f"{key}: {'' if value is None else value}").strip()
        return f"the colon in “{said[:_LONGEST]}” parts it, for it has no quotes", f'put it in quotes: "{said}"'
    return "fields stand here, where one text is wanted", "write the text alone; one with a colon needs quotes"


def _kind(held: Any) -> str:
    if isinstance(held, bool):
        return f"a bare {str(held).lower()}"
    if isinstance(held, int | float):
        return f"the bare number {held}"
    if isinstance(held, date):
        return f"the bare date {held}"
    if isinstance(held, dict):
        return "a set of fields"
    return "a list" if isinstance(held, list) else f"the text “{_shown(held)}”"


def _shown(held: Any) -> str:
    said = clean_line(str(held).lower() if isinstance(held, bool) else str(held))
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def _unknown(loc: Loc) -> tuple[str, str]:
    near = meant(loc)
    return "is no field of a register", f"did you mean `{near}`?" if near else "take the line out"


def _none_of(expected: str, held: Any, field: str) -> tuple[str, str]:
    if field == "ruling" and isinstance(held, str):
        return ruling_meant(_shown(held))
    names = expected.replace(" or ", ", ").replace("'", "").split(", ")
    near = offered(held, names) if isinstance(held, str) else ""
    mend = f"{near}; {_SCHEMA}" if near.startswith("did you mean") else _SCHEMA
    return f"“{_shown(held)}” is none of {expected}", mend


def _day(message: str, held: Any) -> tuple[str, str]:
    if "outside expected range" in message:
        return f"“{_shown(held)}” is a day that is in no calendar", "write days as 2025-01-16"
    if held is None:
        return "no day stands here", "write days as 2025-01-16"
    return f"“{_shown(held)}” is not a date", "write days as 2025-01-16"


def _other(kind: str, message: str, held: Any) -> tuple[str, str]:
    if kind == "string_too_short":
        return ("nothing stands here" if not held else f"“{_shown(held)}” is too short"), "write more of it"
    if kind == "string_too_long":
        return f"this text is too long: {message.lower()}", "shorten it"
    message = message.removeprefix("Value error, ")
    return message[:1].lower() + message[1:], _IN_WORDS if A_SUM in message else _SCHEMA
