"""Does the replica serve on loopback, move with its day, and stop when told?"""

import asyncio
import os
import signal
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

from aiohttp import ClientSession

from monitor.model.sources import SOURCES as DOCUMENTED
from monitor.model.sources import WHATSON
from spiders.replica.imagined_year import load
from spiders.replica.server import Replica

YEAR = load()
SOURCES = (*DOCUMENTED, WHATSON)
ROOT = Path(__file__).resolve().parents[2]
PAGE = "/api/content/government/publications/tackling-child-sexual-abuse-progress-update"


async def test_each_source_has_an_address_while_it_is_open_and_none_after() -> None:
    replica = Replica(YEAR, lambda: date(2025, 6, 1))
    async with replica:
        assert set(replica.addresses) == set(SOURCES)
        assert len(set(replica.addresses.values())) == len(SOURCES) - 1
        assert replica.addresses["written-questions"] == replica.addresses["written-statements"]
        assert all(url.startswith("http://127.0.0.1:") for url in replica.addresses.values())
    assert replica.addresses == {}


async def test_what_is_served_moves_with_the_day() -> None:
    days = [date(2025, 4, 7)]
    async with Replica(YEAR, lambda: days[-1]) as replica, ClientSession(replica.addresses["gov-uk"]) as client:
        async with client.get(PAGE) as before:
            assert before.status == 404
        days.append(date(2025, 4, 8))
        async with client.get(PAGE) as after:
            assert after.status == 200
            assert after.content_type == "application/json"
            assert (await after.json())["document_type"] == "policy_paper"


async def test_only_gov_uk_has_a_robots_txt() -> None:
    async with Replica(YEAR, lambda: date(2025, 6, 1)) as replica, ClientSession() as client:
        found = {}
        for name, url in replica.addresses.items():
            async with client.get(f"{url}/robots.txt") as reply:
                found[name] = reply.status
    assert found == dict.fromkeys(SOURCES, 404) | {"gov-uk": 200}


async def test_two_replicas_stand_beside_each_other() -> None:
    async with Replica(YEAR, lambda: date(2025, 6, 1)) as one, Replica(YEAR, lambda: date(2025, 7, 1)) as two:
        assert set(one.addresses.values()).isdisjoint(two.addresses.values())


async def test_run_by_hand_it_prints_its_addresses_writes_a_configuration_and_stops_in_order(tmp_path: Path) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        config = tmp_path / f"{number.name}.toml"
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "spiders.replica", "--today", "2025-03-01", "--config", str(config)),
            cwd=ROOT,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            assert process.stdout is not None
            lines = [(await asyncio.wait_for(process.stdout.readline(), 15)).decode() for _ in SOURCES]
            printed = dict(line.split() for line in lines)
            told = tomllib.loads(config.read_text())["sources"]
            assert {name: source["address"] for name, source in told.items()} == printed
            assert set(printed) == set(SOURCES)
            assert {source["delay"] for source in told.values()} == {0.0}
            async with ClientSession() as client, client.get(printed["gov-uk"] + PAGE) as reply:
                assert reply.status == 404
            process.send_signal(number)
            _, complaints = await asyncio.wait_for(process.communicate(), 15)
            assert (process.returncode, complaints) == (0, b"")
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()


def test_wrong_use_is_told_in_two_lines(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "spiders.replica", "--recorded", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ},
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )
    assert told.returncode == 2
    assert len(told.stderr.splitlines()) == 2
    assert "nothing recorded" in told.stderr
