"""Which departments can a configuration name, and when is GOV.UK asked for its list of organisations again?

What it said last is kept in a file beside the state, as a copy that every state there may share.
"""

import asyncio
import json
from datetime import date, timedelta
from pathlib import Path

from monitor.model.errors import UserError
from monitor.model.sources import GOV_UK, Problem
from spiders.catalogue import CARDS
from spiders.departments import Directory
from spiders.organisations import directory
from state.config import Config
from state.default_places import calendar_place
from tui.files import replace_file

ALL = "all"
"""In a configuration: every department."""
ROUND = timedelta(days=30)
"""So long a list once fetched is good enough, as long as it has every name that is used."""


def known_departments(config: Config, state: str, today: date, *, asking: bool = False) -> Directory:
    """Return the departments that can be named.

    GOV.UK is asked only for who scans (`asking`), and only where the configuration names organisations: one that is
    not known, or a month after it was asked last. Without an answer, what was known before holds.
    """
    place, said = calendar_place(state).with_name("organisations.json"), config.source(GOV_UK)
    address = said.address or CARDS[GOV_UK].address
    kept = read_directory(place, address)
    named = [name for name in said.departments or () if name != ALL]
    fresh = kept.fetched_on is not None and today - ROUND <= kept.fetched_on <= today
    new = any(not kept.knows(GOV_UK, name) for name in named) and kept.fetched_on != today
    if not (asking and said.enabled and named and (new or not fresh)):
        return kept
    found = asyncio.run(directory(address, today))
    if isinstance(found, Problem):
        return kept
    keep_directory(place, found)
    return found


def read_directory(place: Path, address: str) -> Directory:
    """Return the list kept in a file; only what is shipped where there is none, or another address gave it."""
    try:
        said = json.loads(place.read_text(encoding="utf-8"))
        fetched = {str(name): tuple(map(str, heirs)) for name, heirs in said["organisations"].items()}
        kept = Directory(fetched, str(said["address"]), date.fromisoformat(said["fetched_on"]))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Directory()
    return kept if kept.address == address else Directory()


def keep_directory(place: Path, found: Directory) -> None:
    """Keep a list for when nobody asks; that it can't be kept only means that it is asked for again."""
    said = {"address": found.address, "fetched_on": str(found.fetched_on), "organisations": dict(found.fetched)}
    try:
        replace_file(place, json.dumps(said, ensure_ascii=False))
    except UserError:
        return
