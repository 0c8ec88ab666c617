"""Is what was judged while a crawl was under way what would have been judged after it, and taken only then?"""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from monitor.judging.judge import judge
from monitor.judging.matching.matcher import Matcher
from monitor.model.documents import Document, Version
from monitor.pipeline.prejudging import Prejudging
from tests import builders as b

OUT, NOW = date(2031, 6, 16), datetime(2031, 6, 16, 20, tzinfo=UTC)
PUBLISHED = b.answer("The lamp report was published today.", OUT)
FIRST = Version(PUBLISHED, 1, NOW, OUT)


@pytest.fixture
def matcher() -> Matcher:
    return Matcher(b.register().commitments)


async def heard(ahead: Prejudging, *brought: Document) -> None:
    ahead.hear(lambda: brought)
    async with asyncio.timeout(5):
        while ahead.under_way:  # noqa: ASYNC110 - a thread sets no event
            await asyncio.sleep(0.001)


async def test_a_document_judged_ahead_is_not_judged_again(matcher: Matcher) -> None:
    ahead = Prejudging([matcher], NOW)
    await heard(ahead, PUBLISHED)
    found = ahead.judged(matcher, replace(FIRST, seen_at=datetime(2031, 6, 17, tzinfo=UTC)))
    assert [e.relation.value for e in found] == ["delivers"]
    assert found == judge(matcher, FIRST)
    assert ahead.judged(matcher, FIRST) is found


@pytest.mark.parametrize(
    "version",
    [
        replace(FIRST, number=2),
        replace(FIRST, since=date(2031, 7, 1)),
        replace(FIRST, document=b.answer("The lamp report will be published soon.", OUT)),
        replace(FIRST, document=replace(PUBLISHED, key="q2")),
    ],
    ids=["a later version", "of another day", "with other words", "another document"],
)
async def test_what_is_not_as_it_was_judged_ahead_is_judged_anew(matcher: Matcher, version: Version) -> None:
    ahead = Prejudging([matcher], NOW)
    await heard(ahead, PUBLISHED)
    assert ahead.judged(matcher, version) == judge(matcher, version)
    assert ahead.judged(Matcher(()), FIRST) == ()


async def test_once_the_crawl_has_ended_nothing_more_is_judged_ahead(matcher: Matcher) -> None:
    ahead, taken = Prejudging([matcher], NOW), []

    def brought() -> Iterable[Document]:
        for document in (PUBLISHED, replace(PUBLISHED, key="q2"), replace(PUBLISHED, key="q3")):
            taken.append(document.key)
            yield document
            ahead.end()

    ahead.hear(brought)
    async with asyncio.timeout(5):
        while ahead.under_way:  # noqa: ASYNC110 - a thread sets no event
            await asyncio.sleep(0.001)
    assert len(taken) == 2
    kept = ahead.judged(matcher, FIRST)
    assert ahead.judged(matcher, FIRST) is kept
    second = replace(FIRST, document=replace(PUBLISHED, key="q2"))
    assert ahead.judged(matcher, second) is not ahead.judged(matcher, second)


async def test_what_goes_wrong_ahead_is_left_to_go_wrong_in_its_place(matcher: Matcher) -> None:
    ahead = Prejudging([matcher], NOW)

    def brought() -> Iterable[Document]:
        raise OSError("the spool is gone")

    ahead.hear(brought)
    async with asyncio.timeout(5):
        while ahead.under_way:  # noqa: ASYNC110 - a thread sets no event
            await asyncio.sleep(0.001)
    await heard(ahead, PUBLISHED)
    assert ahead.judged(matcher, FIRST) is ahead.judged(matcher, FIRST)
