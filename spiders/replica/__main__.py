"""How is the replica run by hand? `python -m spiders.replica`, until it is interrupted."""

import argparse
import asyncio
import signal
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

from monitor.model.errors import UserError
from monitor.model.ports import Clock
from spiders.catalogue import CARDS
from spiders.replica.fault_injection import FAULTS
from spiders.replica.imagined_year import PACKAGED, Timeline, load
from spiders.replica.server import Replica

EVER = date(2100, 1, 1)
"""A day by which everything is published."""


def main(arguments: list[str] | None = None) -> int:
    """Serve until SIGINT or SIGTERM; return 0, or 2 where it was used wrongly."""
    chosen = _parser().parse_args(arguments)
    try:
        faults = [FAULTS[name] for name in chosen.fault]
        timeline, place = _timeline(chosen), chosen.recorded
        replica = Replica(timeline, lambda: chosen.today, place, chosen.host, faults, clock=chosen.clock)
        asyncio.run(_serve(replica, chosen.config, recorded=bool(chosen.recorded)))
    except UserError as wrong:
        print(wrong.message, wrong.hint, sep="\n", file=sys.stderr)  # noqa: T201 (a command speaks to its user)
        return 2
    return 0


def config(addresses: dict[str, str], *, recorded: bool = False) -> str:
    """Return the TOML that tells bywhen to read these addresses, without a pause between requests.

    There are months in which a replica has nothing. What was recorded is of any department, so all are followed then.
    """
    return "\n".join(
        f'[sources.{name}]\naddress = "{url}"\ndelay = 0.0\nfewest = 0\n'
        + ('departments = ["all"]\n' if recorded and name in CARDS and CARDS[name].departments else "")
        for name, url in addresses.items()
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m spiders.replica", description="Answer as the sources do.")
    parser.add_argument("--timeline", type=Path, help="a timeline of yours (default: the product's)")
    parser.add_argument("--recorded", type=Path, help="a folder of recorded payloads; alone unless --timeline is given")
    parser.add_argument("--today", type=date.fromisoformat, default=EVER, help="the day on which it answers")
    said = "the day that its servers say to have in their Date header (default: this machine's)"
    parser.add_argument("--clock", type=_noon, help=said)
    parser.add_argument("--config", type=Path, help="write a configuration for bywhen to this file")
    parser.add_argument("--fault", choices=sorted(FAULTS), action="append", default=[], help="misbehave (repeatable)")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    return parser


def _noon(day: str) -> Clock:
    """Return a clock that stands at noon of a day."""
    at = datetime.combine(date.fromisoformat(day), time(12), UTC)
    return lambda: at


def _timeline(chosen: argparse.Namespace) -> Timeline:
    if chosen.recorded and not chosen.timeline:
        return Timeline()
    return load(chosen.timeline or PACKAGED)


async def _serve(replica: Replica, written: Path | None, *, recorded: bool) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with replica:
        if written:
            _write(written, config(replica.addresses, recorded=recorded))
        for name, url in replica.addresses.items():
            print(f"{name} {url}", flush=True)  # noqa: T201 (its result)
        await stop.wait()


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as trouble:
        raise UserError(f"can't write {path}: {trouble.strerror}", "give --config a file you may write") from None


if __name__ == "__main__":
    sys.exit(main())
