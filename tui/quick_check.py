"""Is there anything at all for a scan to do? Often not, and that should cost next to nothing.

All that a whole scan would find out is found out here from a few notes and one small request to each source, with
hardly anything loaded. It knows one outcome, that nothing moved; in any other case the scan is made as if this had
never been tried.
"""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from monitor.model.london import london_day
from monitor.model.shipped_registers import placed
from monitor.model.user_paths import user_path
from monitor.pipeline.coverage.probe_marks import mark_name, read_mark
from monitor.pipeline.input_files import inputs, parsed
from monitor.pipeline.watermark import NOTE, RECORDED, watermark
from spiders.catalogue import CARDS
from spiders.quick_probe import same
from state.default_places import calendar_place, config_place, default_place
from state.quick_notes import DAMAGED, Notes, open_notes

SCAN = "scan"
"""Under which name a scan over all sources notes itself when each was read soundly; and the lease it takes."""


@dataclass(frozen=True, slots=True)
class NotedSource:
    """One source as it was noted, with the pause in seconds that it wants between two requests."""

    source: str
    url: str
    mark: str
    delay: float


def nothing_new(
    state: str | None, registers: Sequence[str], config: str | None, clock: Callable[[], datetime]
) -> tuple[str, ...]:
    """Return the sources asked, with the time noted, when none of them has anything new; nothing in any other case."""
    try:
        place, interest, said = _inputs(state, registers, config)
        with open_notes(place) as notes:
            wanted = _wanted(notes, interest, said, clock())
            if not wanted or not all(_unmoved(wanted, clock())):
                return ()
            notes.asked((one.source for one in wanted), clock())
    except (OSError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return ()  # whatever it is, the scan will come upon it, and can say what it is
    return tuple(one.source for one in wanted)


def _inputs(state: str | None, registers: Sequence[str], config: str | None) -> tuple[Path, str, dict[str, Any]]:
    file = config_place(config)
    said = parsed(file)
    named = [placed(register, file.parent) for register in said.get("registers", ())]
    place = state or (str(file.parent / user_path(said["state"])) if said.get("state") else str(default_place()))
    if "://" in place or "://" in said.get("state", ""):
        raise ValueError("no file")
    return user_path(place), inputs(registers or named, file, calendar_place(place)).interest, said


def _wanted(notes: Notes, interest: str, said: dict[str, Any], now: datetime) -> list[NotedSource]:
    """Return what is to be looked at; nothing unless every source was read soundly a while ago, for the same things."""
    kept, day = json.loads(notes.recall(SCAN) or "[]"), london_day(now)
    told = notes.recall(NOTE) == watermark(day, interest, int(notes.recall(RECORDED) or 0))
    damaged = (notes.recall(DAMAGED) or "[]") != "[]"
    if damaged or not told or kept[:2] != [str(day), interest] or notes.leased(SCAN):
        return []
    wanted = []
    for source in kept[2]:
        mark = read_mark(notes.recall(mark_name(source)))
        if mark is None or mark.interest != interest or not mark.fresh(now) or not notes.sound(source, day):
            return []
        url, _, shown = mark.said.partition(" ")
        delay = said.get("sources", {}).get(source, {}).get("delay", CARDS[source].delay)
        wanted.append(NotedSource(source, url if shown else "", shown, float(delay)))
    return wanted


def _unmoved(wanted: Sequence[NotedSource], now: datetime) -> Iterator[bool]:
    """Yield for each source whether it shows the same mark; the pauses of a host are kept between its sources."""
    last: dict[str, float] = {}
    for one in wanted:
        host = urlsplit(one.url).netloc
        if one.url and host in last:
            time.sleep(max(0.0, last[host] + one.delay - time.monotonic()))
        yield not one.url or same(one.source, one.url, one.mark, now)
        last[host] = time.monotonic()
