"""A page whose title says that it is a draft, a part, or about the thing delivers nothing until a person says so."""

from dataclasses import replace
from datetime import date

import pytest

from monitor.judging.delivery import by_page, by_words
from monitor.model.boards import Status
from monitor.model.documents import Document
from monitor.model.sources import GOV_UK
from tests import builders as b
from tests.builders.newsroom import Newsroom


def page(title: str, kind: str = "independent_report") -> Document:
    return b.document("/lamps", source=GOV_UK, kind=kind, title=title, published_on=date(2031, 4, 1))


EXPECTED = b.milestone(title="The code is published", expect=b.page_expected("quay conduct code"), relies_on=(GOV_UK,))


@pytest.mark.parametrize(
    "title",
    [
        "Quay Conduct Code: draft for consultation",
        "Withdrawn: Quay Conduct Code",
        "Response to the Quay Conduct Code",
        "Quay Conduct Code: summary",
        "Quay Conduct Code, Annex A",
        "Quay Conduct Code: terms of reference",
        "Quay Conduct Code – easy read",
        "Quay Conduct Code: call for evidence",
        "Quay Conduct Code: progress update",
        "Guidance on the Quay Conduct Code",
        "Interim Quay Conduct Code",
        "A timetable for the Quay Conduct Code",
    ],
)
def test_a_title_of_another_thing_is_in_doubt(title: str) -> None:
    kept = by_page(EXPECTED, b.version(page(title)))
    assert kept
    assert kept.doubt


@pytest.mark.parametrize(
    "title",
    [
        "Quay Conduct Code",
        "Quay Conduct Code 2031 to 2035",
        "HM Government: Quay Conduct Code (HTML)",
        "The Quay Conduct Code: keeping harbours clean",
        "Quay Conduct Code (accessible version)",
        "Department for Lighthouses: Quay Conduct Code, April 2031",
    ],
)
def test_a_sound_title_is_the_thing(title: str) -> None:
    kept = by_page(EXPECTED, b.version(page(title)))
    assert kept
    assert kept.doubt is None


@pytest.mark.parametrize(
    ("phrases", "title"),
    [
        (("quay conduct code", "terms of reference"), "Quay Conduct Code: terms of reference"),
        (("quay conduct code", "consultation"), "Quay Conduct Code: consultation"),
        (("response", "quay conduct code"), "Government response to the Quay Conduct Code"),
    ],
)
def test_what_the_register_expects_is_no_doubt(phrases: tuple[str, ...], title: str) -> None:
    milestone = b.milestone(title="It is published", expect=b.page_expected(*phrases), relies_on=(GOV_UK,))
    kept = by_page(milestone, b.version(page(title)))
    assert kept
    assert kept.doubt is None


def test_what_the_milestone_calls_it_is_no_doubt() -> None:
    milestone = replace(EXPECTED, title="The guidance on quays is published")
    kept = by_page(milestone, b.version(page("Guidance: Quay Conduct Code")))
    assert kept
    assert kept.doubt is None


def test_a_draft_keeps_no_promise_and_puts_an_overdue_in_doubt() -> None:
    room = Newsroom(b.register(b.commitment(milestones=(EXPECTED,))))
    room.read(page("Quay Conduct Code: draft for consultation"), on=date(2031, 6, 1), sources=(GOV_UK,))
    row = room.row(date(2031, 6, 1))
    assert row.status is Status.OVERDUE
    assert any("may show that it was done" in caution for caution in row.cautions)


@pytest.mark.parametrize(
    "sentence",
    [
        "The lamp report, published last week, covers Scotland only; the part on England is to come.",
        "The lamp report was published on Monday and covers the north only.",
        "We published the lamp report last week; the rest will follow in May.",
        "The lamp report was published in June: the chapters on fog are to follow.",
        "The lamp report, published last week, applies to harbours alone.",
        "We published the lamp report, but its second half is still to come.",
    ],
)
def test_a_part_of_which_the_rest_is_to_come_delivers_nothing(sentence: str) -> None:
    assert by_words(b.milestone(expect=b.expectation()), sentence, date(2031, 6, 30)) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The lamp report was published last week; it covers the whole coast.",
        "We published the lamp report on 2 June; our response to it will follow.",
        "The lamp report, published last week, covers England, Scotland and Wales.",
    ],
)
def test_the_whole_is_delivered_whatever_else_is_to_follow(sentence: str) -> None:
    assert by_words(b.milestone(expect=b.expectation()), sentence, date(2031, 6, 30))
