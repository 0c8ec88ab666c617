"""The one file that knows every adapter: configuration in, a staffed desk out. It owns the clock."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

from monitor.commitments import Register
from monitor.errors import UserError
from monitor.ports import Clock, Source
from monitor.registers import SHIPPED, load, shipped
from monitor.sources import SOURCES, Card
from spiders.catalogue import CARDS
from spiders.crawl import CrawledSource, Reach
from state.config import Config, read_config
from state.ledger import open_ledger
from state.where import default_place
from tui.holders import gone, own_name
from tui.layout import WIDTH
from tui.staff import Staff
from tui.telling import Narrator


@dataclass(frozen=True, slots=True)
class Options:
    """What was said on the command line and in the environment; None and () where nothing was."""

    state: str | None = None
    registers: tuple[str, ...] = ()
    config: str | None = None


def now() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


@contextmanager
def desk(options: Options, clock: Clock = now) -> Iterator[Staff]:
    """Open a desk as the options say, and close its state after; raise UserError where something is amiss."""
    config = read_config(Path(options.config) if options.config else None)
    registers = read_registers(options.registers or config.registers)
    ledger = open_ledger(options.state or config.state or str(default_place()))
    try:
        yield Staff(registers, ledger, sources(config, clock), clock, own_name(), gone)
    finally:
        ledger.close()


def narrator() -> Narrator:
    """Return who tells stderr how a scan goes."""
    columns = os.get_terminal_size(sys.stderr.fileno()).columns if sys.stderr.isatty() else WIDTH
    return Narrator(monotonic, sys.stderr, columns)


def read_registers(paths: Sequence[str]) -> tuple[Register, ...]:
    """Return the registers of some files, the product's own when there are none; ids may not meet twice."""
    registers = tuple(load(read_text(path), path) for path in paths) or (load(shipped(), SHIPPED),)
    seen: dict[str, str] = {}
    for register in registers:
        for commitment in register.commitments:
            if seen.setdefault(commitment.id, register.id) != register.id:
                message = f"{commitment.id} stands in two registers: {seen[commitment.id]} and {register.id}"
                raise UserError(message, "give one of them another id")
    if len({r.id for r in registers}) < len(registers):
        raise UserError("two registers have the same id", "give one of them another `register:`")
    return registers


def read_text(path: str) -> str:
    """Return the text of a file the user named; raise UserError where it can't be read."""
    try:
        return Path(path).expanduser().read_text(encoding="utf-8")
    except OSError as wrong:
        raise UserError(f"{path}: {wrong.strerror}", "name a file that can be read") from None
    except UnicodeDecodeError:
        raise UserError(f"{path}: not UTF-8 text", "save it as UTF-8") from None


def sources(config: Config, clock: Clock) -> tuple[Source, ...]:
    """Return the sources that are switched on, each with what the configuration says of it."""
    return tuple(CrawledSource(card(name, config), clock, Reach()) for name in SOURCES if config.source(name).enabled)


def card(name: str, config: Config) -> Card:
    """Return a source's card, with what the configuration says in place of what it overrules."""
    said = config.source(name)
    overruled: dict[str, Any] = {
        "address": said.address,
        "delay": said.delay,
        "every": timedelta(minutes=said.every_minutes) if said.every_minutes else None,
        "fewest": said.fewest,
    }
    return replace(CARDS[name], **{field: value for field, value in overruled.items() if value is not None})
