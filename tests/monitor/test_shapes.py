"""Does the JSON hold exactly the keys and types that others rely on?"""

import json
from datetime import UTC, date, datetime, timedelta, timezone

from monitor.model.boards import FlagName, Move, Proof, Status, Stop
from monitor.model.evidence import Relation
from monitor.model.sources import Problem
from monitor.reports.shapes import (
    as_json,
    changes_shape,
    dossier_shape,
    evidence_shape,
    health_shape,
    scan_shape,
    status_shape,
)
from tests import builders as a


def test_status_tells_a_late_delivery_with_exactly_the_promised_keys() -> None:
    row = a.row(
        status=Status.DELIVERED,
        flags=(a.flag(FlagName.LATE, "late by 61 days", "of 16 April 2031"),),
        delivered_on=date(2031, 6, 16),
        days_late=61,
        confirmed=True,
        evidence=3,
        last_heard=date(2031, 6, 16),
    )
    due = {"said": "within three months", "earliest": "2031-01-16", "latest": "2031-04-16"}
    assert status_shape(a.board(row, as_of=date(2031, 7, 1))) == {
        "as_of": "2031-07-01",
        "commitments": [
            {
                "id": "lamp-report",
                "title": "A report on the lamps",
                "status": "delivered",
                "flags": ["late by 61 days"],
                "made_on": "2031-01-16",
                "made_by": {"name": "Ada Marsh", "post": "Minister for Lighthouses"},
                "due": due,
                "delivered_on": "2031-06-16",
                "days_late": 61,
                "confirmed": True,
                "milestones": [
                    {
                        "id": "report",
                        "title": "The report on lamps is published",
                        "status": "delivered",
                        "due": due,
                        "delivered_on": "2031-06-16",
                        "confirmed": True,
                    }
                ],
                "evidence": 3,
                "last_heard": "2031-06-16",
            }
        ],
    }


def test_status_says_null_where_nothing_is_known() -> None:
    made = a.commitment(due=None, milestones=())
    (row,) = status_shape(a.board(a.row(made)))["commitments"]
    assert (row["due"], row["delivered_on"], row["days_late"], row["last_heard"]) == (None, None, None, None)
    assert row["milestones"] == []


def test_words_that_give_no_date_keep_their_words_and_have_no_window() -> None:
    (row,) = status_shape(a.board(a.row(a.commitment(due=a.undated("shortly")))))["commitments"]
    assert row["due"] == {"said": "shortly", "earliest": None, "latest": None}


def test_evidence_tells_its_document_and_what_a_person_said_of_it() -> None:
    found = a.evidence(Relation.MENTIONS_ONLY, milestone=None, strength=0.123456)
    assert evidence_shape([a.weighed(found, "rejected")]) == [
        {
            "document": {
                "source": "written-questions",
                "key": "q1",
                "version": 1,
                "url": "https://questions-statements.parliament.uk/written-questions/detail/2031-06-10/q1",
                "title": "Lighthouses",
                "published_on": "2031-06-16",
            },
            "commitment": "lamp-report",
            "milestone": None,
            "relation": "mentions-only",
            "strength": 0.123,
            "quote": "The lamp report was published today.",
            "reasons": ["names the lamp report", "says it was published"],
            "ruling": "rejected",
            "says": None,
            "when": None,
            "moved_to": None,
            "points": None,
        }
    ]


def test_evidence_tells_what_its_sentence_says_when_and_by_which_words() -> None:
    moved = a.due("by the end of May", date(2031, 5, 31))
    found = a.evidence(Relation.DELAYS, moved_to=moved, says="will", when="by the end of May", points="“It”")
    (shape,) = evidence_shape([a.weighed(found)])
    assert (shape["says"], shape["when"], shape["points"]) == ("will", "by the end of May", "“It”")
    assert shape["moved_to"] == {"said": "by the end of May", "earliest": "2031-01-16", "latest": "2031-05-31"}


def test_changes_tell_when_in_utc_ending_in_z_whatever_zone_they_came_in() -> None:
    summer = timezone(timedelta(hours=1))
    made = a.change(named="c1", at=datetime(2031, 6, 16, 0, 30, 5, 999, tzinfo=summer))
    (shape,) = changes_shape([a.told(made)])
    assert shape == {
        "id": "c1",
        "at": "2031-06-15T23:30:05Z",
        "commitment": "lamp-report",
        "kind": "status",
        "from": "pending",
        "to": "overdue",
        "because": None,
        "headline": "Overdue: a report on the lamps",
        "details": [],
        "told_at": "2031-06-15T23:35:05Z",
    }


def test_a_change_carries_its_proof() -> None:
    (shape,) = changes_shape([a.told(a.change(because=a.because("It is out.", a.LINK)))])
    assert shape["because"] == {"quote": "It is out.", "url": a.LINK}


def test_a_dossier_holds_the_row_and_everything_behind_it() -> None:
    move = Move(date(2031, 3, 1), a.due("later in May", date(2031, 5, 31), said_on=date(2031, 3, 1)), "q", a.LINK)
    proof = Proof(
        on=None, known_on=date(2031, 6, 16), confirmed=False, quote="Out.", url=a.LINK, by="r", caution="one source"
    )
    row = a.row(
        status=Status.DELIVERED,
        milestones=(a.milestone_row(status=Status.DELIVERED, moves=(move,), proof=proof, stale=("hansard",)),),
        stop=Stop(date(2031, 9, 1), "superseded", "new-lamps", "q", a.LINK, confirmed=False),
    )
    shape = dossier_shape(a.dossier(row, evidence=(a.weighed(),), rulings=(a.ruling(),), changes=(a.change(),)))
    assert set(status_shape(a.board(row))["commitments"][0]) <= set(shape)
    (milestone,) = shape["milestones"]
    assert milestone["moves"][0]["due"]["latest"] == "2031-05-31"
    assert (milestone["promised"]["latest"], milestone["expected"]) == ("2031-04-16", "a report is published")
    assert (milestone["proof"]["caution"], milestone["stale"]) == ("one source", ["hansard"])
    assert (milestone["proof"]["on"], milestone["proof"]["known_on"]) == (None, "2031-06-16")
    assert shape["stop"]["by"] == "new-lamps"
    assert shape["post"]["held"][0]["until"] == "2031-09-05"
    assert shape["evidence_in_full"][0]["url"].startswith("https://")
    assert [r["why"] for r in shape["rulings"]] == ["The report stands on the department's page."]
    assert json.loads(as_json(shape)) == shape


def test_health_tells_a_source_never_tried_from_one_that_failed() -> None:
    never = a.health("gov-uk", reach=None, tried_at=None)
    bad = Problem("hansard", "shape", "no Items", "https://hansard-api.parliament.uk/x.json")
    failed = a.health("hansard", reach=None, tried_at=a.at(a.SAID), failures=2, problems=(bad,))
    first, second = health_shape([never, failed], {"hansard": 4})
    assert (first["tried_at"], first["documents"], first["problems"]) == (None, 0, [])
    assert (second["tried_at"], second["read_to"], second["failures"]) == ("2031-01-16T09:00:00Z", None, 2)
    assert second["problems"][0]["kind"] == "shape"


def test_a_scan_tells_what_was_read_what_failed_and_what_changed() -> None:
    bad = Problem("hansard", "timeout", "no answer in 60 s")
    shape = scan_shape(changes=(a.change(),), problems=(bad,), read=("gov-uk",), failed=("hansard",), documents=7)
    assert (shape["read"], shape["failed"], shape["documents"]) == (["gov-uk"], ["hansard"], 7)
    assert shape["changes"][0]["to"] == "overdue"
    assert shape["problems"][0]["seen"] == "no answer in 60 s"


def test_json_keeps_letters_and_escapes_what_could_steer_a_terminal() -> None:
    hostile = "£10m \u202egnp\u202c \x9b31m \x1b]0;x\x07 \U000e0041 \u2028 é"
    written = as_json({"quote": hostile})
    assert "£10m" in written
    assert "é" in written
    assert not set(written) & set("\u202e\u202c\x9b\x1b\x07\U000e0041\u2028")
    assert json.loads(written) == {"quote": hostile}


def test_moments_are_told_to_the_second() -> None:
    change = a.change(at=datetime(2031, 1, 1, 8, 0, 0, 123456, tzinfo=UTC))
    assert changes_shape([a.told(change)])[0]["at"] == "2031-01-01T08:00:00Z"
