"""Does a damaged state end every command with 1, with its rows named, and is it mended by the next scan?"""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from monitor.model.documents import Document
from monitor.model.ports import Progress, Watchlist
from monitor.model.sources import GOV_UK, Card, Harvest, Span
from monitor.pipeline.service import Service
from state.ledger import SqlLedger, open_ledger
from tests import builders as b
from tests.tui.conftest import Call
from tests.tui.test_cli_records import PAGE, TODAY, spool

READING = [
    "status", "show mend-roads", "changes", "evidence", "report", "review", "replay", "discover", "doctor",
    "publish out", "register check roads.yaml", "explain gov-uk//government/news/lamps",
]  # fmt: skip


def altered(home: Path, statement: str) -> None:
    with closing(sqlite3.connect(home / "try.sqlite")) as disk, disk:
        disk.execute(statement)


@pytest.fixture
def told(bywhen: Call, home: Path) -> Call:
    """A state that holds a delivery, and was read once."""
    bywhen("ingest", spool(home / "a.jsonl", [PAGE, TODAY]))
    assert bywhen("status").code == 0
    return bywhen


@pytest.mark.parametrize("words", ["evidence", "status", "show mend-roads", "report", "publish out", "doctor"])
def test_a_document_that_was_altered_is_named_by_who_quotes_it(told: Call, home: Path, words: str) -> None:
    altered(home, "UPDATE versions SET spool = replace(spool, 'pothole', 'porthole')")
    said = told(*words.split())
    assert said.code == 1
    assert "gov-uk//government/publications/pothole-plan (version 1)" in said.out + said.err
    assert "porthole" not in said.out + said.err


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE spans SET until = 'soon'",
        "UPDATE evidence SET said = replace(said, 'othole', 'orthole')",
        "UPDATE changes SET said = '{'",
        "UPDATE rulings SET said = 'x'",
        "UPDATE sources SET tried_at = '2025-13-45'",
        "UPDATE marks SET value = char(7) || value",
        "UPDATE versions SET spool = CAST(x'fffe00' AS TEXT)",
        "UPDATE documents SET source = 'gov-ul'",
        "UPDATE problems SET last_at = ''",
        "UPDATE leases SET until = 'x'",
        "UPDATE readings SET digest = digest || '0'",
        "UPDATE evidence SET version_id = version_id + 1000",
    ],
)
def test_no_altered_row_is_a_bug_of_ours(told: Call, home: Path, statement: str) -> None:
    told("rule", "note", "mend-roads", "--why", "so that there is one")
    altered(home, statement)
    for words in READING:
        said = told(*words.split())
        assert said.code in (0, 1), (words, said.err)
        assert "Traceback" not in said.err
        assert "porthole" not in said.out


@pytest.mark.parametrize("seed", range(5))
def test_whatever_bits_turn_over_a_command_ends_with_one_or_shows_what_it_showed(
    told: Call, home: Path, seed: int
) -> None:
    words = ("evidence", "--json")
    place, before = home / "try.sqlite", told(*words)
    told("status")
    chance, whole = random.Random(seed), bytearray(place.read_bytes())
    for _ in range(30):
        whole[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    for beside in home.glob("try.sqlite-*"):
        beside.unlink()
    place.write_bytes(whole)
    said = told(*words)
    assert said.code in (0, 1), said.err
    assert said.code == 1 or said.out == before.out
    assert told("doctor").code == 1


NOW = datetime(2031, 6, 20, 20, tzinfo=UTC)
PUBLISHED = b.document(
    "/lamps", source=GOV_UK, kind="news_story", title="The lamp report is published", published_on=date(2031, 5, 2)
)


class Shelf:
    """A source that brings again what it is asked for by its day or by its key, and else shows that nothing moved."""

    def __init__(self, *held: Document) -> None:
        day = timedelta(days=1)
        self.card = Card(GOV_UK, "", "https://lamps.example", "", "", day, 0, day, 0, 99)
        self.held, self.read, self.watched = held, list[Span](), list[Watchlist]()

    async def harvest(self, since: date, until: date, watch: Watchlist, tell: Callable[[Progress], None]) -> Harvest:
        self.read.append(Span(since, until))
        self.watched.append(watch)
        found = tuple(d for d in self.held if since <= d.published_on <= until or d.key in watch.keys)
        return Harvest(GOV_UK, since, until, NOW, NOW, found)

    async def changed(self, watch: Watchlist) -> str:
        return "the same"


async def scanned(ledger: SqlLedger, shelf: Shelf) -> tuple[str, ...]:
    service = Service((b.register(),), ledger, (shelf,), lambda: NOW, holder="us")
    await service.scan((), date(2031, 4, 1), print)
    return service.amiss()


async def test_what_can_be_fetched_again_is_by_the_next_scan_though_nothing_moved(tmp_path: Path) -> None:
    place, shelf = tmp_path / "try.sqlite", Shelf(PUBLISHED)
    ledger = open_ledger(str(place))
    await scanned(ledger, shelf)
    before, told, asked = ledger.versions(GOV_UK, "/lamps"), ledger.changes("lamps"), len(shelf.read)
    altered(tmp_path, "UPDATE versions SET spool = replace(spool, 'lamp', 'lump')")
    service = Service((b.register(),), ledger, (shelf,), lambda: NOW, holder="us")
    assert ledger.latest([(GOV_UK, "/lamps")]) == {}
    assert service.amiss()
    assert await scanned(ledger, shelf) == ()
    assert len(shelf.read) > asked
    assert (ledger.versions(GOV_UK, "/lamps"), ledger.changes("lamps"), ledger.check()) == (before, told, ())
    asked = len(shelf.read)
    assert await scanned(ledger, shelf) == ()
    assert len(shelf.read) == asked
    ledger.close()
