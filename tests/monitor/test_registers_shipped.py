"""Is the register that ships sound, true to what it was compiled from, and careful where that is weak?"""

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from monitor.model.boards import FlagName, Row, Status
from monitor.model.commitments import Commitment, Register, Ruling, RulingKind
from monitor.model.sources import SOURCES, Coverage, Span
from monitor.registers import SHIPPED, load, shipped
from monitor.status.facts import gather
from monitor.status.judgement import board_of_day

if TYPE_CHECKING:
    from monitor.model.due import Due

PROMISES = (
    "casey-audit",
    "extra-funding",
    "local-inquiries",
    "review-panel",
    "closed-cases",
    "ethnicity-data",
    "jay-timetable",
    "mandatory-reporting",
    "aggravating-factor",
    "police-performance",
    "survivors-panel",
    "national-inquiry",
    "casey-recommendations",
    "iicsa-recommendations",
)

DELIVERED = {
    ("casey-audit", "terms-of-reference"): date(2025, 2, 20),
    ("casey-audit", "published"): date(2025, 6, 16),
    ("review-panel", "remit-widened"): date(2025, 4, 1),
    ("closed-cases", "letter-sent"): date(2025, 1, 31),
    ("jay-timetable", "timetable-published"): date(2025, 4, 8),
    ("mandatory-reporting", "bill-introduced"): date(2025, 2, 25),
    ("mandatory-reporting", "enacted"): date(2026, 5, 15),
    ("aggravating-factor", "enacted"): date(2026, 6, 30),
    ("national-inquiry", "set-up"): date(2026, 4, 30),
    ("casey-recommendations", "child-protection-data"): date(2025, 12, 11),
    ("iicsa-recommendations", "dbs-self-employed"): date(2025, 12, 15),
}

WINDOWS = {
    ("casey-audit", "published"): (date(2025, 1, 16), date(2025, 4, 16)),
    ("local-inquiries", "framework-published"): (date(2025, 5, 1), date(2025, 5, 31)),
    ("jay-timetable", "timetable-published"): (date(2025, 1, 16), date(2025, 4, 20)),
    ("mandatory-reporting", "bill-introduced"): (date(2025, 3, 1), date(2025, 5, 31)),
    ("national-inquiry", "final-terms"): (date(2025, 12, 9), date(2026, 3, 31)),
    ("national-inquiry", "report"): (date(2025, 12, 9), date(2028, 12, 9)),
    ("casey-recommendations", "child-protection-data"): (date(2025, 7, 9), date(2025, 12, 31)),
    ("iicsa-recommendations", "authority-response"): (date(2026, 1, 13), date(2026, 8, 31)),
    ("iicsa-recommendations", "dbs-self-employed"): (date(2025, 9, 5), date(2025, 12, 31)),
    ("iicsa-recommendations", "custody-safeguards"): (date(2025, 4, 8), date(2026, 3, 31)),
}


@pytest.fixture(scope="module")
def register() -> Register:
    return load(shipped(), SHIPPED)


def promise(register: Register, wanted: str) -> Commitment:
    found = register.commitment(wanted)
    assert found is not None, wanted
    return found


def entries(register: Register, *kinds: RulingKind) -> list[Ruling]:
    return [r for c in register.commitments for r in c.ledger if not kinds or r.kind in kinds]


def rows(register: Register, day: date, *sources: str) -> dict[str, Row]:
    """The board of a day with the file's own ledger, as if the sources had been read to its end without a gap."""
    coverage = Coverage.of((s, Span(date(2025, 1, 1), date(2027, 1, 1))) for s in sources)
    return {r.commitment.id: r for r in board_of_day(gather(register, (), (), coverage, {}), day).rows}


def test_it_holds_the_fourteen_promises_and_the_one_position(register: Register) -> None:
    assert tuple(c.id for c in register.commitments if not c.position) == PROMISES
    assert [c.id for c in register.commitments if c.position] == ["inquiry-position"]


def test_every_window_is_the_one_that_was_checked_by_hand(register: Register) -> None:
    found = {
        (c.id, m.id): (m.due.earliest, m.due.latest)
        for c in register.commitments
        for m in c.milestones
        if m.due and m.due.dated
    }
    assert found == WINDOWS


def test_only_what_is_known_to_be_delivered_is_ruled_delivered(register: Register) -> None:
    found = {(r.commitment, r.milestone): r.on for r in entries(register, RulingKind.DELIVERED)}
    assert found == DELIVERED


def test_nothing_is_called_dropped_as_a_whole(register: Register) -> None:
    assert not entries(register, RulingKind.DROPPED)
    assert any(
        "£5 million" in r.why for r in promise(register, "extra-funding").ledger if r.kind is RulingKind.WEAKENED
    )


def test_what_the_national_inquiry_took_over_is_superseded_by_it(register: Register) -> None:
    found = {r.commitment: (r.on, r.successor) for r in entries(register, RulingKind.SUPERSEDED)}
    since = (date(2025, 6, 16), "national-inquiry")
    assert found == {"local-inquiries": since, "inquiry-position": since}


def test_every_entry_has_a_source_or_says_why_not(register: Register) -> None:
    assert all(r.source or r.caution for r in entries(register))
    assert sum(r.source is not None for r in entries(register)) > 0.8 * len(entries(register))


@pytest.mark.parametrize(
    ("wanted", "milestone", "said"),
    [
        ("jay-timetable", "timetable-published", "Disputed"),
        ("review-panel", "remit-widened", "One secondary source"),
        ("mandatory-reporting", "enacted", "Royal Assent was not read"),
        ("aggravating-factor", "enacted", "was not found"),
        ("national-inquiry", "set-up", "exact day was not found"),
        ("closed-cases", "letter-sent", "was not found"),
    ],
)
def test_a_delivery_that_rests_on_little_says_so(register: Register, wanted: str, milestone: str, said: str) -> None:
    ruled = [r for r in promise(register, wanted).ledger if r.kind is RulingKind.DELIVERED and r.milestone == milestone]
    assert [said in (r.caution or "") for r in ruled] == [True]


def test_entries_stand_in_the_order_of_their_days(register: Register) -> None:
    for commitment in register.commitments:
        days = [r.on for r in commitment.ledger]
        assert days == sorted(days), commitment.id
        assert days[0] == commitment.made_on, commitment.id
        assert days[-1] <= register.compiled_on, commitment.id


def test_every_written_answer_is_linked_by_its_number_in_the_interface(register: Register) -> None:
    answers = [r.source for r in entries(register) if r.source and "writtenquestions" in r.source]
    assert len(answers) > 30
    form = r"https://questions-statements-api\.parliament\.uk/api/writtenquestions/questions/\d{7}"
    assert all(re.fullmatch(form, a) for a in answers)


def test_every_milestone_says_beforehand_what_would_count(register: Register) -> None:
    for commitment in register.commitments:
        for milestone in commitment.milestones:
            assert milestone.expect.what.endswith("."), milestone.id
            assert milestone.expect.pages or milestone.expect.words, milestone.id


def test_every_milestone_relies_on_sources_that_are_read(register: Register) -> None:
    relied = {s for c in register.commitments for m in c.milestones for s in m.relies_on}
    assert relied <= set(SOURCES)


def test_a_moved_date_keeps_its_words_and_its_window(register: Register) -> None:
    moved = [(r.commitment, r.due) for r in entries(register, RulingKind.MOVED)]
    assert [(c, d.said, d.latest) for c, d in moved if d and d.dated] == [
        ("casey-audit", "later in May", date(2025, 5, 31)),
        ("iicsa-recommendations", "autumn 2026", date(2026, 11, 30)),
    ]
    undated: list[Due] = [d for _, d in moved if d and not d.dated]
    assert [d.said for d in undated] == ["We have committed to delaying commencement of the duty"]


def test_the_reshuffle_is_in_it_with_its_source(register: Register) -> None:
    post = promise(register, "casey-audit").post
    assert post.holder(date(2025, 9, 4)) == "Yvette Cooper"
    assert post.holder(date(2025, 9, 5)) == "Shabana Mahmood"
    assert post.tenures[-1].source


def test_who_made_each_promise_held_the_post_that_day(register: Register) -> None:
    for commitment in register.commitments:
        assert commitment.post.holder(commitment.made_on) == commitment.made_by, commitment.id


def test_the_audit_is_overdue_from_the_first_day_after_three_months(register: Register) -> None:
    assert rows(register, date(2025, 4, 16), *SOURCES)["casey-audit"].status is Status.PENDING
    late = rows(register, date(2025, 4, 17), *SOURCES)["casey-audit"]
    assert (late.status, late.days_late) == (Status.OVERDUE, 1)


def test_the_audit_came_61_days_late_and_its_date_had_been_moved(register: Register) -> None:
    row = rows(register, date(2025, 6, 16), *SOURCES)["casey-audit"]
    assert (row.status, row.delivered_on, row.days_late) == (Status.DELIVERED, date(2025, 6, 16), 61)
    assert row.flag(FlagName.SLIPPED)


def test_the_timetable_came_in_time(register: Register) -> None:
    row = rows(register, date(2025, 4, 21), *SOURCES)["jay-timetable"]
    assert (row.status, row.delivered_on, row.days_late) == (Status.DELIVERED, date(2025, 4, 8), 0)


def test_the_national_inquiry_stops_the_clock_of_the_local_ones(register: Register) -> None:
    row = rows(register, date(2026, 7, 31), *SOURCES)["local-inquiries"]
    assert row.status is Status.OVERDUE, "the status stays what it was on the day"
    assert row.stop is not None
    assert (row.stop.on, row.stop.by) == (date(2025, 6, 16), "national-inquiry")


def test_a_law_that_is_not_in_force_does_not_keep_the_promise_of_a_duty(register: Register) -> None:
    row = rows(register, date(2026, 7, 31), *SOURCES)["mandatory-reporting"]
    assert row.status is Status.PENDING
    assert [m.milestone.id for m in row.milestones if m.status is Status.DELIVERED] == ["bill-introduced", "enacted"]


def test_promises_without_a_date_never_become_overdue(register: Register) -> None:
    undated = [c.id for c in register.commitments if not c.due and not any(m.due for m in c.milestones)]
    assert {"extra-funding", "closed-cases", "ethnicity-data", "police-performance", "survivors-panel"} <= set(undated)
    statuses = rows(register, date(2026, 12, 31), *SOURCES)
    assert not [c for c in undated if statuses[c].status is Status.OVERDUE]


def test_nothing_is_overdue_while_the_sources_have_not_been_read(register: Register) -> None:
    unread = rows(register, date(2026, 7, 31))
    assert not [c for c, row in unread.items() if row.status is Status.OVERDUE]
    assert unread["casey-recommendations"].flag(FlagName.STALE)


def test_the_comments_at_its_top_teach_how_to_edit_it() -> None:
    top = shipped()[: shipped().index("\nregister:")]
    assert all(line.startswith("#") for line in top.splitlines() if line)
    for taught in ("bywhen register check", "due", "milestones", "watch", "together", "namesakes", "ledger", "caution"):
        assert taught in top


def test_every_date_promised_is_proved_by_a_sentence_and_a_link_of_its_own(register: Register) -> None:
    """Without them an overdue would rest on nothing that a reader could open."""
    for commitment in register.commitments:
        for milestone in commitment.milestones:
            if milestone.due and milestone.due.dated:
                assert milestone.promise is not None, milestone.id
                assert milestone.promise.quote, milestone.id


def test_what_came_in_time_is_never_called_overdue_though_no_source_that_is_read_shows_it(register: Register) -> None:
    """Found in November 2026: figures on Explore Education Statistics, and an Order before a committee."""
    row = rows(register, date(2026, 1, 1), *SOURCES)
    data = next(m for m in row["casey-recommendations"].milestones if m.milestone.id == "child-protection-data")
    checks = next(m for m in row["iicsa-recommendations"].milestones if m.milestone.id == "dbs-self-employed")
    assert (data.status, data.days_late) == (Status.DELIVERED, 0)
    assert (checks.status, checks.days_late) == (Status.DELIVERED, 0)
    assert data.caution
    assert checks.caution


def test_a_decision_put_off_is_overdue_from_the_day_after_the_first_date(register: Register) -> None:
    late = rows(register, date(2026, 4, 1), *SOURCES)["iicsa-recommendations"]
    assert (late.status, late.days_late, late.cautions) == (Status.OVERDUE, 1, ())
    assert late.flag(FlagName.SLIPPED)


def test_an_overdue_that_may_be_wrong_is_never_told_bare(register: Register) -> None:
    late = rows(register, date(2026, 4, 1), *SOURCES)["national-inquiry"]
    assert late.status is Status.OVERDUE
    assert "likely to be out" in " ".join(late.cautions)


def test_a_response_that_may_stand_where_nobody_looked_is_never_called_overdue_bare(register: Register) -> None:
    late = rows(register, date(2026, 9, 1), *SOURCES)["iicsa-recommendations"]
    response = next(m for m in late.milestones if m.milestone.id == "authority-response")
    assert response.status is Status.OVERDUE
    assert response.caution
    assert "to about February 2026 only" in " ".join(late.cautions)
