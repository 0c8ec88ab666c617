"""Which mapping does a YAML text hold, with its lines, and what is wrong with it as YAML?

What is wrong is told in one go as far as it can be: a text is read on past keys that come twice, characters that nobody
sees and days that no calendar has. Only past a slip in the syntax nobody can read.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from monitor.cleaning import clean_line

MAX_LENGTH = 4_000_000
MAX_PARTS = 500_000
"""Values that a register may hold, counted with YAML's aliases written out."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_IN_ITS_PLACE = "\ufffd"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a register: the line (from 1), what, and how to mend it."""

    line: int
    what: str
    mend: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """The mapping that a text holds, with its line marks, None where it can't be read as one; and what is wrong."""

    tree: Any
    faults: tuple[Fault, ...] = ()


def parse(text: str) -> Parsed:
    """Return the mapping that a YAML text of sane size holds, and what is wrong with it as YAML."""
    if len(text) > MAX_LENGTH:
        return _none(Fault(1, f"longer than {MAX_LENGTH:,} characters", "split it into several registers"))
    unseen, yaml = tuple(_unseen(text)), YAML(typ="rt", pure=True)
    yaml.Constructor = _Constructor
    try:
        tree = yaml.load(io.StringIO(_UNPRINTABLE.sub(_IN_ITS_PLACE, text)))
        too_large = _written_out(tree, {}) > MAX_PARTS
    except RecursionError:
        return _none(Fault(1, "not YAML: nested too deeply", "compare it with the register that ships"))
    except (YAMLError, ValueError) as wrong:
        return _none(*unseen, _unreadable(wrong))
    if too_large:
        return _none(Fault(1, "too large once its * aliases are written out", "use no aliases"))
    if not isinstance(tree, dict):
        return _none(*unseen, Fault(1, "not a register", "start with the line: register: your-id"))
    return Parsed(tree, (*unseen, *yaml.constructor.twice))


class _Constructor(RoundTripConstructor):
    """Reads on where YAML would stop: at a key that comes twice, and at what looks like a day and is none."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.twice: list[Fault] = []

    def check_mapping_key(self, node: Any, key_node: Any, mapping: Any, key: Any, value: Any) -> bool:  # noqa: ARG002 - as ruamel asks
        """Return whether a key is new here; note it where it is not."""
        if key not in mapping:
            return True
        what = clean_line(f"duplicate key: `{key}:` stands here a second time")
        self.twice.append(Fault(key_node.start_mark.line + 1, what, "take one of them out"))
        return False

    def construct_day(self, node: Any) -> Any:
        """Return a day or a moment; the words themselves where it is in no calendar: the form refuses them."""
        try:
            return self.construct_yaml_timestamp(node)
        except ValueError:
            return node.value


_Constructor.add_constructor("tag:yaml.org,2002:timestamp", _Constructor.construct_day)


def _none(*faults: Fault) -> Parsed:
    return Parsed(None, faults)


def _unseen(text: str) -> Iterator[Fault]:
    """Yield each line with a control character. YAML's own reader would name none."""
    for number, line in enumerate(text.split("\n"), 1):
        if _UNPRINTABLE.search(line):
            yield Fault(number, "not YAML: a control character stands here", "take it out, or write the line anew")


def _unreadable(wrong: Exception) -> Fault:
    """Return the fault of a text that is no YAML, with its line where one is known."""
    if isinstance(wrong, MarkedYAMLError) and wrong.problem_mark:
        what = clean_line(f"not YAML: {wrong.problem}")
        return Fault(wrong.problem_mark.line + 1, what, "mind the indents, colons and quotes near this line")
    return Fault(1, clean_line(f"not YAML: {wrong}"), "compare it with the register that ships")


def _written_out(node: Any, sizes: dict[int, int]) -> int:
    """Return the number of parts in a tree with its aliases written out; one that holds itself counts as endless."""
    if not isinstance(node, dict | list):
        return 1
    if id(node) not in sizes:
        sizes[id(node)] = MAX_PARTS + 1
        inside = node.values() if isinstance(node, dict) else node
        sizes[id(node)] = 1 + sum(_written_out(part, sizes) for part in inside)
    return sizes[id(node)]
