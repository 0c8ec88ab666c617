"""Does `show` print all there is on a commitment, in an order a person can follow?"""

from datetime import date

import pytest

from monitor.model.boards import FlagName, Move, Proof, Row, Status, Stop
from monitor.model.commitments import RulingKind
from monitor.model.sources import SourceHealth
from tests import builders as a
from tui.commitment_text import dossier_text

DAY = date(2031, 6, 16)


def sound() -> tuple[SourceHealth, ...]:
    return (a.health("hansard", reach=DAY), a.health("written-questions", reach=DAY))


def words(text: str) -> str:
    return " ".join(text.split())


def whole_row() -> Row:
    first = a.due("later in May", date(2031, 5, 31), earliest=date(2031, 5, 1), said_on=date(2031, 4, 28), rule="May")
    second = a.due("by July", date(2031, 7, 31), said_on=date(2031, 6, 2))
    moves = (
        Move(date(2031, 4, 28), first, "It will come later in May.", "https://hansard.parliament.uk/move"),
        Move(date(2031, 6, 2), second, None, None),
    )
    proof = Proof(on=DAY, known_on=DAY, confirmed=False, quote="Out.", url=a.LINK, by="the page expected", caution="c1")
    rows = (a.milestone_row(status=Status.DELIVERED, days_late=61, delivered_on=DAY, moves=moves, proof=proof),)
    stop = Stop(date(2031, 10, 20), "superseded", "new-lamps", "That work has ended.", a.LINK, confirmed=True)
    flags = (a.flag(FlagName.SLIPPED, None, "last to “by July”", said="date moved twice"),)
    return a.row(status=Status.DELIVERED, flags=flags, delivered_on=DAY, days_late=61, milestones=rows, stop=stop)


@pytest.mark.parametrize(
    "said",
    [
        "Promised: We will publish a report on the lamps within three months.",
        "Ada Marsh, Minister for Lighthouses, 16 January 2031, held by Ben Field now",
        "Statement on lighthouses https://hansard.parliament.uk/Commons/2031-01-16/debates/A1/Lighthouses",
        "“within three months”, by 16 April 2031 (said on 16 January 2031; rule: three months from the day",
        "What would count as kept: a report is published",
        "Moved on 28 April 2031 to “later in May”, 1 to 31 May 2031, 45 days after the day first promised",
        "Moved on 2 June 2031 to “by July”, by 31 July 2031, 106 days after the day first promised",
        "“It will come later in May.” https://hansard.parliament.uk/move",
        "Delivered on 16 June 2031, not checked by a person: the page expected “Out.”",
        "Doubt: c1",
        "Clock stopped on 20 October 2031: replaced by new-lamps",
        "“That work has ended.”",
        "16 June 2031: delivered report, by C. Clerk: The report stands on the department's page.",
        "date moved twice (last to “by July”)",
        "Evidence, newest first 16 Jun 2031: report: delivers, strength 90%, not checked by a person",
        "History 17 Apr 2031 Overdue: a report on the lamps",
    ],
)
def test_a_dossier_shows_all_there_is_on_a_commitment(said: str) -> None:
    dossier = a.dossier(whole_row(), evidence=(a.weighed(),), rulings=(a.ruling(),), changes=(a.change(),))
    assert said in words(dossier_text(dossier, date(2031, 11, 1), sound()))


def test_a_dossier_keeps_the_order_of_its_evidence() -> None:
    new = a.weighed(a.evidence(quote="Second."))
    old = a.weighed(a.evidence(quote="First."))
    text = dossier_text(a.dossier(evidence=(new, old)), DAY, sound())
    assert text.index("Second.") < text.index("First.")


def test_a_dossier_without_evidence_says_whether_anybody_looked() -> None:
    assert "Not looked at yet: no source has been read." in dossier_text(a.dossier(), DAY)
    assert "Nothing found.\n" in dossier_text(a.dossier(), DAY, sound())
    behind = (a.health(reach=date(2031, 6, 1)),)
    assert "Nothing found in what was read; not all" in dossier_text(a.dossier(), DAY, behind)


def test_a_ruling_shows_its_new_date_and_what_came_in_its_place() -> None:
    moved = a.ruling(kind=RulingKind.MOVED, due=a.due("by July", date(2031, 7, 31)), quote="By July.", source=a.LINK)
    gone = a.ruling("r2", kind=RulingKind.SUPERSEDED, successor="new-lamps", document=("hansard", "A1"))
    text = dossier_text(a.dossier(rulings=(moved, gone)), DAY, sound())
    assert "New date: “by July”, by 31 July 2031" in text
    assert "“By July.”" in text
    assert "on hansard A1, in its place: new-lamps" in text


def test_the_registers_own_account_of_a_promise_is_not_put_in_quotation_marks() -> None:
    made = a.commitment(words="A report was promised: “within three months” (written answer 7).")
    text = dossier_text(a.dossier(a.row(made)), DAY, sound())
    assert "Promised: A report was promised: “within three months” (written answer 7).\n" in text
