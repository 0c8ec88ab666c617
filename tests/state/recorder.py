"""A process of its own that opens a ledger and records in it, beside others that do the same; prints its holder."""

import sys

from state.ledger import open_ledger
from tests.state.makers import NOON, entry, found, version

TIMES = 8


def main(address: str, name: str) -> None:
    ledger = open_ledger(address)
    for number in range(TIMES):
        held = ledger.versions("written-questions", "shared")
        shared = version("shared", f"{name} {number}", len(held) + 1)
        own = version(f"{name} {number}")
        ledger.record(entry(own, shared, evidence={"d": (found(shared, f"{name} {number}"),)}))
    print(ledger.lease("tick", name, NOON, 60))  # noqa: T201 - what the test reads
    ledger.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
