"""What was told and proves wrong: is it corrected once, in words that say how it really was?"""

from datetime import date, timedelta

import pytest

from monitor.model.changes import Change
from monitor.model.commitments import Ruling, RulingKind
from monitor.status.timeline import untold_changes
from tests import builders as b

DUE, TODAY = date(2031, 4, 16), date(2031, 7, 20)
DAY = timedelta(days=1)
ROUGHLY = b.ruling(on=date(2031, 6, 30), earliest=date(2031, 4, 1), decided_at=b.at(TODAY, 1))


def exactly(on: date, nth: int = 1, milestone: str = "report") -> Ruling:
    return b.ruling(f"r{nth}", milestone=milestone, on=on, decided_at=b.at(TODAY, nth))


def newsy(*rulings: Ruling, told: tuple[Change, ...] = ()) -> tuple[Change, ...]:
    return untold_changes(b.facts(rulings=rulings), told, b.at(TODAY), TODAY)


def test_an_overdue_told_of_a_day_on_which_it_may_have_been_delivered_is_corrected_in_words_that_say_so() -> None:
    first = newsy()
    then = newsy(ROUGHLY, told=first)
    heads = [c.details[0] for c in then if c.kind == "correction"]
    assert len(heads) == 1
    assert (
        "it was delivered between 1 April and 30 June 2031, on which day is not known, so it may have come in time"
        in heads[0]
    )
    assert newsy(ROUGHLY, told=first + then) == ()


def test_an_overdue_told_of_a_day_that_was_not_read_is_not_called_untrue() -> None:
    first = newsy()
    assert "overdue" in [c.after for c in first]
    facts = b.facts(coverage=b.coverage(DUE - DAY))
    heads = [c.details[0] for c in untold_changes(facts, first, b.at(TODAY), TODAY) if c.kind == "correction"]
    assert ["not every source had been read" in head for head in heads] == [True]


def test_a_status_that_stays_is_told_to_be_still_so_and_goes_from_nothing_to_nothing() -> None:
    no = [
        b.ruling(f"no{n}", kind=RulingKind.NOT_DELIVERED, on=date(2031, 3, day), decided_at=b.at(TODAY, n))
        for n, day in enumerate((20, 10))
    ]
    kept = exactly(date(2031, 3, 2), 0)
    early = date(2031, 4, 1)
    facts = (b.facts(rulings=(kept, *no[:n]), coverage=b.coverage(early)) for n in (1, 2))
    first = untold_changes(next(facts), (), b.at(early), early)
    assert first[-1].headline == "Pending again since 20 March 2031 – A report on the lamps"
    wrong = [c for c in untold_changes(next(facts), first, b.at(early), early) if c.kind == "correction"]
    assert ["We said “pending again” as of 20 March 2031" in c.details[0] for c in wrong] == [True]
    assert (wrong[0].details[-1] == "It is still pending.", wrong[0].turns) == (True, False)


@pytest.mark.parametrize(
    ("one", "other"), [(date(2031, 6, 16), date(2031, 6, 10)), (date(2031, 6, 10), date(2031, 6, 16))]
)
def test_a_ruling_that_mends_the_day_of_the_one_before_is_told_as_a_correction_once(one: date, other: date) -> None:
    first = newsy(exactly(one))
    both = (exactly(one), exactly(other, 2))
    then = newsy(*both, told=first)
    assert sorted((c.kind, c.after) for c in then) == [("correction", "delivered"), ("status", "delivered")]
    assert [c.at.date() for c in then if c.kind == "status"] == [other]
    assert newsy(*both, told=first + then) == ()


def parts(*rulings: Ruling, told: tuple[Change, ...] = ()) -> tuple[Change, ...]:
    two = b.commitment(milestones=(b.milestone("one", due=None), b.milestone("two", due=None)), due=None)
    return untold_changes(b.facts(two, rulings=rulings), told, b.at(TODAY), TODAY)


def test_a_mended_day_of_a_part_is_told_as_a_correction_once_and_again_where_it_is_mended_back() -> None:
    days = date(2031, 3, 9), date(2031, 3, 2), date(2031, 3, 5), date(2031, 3, 9)
    rulings = [exactly(day, nth, milestone="one") for nth, day in enumerate(days, 1)]
    said = parts(rulings[0])
    heads = []
    for upto in range(2, 5):
        then = parts(*rulings[:upto], told=said)
        assert parts(*rulings[:upto], told=said + then) == ()
        heads.append([(c.kind, c.at.date() if c.kind == "milestone" else None) for c in then])
        said += then
    assert heads == [
        [("milestone", days[1]), ("correction", None)],
        [("milestone", days[2]), ("correction", None)],
        [("correction", None), ("correction", None)],
    ]
    words = [c.details[0] for c in said if c.kind == "correction"]
    assert ["so before then" in words[0], "not so" in words[1]] == [True, True]
    assert any("as of 9 March 2031, stands after all" in head for head in words[2:])


def test_the_correction_of_a_part_says_where_the_whole_stands_and_quotes_no_caution() -> None:
    cautious = b.ruling("r1", milestone="one", on=date(2031, 3, 9), caution="The day is a guess.")
    said = parts(cautious)
    assert "Doubt: The day is a guess" in next(str(c.details) for c in said if c.kind == "milestone")
    denied = b.ruling("r2", milestone="one", kind=RulingKind.NOT_DELIVERED, on=b.SAID, decided_at=b.at(TODAY))
    wrong = [c for c in parts(cautious, denied, told=said) if c.kind == "correction"]
    assert [(c.before, c.after) for c in wrong] == [(None, None)]
    assert " ".join(wrong[0].details).endswith("it was not so. The whole is now pending.")
    assert "Doubt" not in f"{wrong[0].headline} {wrong[0].details}"
