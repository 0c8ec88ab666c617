"""What does a server see of us? One request at a time, no sooner than it wants, and none where we must not go."""

import asyncio
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from monitor.model.ports import Source, Watchlist
from monitor.model.sources import GOV_UK, HANSARD, WRITTEN_QUESTIONS, WRITTEN_STATEMENTS, Harvest
from monitor.pipeline.service import Service
from spiders import settings
from spiders.allowed_peers import intruder
from spiders.catalogue import CARDS
from spiders.crawl import CrawlBounds, CrawledSource
from spiders.jobs import Job
from spiders.probe import ProbeAnswer, newest
from spiders.replica.fault_injection import FAULTS, InjectedFault
from spiders.replica.imagined_year import load
from spiders.replica.request_log import RequestLog
from spiders.replica.server import Replica
from tests.fakes import MemoryLedger
from tests.spiders.passing import FIRST, SECOND, TIMELINE, register
from tests.spiders.serving import FORK_SERVER, NOW
from tests.tui.calling import BYWHEN, environment

DELAY = 0.2
LATE = 0.1
"""Seconds by which one request may be held up on its way here, and the next one not."""
SLOW = replace(FAULTS["slow"], host="questions-statements")


def pass_over(source: str, address: str, delay: float = DELAY) -> Source:
    reach = CrawlBounds(address=address, delay=delay, timeout=20.0, grace=0.3)
    return CrawledSource(CARDS[source], lambda: NOW, reach, FORK_SERVER)


async def harvest(source: str, faults: tuple[InjectedFault, ...], delay: float = DELAY) -> tuple[Harvest, RequestLog]:
    async with Replica(load(TIMELINE), lambda: SECOND, faults=faults) as replica:
        watch = Watchlist(pages=register().pages)
        crawled = pass_over(source, replica.addresses[source], delay)
        return await crawled.harvest(FIRST, SECOND, watch, lambda _told: None), replica.record


async def test_a_host_never_has_two_requests_of_ours_at_once_and_the_gaps_keep_to_the_delay() -> None:
    """Four sources, two of them at one host, scanned as the command does."""
    slow = [replace(SLOW, host=host) for host in ("gov-uk", "questions-statements", "hansard")]
    async with Replica(load(TIMELINE), lambda: SECOND, faults=slow, clock=lambda: NOW) as replica:
        cards = [replace(CARDS[name], address=replica.addresses[name], delay=DELAY, fewest=0) for name in FOUR]
        crawled = tuple(CrawledSource(card, lambda: NOW, CrawlBounds(timeout=20.0)) for card in cards)
        service = Service((register(),), MemoryLedger(), crawled, lambda: NOW, holder="tests")
        result = await service.scan((), SECOND - timedelta(days=1), lambda _told: None)
    assert set(result.read) == set(FOUR)
    for host in ("gov-uk", "questions-statements", "hansard"):
        assert replica.record.most[host] == 1
        assert len(replica.record.gaps(host)) >= 3
        assert min(replica.record.gaps(host)) >= DELAY - LATE


FOUR = (GOV_UK, WRITTEN_QUESTIONS, WRITTEN_STATEMENTS, HANSARD)


async def test_a_crawl_delay_in_robots_txt_is_kept_to_from_the_first_request_on() -> None:
    found, record = await harvest(HANSARD, (FAULTS["crawl-delay"],), delay=0.0)
    assert not found.problems
    assert record.paths("hansard")[0] == "/robots.txt"
    assert len(record.gaps("hansard")) >= 3
    assert min(record.gaps("hansard")) >= 0.3 - LATE


async def test_the_gap_grows_with_each_try_of_a_request_that_fails() -> None:
    failing = replace(FAULTS["server-error"], path="/api/writtenstatements/statements")
    found, record = await harvest(WRITTEN_STATEMENTS, (failing,), delay=0.1)
    assert {p.kind for p in found.problems} == {"http-500"}
    waits = record.gaps("questions-statements")[1:]
    assert [wait >= 0.1 * 2**n for n, wait in enumerate(waits)] == [True, True, True]


async def test_a_connection_that_breaks_is_tried_again_ever_later() -> None:
    _, record = await harvest(WRITTEN_STATEMENTS, (FAULTS["reset"],), delay=0.1)
    assert record.gaps("questions-statements")[-1] >= 0.4


def test_the_delay_varies_and_is_never_shorter_than_it_should_be() -> None:
    job = Job(HANSARD, "https://hansard.example.org", FIRST, SECOND, 2.0)
    slot = settings.settings(job)["DOWNLOAD_SLOTS"]["hansard.example.org"]
    assert slot["jitter"] > 0
    assert slot["delay"] * (1 - slot["jitter"]) == pytest.approx(2.0)
    assert slot["concurrency"] == 1


async def test_every_request_says_who_asks_and_where_to_complain() -> None:
    _, record = await harvest(WRITTEN_STATEMENTS, (), delay=0.0)
    names = {dict(seen.headers)["User-Agent"] for seen in record.seen}
    assert names == {settings.USER_AGENT}
    assert settings.CONTACT in settings.USER_AGENT


PEERS = [
    ("www.gov.uk", "151.101.0.144", False),
    ("www.gov.uk", "2a04:4e42::144", False),
    ("www.gov.uk", "10.0.0.1", True),
    ("www.gov.uk", "127.0.0.1", True),
    ("www.gov.uk", "169.254.169.254", True),
    ("www.gov.uk", "192.168.1.1", True),
    ("www.gov.uk", "100.64.0.1", True),
    ("www.gov.uk", "0.0.0.0", True),
    ("www.gov.uk", "224.0.0.1", True),
    ("www.gov.uk", "::1", True),
    ("www.gov.uk", "fd00::1", True),
    ("www.gov.uk", "fe80::1%eth0", True),
    ("www.gov.uk", "::ffff:10.0.0.1", True),
    ("www.gov.uk", "::ffff:151.101.0.144", False),
    ("www.gov.uk", "64:ff9b::a00:1", True),
    ("www.gov.uk", "64:ff9b::9765:90", False),
    ("www.gov.uk", "2002:a00:1::1", True),
    ("www.gov.uk", "no address", True),
    ("localhost", "127.0.0.1", False),
    ("localhost", "::1", False),
    ("localhost", "10.0.0.1", True),
    ("replica.localhost", "127.0.0.1", False),
    ("notlocalhost", "127.0.0.1", True),
    ("127.0.0.1", "127.0.0.1", False),
    ("10.0.0.5", "10.0.0.5", False),
    ("[::1]", "::1", False),
]


@pytest.mark.parametrize(("host", "peer", "refused"), PEERS)
def test_a_public_name_never_leads_to_a_private_machine(host: str, peer: str, refused: bool) -> None:
    assert intruder(host, peer) is refused


async def test_a_name_that_resolves_to_a_private_machine_is_never_asked() -> None:
    """Spelt as 127.1 it is a name to us, and this machine to the resolver."""
    async with Replica(load(TIMELINE), lambda: SECOND) as replica:
        address = replica.addresses[WRITTEN_STATEMENTS].replace("127.0.0.1", "127.1")
        found = await pass_over(WRITTEN_STATEMENTS, address, 0.0).harvest(FIRST, SECOND, Watchlist(), lambda _t: None)
        look = await newest(CARDS[WRITTEN_STATEMENTS], SECOND, address)
    assert {p.kind for p in found.problems} == {"private-address"}
    assert not isinstance(look, ProbeAnswer)
    assert look.kind == "private-address"
    assert replica.record.seen == []


async def test_this_machine_may_be_asked_where_its_name_was_configured() -> None:
    async with Replica(load(TIMELINE), lambda: SECOND) as replica:
        address = replica.addresses[WRITTEN_STATEMENTS].replace("127.0.0.1", "localhost")
        found = await pass_over(WRITTEN_STATEMENTS, address, 0.0).harvest(FIRST, SECOND, Watchlist(), lambda _t: None)
    assert not found.problems
    assert found.documents


async def test_a_scan_with_faults_at_two_sources_names_both_reads_the_others_and_exits_with_1(tmp_path: Path) -> None:
    faults = (FAULTS["reset"], FAULTS["challenge"])
    async with Replica(load(TIMELINE), lambda: SECOND, faults=faults) as replica:
        (tmp_path / "config.toml").write_text(_config({name: replica.addresses[name] for name in FOUR}))
        process = await asyncio.create_subprocess_exec(
            *(*BYWHEN, "--config", "config.toml", "--state", "s.sqlite", "scan", "--json"),
            *(word for name in FOUR for word in ("--source", name)),
            cwd=tmp_path,
            env=environment(tmp_path),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, err = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 1, err.decode()
    result = json.loads(out)
    assert set(result["failed"]) == {HANSARD, WRITTEN_STATEMENTS}
    assert set(result["read"]) == {GOV_UK, WRITTEN_QUESTIONS}
    assert {"reset", "challenge"} <= {problem["kind"] for problem in result["problems"]}
    assert "could not be read soundly: " in err.decode()


def _config(addresses: dict[str, str]) -> str:
    return "\n".join(
        f'[sources.{name}]\naddress = "{url}"\ndelay = 0.0\nfewest = 0\n' for name, url in addresses.items()
    )
