"""Are days of a register doubted that are yet to come, and what is resumed though nothing had stopped it?"""

from datetime import date

import pytest

from monitor.registers.checking import check
from tests.builders.register_files import SOUND

TODAY = date(2026, 11, 24)
TITLED = "        title: The plan published\n"
NOTED = "      - {on: ON, ruling: RULING, why: They said so, source: 'https://a.gov.uk/1'}\n"


def noted(*entries: tuple[str, str]) -> list[tuple[int, str]]:
    """What is doubted of entries that follow those of the sample's ledger: each the line and what."""
    text = SOUND + "".join(NOTED.replace("ON", on).replace("RULING", ruling) for on, ruling in entries)
    return [(d.line, d.what) for d in check(text, TODAY).doubts if "is only a placeholder for an address" not in d.what]


def test_a_day_of_the_ledger_that_is_yet_to_come_is_doubted_on_its_line() -> None:
    last = len(SOUND.splitlines())
    assert noted(("2029-03-01", "progress")) == [(last + 1, "2029-03-01 is yet to come")]
    assert noted((str(TODAY), "progress")) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("made: {on: 2025-01-16", "made: {on: 2029-01-16", 16),
        ("compiled_on: 2025-06-01", "compiled_on: 2029-06-01", 5),
        (TITLED, TITLED + "        promised_on: 2029-02-01\n", 27),
    ],
)
def test_a_promise_that_is_yet_to_be_made_is_doubted_on_its_line(old: str, new: str, line: int) -> None:
    text = SOUND[: SOUND.index("    ledger:")].replace(old, new)
    assert line in [d.line for d in check(text, TODAY).doubts if "is yet to come" in d.what]


def test_what_is_resumed_though_nothing_had_stopped_it_is_doubted() -> None:
    line, what = len(SOUND.splitlines()) + 1, "nothing in the ledger had stopped mend-roads by 2025-03-01"
    assert noted(("2025-03-01", "resumed")) == [(line, what)]
    assert noted(("2025-03-01", "resumed"), ("2025-03-02", "dropped")) == [(line, what)]
    assert noted(("2025-02-02", "dropped"), ("2025-03-01", "resumed")) == []
    again = noted(("2025-02-02", "dropped"), ("2025-02-10", "resumed"), ("2025-03-01", "resumed"))
    assert again == [(line + 2, what)]
