"""What does a scan cost when nothing is new, and does it ever overlook something to stay cheap?"""

import asyncio
import json
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from monitor.model.sources import BILLS, GOV_UK, WHATSON, WRITTEN_QUESTIONS
from monitor.pipeline.watermark import NOTE
from spiders.catalogue import CARDS
from spiders.replica.__main__ import config
from spiders.replica.happenings import Edition, Page
from spiders.replica.imagined_year import Timeline
from spiders.replica.server import Replica
from state.ledger import open_ledger
from tests.builders.register_files import SOUND
from tests.tui.calling import Said, environment, spawned

HEAVY = ("scrapy", "twisted", "sqlalchemy", "alembic", "pydantic", "httpx", "aiohttp", "textual", "yaml")
TODAY = datetime.now(UTC).date()
READ = (GOV_UK, WRITTEN_QUESTIONS, BILLS)
"""Of bills the register names none, so that it is never asked."""
WORDS = ("--state", "try.sqlite", "--register", "roads.yaml", "--config", "replica.toml", "scan")


def page(path: str, days_ago: int) -> Page:
    first = Edition(TODAY - timedelta(days=days_ago), "First published.", None, "Roads.")
    return Page(path, "policy_paper", "A plan", "Plans.", ("home-office",), (first,), (), (), (), None, False)


class Served:
    """A replica in a thread of its own, which at first knows nothing of today."""

    def __init__(self, home: Path) -> None:
        sat = tuple(TODAY - timedelta(days=n) for n in range(40, 2, -1))
        pages = (page("/plan", 90), page("/older", 30), page("/old", 3), page("/news", 0))
        self.day = TODAY - timedelta(days=1)
        self.replica = Replica(Timeline(pages=pages, days=sat), lambda: self.day)
        self.home = home

    def asked(self) -> list[str]:
        """Return what was asked since this was asked last."""
        seen = [one.path for one in self.replica.record.seen]
        self.replica.record.seen.clear()
        return seen

    def scan(self) -> Said:
        return spawned(self.home, *WORDS)


@contextmanager
def opened(served: Served) -> Iterator[Served]:
    loop, ready, done = asyncio.new_event_loop(), threading.Event(), asyncio.Event()

    async def serve() -> None:
        async with served.replica:
            written = config({name: served.replica.addresses[name] for name in READ})
            off = "".join(f"[sources.{name}]\nenabled = false\n" for name in (*CARDS, WHATSON) if name not in READ)
            (served.home / "replica.toml").write_text(written + off, encoding="utf-8")
            ready.set()
            await done.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    try:
        assert ready.wait(30)
        yield served
    finally:
        loop.call_soon_threadsafe(done.set)
        thread.join()
        loop.close()


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A state that was scanned once."""
    home = tmp_path_factory.mktemp("quiet")
    (home / "roads.yaml").write_text(SOUND + "pages:\n  - /plan\n", encoding="utf-8")
    with opened(Served(home)) as served:
        first = served.scan()
        assert first.code == 0, first.err
        yield served


@pytest.fixture
def quiet(scanned: Served) -> Served:
    """The same, once it has settled: whatever a test before has done to it was scanned."""
    scanned.scan()
    scanned.asked()
    return scanned


def test_a_scan_with_nothing_new_makes_one_request_to_each_source_and_loads_next_to_nothing(quiet: Served) -> None:
    script = (
        "import sys; from tui.cli import run; code = run(sys.argv[1:]); "
        f"print(code, sorted({{m.partition('.')[0] for m in sys.modules}} & set({HEAVY!r})))"
    )
    said = subprocess.run(
        [sys.executable, "-P", "-c", script, *WORDS],
        cwd=quiet.home,
        env=environment(quiet.home),
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.stdout.strip() == "0 []", said.stderr
    assert said.stderr.splitlines() == ["3 sources read, 0 documents new or altered, 0 changes"]
    assert sorted(quiet.asked()) == ["/api/search.json", "/api/writtenquestions/questions"]


def test_every_source_counts_as_asked_and_sound_after_a_quiet_scan(quiet: Served) -> None:
    def told() -> dict[str, tuple[datetime | None, datetime | None]]:
        ledger = open_ledger(str(quiet.home / "try.sqlite"))
        found = {name: (h.tried_at, h.sound_at) for name, h in ledger.health().items()}
        ledger.close()
        return found

    before = told()
    quiet.scan()
    after = told()
    assert all(
        tried and sound and tried == sound > (before[name][1] or sound) for name, (tried, sound) in after.items()
    )


def test_what_was_published_since_is_found_by_the_next_scan(quiet: Served) -> None:
    quiet.day = TODAY
    said = quiet.scan()
    assert "1 document new or altered" in said.err
    assert "/api/content/news" in quiet.asked()


@pytest.mark.parametrize("altered", ["roads.yaml", "replica.toml"])
def test_an_altered_register_or_configuration_is_looked_for_anew(quiet: Served, altered: str) -> None:
    with (quiet.home / altered).open("a", encoding="utf-8") as file:
        file.write("# another thing\n")
    quiet.scan()
    assert "/robots.txt" in quiet.asked()


def test_a_scan_that_is_wanted_further_back_or_of_one_source_is_no_quiet_one(quiet: Served) -> None:
    said = spawned(quiet.home, *WORDS, "--since", str(TODAY - timedelta(days=40)), "--source", "gov-uk")
    assert said.code == 0, said.err
    assert "/robots.txt" in quiet.asked()


def test_marks_six_hours_old_are_not_gone_by(quiet: Served) -> None:
    with sqlite3.connect(quiet.home / "try.sqlite") as state:
        (value,) = state.execute("SELECT value FROM marks WHERE name = 'mark gov-uk'").fetchone()
        mark, at, *rest = json.loads(value)
        older = (datetime.fromisoformat(at) - timedelta(hours=6)).isoformat()
        state.execute("UPDATE marks SET value = ? WHERE name = 'mark gov-uk'", (json.dumps([mark, older, *rest]),))
    state.close()
    quiet.scan()
    asked = quiet.asked()
    assert asked.count("/robots.txt") == 1, "only GOV.UK was crawled"
    assert "/api/content/plan" in asked


def test_what_a_killed_scan_still_owes_is_told_by_the_next_however_quiet(quiet: Served) -> None:
    with sqlite3.connect(quiet.home / "try.sqlite") as state:
        (done,) = state.execute("SELECT value FROM marks WHERE name = ?", (NOTE,)).fetchone()
        state.execute("UPDATE marks SET value = 'owed since noon' WHERE name = ?", (NOTE,))
    assert quiet.scan().code == 0
    assert state.execute("SELECT value FROM marks WHERE name = ?", (NOTE,)).fetchone() == (done,)
    state.close()


def test_while_another_scan_is_at_work_a_quiet_one_is_refused_as_any_other(quiet: Served) -> None:
    ledger = open_ledger(str(quiet.home / "try.sqlite"))
    ledger.lease("scan", "elsewhere", datetime.now(UTC), 60)
    try:
        assert quiet.scan().code == 1
    finally:
        ledger.release("scan", "elsewhere")
        ledger.close()


def test_a_state_that_is_none_is_left_to_the_scan_to_complain_of(quiet: Served) -> None:
    (quiet.home / "letter.txt").write_text("Dear all,\n" * 200, encoding="utf-8")
    said = spawned(quiet.home, "--state", "letter.txt", *WORDS[2:])
    assert (said.code, "not a database" in said.err) == (2, True)
