"""When a source misbehaves, is it told as what it is, with nothing false said and nothing lost?

For each fault: a sound pass, a pass under the fault, a pass after it; beside them the same days without the fault.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest

from monitor.model.boards import Status
from monitor.model.sources import GOV_UK, HANSARD, WRITTEN_QUESTIONS, WRITTEN_STATEMENTS
from spiders.replica.fault_injection import FAULTS, InjectedFault
from tests.spiders.passing import SECOND, Fate, calm

AT_ONCE = 3
KNOTS = "/api/content/guidance/knots"
TIDES = "/api/content/government/news/tides"
TIDE_REPORT = "/api/content/government/publications/tide-report"
UNSEEN = "missing-page"
"""Every pass over GOV.UK says so of a watched page that is not there yet."""

GIVEN_UP = "given-up"
"""Whether a crawl ends early depends on how many requests it makes, and not on what befalls them."""


@dataclass(frozen=True, slots=True)
class Case:
    """A fault at a source, and the kinds of problem it makes. `whole`: the days count as read all the same.

    `told`: kinds of change that are true of a day with the fault, and of no other.
    """

    source: str
    kinds: frozenset[str]
    fault: InjectedFault
    whole: bool = False
    told: frozenset[str] = frozenset()
    patience: float = 20.0


def case(source: str, name: str, *kinds: str, at: str | None = None, whole: bool = False, told: str = "") -> Case:
    fault = FAULTS[name] if at is None else replace(FAULTS[name], path=at)
    return Case(source, frozenset(kinds), fault, whole, frozenset(told.split()))


CASES: Mapping[str, Case] = {
    "refused": case(HANSARD, "refused", "refused"),
    "reset": case(WRITTEN_STATEMENTS, "reset", "reset"),
    "timeout": replace(case(WRITTEN_STATEMENTS, "timeout", "timeout"), patience=0.5),
    "drip": replace(case(WRITTEN_STATEMENTS, "drip", "timeout"), patience=0.5),
    "cut-body": case(WRITTEN_STATEMENTS, "cut-body", "truncated"),
    "redirect-loop": case(GOV_UK, "redirect-loop", "redirect-loop", UNSEEN),
    "private-redirect": case(GOV_UK, "private-redirect", "redirected-away", UNSEEN),
    "challenge": case(HANSARD, "challenge", "challenge"),
    "missing": case(WRITTEN_STATEMENTS, "missing", "http-404"),
    "missing-page": case(GOV_UK, "missing-page", UNSEEN, at=KNOTS, whole=True),
    "missing-listed-page": case(GOV_UK, "missing-page", UNSEEN, "http-404", at=TIDE_REPORT),
    "gone": case(HANSARD, "gone", "http-410"),
    "gone-page": case(GOV_UK, "gone-page", UNSEEN, at=TIDES, whole=True, told="gone"),
    "shut-out": case(GOV_UK, "shut-out", "http-429", UNSEEN),
    "too-fast": case(WRITTEN_STATEMENTS, "too-fast", whole=True),
    "server-error": case(WRITTEN_QUESTIONS, "server-error", "http-500"),
    "stumble": case(WRITTEN_QUESTIONS, "stumble", whole=True),
    "robots-unavailable": case(GOV_UK, "robots-unavailable", "robots"),
    "cut-json": case(WRITTEN_QUESTIONS, "cut-json", "not-json"),
    "html": case(HANSARD, "html", "not-json"),
    "wrong-encoding": case(GOV_UK, "wrong-encoding", "wrong-encoding", UNSEEN),
    "not-compressed": case(WRITTEN_STATEMENTS, "not-compressed", "wrong-encoding"),
    "huge-body": case(GOV_UK, "huge-body", "too-large"),
    "bomb": case(WRITTEN_STATEMENTS, "bomb", "too-large"),
    "missing-field": case(WRITTEN_QUESTIONS, "missing-field", "changed-shape"),
    "retyped-field": case(HANSARD, "retyped-field", "changed-shape"),
    "new-field": case(GOV_UK, "new-field", "new-field", UNSEEN, whole=True),
    "empty-days": case(WRITTEN_QUESTIONS, "empty-days", "unknown-department"),
    "empty-tree": case(HANSARD, "empty-tree", "empty-tree"),
    "duplicate-ids": case(WRITTEN_QUESTIONS, "duplicate-ids", "short-list"),
    "one-id-for-all": case(WRITTEN_STATEMENTS, "one-id-for-all", "changed-shape"),
    "clock-skew": case(GOV_UK, "clock-skew", "future-dated"),
}


@pytest.fixture(scope="module")
def fates() -> dict[str, Fate]:
    """Every fault met once, a few at a time: each pass is a process of its own."""
    return asyncio.run(_met())


async def _met() -> dict[str, Fate]:
    room = asyncio.Semaphore(AT_ONCE)
    async with calm() as quiet:

        async def met(one: Case) -> Fate:
            async with room:
                return await quiet.fate(one.source, one.fault, one.patience)

        found = await asyncio.gather(*(met(one) for one in CASES.values()))
    return dict(zip(CASES, found, strict=True))


each = pytest.mark.parametrize("name", CASES)


def test_every_fault_of_the_replica_is_met() -> None:
    manners = {"crawl-delay", "slow"}
    assert FAULTS.keys() - CASES.keys() == manners


@each
def test_a_fault_is_a_problem_of_its_own_kind(fates: dict[str, Fate], name: str) -> None:
    entry = fates[name].faulty
    assert {p.kind for p in entry.problems} - {GIVEN_UP} == CASES[name].kinds, entry.problems
    assert {p.source for p in entry.problems} <= {CASES[name].source}
    of_the_whole = {GIVEN_UP, "new-field"}
    assert all(p.seen and (p.kind in of_the_whole or (p.where or "").startswith("http")) for p in entry.problems)


@each
def test_under_a_fault_nothing_is_told_that_is_not_so(fates: dict[str, Fate], name: str) -> None:
    fate, expected = fates[name], CASES[name]
    extra = fate.spoilt.told.keys() - fate.undisturbed.told.keys()
    assert {fate.spoilt.told[one].kind for one in extra} == expected.told


@each
def test_nothing_that_was_half_read_is_recorded(fates: dict[str, Fate], name: str) -> None:
    fate = fates[name]
    extra = fate.spoilt.texts() - fate.undisturbed.texts()
    assert len(extra) == ("gone" in CASES[name].told)


@each
def test_days_count_as_read_only_where_all_of_them_was_read(fates: dict[str, Fate], name: str) -> None:
    fate, expected = fates[name], CASES[name]
    reach = fate.spoilt.ledger.coverage().reach(expected.source)
    assert (reach == SECOND) is expected.whole
    assert (fate.faulty.span is not None) is expected.whole
    overdue = [c for c in fate.faulty.changes if c.after == Status.OVERDUE]
    assert len(overdue) == expected.whole


@each
def test_after_a_fault_nothing_is_lost_and_all_is_told_once(fates: dict[str, Fate], name: str) -> None:
    fate, expected = fates[name], CASES[name]
    assert fate.after.span is not None, fate.after.problems
    assert fate.recovered.texts() >= fate.undisturbed.texts()
    assert fate.recovered.ledger.coverage() == fate.undisturbed.ledger.coverage()
    assert fate.recovered.told.keys() >= fate.undisturbed.told.keys()
    if not expected.told:
        assert fate.recovered.texts() == fate.undisturbed.texts()
        assert fate.recovered.told == fate.undisturbed.told


def test_a_server_that_shuts_us_out_for_an_hour_is_left_alone_at_once(fates: dict[str, Fate]) -> None:
    asked = fates["shut-out"].record.paths("gov-uk")
    assert asked.count("/api/search.json") == 1
    assert asked[-1] == "/api/search.json"


def test_a_server_that_asks_for_a_second_is_given_one(fates: dict[str, Fate]) -> None:
    record = fates["too-fast"].record
    spoilt = record.paths("questions-statements").index("/api/writtenstatements/statements")
    assert record.gaps("questions-statements")[spoilt] >= 1.0
    assert record.paths("questions-statements")[spoilt + 1] == "/api/writtenstatements/statements"


def test_what_can_not_be_read_is_not_asked_for_again_and_again(fates: dict[str, Fate]) -> None:
    most = max(len(fate.record.seen) for fate in fates.values())
    assert most < 40
