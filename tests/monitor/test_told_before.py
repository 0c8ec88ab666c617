"""Is nothing told twice where the version before told a part of the story, in its own words and of its own days?

`told_before.json` is what that version told of the story in played_story.py, as its ledger kept it.
"""

import json
from datetime import datetime
from pathlib import Path

from monitor.model.changes import Change
from state.json_columns import CHANGE
from tests.builders import Newsroom
from tests.monitor.played_story import DEBATE, LAST, papers, played, register

_TOLD = Path(__file__).with_name("told_before.json")


def _before() -> tuple[tuple[Change, datetime], ...]:
    rows = json.loads(_TOLD.read_text(encoding="utf-8"))
    return tuple((CHANGE.validate_python(r["change"]), datetime.fromisoformat(r["told_at"])) for r in rows)


def _room(*, read: bool) -> Newsroom:
    """Return the state of the version before, its papers `read` or not."""
    room = register()
    if read:
        played(room, telling=False)
    for change, told_at in _before():
        room.ledger.tell([change], told_at)
    return room


def test_the_version_before_had_told_of_delays_of_parts_of_an_edit_and_of_what_was_missed() -> None:
    kinds = {change.kind for change, _ in _before()}
    assert {"made", "delays", "milestone", "status", "amended", "progress"} <= kinds
    assert all(change.details == () for change, _ in _before())


def test_nothing_is_told_twice_of_a_story_that_the_version_before_told() -> None:
    room = _room(read=True)
    assert room.wait(LAST, 21) == ()
    assert {c.id for c in room.told()} == {change.id for change, _ in _before()}


def test_nor_where_all_its_papers_are_read_anew_at_once() -> None:
    room = _room(read=False)
    every = {(d.source, d.key): d for _, documents in papers() for d in documents}
    assert [c.headline for c in room.read(*every.values(), on=LAST)] == []


def test_a_new_state_tells_the_same_turns_under_the_same_ids() -> None:
    room = register()
    played(room)
    old = {change.id for change, _ in _before()}
    only_new = [(c.kind, c.after, c.at.date()) for c in room.told() if c.id not in old]
    assert only_new == [("delays", "2031-05-31", DEBATE.published_on)]
