"""Which words of a register did YAML take for something else and leave out: a comment, an anchor, a tag?"""

from collections import defaultdict
from collections.abc import Iterator

import yaml

from monitor.model.cleaning import clean_line
from monitor.registers.faults import Fault
from monitor.registers.line_slips import IN_QUOTES, comment_slip
from monitor.registers.yaml_parsing import printable

_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def lost(text: str) -> Iterator[Fault]:
    """Yield each line of a text that YAML can read on which it leaves words out that were likely meant."""
    named, taken = dict[str, int](), set[str]()
    quoted: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for event in yaml.parse(printable(text), Loader=_LOADER):
        line = int(event.start_mark.line) + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            taken.add(str(event.anchor))
        elif isinstance(event, yaml.NodeEvent) and event.anchor:
            named[event.anchor] = line
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            yield _sign(line, f"!{event.tag.lstrip('!').removeprefix('tag:yaml.org,2002:')}")
        if isinstance(event, yaml.ScalarEvent) and event.style:
            _note(event, quoted)
    yield from (_sign(line, f"&{anchor}") for anchor, line in named.items() if anchor not in taken)
    for number, said in enumerate(text.split("\n"), 1):
        found = comment_slip(said) if "#" in said else None
        if found and not any(begin <= found[0] < end for begin, end in quoted[number]):
            yield Fault(number, *found[1])


def _sign(line: int, word: str) -> Fault:
    what = f"“{clean_line(word)}” is left out, for a text that begins with {word[0]} needs quotes"
    return Fault(line, what, IN_QUOTES.format(sign=word[0]))


def _note(text: yaml.ScalarEvent, quoted: defaultdict[int, list[tuple[int, int]]]) -> None:
    """Note which parts of which lines are taken up by a text in quotes, or by a text of several lines."""
    start, end = text.start_mark, text.end_mark
    if start is None or end is None:
        return
    for line in range(start.line, end.line + 1):
        begin = start.column if line == start.line else 0
        quoted[line + 1].append((begin, end.column if line == end.line else 10**9))
