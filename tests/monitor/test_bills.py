"""Does a Bill count only where a register named it beforehand, and only the stage that was named?"""

from datetime import UTC, date, datetime

import pytest

from monitor.judging.judge import judge
from monitor.judging.matching.matcher import Matcher
from monitor.model.bill_names import is_called
from monitor.model.documents import Document, Passage, Version
from monitor.model.evidence import Evidence, Relation
from monitor.model.sources import BILLS, COMMITTEES, GOV_UK, HANSARD
from monitor.pipeline.tick import subjects, watchlist
from monitor.registers import SHIPPED, examine, load, shipped
from monitor.status.accepted_evidence import NEWS, SURE
from spiders.catalogue import CARDS
from tests.fakes import MemoryLedger

REGISTER = load(shipped(), SHIPPED)
MATCHER = Matcher(REGISTER.commitments)
NAMED = "Crime and Policing Bill"


def told(
    kind: str,
    on: date,
    *,
    bill: str = NAMED,
    said: str = "took place",
    source: str = BILLS,
    number: int = 1,
    since: date | None = None,
) -> tuple[Evidence, ...]:
    document = Document(
        source=source,
        key="93001/1",
        url="https://bills.parliament.uk/bills/93001/stages/1",
        title=f"{bill}: a stage",
        kind=kind,
        published_on=on,
        body="UK Parliament",
        passages=(Passage("text", f"The {bill} {said}."),),
    )
    return judge(MATCHER, Version(document, number, datetime(2026, 8, 1, tzinfo=UTC), since or on))


def delivered(found: tuple[Evidence, ...]) -> set[tuple[str, str | None, date | None]]:
    return {(e.commitment, e.milestone, e.happened_on) for e in found if e.relation is Relation.DELIVERS}


def test_the_first_reading_of_the_bill_that_was_named_is_its_introduction() -> None:
    on = date(2025, 2, 25)
    assert delivered(told("bill-first-reading", on)) == {("mandatory-reporting", "bill-introduced", on)}


def test_royal_assent_enacts_all_that_was_to_be_in_the_bill() -> None:
    on = date(2026, 4, 29)
    found = told("bill-royal-assent", on, said="received Royal Assent on 29 April 2026")
    assert delivered(found) == {("mandatory-reporting", "enacted", on), ("aggravating-factor", "enacted", on)}


@pytest.mark.parametrize(
    "kind", ["bill-second-reading", "bill-first-reading-lords", "bill-third-reading", "bill-defeated"]
)
def test_no_other_stage_of_the_bill_is_a_delivery(kind: str) -> None:
    found = told(kind, date(2025, 6, 19), said="had its 1st reading in the House of Lords on 19 June 2025")
    assert not delivered(found)
    assert {e.commitment for e in found} == {"mandatory-reporting"}


@pytest.mark.parametrize("bill", ["Crime and Policing (Ports) Bill", "Policing Bill", "Harbours Bill"])
def test_a_bill_of_another_name_says_nothing(bill: str) -> None:
    assert told("bill-royal-assent", date(2026, 4, 29), bill=bill) == ()


def test_a_first_reading_before_the_promise_does_not_keep_it() -> None:
    assert not delivered(told("bill-first-reading", date(2025, 1, 13)))
    assert told("bill-first-reading", date(2023, 11, 14)) == ()


def test_only_the_bills_service_is_believed_about_a_stage() -> None:
    assert not delivered(told("bill-royal-assent", date(2026, 4, 29), source=GOV_UK))


def test_a_source_is_told_the_titles_that_are_expected_of_it_and_of_no_other() -> None:
    watched, ledger = subjects((REGISTER,)), MemoryLedger()
    assert watchlist(CARDS[BILLS], ledger, watched).titles == (NAMED,)
    for name in (COMMITTEES, HANSARD):
        assert watchlist(CARDS[name], ledger, watched).titles == ()
    assert NAMED not in watchlist(CARDS[GOV_UK], ledger, watched).titles


def test_a_register_must_say_which_stage_of_a_bill_counts() -> None:
    loose = shipped().replace("kinds: [bill-first-reading], ", "")
    faults = examine(loose)
    assert isinstance(faults, tuple)
    assert [(f.what, "bill-royal-assent" in f.mend) for f in faults] == [
        ("every stage of the Bill would count as delivery", True)
    ]
    assert "sources: [bills]" in loose.splitlines()[faults[0].line - 1]


@pytest.mark.parametrize("whose", ["members-bill", "private-bill"])
@pytest.mark.parametrize("stage", ["first-reading", "second-reading", "royal-assent", "withdrawn"])
def test_a_bill_of_the_promised_name_that_is_not_the_governments_says_nothing(whose: str, stage: str) -> None:
    assert told(f"{whose}-{stage}", date(2025, 3, 25), said="received Royal Assent on 25 March 2025") == ()


@pytest.mark.parametrize(
    "bill",
    [
        "Crime and Policing (Amendment) Bill",
        "Crime and Policing (No. 2) Bill",
        "Rural Crime and Policing Bill",
        "Crime and Policing Bill (Repeal) Bill",
    ],
)
def test_a_bill_whose_name_only_holds_the_promised_one_is_another(bill: str) -> None:
    assert told("bill-first-reading", date(2025, 3, 25), bill=bill) == ()


@pytest.mark.parametrize(
    "bill",
    [
        "Crime and Policing Bill [HL]",
        "Crime and Policing Act 2026",
        "Public Order Bill (formerly Crime and Policing Bill)",
    ],
)
def test_a_bill_that_began_in_the_lords_or_was_renamed_is_the_one_that_was_promised(bill: str) -> None:
    on = date(2025, 3, 25)
    assert ("mandatory-reporting", "bill-introduced", on) in delivered(told("bill-first-reading", on, bill=bill))


def test_of_a_bill_that_may_not_be_the_governments_a_stage_is_a_suggestion_and_no_delivery() -> None:
    found = told("unclassified-bill-first-reading", date(2025, 3, 25))
    assert [(e.milestone, e.relation) for e in found] == [("bill-introduced", Relation.DELIVERS)]
    assert all(NEWS <= e.strength < SURE for e in found)
    assert "it is not known whether the Bill is the Government's" in found[0].reasons


def test_a_stage_happened_on_its_day_though_the_bill_was_renamed_later() -> None:
    bill, on, seen = f"Public Order Bill (formerly {NAMED})", date(2025, 2, 25), date(2025, 9, 9)
    (found,) = [
        e for e in told("bill-first-reading", on, bill=bill, number=3, since=seen) if e.relation is Relation.DELIVERS
    ]
    assert (found.happened_on, found.document.since) == (on, on)


def test_a_bill_of_an_earlier_session_is_no_delivery_however_late_it_was_altered() -> None:
    assert told("bill-first-reading", date(2023, 11, 14), number=2, since=date(2025, 9, 9)) == ()
    assert told("bill-royal-assent", date(2023, 12, 14), number=4, since=date(2026, 4, 29)) == ()


@pytest.mark.parametrize(
    ("title", "phrases", "called"),
    [
        ("Harbours Bill: 1st reading (Commons)", ("Harbours Bill",), True),
        ("Harbours Bill: 1st reading (Commons)", ("The Harbours Bill",), True),
        ("Harbours Act 2026: Royal Assent", ("Harbours Bill",), True),
        ("Inner Harbours Bill: 1st reading (Commons)", ("Harbours Bill",), False),
        ("Inner Harbours Bill: 1st reading (Commons)", ("harbours",), True),
        ("Harbours (Lights) Bill: 1st reading (Commons)", ("harbours",), False),
        ("Harbours (Lights) Bill: 1st reading (Commons)", ("harbours", "lights"), True),
        ("Ports Bill (formerly Harbours Bill): 2nd reading (Lords)", ("Harbours Bill",), True),
        ("Ports Bill (formerly Harbours Bill): 2nd reading (Lords)", ("Ports Bill",), True),
        ("Ports Bill (formerly Inner Harbours Bill): 2nd reading (Lords)", ("Harbours Bill",), False),
        ("Buoys Bill: 1st reading (Lords)", ("buoy*",), True),
    ],
)
def test_which_bill_is_meant_by_a_name(title: str, phrases: tuple[str, ...], called: bool) -> None:
    assert is_called(title, phrases) is called
