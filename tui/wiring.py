"""The one file that knows every adapter: configuration in, a service out. It owns the clock."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any

from monitor.deadlines.parliament_calendar import almanac
from monitor.deadlines.sitting_calendar import SHIPPED as KNOWN
from monitor.deadlines.sitting_calendar import Almanac
from monitor.model.commitments import Register
from monitor.model.errors import BusyError, DamagedError, UserError
from monitor.model.london import london_day
from monitor.model.ports import Clock, Ledger, Source
from monitor.model.shipped_registers import SHIPPED
from monitor.model.sources import WHATSON, Card
from monitor.model.user_paths import user_path
from monitor.pipeline.input_files import inputs, register_text
from monitor.pipeline.process_identity import has_ended, own_name
from monitor.pipeline.register_cache import RegisterCache
from monitor.pipeline.service import Service
from spiders.catalogue import CARDS, WHATSON_ADDRESS
from spiders.crawl import CrawlBounds, CrawledSource
from spiders.departments import Directory
from spiders.fork_server import ForkServer
from state.calendar_file import calendar_place, read_calendar
from state.config import Config, read_config
from state.default_places import config_place, default_place
from state.ledger import open_ledger
from state.read_only_ledger import empty_ledger, open_read_only
from state.state_files import DAMAGED
from tui.calendar_refresh import HouseCalendar
from tui.department_list import ALL, known_departments
from tui.layout import WIDTH
from tui.narration import Narrator


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
def open_service(
    options: Options,
    clock: Clock = now,
    *,
    fork_server: ForkServer | None = None,
    absent: Callable[[str], None] | None = None,
    asking: bool = False,
) -> Iterator[Service]:
    """Open a service as the options say, and close its state after; raise UserError where something is amiss.

    Crawls come from `fork_server`, which is the caller's to end; without one, each is started by itself.

    With `absent` it is for one who only reads: no state is made, nor brought up to date. One that was named and is not
    there is refused; where none was named and there is none yet, `absent` is told so at the end.
    `asking`: it is for one who scans, for whom GOV.UK may be asked which organisations there are.
    """
    config = read_config(user_path(options.config) if options.config else None)
    named = options.state or config.state
    state = named or str(default_place())
    sitting = sittings(config, state)
    found = inputs(options.registers or config.registers, config_place(options.config), calendar_place(state))
    known = almanac(sitting.calendar if sitting else None)
    departments = known_departments(config, state, london_day(clock()), asking=asking)
    registers = RegisterCache(
        found.interest, lambda: read_registers(found.registers, known), (*found.registers.values(),), found.files
    )
    there = open_read_only(state, named=bool(named)) if absent else open_ledger(state)
    ledger = there or empty_ledger(state)
    try:
        read = sources(config, clock, fork_server, departments)
        with _damage_told(ledger):
            yield Service(registers, ledger, read, clock, holder=own_name(), gone=has_ended, sittings=sitting)
        if absent and not there:
            absent(f"there is no state yet at {ledger.place}: this is what the register alone says")
    finally:
        ledger.close()


@contextmanager
def open_ledger_read_only(options: Options) -> Iterator[Ledger | None]:
    """Open the state where there is one already, and close it after; None where there is none, for it is not made.

    Raises UserError where one was named that is not there.
    """
    config = read_config(user_path(options.config) if options.config else None)
    named = options.state or config.state
    ledger = open_read_only(named or str(default_place()), named=bool(named))
    try:
        with _damage_told(ledger):
            yield ledger
    finally:
        if ledger:
            ledger.close()


@contextmanager
def _damage_told(ledger: Ledger | None) -> Iterator[None]:
    """Raise DamagedError in the place of what was raised where the state is damaged: then that is no bug of ours.

    Nor is it a mistake of the user's to ask for what was there.
    """
    try:
        yield
    except (BusyError, DamagedError, OSError, RuntimeError):  # told already; Click leaves by a RuntimeError
        raise
    except UserError as wrong:
        lines = ledger.damaged(now()) if ledger else ()
        if not lines:
            raise
        raise DamagedError(f"{wrong.message} {lines[0]}", lines[1]) from wrong
    except Exception as raised:
        found = ledger.check() if ledger else ()
        if not ledger or not found:
            raise
        many = f"; and {len(found) - 1:,} more" if len(found) > 1 else ""
        raise DamagedError(f"The state at {ledger.place} is damaged: {found[0]}{many}", DAMAGED) from raised


def narrator() -> Narrator:
    """Return who tells stderr how a scan goes."""
    columns = os.get_terminal_size(sys.stderr.fileno()).columns if sys.stderr.isatty() else 0
    return Narrator(monotonic, sys.stderr, columns or WIDTH)  # some terminals say that they have no columns at all


def sittings(config: Config, state: str) -> HouseCalendar | None:
    """Return what is known of sitting days, None where the configuration switches it off."""
    said, place = config.source(WHATSON), calendar_place(state)
    address = said.address or WHATSON_ADDRESS
    delay = 1.0 if said.delay is None else said.delay
    return HouseCalendar(place, address, delay, read_calendar(place, address)) if said.enabled else None


def read_registers(texts: Mapping[str, str], known: Almanac = KNOWN) -> tuple[Register, ...]:
    """Return the registers that some texts hold, by the names of their files; ids may not meet twice."""
    from monitor.registers import load  # noqa: PLC0415 - reading YAML takes much that a quiet scan need not load

    registers = tuple(load(text, path, known) for path, text in texts.items())
    seen: dict[str, str] = {}
    for register in registers:
        for commitment in register.commitments:
            if seen.setdefault(commitment.id, register.id) != register.id:
                message = f"{commitment.id} stands in two registers: {seen[commitment.id]} and {register.id}"
                raise UserError(message, "give one of them another id")
    if len({r.id for r in registers}) < len(registers):
        raise UserError("Two registers have the same id.", "give one of them another id, after `register:`")
    return registers


def registers_in_use(options: Options) -> dict[str, Register]:
    """Return the registers that the options and the configuration name, else the one used then, by their files."""
    config = read_config(user_path(options.config) if options.config else None)
    texts = dict(map(register_text, options.registers or config.registers or (SHIPPED,)))
    return dict(zip(texts, read_registers(texts), strict=True))


def sources(
    config: Config, clock: Clock, fork_server: ForkServer | None = None, departments: Directory | None = None
) -> tuple[Source, ...]:
    """Return the sources that are switched on, each with what the configuration says of it."""
    cards = (card(name, config, departments) for name in CARDS if config.source(name).enabled)
    return tuple(CrawledSource(each, clock, CrawlBounds(), fork_server) for each in cards)


_SMALL = 5
"""How much longer a small department may have nothing to say than all of those that are read by default."""


def card(name: str, config: Config, departments: Directory | None = None) -> Card:
    """Return a source's card, with what the configuration says in place of what it overrules.

    `departments`: those that can be named, only the shipped ones where none are given.
    """
    said = config.source(name)
    overruled: dict[str, Any] = {
        "address": said.address,
        "delay": said.delay,
        "every": timedelta(minutes=said.every_minutes) if said.every_minutes else None,
        "fewest": said.fewest,
    }
    if said.departments:
        overruled["departments"] = _departments(name, said.departments, departments or Directory())
        overruled["quiet"] = CARDS[name].quiet * _SMALL
    if said.fewest == 0:
        overruled["quiet"] = 0
    return replace(CARDS[name], **{field: value for field, value in overruled.items() if value is not None})


def _departments(source: str, named: tuple[str, ...], known: Directory) -> tuple[str, ...]:
    """Return the departments to follow, none for all; raise UserError where the source can't be asked for them."""
    if not CARDS[source].departments:
        raise UserError(f"{source} is not read by department", f"take `departments` out of [sources.{source}]")
    if named == (ALL,):
        return ()
    if ALL in named:
        raise UserError(f"{source}: `all` stands beside other departments", f'write ["{ALL}"], or leave it out')
    return known.followed(source, named)
