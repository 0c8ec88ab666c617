"""What is asked of Hansard?

For each day and House its sections, for each section the tree of its debates, and from the trees the debates
worth reading: what the card says is taken. Speeches are provisional at first: a day is read again and again.
"""

from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from scrapy import Request

from monitor.documents import Document
from spiders import catalogue
from spiders.debates import debate
from spiders.jobs import Job
from spiders.source_spider import SourceSpider
from spiders.strict import Fields, SourceChanged, days
from spiders.text import speaks_of

CARD = catalogue.HANSARD_CARD
SECTIONS = "/overview/sectionsforday.json"
TREES = "/overview/sectiontrees.json"
DEBATE = "/debates/debate"
ELSEWHERE = frozenset(("CWA", "QWA", "WMS"))
"""Sections of written answers and statements: they have their own sources."""
TAKEN_TAGS = frozenset(("hs_2cStatement", "hs_2cUrgentQuestion"))
ASKED_AGAIN = 2


@dataclass(frozen=True, slots=True)
class Node:
    """One heading of a day: its place in the tree, and the debate it heads, None for a heading alone."""

    number: int
    parent: int | None
    title: str
    tag: str | None
    key: str | None


class HansardSpider(SourceSpider):
    """Reads days, then trees, then debates, each once; keys are external ids in capitals."""

    name = CARD.name

    def __init__(self, job: Job, **kept: Any) -> None:
        super().__init__(job, **kept)
        self._taken: set[str] = set()

    async def start(self) -> AsyncIterator[Request]:
        for key in self.job.keys:
            for request in self._debate(key):
                yield request
        for day in days(self.job.since, self.job.until):
            for house in self.job.houses:
                query = {"date": str(day), "house": house}
                yield self.ask(SECTIONS, query, self.sections, doing=f"{house}, {day}", day=day, house=house)

    def sections(self, payload: object, where: str, day: date, house: str) -> Iterator[Document | Request]:
        """Yield the requests for a day's trees; no sections means that the House did not sit, or nothing is out yet."""
        if not isinstance(payload, list) or not all(isinstance(name, str) for name in payload):
            raise SourceChanged("the sections of a day are not a list of names", where)
        for section in payload:
            if section not in ELSEWHERE:
                yield self._tree(section, day, house)

    def _tree(self, section: str, day: date, house: str, again: int = 0) -> Request:
        query = {"section": section, "date": str(day), "house": house}
        doing = f"{house}, {day}, {section}"
        asked = self.ask(TREES, query, self.tree, doing=doing, section=section, day=day, house=house, again=again)
        return asked.replace(dont_filter=again > 0)

    def tree(
        self, payload: object, where: str, *, section: str, day: date, house: str, again: int
    ) -> Iterator[Document | Request]:
        """Yield the requests for the debates worth reading. An empty tree is asked for again: it may come late."""
        nodes = tuple(self._nodes(payload, where, day))
        if not nodes:
            if again < ASKED_AGAIN:
                yield self._tree(section, day, house, again + 1)
            else:
                self.trouble("empty-tree", f"{section} of {day} is listed and holds nothing", where)
        for node in chosen(nodes, self.job.terms, whole="correction" in section.casefold()):
            yield from self._debate(node.key or "")

    def one(self, payload: object, where: str) -> Iterator[Document]:
        """Yield the document of a debate; a heading under which nobody speaks is none."""
        document = debate(payload, where, self.strange)
        if document.passages:
            yield document
        elif self.offered:
            self.offered -= 1

    def _debate(self, key: str) -> Iterator[Request]:
        """Yield the request for a debate, unless it was asked for already."""
        if not key.replace("-", "").isalnum() or key.upper() in self._taken:
            return
        self._taken.add(key.upper())  # ids come in either case; each is asked for as it was spelt
        self.offered = (self.offered or 0) + 1
        yield self.ask(f"{DEBATE}/{key}.json", {}, self.one, doing=f"debate {key}")

    def _nodes(self, payload: object, where: str, day: date) -> Iterator[Node]:
        """Yield the headings of all trees of a section; SourceChanged where one is of another day."""
        if not isinstance(payload, list):
            raise SourceChanged("the trees of a section are not a list", where)
        for value in payload:
            tree = Fields(value, where, "tree", self.strange)
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
