"""Is a state that the version before made opened, and does all that others rely on stand in it as it stood?

`before/` holds that state as SQL, the register and the documents it was made from, and what that version printed.
"""

import json
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from state.ledger import open_ledger
from tests.tui.calling import Said, spawned

BEFORE = Path(__file__).parent / "before"
Ask = Callable[..., Said]
WORDS = frozenset({"reasons", "strength", "because", "headline", "detail"})
"""Keys whose values are words for people, or follow from weights that are learned anew."""


READ_SINCE = (
    "moved_to: None is now {'said': 'by 31 July 2025'",
    ".moves: [] is now [{'on': '2025-05-20', 'due': {'said': 'by 31 July 2025'",
    "is now [{'name': 'late', 'word': 'late by 51 days', 'detail': None}, {'name': 'slipped'",
    "['late by 51 days'] is now ['late by 51 days', 'slipped (moved 1 time)']",
)
"""Differences that are meant: that version did not see that a bound which ends later than was promised moves a date."""


@pytest.fixture
def said(tmp_path: Path) -> Ask:
    """What a command says of a copy of that state."""
    state = tmp_path / "state.sqlite"
    with sqlite3.connect(state) as connection:
        connection.executescript((BEFORE / "state.sql").read_text(encoding="utf-8"))
    connection.close()
    open_ledger(str(state)).close()  # who only reads leaves an older state as it is
    return partial(spawned, tmp_path, "--state", str(state), "--register", str(BEFORE / "lamps.yaml"))


def printed(name: str) -> Any:
    return json.loads((BEFORE / f"{name}.json").read_text(encoding="utf-8"))


def relied_on(shape: Any) -> Any:
    """A shape without the words in it; its keys stay."""
    if isinstance(shape, dict):
        return {key: None if key in WORDS else relied_on(value) for key, value in shape.items()}
    return [relied_on(value) for value in shape] if isinstance(shape, list) else shape


def differences(before: Any, now: Any, at: str = "") -> list[str]:
    """Where something that stood there stands no longer, or otherwise. What is new beside it does no harm."""
    if isinstance(before, dict) and isinstance(now, dict):
        gone = [f"{at}.{key} is gone" for key in before if key not in now]
        return gone + [d for key in before if key in now for d in differences(before[key], now[key], f"{at}.{key}")]
    if isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        return [d for n, (b, w) in enumerate(zip(before, now, strict=True)) for d in differences(b, w, f"{at}[{n}]")]
    return [] if before == now else [f"{at}: {before!r} is now {now!r}"]


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("status", ("status", "--json", "--as-of", "2025-08-01")),
        ("evidence", ("evidence", "--json")),
        ("show", ("show", "lamp-report", "--json", "--as-of", "2025-08-01")),
        ("changes", ("changes", "--json", "--since", "2025-01-01")),
    ],
)
def test_what_others_rely_on_stands_in_it_as_it_stood(name: str, asked: tuple[str, ...], said: Ask) -> None:
    done = said(*asked)
    assert done.code == 0, done.err
    found = differences(relied_on(printed(name)), relied_on(done.shape))
    assert [one for one in found if not any(meant in one for meant in READ_SINCE)] == []


def test_nothing_that_it_told_is_told_again_or_taken_back(said: Ask) -> None:
    told = {change["id"] for change in printed("changes")}
    assert said("ingest", str(BEFORE / "documents.jsonl")).code == 0
    after = said("changes", "--json", "--since", "2025-01-01").shape
    ids = [change["id"] for change in after]
    assert told <= set(ids)
    assert len(ids) == len(set(ids))
    assert [c for c in after if c["kind"] == "correction" and c["id"] not in told] == []


def test_a_difference_is_seen() -> None:
    before = printed("status")
    assert differences(before, before) == []
    moved = json.loads(json.dumps(before).replace("2025-07-21", "2025-07-22"))
    assert differences(before, moved)
