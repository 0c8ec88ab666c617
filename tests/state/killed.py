"""Record in children that are killed at their first statement, their second, and so on; print what they left."""

import json
import os
import signal
import sys
from datetime import timedelta
from itertools import takewhile

from sqlalchemy import Engine, event

from monitor.model.ports import Entry
from monitor.model.sources import Span
from state.ledger import SqlLedger, open_ledger
from tests.state.makers import DAY, change, entry, found, problem, version

MOST = 100


def the_entry(number: int) -> Entry:
    """Return an entry of which every part tells which it belongs to."""
    seen = version(str(number))
    day = DAY + timedelta(days=3 * number)
    return entry(
        seen,
        span=Span(day, day),
        evidence={"d": (found(seen),)},
        changes=(change(str(number)),),
        problems=(problem(str(number)),),
    )


def record_until_killed(address: str, number: int) -> None:
    """Record an entry, and be killed once so many statements were carried out, or just before the commit."""
    done = 0

    def count(*_: object) -> None:
        nonlocal done
        done += 1
        if done == number:
            os.kill(os.getpid(), signal.SIGKILL)

    ledger = open_ledger(address)
    event.listen(Engine, "after_cursor_execute", count)
    event.listen(Engine, "commit", count)
    ledger.record(the_entry(number))


def left(ledger: SqlLedger, number: int) -> list[bool]:
    """Return which parts of an entry are there."""
    day = DAY + timedelta(days=3 * number)
    key = ("written-questions", str(number))
    return [
        key in ledger.latest([key]),
        key[1] in {piece.document.key for piece in ledger.evidence("d")},
        key[1] in {told.change.id for told in ledger.changes("cooper")},
        ledger.coverage().unbroken(key[0], day, day),
        key[1] in {p.seen for _, p in ledger.problems()},
    ]


def was_killed(address: str, number: int) -> bool:
    """Return whether a child that records was killed before it was done."""
    child = os.fork()
    if child == 0:
        record_until_killed(address, number)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def main(address: str) -> None:
    """Print how many children were killed, what is left of the entry of each, and what is wrong with the database."""
    killed = sum(1 for _ in takewhile(lambda number: was_killed(address, number), range(1, MOST)))
    ledger = open_ledger(address)
    parts = [left(ledger, number) for number in range(1, killed + 2)]
    print(json.dumps({"killed": killed, "left": parts, "wrong": ledger.check()}))  # noqa: T201 - what the test reads


if __name__ == "__main__":
    main(sys.argv[1])
