"""Which field was meant by one that its part of a register does not have, and how does the register read with that?

An unknown field makes nothing unreadable: what stands beside it is judged as if it bore the name that was meant, or
were not there.
"""

import difflib
from collections.abc import Iterable
from typing import Annotated, Any, get_args, get_origin

from monitor.registers import form
from monitor.registers.faults import Loc


def meant(loc: Loc) -> str | None:
    """Return the field that was likely meant by the last part of a path: one that may stand in that very place."""
    if is_glued(loc) and (named := str(loc[-1]).partition(":")[0].lstrip("- ")) in fields_of(loc[:-1]):
        return named
    near = difflib.get_close_matches(str(loc[-1]), fields_of(loc[:-1]), 1) if loc else ()
    return near[0] if near else None


def is_glued(loc: Loc) -> bool:
    """Return whether the last part of a path is a field with its value, or with a dash: no blank parts them."""
    return bool(loc) and (":" in str(loc[-1]) or str(loc[-1]).startswith("-"))


def as_meant(tree: Any, unknown: Iterable[Loc]) -> Any:
    """Return a copy of a tree in which each unknown field has the name that was meant, or is left out."""
    copied = _copy(tree)
    for loc in unknown:
        held = _at(copied, loc[:-1])
        if isinstance(held, dict) and loc[-1] in held:
            value, name = held.pop(loc[-1]), meant(loc)
            value = str(loc[-1]).partition(":")[2] if value is None and is_glued(loc) else value
            if name is not None:
                held.setdefault(name, value)
    return copied


def _copy(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _copy(value) for key, value in node.items()}
    return [_copy(value) for value in node] if isinstance(node, list) else node


def _at(node: Any, loc: Loc) -> Any:
    """Return the value at a place of a register's tree, None where there is no such place."""
    for part in loc:
        inside = isinstance(part, int) and isinstance(node, list) and part < len(node)
        if not inside and not (isinstance(node, dict) and part in node):
            return None
        node = node[part]
    return node


def fields_of(loc: Loc) -> list[str]:
    """Return the fields that may stand in a place."""
    here: Any = form.RegisterForm
    for part in loc:
        here = _inside(here, part)
    found = _form(here)
    return sorted(info.alias or name for name, info in found.model_fields.items()) if found else []


def every_field() -> frozenset[str]:
    """Return the names of all fields that a register, or a part of one, may have."""
    forms = (kind for kind in vars(form).values() if isinstance(kind, type) and issubclass(kind, form.Form))
    return frozenset(info.alias or name for kind in forms for name, info in kind.model_fields.items())


def _inside(kind: Any, part: int | str) -> Any:
    """Return the kind of what stands under a key, or at a number, in something of a kind."""
    if get_origin(kind) in (dict, tuple):
        return get_args(kind)[1 if get_origin(kind) is dict else 0]
    fields = found.model_fields if (found := _form(kind)) else {}
    return next((info.annotation for name, info in fields.items() if part in (name, info.alias)), None)


def _form(kind: Any) -> type[form.Form] | None:
    """Return the form that something of a kind fills in, be it one of several kinds; None where it fills in none."""
    if isinstance(kind, type) and issubclass(kind, form.Form):
        return kind
    if get_origin(kind) in (None, dict, tuple):
        return None
    kinds = get_args(kind)[:1] if get_origin(kind) is Annotated else get_args(kind)
    return next((found for one in kinds if (found := _form(one))), None)
