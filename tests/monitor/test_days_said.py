"""From which day do words count: of a debate from its sitting, whenever it was read; of all else since it could be?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from monitor.judging.days_said import said_on
from monitor.judging.judge import judge
from monitor.model.documents import Document, Passage, from_spool, to_spool
from monitor.model.evidence import Relation
from monitor.registers.discovery import undertakings
from tests import builders as b
from tests.builders import Newsroom

SITTING = date(2031, 4, 10)
"""A Thursday, six days before the promise is due."""
SEEN = date(2031, 5, 8)
OPENING = b.speech("I will make a statement on the lamp report.", SITTING, "d1")
LATE = "The lamp report has been delayed and will now be published"


def spoken(text: str, said: date | None = None) -> Passage:
    url = f"{OPENING.url}#contribution-C2"
    return Passage("speech", text, "Ada Marsh", "Minister for Lighthouses", url, said_on=said)


def with_more(*more: Passage) -> Document:
    return replace(OPENING, passages=(*OPENING.passages, *more))


def read_later(*more: Passage) -> Newsroom:
    """Return a newsroom that read a debate on its day, and four weeks later found more in it."""
    room = Newsroom()
    room.read(OPENING, on=SITTING)
    room.read(with_more(*more), on=SEEN)
    return room


def moved(room: Newsroom) -> Iterator[tuple[date, date | None]]:
    for e in room.ledger.evidence(room.register.digest):
        if e.moved_to:
            yield e.document.since, e.moved_to.latest


@pytest.mark.parametrize(
    ("when", "latest"),
    [
        ("in the week after next", date(2031, 4, 27)),
        ("within ten days", date(2031, 4, 20)),
        ("at the end of the month", date(2031, 4, 30)),
        ("in a fortnight", date(2031, 4, 24)),
    ],
)
def test_a_date_in_words_found_later_is_counted_from_the_sitting(when: str, latest: date) -> None:
    assert list(moved(read_later(spoken(f"{LATE} {when}.")))) == [(SITTING, latest)]


@pytest.mark.parametrize(
    ("words", "day"), [("today", SITTING), ("earlier today", SITTING), ("this morning", SITTING), ("last month", None)]
)
def test_a_deed_found_later_is_dated_by_the_sitting(words: str, day: date | None) -> None:
    row = read_later(spoken(f"The lamp report was published {words}.")).row(SEEN)
    proof = row.milestones[0].proof
    assert proof is not None
    assert proof.known_on == SITTING
    assert row.days_late == 0
    assert day is None or row.delivered_on == day


def test_past_midnight_the_clock_tells_the_day() -> None:
    after = SITTING + timedelta(days=1)
    said = with_more(spoken(f"{LATE} within seven days.", after))
    (delay,) = [e for e in judge(Newsroom().subject.matcher, b.version(said)) if e.moved_to]
    assert delay.moved_to is not None
    assert (delay.moved_to.said_on, delay.moved_to.latest) == (after, after + timedelta(days=7))
    done = with_more(spoken("The lamp report was published today.", after))
    (deed,) = [e for e in judge(Newsroom().subject.matcher, b.version(done)) if e.relation is Relation.DELIVERS]
    assert (deed.happened_on, deed.document.since) == (after, after)


def test_what_was_said_before_a_promise_is_not_of_it_though_it_was_read_after() -> None:
    early = b.speech("The lamp report was published today.", b.SAID - timedelta(days=60), "d2")
    later = b.version(early, number=2, since=SEEN)
    assert judge(Newsroom().subject.matcher, later) == ()


def test_words_of_an_answer_count_from_the_day_since_which_they_could_be_read() -> None:
    edited = b.version(b.answer(f"{LATE} within ten days.", SITTING), number=2, since=SEEN)
    assert said_on(edited, edited.document.passages[-1]) == SEEN


def test_an_undertaking_of_a_debate_is_due_from_its_sitting() -> None:
    said = b.version(b.speech("We will publish the buoy plan within two weeks.", SITTING), number=2, since=SEEN)
    (one,) = undertakings(said, ())
    assert one.due is not None
    assert (one.said_on, one.due.latest) == (SITTING, SITTING + timedelta(days=14))


def test_the_clocks_day_travels_in_the_spool_and_alters_no_document() -> None:
    clocked = with_more(spoken("It is late.", SITTING + timedelta(days=1)))
    assert from_spool(to_spool(clocked)) == clocked
    assert clocked.fingerprint == with_more(spoken("It is late.")).fingerprint
    assert "said_on" not in to_spool(OPENING)["passages"][0]


WEEK = date(2031, 2, 10)
EDITED = date(2031, 12, 1)
"""Long after the date that was promised had passed: “by the end of March” would then be another March."""


def edited(one: str, other: str) -> Newsroom:
    """Return a newsroom that read an answer, and much later read it with other words."""
    room = Newsroom()
    for words, day in ((one, WEEK), (other, EDITED)):
        room.read(b.answer(words, WEEK), on=day)
    return room


@pytest.mark.parametrize("when", ["by the end of March", "by Easter", "next month", "in the spring"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Keepers were told.", "Keepers have been written to."),
        ("There are 12 lamps.", "There are 14 lamps."),
        ("", "The harbour board met."),
    ],
)
def test_an_edit_elsewhere_on_a_page_puts_off_no_date(when: str, one: str, other: str) -> None:
    promise = f"{LATE} {when}."
    room = edited(f"{promise}\n\n{one}", f"{promise}\n\n{other}")
    assert [day for day in moved(room) if day[1] and day[1] > EDITED] == []


@pytest.mark.parametrize("when", ["by the end of May 2032", "by the end of June 2032", "in 2033"])
def test_a_later_date_that_an_edit_brings_is_told(when: str) -> None:
    room = edited("The lamp report is being written.", f"{LATE} {when}.")
    assert [since for since, _ in moved(room)] == [EDITED]
