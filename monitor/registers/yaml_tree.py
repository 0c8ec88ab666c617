"""Which plain values does a YAML text hold, as YAML 1.2 takes its words, and on which line does each stand?

They are built of YAML's events, one after the other: what composes a tree by itself recurs, and a text of brackets
alone would end the process.
"""

import re
from datetime import date
from typing import Any

import yaml

from monitor.model.cleaning import clean_line
from monitor.registers.faults import Fault, Loc
from monitor.registers.line_slips import IN_QUOTES

MOST_DEEP = 100
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE = re.compile(r"[-+]?(?:0|[1-9]\d{0,17})")
_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_NONE, _PASSED_OVER = object(), object()
"""Stand for a key that is awaited, and for one whose value is not kept."""


class UnreadableYamlError(ValueError):
    """What makes a text unreadable as YAML, though every word of it may be."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.what)
        self.fault = fault


class LinedDict(dict[Any, Any]):
    """A mapping with the line (from 1) of each of its keys. `bracketed`: it is written in { }."""

    def __init__(self, *, bracketed: bool = False) -> None:
        super().__init__()
        self.lines: dict[Any, int] = {}
        self.bracketed = bracketed


class LinedList(list[Any]):
    """A list with the line (from 1) of each of its parts, by their numbers.

    `bracketed`: it is written in [ ]; `quoted`: the numbers of those of its parts that stand in quotes.
    """

    def __init__(self, *, bracketed: bool = False) -> None:
        super().__init__()
        self.lines: dict[Any, int] = {}
        self.bracketed = bracketed
        self.quoted: set[int] = set()


class Tree:
    """Grows with each event of a YAML text; `root` is the tree so far. A key that stands twice is no end."""

    def __init__(self, text: str) -> None:
        """Raises yaml.YAMLError where the text is no YAML, and UnreadableError where nobody can make anything of it."""
        self.root: Any = None
        self.faults: list[Fault] = []
        self._open: list[tuple[LinedDict | LinedList, Any]] = []
        self._named: dict[str, Any] = {}
        self._documents = 0
        for event in yaml.parse(text, Loader=_LOADER):
            self._grow(event, int(event.start_mark.line) + 1 if event.start_mark else 1)

    def _grow(self, event: yaml.Event, line: int) -> None:
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            bracketed = bool(event.flow_style)
            kind = LinedDict if isinstance(event, yaml.MappingStartEvent) else LinedList
            held: LinedDict | LinedList = kind(bracketed=bracketed)
            self._put(self._name(event.anchor, held), line)
            self._open.append((held, _NONE))
            if len(self._open) > MOST_DEEP:
                raise UnreadableYamlError(
                    Fault(
                        line, "fields are nested too deeply here", "compare it with the register that comes with bywhen"
                    )
                )
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._open.pop()
        elif isinstance(event, yaml.ScalarEvent):
            if event.style and self._open and isinstance(here := self._open[-1][0], LinedList):
                here.quoted.add(len(here))
            self._put(self._name(event.anchor, _value(event)), line)
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._named:
                raise UnreadableYamlError(
                    Fault(line, "a text that begins with * needs quotes", IN_QUOTES.format(sign="*"))
                )
            self._put(self._named[event.anchor], line)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise UnreadableYamlError(Fault(line, "a second document begins here", "take out the line `---`"))

    def _name(self, anchor: str | None, value: Any) -> Any:
        if anchor:
            self._named[anchor] = value
        return value

    def _put(self, value: Any, line: int) -> None:
        if not self._open:
            self.root = value
            return
        held, key = self._open[-1]
        if isinstance(held, LinedList):
            held.lines[len(held)] = line
            held.append(value)
        elif key is _NONE:
            self._open[-1] = held, self._key(held, value, line)
        else:
            if key is not _PASSED_OVER:
                held[key] = value
            self._open[-1] = held, _NONE

    def _key(self, held: LinedDict, key: Any, line: int) -> Any:
        if isinstance(key, dict | list):
            wrong = "a key must be a word", "mind the brackets and colons near this line"
        elif key in held.lines:
            wrong = clean_line(f"duplicate key: `{key}:` stands here a second time"), "take one of them out"
        else:
            held.lines[key] = line
            return key
        self.faults.append(Fault(line, *wrong))
        return _PASSED_OVER


def line_of(tree: Any, loc: Loc) -> int:
    """Return the line (from 1) on which the last part of a path stands that the file really has."""
    line = 1
    for part in loc:
        if not isinstance(tree, LinedDict | LinedList) or part not in tree.lines:
            break
        line, held = tree.lines[part], tree
        tree = held[part] if isinstance(held, LinedDict) else held[int(part)]
    return line


def _value(event: yaml.ScalarEvent) -> Any:
    """Return what a word stands for; in quotes it is text, and so is what looks like a day and is none."""
    said = str(event.value)
    if event.style:
        return said
    if said in _WORDS:
        return _WORDS[said]
    if _WHOLE.fullmatch(said):
        return int(said)
    return _day(said) if _DAY.fullmatch(said) else said


def _day(said: str) -> date | str:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return said
