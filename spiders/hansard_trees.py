"""What was spoken of on a day of Hansard, and which of it is worth reading?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from spiders.html_text import speaks_of
from spiders.strict_fields import Fields, SourceChanged

TAKEN_TAGS = frozenset(("hs_2cStatement", "hs_2cUrgentQuestion"))


@dataclass(frozen=True, slots=True)
class Node:
    """One heading of a day: its place in the tree, and the debate it heads, None for a heading alone."""

    number: int
    parent: int | None
    title: str
    tag: str | None
    key: str | None


def nodes(payload: object, where: str, day: date, strange: set[str]) -> Iterator[Node]:
    """Yield the headings of all trees of a section; SourceChanged where one is of another day."""
    if not isinstance(payload, list):
        raise SourceChanged("the trees of a section are not a list", where)
    for value in payload:
        tree = Fields(value, where, "tree", strange)
        if tree.day("ItemDate") != day:
            tree.refuse(f"a tree of another day than {day}")
        correcting = "correction" in f"{tree.find('Title', str)} {tree.find('Description', str)}".casefold()
        for item in tree.each("SectionTreeItems"):
            yield _node(item, correcting=correcting)
        tree.drop("House", "Metadata", "SectionType", "SortOrder", "LastUpdated", "VolumeNo", "Source")
        tree.done()


def _node(item: Fields, *, correcting: bool) -> Node:
    title = item.find("Title", str) or ""
    node = Node(
        number=item.take("Id", int),
        parent=item.take_or_none("ParentId", int),
        title="Written Corrections" if correcting and "correction" not in title.casefold() else title,
        tag=item.find("HRSTag", str),
        key=item.find("ExternalId", str) or None,
    )
    item.drop("SortOrder", "HansardSection", "Timecode")
    item.done()
    return node


def chosen(nodes: Iterable[Node], terms: tuple[str, ...], *, whole: bool) -> tuple[Node, ...]:
    """Return the headings worth reading, with all below them; all of them where the `whole` section is wanted.

    Each is read for what stands directly under it, so a container and its children never count twice.
    """
    nodes = tuple(nodes)
    wanted = {n.number for n in nodes if whole or _fits(n, terms)}
    grown = -1
    while grown != len(wanted):
        grown = len(wanted)
        wanted |= {n.number for n in nodes if n.parent in wanted}
    return tuple(n for n in nodes if n.number in wanted and n.key)


def _fits(node: Node, terms: tuple[str, ...]) -> bool:
    return node.tag in TAKEN_TAGS or "written corrections" in node.title.casefold() or speaks_of(node.title, terms)
