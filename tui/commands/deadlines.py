"""bywhen deadlines: due words in, windows of dates out."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

import click

from monitor.deadlines import Dated, Deadline, resolve, windows
from monitor.model.errors import UserError
from monitor.model.spool_fields import day
from tui.commands.common import aside, leave, say
from tui.words import quoted

LONGEST_LINE = 1_000_000
"""Bytes of one line: no sentence is so long."""

WANTED = 'a line should be {"sentence": "…", "said_on": "2025-01-16"}'


@click.command("deadlines")
@click.option("--json", "shaped", is_flag=True, help="Print one line of JSON for each line read.")
def command(*, shaped: bool) -> None:
    """Read lines of JSON from stdin, and say which dates the due words of each can mean.

    A line is {"sentence": "We will publish it by Easter.", "said_on": "2025-01-16"}. Exit 1 when a line has another
    form: it is named on stderr, and the other lines are answered.
    """
    bad = 0
    for number, asked in _read(sys.stdin.buffer):
        if asked is None:
            bad += 1
            aside(f"line {number} is left out: {WANTED}")
            continue
        sentence, said_on = asked
        found = resolve(sentence, said_on)
        row = {"sentence": sentence, "said_on": said_on.isoformat(), **_window(found)}
        row["windows"] = [{**_window(one), "anchor": one.anchor} for one in windows(sentence, said_on)]
        say(json.dumps(row) if shaped else _line(number, row))  # in ASCII: what is echoed could steer a terminal
    if bad:
        leave(1)


def _window(found: "Dated | Deadline") -> dict[str, Any]:
    return {
        "phrase": found.phrase,
        "kind": found.kind,
        "earliest": found.earliest.isoformat() if found.earliest else None,
        "latest": found.latest.isoformat() if found.latest else None,
        "rule": found.rule,
    }


def _read(lines: BinaryIO) -> Iterator[tuple[int, tuple[str, date] | None]]:
    """Yield each line's number with its sentence and day, with None where it has none."""
    number = 0
    while line := lines.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            raise UserError(f"line {number} is longer than {LONGEST_LINE:,} bytes", WANTED)
        if line.strip():
            yield number, _asked(line)


def _asked(line: bytes) -> tuple[str, date] | None:
    try:
        row = json.loads(line)  # of bytes: so a byte order mark at the head of a file is passed over
        sentence, said_on = row["sentence"], day(row["said_on"], "said_on")
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return (sentence, said_on) if isinstance(sentence, str) else None


def _line(number: int, row: dict[str, Any]) -> str:

    window = f"{row['earliest'] or '…'} to {row['latest'] or '…'}" if row["latest"] or row["earliest"] else row["kind"]
    said = quoted(row["phrase"]) if row["phrase"] else "no due words"
    return f"{number}: {said}: {window}" + (f" ({row['rule']})" if row["rule"] else "")
