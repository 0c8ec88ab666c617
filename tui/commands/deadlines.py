"""bywhen deadlines: due words in, windows of dates out."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any, TextIO

import click

from monitor.errors import UserError
from tui.commands.common import say


@click.command("deadlines")
@click.option("--json", "shaped", is_flag=True, help="Print JSON, a line for each line read.")
def command(*, shaped: bool) -> None:
    """Read JSON lines {"sentence", "said_on"} from stdin and resolve the due words of each."""
    from monitor.deadlines import resolve  # noqa: PLC0415

    for number, (sentence, said_on) in enumerate(_read(sys.stdin), 1):
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
        say(json.dumps(row, ensure_ascii=False) if shaped else _line(number, row))


def _read(lines: TextIO) -> Iterator[tuple[str, date]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            yield str(row["sentence"]), date.fromisoformat(row["said_on"])
        except (ValueError, KeyError, TypeError):
            raise UserError(
                f"line {number} is not what is expected", 'a line is {"sentence": "…", "said_on": "2025-01-16"}'
            ) from None


def _line(number: int, row: dict[str, Any]) -> str:
    window = f"{row['earliest'] or '…'} to {row['latest'] or '…'}" if row["latest"] or row["earliest"] else row["kind"]
    said = f"“{row['phrase']}”" if row["phrase"] else "no due words"
    return f"{number}: {said}: {window}" + (f" ({row['rule']})" if row["rule"] else "")
