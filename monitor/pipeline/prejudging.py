"""What can be judged of a crawl while it is still under way? Each document, as if nothing were held of it.

Most are new, and then that is what is found of them when the crawl has ended. Of any other, what was judged ahead is
left aside: only where version and day are the same is it taken.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from monitor.judging.judge import judge
from monitor.judging.matching.matcher import Matcher
from monitor.model.documents import Document, Version
from monitor.model.evidence import Evidence
from monitor.pipeline.comparing.document_versions import compare_versions

BroughtDocuments = Callable[[], Iterable[Document]]
"""Gives the documents that came since it was asked last; it may be asked in any thread."""


class Prejudging:
    """Judges in a thread what a crawl brings, and keeps it until it is asked for."""

    def __init__(self, matchers: Sequence[Matcher], now: datetime) -> None:
        self._matchers, self._now = tuple(matchers), now
        self._found: dict[tuple[str, str], tuple[Version, tuple[tuple[Evidence, ...], ...]]] = {}
        self._busy: asyncio.Future[None] | None = None
        self._over = False

    def hear(self, brought: BroughtDocuments) -> None:
        """Take up what came, unless the thread is still at what came before: then the next call brings both."""
        if not self.under_way:
            self._busy = asyncio.get_running_loop().run_in_executor(None, self._take, brought)
            self._busy.add_done_callback(_left_to_others)

    @property
    def under_way(self) -> bool:
        """Whether the thread is at work."""
        return self._busy is not None and not self._busy.done()

    def end(self) -> None:
        """Judge nothing more ahead."""
        self._over = True

    def judged(self, matcher: Matcher, version: Version) -> tuple[Evidence, ...]:
        """Return the evidence in a version, as judge does."""
        ahead, found = self._found.get((version.document.source, version.document.key), (None, ()))
        if ahead is None or _as_judged(ahead) != _as_judged(version) or matcher not in self._matchers:
            return judge(matcher, version)
        return found[self._matchers.index(matcher)]

    def _take(self, brought: BroughtDocuments) -> None:
        for document in brought():
            if self._over:
                return
            new = compare_versions(None, document, self._now)
            if new:
                found = tuple(judge(matcher, new.version) for matcher in self._matchers)
                self._found[document.source, document.key] = new.version, found


def _left_to_others(done: asyncio.Future[None]) -> None:
    """What judging raised is raised again, where it can be told of, when the crawl has ended."""
    if not done.cancelled():
        done.exception()


def _as_judged(version: Version) -> tuple[Document, int, date]:
    """Return all of a version that its evidence follows from: when we saw it tells nothing."""
    return version.document, version.number, version.since
