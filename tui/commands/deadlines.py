"""bywhen deadlines: due words in, windows of dates out."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import click

from monitor.errors import UserError
from tui.commands.common import say


@click.command("deadlines")
@click.option("--json", "shaped", is_flag=True, help="Print JSON, a line for each line read.")
def command(*, shaped: bool) -> None:
    """Read JSON lines {"sentence", "said_on"} from stdin and resolve the due words of each."""
    from monitor.deadlines import resolve  # noqa: PLC0415

    for number, (sentence, said_on) in enumerate(_read(sys.stdin.buffer), 1):
        found = resolve(sentence, said_on)
        row = {
            "sentence": sentence,
            "said_on": said_on.isoformat(),
            "phrase": found.phrase,
            "kind": found.kind,
            "earliest": found.earliest.isoformat() if found.earliest else None,
            "latest": found.latest.isoformat() if found.latest else None,
            "rule": found.rule,
        }
        say(json.dumps(row) if shaped else _line(number, row))  # in ASCII: what is echoed could steer a terminal


def _read(lines: Iterable[bytes]) -> Iterator[tuple[str, date]]:
    """Yield each line's sentence and day; raise UserError at the first line that has none."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)  # of bytes: so a byte order mark at the head of a file is passed over
            yield str(row["sentence"]), date.fromisoformat(row["said_on"])
        except (ValueError, KeyError, TypeError, RecursionError):
            raise UserError(
                f"line {number} is not what is expected", 'a line is {"sentence": "…", "said_on": "2025-01-16"}'
            ) from None


def _line(number: int, row: dict[str, Any]) -> str:
    from tui.words import quoted  # noqa: PLC0415

    window = f"{row['earliest'] or '…'} to {row['latest'] or '…'}" if row["latest"] or row["earliest"] else row["kind"]
    said = quoted(row["phrase"]) if row["phrase"] else "no due words"
    return f"{number}: {said}: {window}" + (f" ({row['rule']})" if row["rule"] else "")
