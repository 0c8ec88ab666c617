"""How is a file of documents taken? As one harvest for each source in it, up to the last day of that source."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from monitor.model.documents import Document
from monitor.model.london import london_day
from monitor.model.sources import Harvest
from monitor.model.spool_fields import FIRST_DAY

EVER = FIRST_DAY
"""Whoever hands over a file answers for its being complete, so its source counts as read up to its last day."""


def harvests(documents: Iterable[Document], now: datetime) -> tuple[Harvest, ...]:
    """Return a harvest for each source in a file, its documents in the order of the file."""
    by_source: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        by_source[document.source].append(document)
    return tuple(_harvest(source, tuple(held), now) for source, held in by_source.items())


def _harvest(source: str, documents: tuple[Document, ...], now: datetime) -> Harvest:
    today = london_day(now)  # a day to come vouches for nothing
    until = max((d.published_on for d in documents if d.published_on <= today), default=EVER)
    return Harvest(source=source, since=EVER, until=until, started=now, ended=now, documents=documents)
