"""A promise as an editor would print it."""

from datetime import date

from monitor.model.boards import FlagName, Proof, Status
from monitor.reports.citation import citation, citation_link
from tests import builders as b

TODAY = date(2031, 6, 16)
LINK = "https://example.org/proof"


def test_an_overdue_promise_is_cited_with_what_was_promised_and_how_late_it_is() -> None:
    told = citation(b.row(status=Status.OVERDUE, days_late=61), TODAY).splitlines()
    assert told[0] == "We will publish a report on the lamps within three months."
    assert "Ada Marsh, Minister for Lighthouses, 16 January 2031" in told[1]
    assert told[2] == "A report on the lamps: overdue, 61 days late (as of 16 June 2031)"
    assert told[3].startswith("https://hansard.parliament.uk/")


def test_a_delivered_one_is_cited_with_its_proof_and_that_nobody_checked_it() -> None:
    proof = Proof(date(2031, 6, 1), date(2031, 6, 1), False, "It is published.", LINK, "the rules")
    kept = b.milestone_row(status=Status.DELIVERED, proof=proof, delivered_on=date(2031, 6, 1))
    row = b.row(status=Status.DELIVERED, delivered_on=date(2031, 6, 1), milestones=(kept,))
    told = citation(row, TODAY)
    assert told.startswith("“It is published.”\nDone on 1 June 2031\n")
    assert "delivered on 1 June 2031, not checked by a person" in told
    assert told.endswith(LINK)


def test_what_nobody_can_say_is_never_cited_as_pending() -> None:
    told = citation(b.row(flags=(b.flag(FlagName.STALE),)), TODAY)
    assert "can't say" in told
    assert "pending" not in told


def test_no_link_but_one_of_the_web_is_given_and_no_control_character() -> None:
    proof = Proof(None, TODAY, True, "It\x1b[31m is\nout.", "javascript:alert(1)", "A person")
    kept = b.milestone_row(status=Status.DELIVERED, proof=proof)
    row = b.row(status=Status.DELIVERED, milestones=(kept,), confirmed=True)
    assert (citation_link(row) or "").startswith("https://hansard")
    assert "\x1b" not in citation(row, TODAY)
    assert "javascript" not in citation(row, TODAY)
