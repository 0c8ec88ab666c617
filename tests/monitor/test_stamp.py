"""Does the service tell when anything that a screen shows may be another, also where nothing is recorded?"""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from monitor.pipeline.input_files import inputs
from monitor.pipeline.register_cache import RegisterCache
from monitor.pipeline.service import Service
from tests import builders as b
from tests.fakes import MemoryLedger


class Day:
    """A clock that is set by hand."""

    at = datetime(2031, 6, 16, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


def service(shelf: RegisterCache, clock: Day) -> Service:
    return Service(shelf, MemoryLedger(), (), clock, holder="tests")


def test_the_day_moves_it_and_the_hour_does_not() -> None:
    clock = Day()
    asked = service(RegisterCache.of((b.register(),)), clock)
    before = asked.stamp()
    clock.at += timedelta(hours=6)
    assert asked.stamp() == before
    clock.at += timedelta(hours=12)
    assert asked.stamp() != before


def test_what_is_ruled_moves_it() -> None:
    asked = service(RegisterCache.of((b.register(),)), Day())
    before = asked.stamp()
    asked.rule(b.ruling("r1", decided_at=Day.at))
    assert asked.stamp() != before


def test_a_file_that_is_written_moves_it_and_no_register_is_read_for_that(tmp_path: Path) -> None:
    register, config, calendar = (tmp_path / name for name in ("lamps.yaml", "bywhen.toml", "calendar.json"))
    register.write_text("register: lamps", encoding="utf-8")

    def refuse() -> tuple[()]:
        raise AssertionError("the register is read")

    found = inputs([str(register)], config, calendar)
    asked = service(RegisterCache(found.interest, refuse, files=found.files), Day())
    seen = [asked.stamp()]
    register.write_text("register: lamps # edited", encoding="utf-8")
    seen.append(asked.stamp())
    written = register.stat().st_mtime_ns
    register.write_text("register: lamps # Edited", encoding="utf-8")
    os.utime(register, ns=(written, written + 1))
    seen.append(asked.stamp())
    for file in (config, calendar):
        file.write_text("", encoding="utf-8")
        seen.append(asked.stamp())
    register.unlink()
    seen.append(asked.stamp())
    assert len(set(seen)) == len(seen)
    assert asked.stamp() == seen[-1]
