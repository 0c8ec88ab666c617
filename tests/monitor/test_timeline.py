"""Is every turn told once, in its words, under an id for ever, and is what proves wrong corrected and never unsaid?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from monitor.model.boards import Status
from monitor.model.changes import Change
from monitor.model.commitments import RulingKind
from monitor.model.documents import Presence
from monitor.model.evidence import Relation
from monitor.model.sources import HANSARD, WRITTEN_QUESTIONS
from monitor.status.timeline import untold_changes
from tests import builders as b
from tests.builders import Newsroom

DUE, OUT, TODAY = date(2031, 4, 16), date(2031, 6, 16), date(2031, 7, 1)
PUBLISHED = b.answer("The lamp report was published today.", OUT)


def kinds(told: tuple[Change, ...]) -> list[tuple[str, str | None]]:
    return [(c.kind, c.after) for c in told]


def test_the_story_of_a_promise_is_told_from_its_making_to_its_keeping() -> None:
    room = Newsroom()
    told = room.read(PUBLISHED, on=TODAY)
    room.read(on=TODAY)
    assert kinds(room.told()) == [("made", "pending"), ("status", "overdue"), ("status", "delivered")]
    assert [c.at.date() for c in room.told()] == [b.SAID, DUE + timedelta(days=1), OUT]
    assert {c.id for c in told} <= {c.id for c in room.told()}


def test_a_delivery_is_told_with_its_sentence_its_link_its_lateness_and_its_doubt() -> None:
    room = Newsroom()
    room.read(PUBLISHED, on=TODAY)
    last = room.told()[-1]
    assert last.because is not None
    assert (last.because.quote, last.because.url) == ("The lamp report was published today.", PUBLISHED.url)
    assert last.headline == (
        "Delivered on 16 June 2031, 61 days late (not checked by a person): "
        "The report on lamps is published – A report on the lamps"
    )


def test_a_day_late_is_one_day_late() -> None:
    room = Newsroom()
    room.rule(b.ruling(on=DUE + timedelta(days=1)))
    room.read(on=TODAY)
    assert room.told()[-1].headline.startswith("Delivered on 17 April 2031, 1 day late: ")


def test_a_window_that_closes_in_silence_is_told_with_its_words() -> None:
    room = Newsroom()
    room.read(on=DUE)
    assert room.wait(DUE + timedelta(days=1)) == ()
    told = room.read(on=DUE + timedelta(days=1), sources=(HANSARD,))
    assert told == ()
    told = room.read(on=DUE + timedelta(days=1), sources=(WRITTEN_QUESTIONS,))
    assert [c.headline for c in told] == [
        "Overdue, not done by 16 April 2031: The report on lamps is published – A report on the lamps"
    ]
    assert told[0].details == ("“within three months”, said on 16 January 2031; its last day was 16 April 2031.",)


def test_overdue_is_dated_to_the_day_after_the_window_however_late_we_learn_it() -> None:
    room = Newsroom()
    room.read(on=DUE)
    told = room.read(on=TODAY)
    assert [(c.kind, c.at.date()) for c in told] == [("status", DUE + timedelta(days=1))]


def test_a_source_going_stale_is_no_turn_back_to_pending() -> None:
    room = Newsroom()
    room.read(on=TODAY)
    for days in (1, 2, 30):
        assert room.row(TODAY + timedelta(days=days)).status is Status.PENDING
        assert room.wait(TODAY + timedelta(days=days)) == ()
    assert room.read(on=TODAY + timedelta(days=31)) == ()


def test_a_delivery_that_was_later_corrected_turns_back() -> None:
    room = Newsroom()
    room.read(PUBLISHED, on=date(2031, 6, 18))
    wrong = b.answer("The lamp report was not published.", OUT, corrected_on=date(2031, 6, 20))
    told = room.read(wrong, on=TODAY)
    assert sorted(kinds(told)) == [("corrected", "The lamp report was not published."), ("status", "overdue")]
    assert [c.at.date() for c in told if c.kind == "status"] == [date(2031, 6, 20)]


# ------------------------------------------------------------------ corrections


def test_late_knowledge_that_contradicts_what_was_told_is_told_as_a_correction() -> None:
    room = Newsroom()
    room.read(on=TODAY)
    early = b.speech("The lamp report was published today.", date(2031, 4, 2))
    told = room.read(early, on=TODAY + timedelta(days=1))
    assert kinds(told) == [("status", "delivered"), ("correction", "delivered")]
    assert told[1].headline == (
        "Correction: “overdue” of 17 April 2031 taken back. It is now delivered – A report on the lamps"
    )
    assert told[1].details == (
        "We said “overdue” as of 17 April 2031; by what is known now it was done on 2 April 2031, in time.",
        "It is now delivered.",
    )
    assert told[1].before == "overdue"
    assert room.told()[-1] == told[1]


def test_a_correction_never_denies_what_was_true_on_its_day() -> None:
    room = Newsroom()
    room.read(PUBLISHED, on=TODAY)
    told = room.read(b.speech("The lamp report was published today.", date(2031, 6, 2)), on=TODAY)
    corrections = [c.details[0] for c in told if c.kind == "correction"]
    assert len(corrections) == 1
    assert "it was so before then" in corrections[0]
    assert "not so" not in corrections[0]


def test_what_was_told_is_never_unsaid() -> None:
    room = Newsroom()
    room.read(on=TODAY)
    before = room.told()
    room.read(b.speech("The lamp report was published today.", date(2031, 4, 2)), on=TODAY + timedelta(days=1))
    assert set(before) <= set(room.told())


def test_a_correction_that_proves_wrong_is_corrected_and_so_on() -> None:
    room = Newsroom()
    room.read(on=TODAY)
    early = b.speech("The lamp report was published today.", date(2031, 4, 2))
    room.read(early, on=TODAY + timedelta(days=1))
    words = []
    for n, kind in enumerate((RulingKind.REJECT, RulingKind.ACCEPT, RulingKind.REJECT)):
        day = TODAY + timedelta(days=2 + n)
        typed = b.ruling(f"r{n}", kind=kind, on=day, document=(HANSARD, "s1"), milestone=None, decided_at=b.at(day, 1))
        room.rule(typed)
        room.read(on=day)
        words.append((room.told()[-1].kind, room.told()[-1].after, room.row(day).status.value))
        assert room.wait(day, 21) == ()
    assert words == [
        ("correction", "overdue", "overdue"),
        ("correction", "delivered", "delivered"),
        ("correction", "overdue", "overdue"),
    ]


def test_a_delay_told_on_evidence_that_a_person_rejects_is_corrected() -> None:
    room = Newsroom()
    room.read(b.answer("The lamp report is delayed.", date(2031, 3, 3)), on=date(2031, 3, 4))
    room.rule(
        b.ruling(kind=RulingKind.REJECT, document=(WRITTEN_QUESTIONS, "q1"), milestone=None, decided_at=b.at(OUT))
    )
    assert "correction" in [c.kind for c in room.read(on=date(2031, 3, 5))]


def test_a_delay_that_counts_after_all_is_told_to_stand_and_one_that_stands_is_left_alone() -> None:
    room = Newsroom()
    room.read(b.answer("The lamp report is delayed.", date(2031, 3, 3)), on=date(2031, 3, 4))
    assert not [c for c in room.read(on=date(2031, 3, 5)) if c.kind == "correction"]
    heads = []
    for n, kind in enumerate((RulingKind.REJECT, RulingKind.ACCEPT)):
        room.rule(
            b.ruling(f"r{n}", kind=kind, document=(WRITTEN_QUESTIONS, "q1"), milestone=None, decided_at=b.at(OUT, n))
        )
        heads += [c.details[0] for c in room.read(on=date(2031, 3, 6 + n)) if c.kind == "correction"]
    assert ["a person has ruled" in heads[0], "stands after all" in heads[1], len(heads)] == [True, True, 2]


def test_a_step_told_as_reached_is_corrected_where_it_was_not_and_not_where_the_whole_was_reached_with_it() -> None:
    parts = (b.milestone("one"), b.milestone("two"))
    early, late = date(2031, 3, 3), date(2031, 3, 9)
    told = untold_changes(
        b.facts(b.commitment(milestones=parts), evidence=[b.evidence(milestone="one")]), (), b.at(late), TODAY
    )
    assert "milestone" in [c.kind for c in told]
    both = b.facts(
        b.commitment(milestones=parts), rulings=[b.ruling(kind=RulingKind.DELIVERED, on=early, milestone=None)]
    )
    neither = b.facts(b.commitment(milestones=parts))
    heads = {
        name: [c.details[0] for c in untold_changes(facts, told, b.at(TODAY), TODAY) if c.kind == "correction"]
        for name, facts in (("both", both), ("neither", neither))
    }
    assert not [h for h in heads["both"] if "(not checked by a person)" in h]
    assert [h for h in heads["neither"] if "by what is known now it was not so" in h]


# ------------------------------------------------------------------ ids


def test_ids_are_the_same_on_every_machine() -> None:
    facts = b.facts(evidence=[b.evidence(happened_on=OUT)])
    first = untold_changes(facts, (), b.at(TODAY), TODAY)
    again = untold_changes(facts, (), b.at(TODAY + timedelta(days=9)), TODAY)
    assert [c.id for c in first] == [c.id for c in again]
    assert first[0].id == "b350ac9b7fc05c44366b"


def test_ids_do_not_hang_on_headlines_quotes_or_links() -> None:
    plain, reworded = (
        b.facts(b.commitment(title=title), evidence=[b.evidence(quote=quote, url=url)])
        for title, quote, url in (("Lamps", "Published.", b.LINK), ("The lamps", "It was published.", f"{b.LINK}#2"))
    )
    assert [c.id for c in untold_changes(plain, (), b.at(TODAY), TODAY)] == [
        c.id for c in untold_changes(reworded, (), b.at(TODAY), TODAY)
    ]


def test_no_two_registers_and_no_two_commitments_share_an_id() -> None:
    two = (b.commitment(), b.commitment("lamp-two"))
    told = untold_changes(b.facts(*two), (), b.at(TODAY), TODAY)
    assert len({c.id for c in told}) == len(told) == 4


# ------------------------------------------------------------------ other news


@pytest.mark.parametrize(
    ("relation", "strength", "told"),
    [
        (Relation.PROGRESS, 0.9, True),
        (Relation.DELAYS, 0.9, True),
        (Relation.WEAKENS, 0.9, True),
        (Relation.SUPERSEDES, 0.9, True),
        (Relation.ANNOUNCES, 0.9, True),
        (Relation.PROGRESS, 0.4, False),
        (Relation.ASKS_ABOUT, 0.9, False),
        (Relation.MENTIONS_ONLY, 0.9, False),
    ],
)
def test_only_what_bears_on_a_promise_and_is_sure_enough_is_news(
    relation: Relation, strength: float, told: bool
) -> None:
    found = b.evidence(relation, strength=strength, milestone=None)
    assert (
        relation.value in [c.kind for c in untold_changes(b.facts(evidence=[found]), (), b.at(TODAY), TODAY)]
    ) is told


def test_rejected_evidence_is_no_news() -> None:
    found = b.evidence(Relation.PROGRESS, milestone=None)
    no = b.ruling(kind=RulingKind.REJECT, document=(found.document.source, found.document.key), milestone=None)
    assert "progress" not in [
        c.kind for c in untold_changes(b.facts(evidence=[found], rulings=[no]), (), b.at(TODAY), TODAY)
    ]


def test_what_is_published_in_the_future_is_no_news_yet() -> None:
    found = b.evidence(Relation.PROGRESS, milestone=None)
    day = found.document.since - timedelta(days=1)
    facts = b.facts(evidence=[found], coverage=b.coverage(day))
    assert "progress" not in [c.kind for c in untold_changes(facts, (), b.at(day), day)]


def test_a_promise_not_yet_made_is_no_news() -> None:
    assert untold_changes(b.facts(), (), b.at(b.SAID), b.SAID - timedelta(days=1)) == ()


def test_a_step_reached_is_told_once_and_the_last_one_as_the_keeping_of_the_whole() -> None:
    step = b.milestone("terms", title="The terms stand", step=True, due=None)
    facts = b.facts(
        b.commitment(milestones=(step, b.milestone())),
        rulings=[b.ruling("r1", milestone="terms", on=date(2031, 2, 1)), b.ruling("r2", on=date(2031, 3, 1))],
    )
    told = untold_changes(facts, (), b.at(TODAY), TODAY)
    assert [(c.kind, c.after, c.headline) for c in told[1:]] == [
        ("milestone", "delivered", "Step done on 1 February 2031: The terms stand – A report on the lamps"),
        (
            "status",
            "delivered",
            "Delivered on 1 March 2031, in time: The report on lamps is published – A report on the lamps",
        ),
    ]


def test_what_befell_a_page_is_told_only_where_something_rests_on_it() -> None:
    room = Newsroom()
    room.read(PUBLISHED, on=OUT)
    told = room.read(replace(PUBLISHED, presence=Presence.WITHDRAWN), on=TODAY)
    assert [(c.kind, c.headline) for c in told] == [
        ("withdrawn", "Answer withdrawn by its publisher – A report on the lamps")
    ]
