"""Does a ruling that was taken back count no more, and does none vanish?"""

from datetime import date

import pytest

from monitor.model.boards import Status
from monitor.model.commitments import Ruling, RulingKind
from monitor.model.contexts import LEFT_OUT, setting
from monitor.model.errors import UserError
from monitor.model.evidence import Relation
from monitor.pipeline.ruling_drafts import Decision, drafted
from monitor.pipeline.service import Service
from monitor.status.decisive_pieces import decisive
from monitor.status.ruling_effects import standing
from monitor.status.wordings import wordings
from tests import builders as b
from tests.fakes import MemoryLedger

DAY = date(2031, 6, 16)


def typed(named: str, hour: int, **more: object) -> Ruling:
    return b.ruling(named, decided_at=b.at(DAY, hour), **more)  # type: ignore[arg-type]


def back(named: str, hour: int, of: str) -> Ruling:
    return typed(named, hour, kind=RulingKind.TAKEN_BACK, takes_back=of)


def test_what_was_taken_back_counts_no_more_until_that_is_taken_back() -> None:
    first, other = typed("r1", 9), typed("r2", 10)
    assert standing((first, other)) == (first, other)
    assert standing((first, other, back("t1", 11, "r1"))) == (other,)
    assert standing((back("t2", 12, "t1"), first, back("t1", 11, "r1"), other)) == (first, other)


def test_the_board_is_as_if_it_had_never_been_ruled_and_the_page_has_both() -> None:
    service = Service((b.register(),), MemoryLedger(), (), lambda: b.at(DAY, 20), holder="us")
    ruled = service.decide(Decision(RulingKind.DELIVERED, "lamp-report", "Cy", "Seen."))
    assert service.board().rows[0].status is Status.DELIVERED
    told = service.decide(Decision(RulingKind.TAKEN_BACK, "lamp-report", "Cy", "", takes_back=ruled.ruling.id))
    assert service.board().rows[0].status is not Status.DELIVERED
    assert [c.kind for c in told.changes] == ["correction"], "what was told is put right"
    assert [r.kind for r in service.dossier("lamp-report").rulings] == ["delivered", "taken-back"]
    again = Decision(RulingKind.TAKEN_BACK, "lamp-report", "Cy", "", takes_back=told.ruling.id)
    service.decide(again)
    assert service.board().rows[0].status is Status.DELIVERED
    for gone in (told.ruling.id, "nothing", None):
        with pytest.raises(UserError, match="No ruling on lamp-report that holds"):
            service.decide(Decision(RulingKind.TAKEN_BACK, "lamp-report", "Cy", "", takes_back=gone))


def test_nobody_decides_without_a_name() -> None:
    (case,) = b.facts().cases()
    with pytest.raises(UserError, match="Nobody is named"):
        drafted(Decision(RulingKind.NOTE, "lamp-report", " ", "x"), case, b.at(DAY), "r")


def test_a_sentence_is_set_in_its_passage_after_what_it_answers() -> None:
    said = "I thank him.\n\nThe report was\npublished today. It is long."
    found = setting(b.answer(said, DAY, question="Where is it?"), "The report was published today.")
    assert found
    assert (found.asked, found.asked_by, found.speaker) == ("Where is it?", "Lou Hope", "Ada Marsh")
    assert (found.before, found.after) == ("I thank him.\n\n", " It is long.")
    assert setting(b.answer(said, DAY), "It never was.") is None
    assert setting(b.answer(said, DAY), "") is None


def test_of_a_long_passage_whole_sentences_around_it_are_shown() -> None:
    many = " ".join(f"This is the sentence with the number {n}." for n in range(400))
    found = setting(b.answer(many, DAY), "This is the sentence with the number 200.")
    assert found
    assert found.before.startswith(f"{LEFT_OUT} This is")
    assert found.after.endswith(f". {LEFT_OUT}")
    assert max(len(found.before), len(found.after)) < 1_300


def test_what_makes_a_status_is_found_and_nothing_where_dates_alone_do() -> None:
    sure = b.weighed(b.evidence(quote="It is published.", strength=0.5))
    waiting = b.dossier(b.row(), evidence=(b.weighed(b.evidence(quote="Perhaps.", strength=0.4)), sure))
    assert decisive(waiting) is sure
    assert decisive(b.dossier(b.row(), evidence=(b.weighed(b.evidence(Relation.PROGRESS)),))) is None


def test_the_wordings_of_a_promise_stand_in_the_order_of_their_days() -> None:
    later = b.weighed(b.evidence(Relation.DELAYS, quote="It will come later in May."))
    no_news = b.weighed(b.evidence(Relation.ASKS_ABOUT, quote="When will it come?"))
    found = wordings(b.dossier(evidence=(later, no_news)))
    assert [one.words for one in found] == [b.commitment().words, "It will come later in May."]
