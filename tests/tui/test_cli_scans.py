"""Who may scan, what is told on the way, and how does a scan end?"""

import asyncio
import io
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tui.widgets.tally import amiss_text

from monitor.model.changes import Change
from monitor.model.documents import Document
from monitor.model.errors import UserError
from monitor.model.ports import Entry, Progress, Watchlist
from monitor.model.sources import Card, Harvest, Problem, Span
from monitor.pipeline.process_identity import has_ended, own_name
from monitor.pipeline.scan_leases import LEASE_SECONDS, LOOP_LEASE, SCAN_LEASE, SCAN_SINCE
from monitor.pipeline.scan_loop import loop
from monitor.pipeline.scan_outcome import result
from monitor.pipeline.service import NOT_READ, READ, Service
from monitor.pipeline.service_port import BrokenScanError, ScanResult
from monitor.reports.findings import find
from monitor.reports.source_freshness import failing, state
from spiders.catalogue import CARDS
from state.ledger import open_ledger
from tests import builders as a
from tests.fakes import MemoryLedger
from tests.tui.calling import ROOT, spawned
from tests.tui.conftest import Call
from tui.narration import PAUSE, Narrator, failures
from tui.tables import board_text
from tui.widgets.health_entries import standing

SOURCES = tuple(CARDS)
NOW = datetime(2031, 6, 16, 20, tzinfo=UTC)


class FakeSource:
    """A source that brings what it was given, or raises after another has begun, or never ends.

    It knows whether it was left in order.
    """

    def __init__(
        self,
        name: str,
        *found: Document,
        wrong: Exception | None = None,
        after: asyncio.Event | None = None,
        ends: bool = True,
    ) -> None:
        self.card = Card(name, name, f"https://{name}.example.org", "", "", timedelta(hours=1), 0, timedelta(3), 0, 99)
        self.found, self.wrong, self.after, self.ends = found, wrong, after, ends
        self.begun, self.left = asyncio.Event(), False
        self.problems: tuple[Problem, ...] = ()

    async def harvest(self, since: date, until: date, watch: Watchlist, tell: Callable[[Progress], None]) -> Harvest:
        tell(Progress(self.card.name, 0, "the first page"))
        self.begun.set()
        try:
            if self.after:
                await self.after.wait()
            if self.wrong:
                raise self.wrong
            if not self.ends:
                await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)  # as a child process takes its time to end
            self.left = True
        return Harvest(self.card.name, since, until, NOW, NOW, self.found, self.problems)

    async def changed(self, watch: Watchlist) -> bool:
        return True


def staffed(
    *sources: FakeSource, ledger: MemoryLedger | None = None, gone: Callable[[str], bool] | None = None
) -> Service:
    held = ledger or MemoryLedger()
    return Service((a.register(),), held, sources, lambda: NOW, holder="us", gone=gone or (lambda _name: False))


def quiet(_told: object) -> None:
    """Hear nothing."""


async def test_a_scan_tells_of_each_source_what_it_came_to() -> None:
    bad = FakeSource("hansard")
    bad.problems = (Problem("hansard", "timeout", "no answer"),)
    told: list[object] = []
    result = await staffed(FakeSource("gov-uk", a.document(source="gov-uk")), bad).scan((), None, told.append)
    last = {p.source: (p.documents, p.doing) for p in told if isinstance(p, Progress)}
    assert last == {"gov-uk": (1, READ), "hansard": (0, NOT_READ)}
    assert (result.read, result.failed, result.documents) == (("gov-uk",), ("hansard",), 1)
    assert set(result.changes) <= {c for c in told if isinstance(c, Change)}


@pytest.mark.parametrize(
    ("kind", "read", "sound"),
    [
        ("new-field", True, False),
        ("missing-document", True, False),
        ("not-read-again", True, False),
        ("missing-page", True, True),
    ],
)
async def test_a_source_with_a_new_field_is_read_and_the_scan_is_not_sound(kind: str, read: bool, sound: bool) -> None:
    source = FakeSource("gov-uk", a.document(source="gov-uk"))
    source.problems = (Problem("gov-uk", kind, "seen"),)
    result = await staffed(source).scan((), None, quiet)
    assert (result.read == ("gov-uk",), result.documents, result.sound) == (read, 1, sound)


class Uneven(FakeSource):
    """A source of which a span that begins before this year can't be read."""

    async def harvest(self, since: date, until: date, watch: Watchlist, tell: Callable[[Progress], None]) -> Harvest:
        self.problems = (Problem("hansard", "http-500", "answered 500"),) if since.year < NOW.year else ()
        return await super().harvest(since, until, watch, tell)


async def test_days_that_failed_are_told_by_every_scan_and_screen_until_they_are_read() -> None:
    source = Uneven("hansard")
    service = staffed(source)
    first = date(NOW.year - 1, 12, 20)
    assert (await service.scan((), first, quiet)).failed == ("hansard",)
    then = await service.scan((), None, quiet)
    assert (then.failed, then.read, then.sound) == ((), ("hansard",), False)
    owed = [span for _, span in then.unread]
    assert owed
    assert all(span.since >= first for span in owed)
    assert any("failed before and is still not read" in text for text in failures(then))
    (health,) = service.health()
    assert "not read: 20 December" in state(health)
    assert failing([health])
    assert "not read: 20 December" in board_text(service.board(), [health])
    assert "not read: 20 December" in str(amiss_text(service.board(), (health,), 1))
    assert standing(health).style == "bold red"
    assert not find(service.board(), (), [health]).certain


def test_what_a_quiet_pass_carries_on_was_told_by_the_pass_that_met_it() -> None:
    met = Entry("gov-uk", NOW, Span(NOW.date(), NOW.date()), problems=(Problem("gov-uk", "not-read-again", "404"),))
    assert (result([met], ()).sound, result([replace(met, still=True)], ()).sound) == (False, True)


async def test_changes_of_one_day_are_told_the_promise_first() -> None:
    service = staffed(FakeSource("hansard"))
    result = await service.scan((), None, quiet)
    assert result.changes[0].kind == "made"
    assert [t.change for t in service.changes()] == list(result.changes)


async def test_a_state_that_another_scan_holds_is_left_to_it() -> None:
    ledger = MemoryLedger()
    ledger.lease(SCAN_LEASE, "them", NOW, LEASE_SECONDS)
    with pytest.raises(UserError, match="Another scan is running"):
        await staffed(FakeSource("hansard"), ledger=ledger).scan((), None, quiet)
    assert ledger.holder(SCAN_LEASE) == "them"


async def test_what_a_killed_scan_held_is_free_at_once() -> None:
    ledger = MemoryLedger()
    for lease in (SCAN_LEASE, LOOP_LEASE):
        ledger.lease(lease, "the dead", NOW, LEASE_SECONDS)
    service = staffed(FakeSource("hansard"), ledger=ledger, gone=lambda name: name == "the dead")
    assert (await service.scan((), None, quiet)).read == ("hansard",)
    assert service.lead()
    assert ledger.holder(SCAN_LEASE) is None


async def test_when_the_state_can_not_be_used_all_sources_are_ended_and_the_state_is_free() -> None:
    other = FakeSource("gov-uk", ends=False)
    service = staffed(FakeSource("hansard", wrong=UserError("the disk is full", "make room"), after=other.begun), other)
    with pytest.raises(UserError, match="the disk is full"):
        await service.scan((), None, quiet)
    assert other.left
    assert service.ledger.holder(SCAN_LEASE) is None


async def test_a_bug_in_one_source_keeps_no_other_from_being_read_and_told_of_and_goes_up_at_the_end() -> None:
    broken = FakeSource("hansard", wrong=RuntimeError("a bug"))
    service = staffed(broken, FakeSource("gov-uk", a.document(source="gov-uk"), after=broken.begun))
    told: list[object] = []
    with pytest.raises(BrokenScanError) as raised:
        await service.scan((), None, told.append)
    result, cause = raised.value.result, raised.value.__cause__
    assert isinstance(cause, ExceptionGroup)
    assert [str(bug) for bug in cause.exceptions] == ["a bug"]
    assert (result.read, result.failed, result.documents) == (("gov-uk",), ("hansard",), 1)
    assert "made" in {c.kind for c in result.changes}
    assert [t.change for t in service.changes()] == list(result.changes)
    assert set(result.changes) <= {c for c in told if isinstance(c, Change)}
    assert service.ledger.holder(SCAN_LEASE) is None


async def test_a_cancelled_scan_ends_its_sources_before_it_frees_the_state() -> None:
    source = FakeSource("hansard", ends=False)
    service = staffed(source)
    scan = asyncio.ensure_future(service.scan((), None, quiet))
    await source.begun.wait()
    scan.cancel()
    with pytest.raises(asyncio.CancelledError):
        await scan
    assert source.left
    assert service.ledger.holder(SCAN_LEASE) is None


async def test_the_loop_scans_what_is_due_and_gives_the_lead_back() -> None:
    service, stop = staffed(FakeSource("hansard")), asyncio.Event()
    service.clock = lambda: datetime.now(UTC)  # the schedule waits in real time
    assert service.lead()

    def hear(told: object) -> None:
        if isinstance(told, Progress) and told.doing == READ:
            stop.set()

    await asyncio.wait_for(loop(service, hear, stop), 10)
    assert service.ledger.coverage().reach("hansard") is not None
    assert service.ledger.holder(LOOP_LEASE) is None


@pytest.mark.skipif(os.name != "posix", reason="only there can a process be asked after")
def test_a_process_is_gone_only_when_it_has_surely_ended() -> None:
    asked = [sys.executable, "-c", "from monitor.pipeline.process_identity import own_name; print(own_name())"]
    ended = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    assert has_ended(ended)
    assert not has_ended(own_name())
    host, namespace, pid, started = ended.split(" ")
    assert not has_ended(" ".join((f"not-{host}", namespace, pid, started))), (
        "another machine's processes can't be seen"
    )
    assert not has_ended("anything else")
    again = " ".join((*own_name().split(" ")[:3], "1"))
    assert has_ended(again), "a pid that was given out again is not the process of that name"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def ticking(*moments: float) -> Callable[[], float]:
    left: Iterator[float] = iter(moments)
    return lambda: next(left)


def test_without_a_terminal_a_source_gets_a_line_every_few_seconds_and_one_at_its_end() -> None:
    said = io.StringIO()
    tell = Narrator(ticking(0, 0.1, 0.2, PAUSE + 0.3, PAUSE + 0.4), said)
    for number in range(5):
        tell(Progress("hansard", number, f"page {number}"))
    tell(Progress("hansard", 9, READ))
    assert said.getvalue().splitlines() == [
        "hansard: 0 documents read, page 0",
        "hansard: 3 documents read, page 3",
        f"hansard: 9 documents {READ}",
    ]


def test_on_a_terminal_each_source_keeps_one_line_and_problems_stay_above_them() -> None:
    said = Terminal()
    tell = Narrator(lambda: 0.0, said, 40)
    tell(Progress("hansard", 1, "page 1"))
    tell(Progress("gov-uk", 1, "\x1b[31m" + "a very long path " * 9))
    tell(Problem("gov-uk", "timeout", "no answer"))
    tell(Progress("hansard", 2, READ))
    shown = seen(said.getvalue())
    assert shown[0] == "gov-uk: timeout: no answer"
    assert shown[1] == f"hansard: 2 documents {READ}"[:39]
    assert shown[2].startswith("gov-uk: 1 document read, [31ma very")
    assert len(shown) == 3
    assert max(map(len, shown)) < 40, "a line that wraps could not be rewritten"


def seen(written: str) -> list[str]:
    """Return the lines that a terminal shows in the end: `ESC[nF` goes up n lines, `ESC[J` clears below."""
    lines: list[str] = []
    for piece in written.replace("\x1b[J", "").split("\x1b["):
        number, up, rest = piece.partition("F")
        if up and number.isdecimal():
            del lines[len(lines) - int(number) :]
            piece = rest  # noqa: PLW2901  # what follows the code
        lines += piece.splitlines()
    return lines


def test_problems_alike_are_told_once_and_then_counted() -> None:
    said = io.StringIO()
    tell = Narrator(lambda: 0.0, said)
    for number in range(4):
        tell(Problem("hansard", "dns", "no such host", f"https://example.org/{number}"))
    tell(Problem("hansard", "timeout", "no answer"))
    tell(Progress("hansard", 0, NOT_READ))
    assert said.getvalue().splitlines() == [
        "hansard: dns: no such host (https://example.org/0)",
        "hansard: timeout: no answer",
        f"hansard: 0 documents {NOT_READ}",
        "hansard: dns: 3 more like it",
    ]


def test_sources_that_did_not_answer_are_told_from_those_that_were_misread() -> None:
    problems = (Problem("a", "dns", "x"), Problem("b", "changed-shape", "x"), Problem("b", "timeout", "x"))
    result = ScanResult((), problems, ("c",), ("a", "b"), 0)
    assert failures(result) == ("could not be reached: a", "could not be read soundly: b")


@pytest.fixture
def common(home: Path) -> tuple[str, ...]:
    """Options by which every source is at a port of this machine that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    toml = "".join(f'[sources.{name}]\naddress = "{address}"\ndelay = 0\n' for name in SOURCES)
    (home / "nowhere.toml").write_text(toml, encoding="utf-8")
    open_ledger(str(home / "try.sqlite")).close()
    return ("--config", "nowhere.toml", "--register", "roads.yaml", "--state", "try.sqlite")


def test_without_a_network_the_board_is_shown_and_the_demo_pointed_to(home: Path, common: tuple[str, ...]) -> None:
    toml = (home / "nowhere.toml").read_text(encoding="utf-8")
    for name in SOURCES[2:]:
        toml = toml.replace(f"[sources.{name}]", f"[sources.{name}]\nenabled = false")
    (home / "nowhere.toml").write_text(toml, encoding="utf-8")
    said = spawned(home, *common)
    assert said.code == 0
    assert f"could not be reached: {SOURCES[0]}, {SOURCES[1]}" in said.asides
    assert "make demo" in said.asides[-1]
    assert "mend-roads" in said.out
    assert "Traceback" not in said.err


def test_a_scan_without_a_network_names_the_source_and_ends_with_one(home: Path, common: tuple[str, ...]) -> None:
    said = spawned(home, *common, "scan", "--source", "hansard", "--source", "hansard", "--json")
    assert (said.code, said.shape["failed"], said.shape["read"]) == (1, ["hansard"], [])
    assert said.asides[-1] == "could not be reached: hansard"
    assert {p["source"] for p in said.shape["problems"]} == {"hansard"}


def test_the_doctor_says_what_is_amiss_and_ends_with_one(bare: Call, common: tuple[str, ...]) -> None:
    said, shaped = bare(*common, "doctor"), bare(*common, "doctor", "--json")
    assert (said.code, shaped.code) == (1, 1)
    assert f"Sources that answer as expected: 0 of {len(SOURCES)}" in said.out
    assert "sound" in said.out.splitlines()[0]
    assert "whether they were kept: none" in said.out
    assert {p["source"] for p in shaped.shape["unreachable"]} == set(SOURCES)
    assert set(shaped.shape["next"]) == set(SOURCES)


def test_the_doctor_compares_live_shapes_and_where_nobody_answers_says_so(home: Path, common: tuple[str, ...]) -> None:
    with (home / "nowhere.toml").open("a", encoding="utf-8") as toml:
        toml.write("[sources.whatson]\nenabled = false\n")
    said = spawned(home, *common, "doctor", "--live", "--json")
    assert said.code == 1
    assert [(p["source"], p["kind"]) for p in said.shape["unreachable"]] == [(name, "refused") for name in SOURCES]
    assert "Traceback" not in said.err


def test_the_board_is_shown_though_another_scan_is_at_work(bare: Call, common: tuple[str, ...]) -> None:
    ledger = open_ledger("try.sqlite")
    ledger.lease(SCAN_LEASE, "a scan on another machine", datetime.now(UTC), LEASE_SECONDS)
    ledger.remember(SCAN_SINCE, "23 November 2026 at 07:00 UTC", datetime.now(UTC))
    ledger.close()
    said, scan = bare(*common), bare(*common, "scan")
    busy = "Another scan is running on this state, since 23 November 2026 at 07:00 UTC."
    assert (said.code, said.asides) == (0, [busy])
    assert "mend-roads" in said.out
    assert (scan.code, scan.out, scan.asides[0], len(scan.asides)) == (1, "", busy, 2)


def test_a_second_loop_on_one_state_ends_with_one(bare: Call, common: tuple[str, ...]) -> None:
    ledger = open_ledger("try.sqlite")
    ledger.lease(LOOP_LEASE, "a loop on another machine", datetime.now(UTC), LEASE_SECONDS)
    ledger.close()
    said = bare(*common, "run")
    assert (said.code, said.out, len(said.asides)) == (1, "", 2)
