"""Is what befell the documents of a story told once, with both texts, and is what an edit left alone left alone?"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from monitor.model.boards import Status
from monitor.model.changes import Change
from monitor.model.commitments import RulingKind
from monitor.model.documents import Document, Passage, Presence
from monitor.model.sources import GOV_UK, WRITTEN_STATEMENTS
from tests import builders as b
from tests.builders import Newsroom

SAID_ON, DUE, EDITED_ON, TODAY = date(2031, 4, 10), date(2031, 4, 16), date(2031, 5, 20), date(2031, 7, 1)
PUBLISHED = "The lamp report was published today."
BEGUN = "We have now begun the lamp report."
ANSWER = b.answer(PUBLISHED, SAID_ON)
ASKED = b.document(
    kind="written-question",
    published_on=date(2031, 4, 2),
    passages=(Passage("question", "To ask when the lamp report will be published.", "Lou Hope"),),
)


def answered(text: str, key: str = "q1", **more: Any) -> Document:
    given: dict[str, Any] = {"key": key, "kind": "written-answer", "published_on": SAID_ON}
    return replace(ASKED, passages=(*ASKED.passages, Passage("answer", text, "Ada Marsh")), **(given | more))


def corrected(text: str) -> Document:
    return b.answer(text, SAID_ON, corrected_on=EDITED_ON)


def kinds(told: tuple[Change, ...]) -> list[str]:
    return sorted(change.kind for change in told)


def read(*papers: Document) -> tuple[Newsroom, tuple[Change, ...]]:
    """Read papers one after the other, each a pass of its own; return what the last pass told."""
    room = Newsroom()
    told: tuple[Change, ...] = ()
    for paper in papers:
        told = room.read(paper, on=TODAY)
    return room, told


# ------------------------------------------------------------------ corrections


def test_a_correction_undoes_a_delivery_from_its_own_day_and_is_told_with_both_texts() -> None:
    room, told = read(ANSWER, corrected("The lamp report has not been published yet."))
    assert room.row(date(2031, 5, 19)).status is Status.DELIVERED
    assert room.row(EDITED_ON).status is Status.OVERDUE
    assert kinds(told) == ["corrected", "status"]
    one, turned = sorted(told, key=lambda c: c.kind)
    assert (one.before, one.after) == (PUBLISHED, "The lamp report has not been published yet.")
    assert (one.at.date(), turned.at.date(), turned.after) == (EDITED_ON, EDITED_ON, "overdue")
    gone = "What was quoted from it no longer stands there."
    assert one.headline == "Answer corrected on 20 May 2031; the words quoted from it are gone – A report on the lamps"
    assert one.details == ("Answer “Lighthouses” of 10 April 2031.", gone)


@pytest.mark.parametrize(
    "edited",
    [
        corrected(f"{PUBLISHED} It has forty pages."),
        replace(ANSWER, title="Lighthouses: Reports"),
        replace(ANSWER, grouped=("1502",)),
        b.answer(f"{PUBLISHED} It has forty pages.", SAID_ON),
    ],
)
def test_an_edit_that_leaves_the_sentence_alone_makes_no_delivery_later(edited: Document) -> None:
    room, told = read(ANSWER, edited)
    row = room.row(TODAY)
    assert (row.status, row.delivered_on, row.days_late) == (Status.DELIVERED, SAID_ON, 0)
    assert "status" not in kinds(told)
    assert all("What was quoted from it still stands." in change.details for change in told)


def test_a_sentence_taken_out_and_put_back_counts_from_the_day_it_came_back() -> None:
    back = b.answer("The lamp report was published in full.", SAID_ON)
    room = Newsroom()
    for paper, on in ((back, DUE), (b.answer("It is not out.", SAID_ON), EDITED_ON), (back, TODAY)):
        room.read(paper, on=on)
    assert [room.row(day).status for day in (DUE, EDITED_ON, TODAY)] == ["delivered", "overdue", "delivered"]
    proof = room.row(TODAY).milestones[0].proof
    assert proof is not None
    assert proof.known_on == TODAY


def test_what_is_gone_without_a_word_is_told_by_the_name_and_the_link_that_it_had() -> None:
    named = replace(ANSWER, title="Lamps")
    gone = replace(
        ANSWER, presence=Presence.GONE, passages=(), kind="gone", title="", url="https://api.test/1", published_on=TODAY
    )
    _, told = read(named, gone)
    (change,) = (c for c in told if c.kind == "gone")
    assert change.headline == "Answer gone – A report on the lamps"
    assert "“Lamps”" in change.details[0]
    assert change.because is not None
    assert (change.because.quote, change.because.url) == ("Lamps", named.url)


def test_a_page_that_was_gone_for_a_while_says_what_it_said_from_its_first_day() -> None:
    gone = replace(ANSWER, presence=Presence.GONE, passages=())
    room, told = read(ANSWER, gone, replace(ANSWER, title="Lamps"))
    assert room.row(TODAY).delivered_on == SAID_ON
    assert kinds(told) == ["restored"]


# ------------------------------------------------------------------ questions


def test_the_story_of_a_question_is_told_from_its_asking_on_and_a_rewording_is_none_of_it() -> None:
    room = Newsroom()
    assert kinds(room.read(ASKED, on=SAID_ON)) == ["made"]
    reworded = (Passage("question", "To ask when the new lamp report will be published.", "Lou Hope"),)
    for step, kind in (
        (replace(ASKED, passages=reworded), []),
        (replace(ASKED, title="Lighthouses: Reports"), []),
        (replace(ASKED, body="Treasury"), ["transferred"]),
        (answered("It will not be possible to answer in the usual time.", holding=True), ["holding", "transferred"]),
        (answered("A reply will be made in due course."), ["answered"]),
        (answered("A reply will be made shortly."), ["amended"]),
        (answered("A reply will be made shortly.", presence=Presence.WITHDRAWN), ["withdrawn"]),
    ):
        assert kinds(room.read(step, on=date(2031, 4, 15))) == kind


def test_an_answer_given_to_several_questions_at_once_is_one_piece_of_news() -> None:
    room = Newsroom()
    room.read(*(replace(ASKED, key=key) for key in ("q1", "q2", "q3")), on=SAID_ON)
    groups = {"q1": ("2", "3"), "q2": ("1", "3"), "q3": ("1", "2")}
    told = room.read(*(answered(BEGUN, key, grouped=others) for key, others in groups.items()), on=SAID_ON)
    assert kinds(told) == ["answered", "progress"]
    mended = (answered(f"{BEGUN} Soon.", key, grouped=others, corrected_on=DUE) for key, others in groups.items())
    assert kinds(room.read(*mended, on=TODAY)) == ["corrected", "status"]


def test_the_rest_of_a_group_that_comes_later_is_no_second_piece_of_news() -> None:
    room = Newsroom()
    room.read(answered(BEGUN, "q2", grouped=("1",)), on=SAID_ON)
    assert room.read(answered(BEGUN, "q1", grouped=("2",)), on=SAID_ON) == ()


def test_the_same_words_on_another_day_are_another_piece_of_news() -> None:
    room = Newsroom()
    room.read(answered(BEGUN), on=SAID_ON)
    assert kinds(room.read(answered(BEGUN, "q2", published_on=DUE), on=DUE)) == ["progress"]


def test_what_a_person_rejected_is_not_followed() -> None:
    room = Newsroom()
    room.read(ANSWER, on=SAID_ON)
    no = b.ruling(kind=RulingKind.REJECT, document=(ANSWER.source, ANSWER.key), milestone=None)
    room.rule(no)
    room.wait(DUE)
    assert "corrected" not in kinds(room.read(corrected("The lamp report was delayed."), on=TODAY))


# ------------------------------------------------------------------ statements and pages


def statement(text: str, key: str, on: date, **more: Any) -> Document:
    url = f"https://questions-statements.parliament.uk/written-statements/detail/{on}/hcws{key}"
    passages = (Passage("speech", text, "Ada Marsh", "Minister for Lighthouses"),)
    made = b.document(key, source=WRITTEN_STATEMENTS, kind="written-statement", url=url, published_on=on)
    return replace(made, passages=passages, **more)


def test_a_statement_made_to_correct_another_is_told_where_the_other_counted() -> None:
    first, other = statement(BEGUN, "71", SAID_ON), statement("We have one lamp.", "72", SAID_ON, title="One lamp")
    second = statement("The table was wrong.", "90", EDITED_ON, title="Correction", corrects=("71", "72"))
    room = Newsroom()
    room.read(first, other, on=DUE)
    (told,) = [c for c in room.read(second, on=TODAY) if c.kind == "corrected"]
    assert (told.at.date(), told.before, told.after) == (EDITED_ON, "Lighthouses", "Correction")
    assert told.because is not None
    assert (told.because.quote, told.because.url) == ("The table was wrong.", second.url)
    assert room.read(second, on=TODAY) == ()


def test_a_link_to_another_statement_is_no_edit_of_what_was_said() -> None:
    said = statement(BEGUN, "71", SAID_ON)
    _, told = read(said, replace(said, notes=((SAID_ON, "Also made in the Lords as HLWS60"),)))
    assert told == ()


def test_a_change_note_is_told_though_no_word_of_the_page_was_altered() -> None:
    page = b.document("/lamps", source=GOV_UK, kind="policy_paper", title="Lamp report", published_on=SAID_ON)
    page = replace(page, passages=(Passage("text", BEGUN),), url="https://www.gov.uk/lamps")
    room, _ = read(page)
    noted = replace(page, notes=((EDITED_ON, "Added a map."),))
    told = [c for c in room.read(noted, on=TODAY) if c.kind == "amended"]
    if not room.ledger.evidence(room.register.digest):
        pytest.fail("nothing rests on the page")
    assert [(c.at.date(), c.after) for c in told] == [(EDITED_ON, "Added a map.")]
    assert "Page edited: “Added a map.”" in told[0].headline
