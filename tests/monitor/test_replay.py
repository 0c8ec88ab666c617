"""Does a story told again show what differs from what was told, and record nothing?"""

from dataclasses import replace
from datetime import date

from monitor.pipeline.replay import UNREAD, ReplayedStory, replay, reread
from monitor.status.facts import gather
from tests import builders as b

OUT, TODAY = date(2031, 6, 16), date(2031, 7, 1)
PUBLISHED = b.answer("The lamp report was published today.", OUT)


def again(room: b.Newsroom, since: date | None = None, until: date = TODAY) -> ReplayedStory:
    ledger, register = room.ledger, room.register
    found = reread(room.subject.matcher, ledger.unread(UNREAD))
    facts = gather(register, found.evidence, ledger.rulings(register.id), ledger.coverage(), ledger.replaced())
    told = ledger.changes(register.id)
    return replay(facts, found.compared, told, now=b.at(TODAY), since=since, until=until)


def a_room() -> b.Newsroom:
    room = b.Newsroom()
    room.read(b.answer("The lamp report is delayed to the end of May.", date(2031, 4, 10), "q0"), on=date(2031, 4, 20))
    room.read(PUBLISHED, replace(PUBLISHED, key="q2"), on=OUT)
    return room


def test_by_the_same_rules_everything_told_still_follows_and_nothing_is_missing() -> None:
    room = a_room()
    found = again(room)
    assert not found.differs
    assert {c.id for c in found.follows} == {c.id for c in room.told()}
    assert (found.no_longer, found.never_told, found.documents) == ((), (), 3)


def test_it_records_nothing() -> None:
    room = a_room()
    before = (room.told(), list(room.ledger.unread(UNREAD)), room.ledger.evidence(room.register.digest))
    again(room)
    assert (room.told(), list(room.ledger.unread(UNREAD)), room.ledger.evidence(room.register.digest)) == before


def test_what_other_rules_would_not_find_follows_no_longer() -> None:
    room = a_room()
    blind = b.commitment(watch=replace(b.commitment().watch, names=("something else",)))
    found = again(b.Newsroom(b.register(blind), room.ledger))
    assert found.differs
    assert {"status"} <= {c.kind for c in found.no_longer}
    turns = {t.commitment: (t.told, t.found) for t in found.statuses}
    assert turns == {"lamp-report": ("delivered", "overdue")}


def test_what_today_is_found_in_an_old_document_was_never_told() -> None:
    room = b.Newsroom(b.register(b.commitment(watch=replace(b.commitment().watch, names=("something else",)))))
    room.read(PUBLISHED, on=OUT)
    found = again(b.Newsroom(b.register(), room.ledger))
    assert "delivered" in {c.after for c in found.never_told}
    assert {c.kind for c in found.follows} >= {"made"}


def test_only_the_days_asked_for_are_shown() -> None:
    room = a_room()
    found = again(room, since=date(2031, 4, 1), until=date(2031, 4, 30))
    days = {c.at.date() for c in (*found.follows, *found.no_longer, *found.never_told)}
    assert days
    assert all(date(2031, 4, 1) <= day <= date(2031, 4, 30) for day in days)
    assert [(t.told, t.found) for t in found.statuses] == [("overdue", "overdue")]


def test_what_was_taken_back_by_a_correction_is_told_apart() -> None:
    room = b.Newsroom()
    room.read(on=date(2031, 5, 1))
    told = [c for c in room.told() if c.kind == "status"]
    early = b.answer("The lamp report was published today.", date(2031, 3, 3), "q9")
    room.read(early, on=date(2031, 6, 1))
    assert "correction" in {c.kind for c in room.told()}
    found = again(room)
    assert [c.id for c in found.corrected] == [c.id for c in told]
    assert "correction" in {c.kind for c in found.follows}
    assert not found.differs
