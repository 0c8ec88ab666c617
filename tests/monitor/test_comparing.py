"""Is what was altered, answered, corrected, withdrawn, redirected and gone told apart, and dated by who knows when?"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model.documents import Document, Passage, Presence
from monitor.model.london import london_day
from monitor.pipeline.comparing.document_versions import Difference, compare_versions
from tests import builders as b

OUT, SEEN = date(2031, 6, 16), date(2031, 7, 1)
PAPER = b.answer("The lamp report was published today.", OUT)
ASKED = replace(PAPER, passages=PAPER.passages[:1])
EDITED = replace(PAPER, passages=(Passage("answer", "The lamp report was not published."),))


def test_a_document_never_seen_is_new_and_could_be_read_from_the_day_it_was_published() -> None:
    found = compare_versions(None, PAPER, b.at(SEEN))
    assert found is not None
    assert (found.difference, found.version.number, found.version.since) == (Difference.NEW, 1, OUT)


def test_a_document_first_seen_after_its_publisher_altered_it_counts_from_the_alteration() -> None:
    found = compare_versions(None, replace(PAPER, notes=((date(2031, 6, 20), "Added a map."),)), b.at(SEEN))
    assert found is not None
    assert found.version.since == date(2031, 6, 20)


@pytest.mark.parametrize("presence", list(Presence))
def test_the_same_reading_again_adds_nothing(presence: Presence) -> None:
    paper = replace(PAPER, presence=presence)
    assert compare_versions(b.version(paper), replace(paper), b.at(SEEN)) is None


@pytest.mark.parametrize(
    ("before", "after", "difference"),
    [
        (PAPER, EDITED, Difference.AMENDED),
        (PAPER, replace(PAPER, title="Lamps"), Difference.AMENDED),
        (PAPER, replace(EDITED, corrected_on=date(2031, 6, 20)), Difference.CORRECTED),
        (replace(PAPER, holding=True), PAPER, Difference.ANSWERED),
        (ASKED, PAPER, Difference.ANSWERED),
        (ASKED, replace(PAPER, holding=True), Difference.HOLDING),
        (ASKED, replace(ASKED, body="Treasury"), Difference.TRANSFERRED),
        (PAPER, replace(PAPER, body="Treasury"), Difference.AMENDED),
        (b.speech("Lamps.", OUT), b.speech("Lamps!", OUT), Difference.AMENDED),
        (PAPER, replace(PAPER, presence=Presence.WITHDRAWN), Difference.WITHDRAWN),
        (PAPER, replace(PAPER, presence=Presence.REDIRECTED, passages=()), Difference.REDIRECTED),
        (PAPER, replace(PAPER, presence=Presence.GONE, passages=()), Difference.GONE),
        (replace(PAPER, presence=Presence.WITHDRAWN), PAPER, Difference.RESTORED),
        (replace(PAPER, presence=Presence.GONE), EDITED, Difference.RESTORED),
        (replace(PAPER, presence=Presence.WITHDRAWN), replace(PAPER, presence=Presence.GONE), Difference.GONE),
    ],
)
def test_each_way_to_differ_has_its_own_name(before: Document, after: Document, difference: Difference) -> None:
    found = compare_versions(b.version(before), after, b.at(SEEN))
    assert found is not None
    assert (found.difference, found.version.number) == (difference, 2)


@pytest.mark.parametrize("presence", [Presence.GONE, Presence.REDIRECTED])
def test_a_page_gone_for_good_is_told_once_whatever_else_its_error_page_says(presence: Presence) -> None:
    gone = replace(PAPER, presence=presence, passages=())
    assert compare_versions(b.version(gone), replace(gone, title="Sorry"), b.at(SEEN)) is None


@pytest.mark.parametrize(
    ("after", "since"),
    [
        (EDITED, SEEN),
        (replace(EDITED, corrected_on=date(2031, 6, 20)), date(2031, 6, 20)),
        (replace(EDITED, notes=((date(2031, 6, 25), "Changed."),)), date(2031, 6, 25)),
        (replace(EDITED, published_on=date(2031, 6, 18)), date(2031, 6, 18)),
    ],
)
def test_an_edit_counts_from_its_publishers_day_and_a_silent_one_from_the_day_it_was_seen(
    after: Document, since: date
) -> None:
    found = compare_versions(b.version(PAPER), after, b.at(SEEN))
    assert found is not None
    assert found.version.since == since


@settings(max_examples=100, deadline=None)
@given(st.integers(-30, 30), st.integers(-30, 30), st.integers(0, 30))
def test_no_version_counts_from_before_the_one_it_replaces(held: int, dated: int, seen: int) -> None:
    first = b.version(PAPER, since=OUT + timedelta(days=held))
    found = compare_versions(
        first, replace(EDITED, published_on=OUT + timedelta(days=dated)), b.at(SEEN + timedelta(days=seen))
    )
    assert (found is None) == (OUT + timedelta(days=dated) < PAPER.published_on)
    assert found is None or found.version.since >= first.since


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2031, 1, 1, 23, 59, tzinfo=UTC), date(2031, 1, 1)),
        (datetime(2031, 7, 1, 22, 59, tzinfo=UTC), date(2031, 7, 1)),
        (datetime(2031, 7, 1, 23, 0, tzinfo=UTC), date(2031, 7, 2)),
    ],
)
def test_the_day_is_the_day_in_london(moment: datetime, day: date) -> None:
    assert london_day(moment) == day
