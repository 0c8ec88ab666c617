"""What does a YAML text hold, and what is wrong with it as YAML?

What is wrong is told in one go as far as it can be: a text is read on past keys that come twice, characters that nobody
sees and days that no calendar has. Only past a slip in the syntax nobody can read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import yaml

from monitor.model.cleaning import clean_line
from monitor.registers.faults import Fault
from monitor.registers.yaml_slips import slip
from monitor.registers.yaml_tree import Tree, UnreadableYamlError

MAX_LENGTH = 4_000_000
MAX_PARTS = 500_000
"""Values that a register may hold, counted with YAML's aliases written out."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_IN_ITS_PLACE = "\ufffd"


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text holds, its mappings and lists with their lines; None where it can't be read; and what is wrong."""

    tree: Any
    faults: tuple[Fault, ...] = ()


def parse(text: str) -> Parsed:
    """Return what a YAML text of sane size holds, and what is wrong with it as YAML."""
    if len(text) > MAX_LENGTH:
        return _none(Fault(1, f"the file is longer than {MAX_LENGTH:,} characters", "split it into several registers"))
    unseen = tuple(_unseen(text))
    try:
        tree = Tree(printable(text))
    except UnreadableYamlError as wrong:
        return _none(*unseen, replace(wrong.fault, what=f"not YAML: {wrong.fault.what}"))
    except (yaml.YAMLError, ValueError) as wrong:
        return _none(*unseen, _unreadable(wrong, text))
    if _written_out(tree.root, {}) > MAX_PARTS:
        return _none(Fault(1, "the register is too large once its * aliases are written out", "use no aliases"))
    return Parsed(tree.root, (*unseen, *tree.faults))


def printable(text: str) -> str:
    """Return a text with a sign that YAML's reader takes in the place of each character that it does not."""
    return _UNPRINTABLE.sub(_IN_ITS_PLACE, text)


def _none(*faults: Fault) -> Parsed:
    return Parsed(None, faults)


def _unseen(text: str) -> Iterator[Fault]:
    """Yield each line with a control character. YAML's own reader would name none."""
    for number, line in enumerate(text.split("\n"), 1):
        if _UNPRINTABLE.search(line):
            yield Fault(number, "not YAML: a control character stands here", "take it out, or write the line anew")


def _unreadable(wrong: Exception, text: str) -> Fault:
    """Return the fault of a text that is no YAML, with its line where one is known."""
    if isinstance(wrong, yaml.MarkedYAMLError) and wrong.problem_mark:
        found = slip(wrong, text)
        return replace(found, what=f"not YAML: {found.what}")
    return Fault(1, clean_line(f"not YAML: {wrong}"), "compare it with the register that comes with bywhen")


def _written_out(node: Any, sizes: dict[int, int]) -> int:
    """Return the number of parts in a tree with its aliases written out; one that holds itself counts as endless."""
    if not isinstance(node, dict | list):
        return 1
    if id(node) not in sizes:
        sizes[id(node)] = MAX_PARTS + 1
        inside = node.values() if isinstance(node, dict) else node
        sizes[id(node)] = 1 + sum(_written_out(part, sizes) for part in inside)
    return sizes[id(node)]
