"""Which keys work on a screen, and what does each do? Told from the bindings themselves, so that it can't lie."""

from collections.abc import Iterable, Sequence

from textual.binding import Binding, BindingType
from textual.screen import Screen

KeyGroup = tuple[str, tuple[tuple[str, str], ...]]
"""A heading, and under it keys with what they do."""

_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "full_stop": ".",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
}


def keys_here(screen: Screen[object]) -> tuple[KeyGroup, ...]:
    """Return the keys that work on a screen now: those of the widget in focus, of the screen, and of every screen."""
    found: dict[str, list[Binding]] = {"In the list": [], "On this screen": [], "Everywhere": []}
    for active in screen.active_bindings.values():
        node = active.node
        heading = "Everywhere" if node is screen.app else "On this screen" if node is screen else "In the list"
        if (active.binding.key, active.binding.action) in _ours(type(node)):
            found[heading].append(active.binding)
    return tuple((heading, told) for heading, bindings in found.items() if (told := key_rows(bindings)))


def _ours(owner: type[object]) -> frozenset[tuple[str, str]]:
    """Return the keys and actions that our own classes bind, without those of Textual's."""
    own = (vars(one).get("BINDINGS", ()) for one in owner.__mro__ if one.__module__.startswith("tui."))
    return frozenset((binding.key, binding.action) for bindings in own for binding in expanded(bindings))


def key_rows(bindings: Iterable[Binding]) -> tuple[tuple[str, str], ...]:
    """Return keys with what they do, the keys of one action together; what has no description is left out."""
    keys: dict[tuple[str, str], list[str]] = {}
    for binding in bindings:
        if binding.description and not binding.system:
            keys.setdefault((binding.action, binding.description), []).append(key_name(binding))
    return tuple((" ".join(dict.fromkeys(names)), does) for (_, does), names in keys.items())


def key_name(binding: Binding) -> str:
    """Return a key as it is written on a keyboard."""
    if binding.key_display:
        return binding.key_display
    *held, key = binding.key.split("+")
    return "+".join([*(name.capitalize() for name in held), _NAMES.get(key, key)])


def expanded(bindings: Sequence[BindingType]) -> tuple[Binding, ...]:
    """Return the bindings of a class, one for each key."""
    return tuple(Binding.make_bindings(bindings))
