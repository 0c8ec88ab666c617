"""What are the parts of a register called, where a person is told of one: “the second namesake of pothole-plan”?"""

from typing import Any

from monitor.model.cleaning import clean_line
from monitor.registers.faults import Loc

_ENTRIES = {
    "commitments": "commitment",
    "milestones": "milestone",
    "ledger": "entry of the ledger",
    "said_in": "place where it was said",
    "held": "holder",
    "names": "name",
    "namesakes": "namesake",
    "together": "set of words",
    "context": "context word",
    "parts": "part",
    "bodies": "body",
    "pages": "page",
    "terms": "term",
    "words": "wording",
    "things": "thing",
    "deeds": "deed",
    "of": "name of what is counted",
    "title": "title word",
    "kinds": "kind",
    "sources": "source",
    "relies_on": "source in relies_on",
}
"""What one entry of a list is called, by the field that holds it."""
_GROUPS = ("group", "word")
"""What the entries of a set are called, and those of a group."""
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip


def named(tree: Any, loc: Loc) -> str:
    """Return what a place in a register is called: by the ids that stand there, else by its number.

    A field that is no list stands after its owner: “pothole-plan, due, latest”.
    """
    owner, fields, entry, deeper = "", list[str](), "entry", iter(_GROUPS)
    for part in loc:
        held = tree[part] if _has(tree, part) else None
        if isinstance(part, int):
            noun = entry
            owner = _entry(noun, part, held, owner)
            fields, entry = [], next(deeper, "entry") if noun in ("set of words", "group") else "entry"
        elif fields == ["posts"]:
            owner, fields = f"the post {clean_line(part)}", []
        else:
            fields.append(clean_line(part))
            entry = _ENTRIES.get(part, "entry")
        tree = held
    shown = [field for n, field in enumerate(fields) if n == len(fields) - 1 or field not in _SEE_THROUGH]
    return ", ".join(part for part in (owner, *shown) if part)


_SEE_THROUGH = ("watch", "expect")
"""Fields that need not be named on the way to what stands in them."""


def _entry(noun: str, number: int, held: Any, owner: str) -> str:
    id_ = held.get("id") if isinstance(held, dict) else None
    if isinstance(id_, str) and noun == "commitment":
        return clean_line(id_)
    called = f"the milestone {clean_line(id_)}" if isinstance(id_, str) else f"the {_ordinal(number)} {noun}"
    return f"{called} of {owner}" if owner else called


def _ordinal(number: int) -> str:
    """Return the number of an entry, counted from 0, as people count."""
    if number < len(_ORDINALS):
        return _ORDINALS[number]
    said = number + 1
    ending = {1: "st", 2: "nd", 3: "rd"}.get(said % 10, "th") if said % 100 not in (11, 12, 13) else "th"
    return f"{said}{ending}"


def _has(tree: Any, part: int | str) -> bool:
    if isinstance(tree, dict):
        return part in tree
    return isinstance(tree, list) and isinstance(part, int) and part < len(tree)
