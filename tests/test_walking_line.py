"""Does the whole of it work for a user: sources in, statuses and feeds out, whatever is killed on the way?"""

import gzip
import json
import re
import signal
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import feedparser
import pytest

from monitor.model.sources import Harvest
from monitor.pipeline.replay import UNREAD
from monitor.pipeline.tick import record_harvest, tell_news
from tests.fakes import MemoryLedger
from tests.tui.calling import Said, spawned
from tests.walking import Running, left, replica
from tui.cli import run
from tui.played_year import Replay
from tui.wiring import Options, open_service

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
SINCE = "2025-01-06"
"""The day of the first promise: a status of any later day needs everything from there on."""

DELIVERED = {
    "review-panel": date(2025, 4, 1),
    "jay-timetable": date(2025, 4, 8),
    "casey-audit": date(2025, 6, 16),
}
"""Since when a commitment may be called delivered in 2025; those that are not here may not be called so at all."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("walk")


@pytest.fixture(scope="module")
def config(home: Path) -> Iterator[str]:
    with replica(home) as written:
        yield written


@pytest.fixture(scope="module")
def scanned(home: Path, config: str) -> Said:
    """One pass of the command over the replica's year, into `year.sqlite`."""
    return spawned(home, "--config", config, "--state", "year.sqlite", "scan", "--since", SINCE, "--json")


@pytest.fixture
def asked(home: Path, scanned: Said, config: str, capsys: pytest.CaptureFixture[str]) -> Any:
    """What asks the state of that pass for JSON."""

    def ask(*words: str) -> Any:
        capsys.readouterr()
        assert run(["--state", str(home / "year.sqlite"), "--config", config, *words, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    return ask


def test_a_scan_brings_documents_in_and_says_so(scanned: Said) -> None:
    assert scanned.code == 0, scanned.err
    assert set(scanned.shape["read"]) >= {"gov-uk", "written-questions", "written-statements", "hansard"}
    assert scanned.shape["failed"] == []
    assert scanned.shape["documents"] > 300
    assert scanned.shape["problems"] == []
    assert len(scanned.asides) < 60, "progress must not fill a log"


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        (
            "2025-03-01",
            {
                "casey-audit": ("pending", None, None),
                "jay-timetable": ("pending", None, None),
            },
        ),
        (
            "2025-05-01",
            {
                "casey-audit": ("overdue", None, 15),
                "jay-timetable": ("delivered", "2025-04-08", 0),
            },
        ),
        (
            "2025-07-01",
            {
                "casey-audit": ("delivered", "2025-06-16", 61),
                "jay-timetable": ("delivered", "2025-04-08", 0),
            },
        ),
        (
            "2025-12-31",
            {
                "casey-audit": ("delivered", "2025-06-16", 61),
                "ethnicity-data": ("pending", None, None),
            },
        ),
    ],
)
@pytest.mark.parametrize("rulings", [True, False], ids=["with rulings", "without"])
def test_the_board_of_a_past_day_is_what_was_known_by_then(
    asked: Any, day: str, wanted: dict[str, tuple[str, str | None, int | None]], rulings: bool
) -> None:
    board = asked("status", "--as-of", day, *(() if rulings else ("--without-rulings",)))
    rows = {row["id"]: row for row in board["commitments"]}
    told = {name: (rows[name]["status"], rows[name]["delivered_on"], rows[name]["days_late"]) for name in wanted}
    assert told == wanted
    assert board["as_of"] == day
    if day == "2025-12-31":
        assert "superseded" in rows["local-inquiries"]["flags"]


@pytest.mark.parametrize("rulings", [True, False], ids=["with rulings", "without"])
def test_on_no_day_of_the_year_is_anything_called_delivered_that_was_not(
    home: Path, scanned: Said, rulings: bool
) -> None:
    with open_service(Options(state=str(home / "year.sqlite"))) as service:
        day = date(2025, 1, 16)
        while day.year == 2025:
            for row in service.board(day, rulings=rulings).rows:
                if row.status == "delivered":
                    known = DELIVERED.get(row.commitment.id)
                    assert known, f"{row.commitment.id} was never delivered in 2025"
                    assert known <= day, f"{row.commitment.id} on {day}"
            day += timedelta(days=7)


MONTHS = tuple(date(2025 + month // 12, month % 12 + 1, 1) - timedelta(days=1) for month in range(1, 13))
AT_MONTHS_END = {
    "casey-audit": "pppooddddddd",
    "extra-funding": "pppppppppppp",
    "local-inquiries": "pppppSSSSSSS",
    "review-panel": "pppddddddddd",
    "closed-cases": "pppppppppppp",
    "ethnicity-data": "pppppppppppp",
    "jay-timetable": "pppddddddddd",
    "mandatory-reporting": "pppppppppppp",
    "aggravating-factor": "pppppppppppp",
    "police-performance": "pppppppppppp",
    "survivors-panel": "pppppppppppp",
    "iicsa-recommendations": "   ppppppppp",
    "national-inquiry": "     ppppppp",
    "casey-recommendations": "     ppppppp",
}
"""The status at each month's end: pending, overdue, delivered; S for superseded, " " for not promised yet."""


@pytest.mark.parametrize("rulings", [True, False], ids=["with rulings", "without"])
def test_each_commitment_stands_at_each_months_end_as_it_is_known_to_have_stood(
    home: Path, scanned: Said, rulings: bool
) -> None:
    with open_service(Options(state=str(home / "year.sqlite"))) as service:
        boards = [service.board(day, rulings=rulings) for day in MONTHS]
    told = [{row.commitment.id: "S" if row.stop else row.status[0] for row in board.rows} for board in boards]
    names = dict.fromkeys(name for month in told for name in month)
    stood = {name: "".join(month.get(name, " ") for month in told) for name in names}
    assert stood.pop("inquiry-position")[-1] == ("S" if rulings else "p"), "that it was given up, a person has to say"
    assert stood == AT_MONTHS_END


def test_a_first_pass_takes_nothing_back_and_tells_the_same_in_any_order_of_its_sources(
    home: Path, scanned: Said
) -> None:
    with open_service(Options(state=str(home / "year.sqlite"))) as service:
        held = [version for batch in service.ledger.unread(UNREAD) for version in batch]
        told = {t.change.id: t.change for t in service.changes()}
        subjects, now = service.subjects, service.clock()
    assert {change["id"] for change in scanned.shape["changes"]} == told.keys()
    assert [c.headline for c in told.values() if c.kind == "correction" or "pending again" in c.headline.lower()] == []
    sources = sorted(scanned.shape["read"])
    for order in (sources, sources[::-1], Random(7).sample(sources, len(sources))):
        ledger = MemoryLedger()
        for source in order:
            found = tuple(v.document for v in held if v.document.source == source)
            brought = Harvest(source, date.fromisoformat(SINCE), now.date(), now, now, found)
            assert record_harvest(None, brought, ledger, subjects, now).changes == ()
        assert {c.id: c for c in tell_news(ledger, subjects, now)} == told


def test_the_json_has_the_keys_that_others_rely_on(asked: Any) -> None:
    row = asked("status")["commitments"][0]
    assert list(row) == [
        "id", "title", "status", "flags", "made_on", "made_by", "due", "delivered_on", "days_late", "confirmed",
        "milestones", "evidence", "last_heard",
    ]  # fmt: skip
    assert list(row["milestones"][0]) == ["id", "title", "status", "due", "delivered_on", "confirmed"]
    assert (list(row["made_by"]), list(row["due"])) == (["name", "post"], ["said", "earliest", "latest"])
    piece = asked("evidence", "--commitment", row["id"])[0]
    assert list(piece) == [
        "document", "commitment", "milestone", "relation", "strength", "quote", "reasons", "ruling", "says", "when",
        "moved_to", "points",
    ]  # fmt: skip
    assert list(piece["document"]) == ["source", "key", "version", "url", "title", "published_on"]
    change = asked("changes")[0]
    assert list(change) == ["id", "at", "commitment", "kind", "from", "to", "because", "headline", "details", "told_at"]


def test_scanning_again_brings_nothing_new_and_the_feed_keeps_its_ids(
    home: Path, scanned: Said, config: str, asked: Any
) -> None:
    common = ("--config", config, "--state", str(home / "year.sqlite"))
    ids = []
    for folder in ("first", "second"):
        assert asked("publish", str(home / folder))["files"]
        feed = feedparser.parse((home / folder / "feed.xml").read_bytes())
        assert not feed.bozo
        ids.append([entry.id for entry in feed.entries])
        if folder == "first":
            again = spawned(home, *common, "scan", "--json", "--source", "gov-uk", "--source", "written-questions")
            assert (again.code, again.shape["documents"], again.shape["changes"]) == (0, 0, [])
    assert ids[0] == ids[1]
    assert len(ids[0]) == len(set(ids[0])) == len(scanned.shape["changes"])


@pytest.mark.skipif(sys.platform != "linux", reason="children are looked for in /proc")
def test_a_scan_killed_on_its_way_loses_nothing_repeats_nothing_and_leaves_no_child(home: Path, config: str) -> None:
    few = ("scan", "--since", "2025-09-01", "--source", "gov-uk", "--source", "written-questions")
    whole = spawned(home, "--config", config, "--state", "whole.sqlite", *few, "--json")
    common = ("--config", config, "--state", "killed.sqlite")
    for moment in ("gov-uk: ", "written-questions: ", "all read"):
        scan = Running(home, *common, *few)
        scan.wait_for(moment)
        assert scan.end(signal.SIGKILL) == -signal.SIGKILL
        assert scan.children, "nothing was under way when it was killed"
        assert left(scan.children, 15) == set()
    assert spawned(home, *common, *few).code == 0
    assert list(home.glob("bywhen-*-*")) == [], "what the killed ones left in the temporary folder is gone"
    unbroken, broken = held(home / "whole.sqlite"), held(home / "killed.sqlite")
    assert broken == unbroken
    assert whole.shape["documents"] == sum(unbroken["counts"].values()) > 50


def held(state: Path) -> dict[str, Any]:
    """Return everything that a state says."""
    with open_service(Options(state=str(state))) as service:
        return {
            "counts": service.counts(),
            "board": service.board(),
            "evidence": service.evidence(),
            "changes": [told.change for told in service.changes()],
        }


@pytest.mark.skipif(sys.platform != "linux", reason="children are looked for in /proc")
def test_a_scan_that_is_asked_to_end_takes_its_children_along_and_frees_the_state(home: Path, config: str) -> None:
    common = ("--config", config, "--state", "ended.sqlite")
    scan = Running(home, *common, "scan", "--since", SINCE, "--source", "hansard")
    scan.wait_for("hansard: ")
    assert scan.children
    assert scan.end(signal.SIGTERM) == 130
    assert left(scan.children, 0) == set()
    with open_service(Options(state=str(home / "ended.sqlite"))) as service:
        assert service.ledger.holder("scan") is None
        assert service.ledger.check() == ()


@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus is not beside this checkout")
def test_the_corpus_is_taken_whole_and_taking_it_again_changes_nothing(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus, labelled = SHARED / "corpus" / "written-answers.jsonl.gz", SHARED / "gold" / "documents.jsonl"
    with gzip.open(corpus, "rb") as lines:
        number = sum(1 for _ in lines)
    state = str(home / "corpus.sqlite")
    told = []
    for file in (corpus, labelled, labelled):
        assert run(["--state", state, "ingest", str(file), "--json"]) == 0
        told.append(json.loads(capsys.readouterr().out))
    assert number == 15_000
    assert [t["documents"] for t in told] == [number, 123, 0]
    assert told[-1]["changes"] == []
    with open_service(Options(state=state)) as service:
        assert sum(service.counts().values()) == number + 123


async def test_the_demo_tells_each_change_in_a_line_and_shows_the_board_at_the_end(home: Path) -> None:
    said: list[str] = []
    await Replay(str(home / "demo.sqlite"), 14, date(2025, 1, 20)).printed(said.append, 100)
    *lines, board = "".join(f"{text}\n" for text in said).partition("Board on ")
    told = lines[0].splitlines()[:-1]
    assert len(told) > 10
    assert [line for line in told if not re.match(r"\d{1,2} Jan 2025  +\S", line)] == []
    assert board.startswith("20 January 2025")
    assert "casey-audit" in board
