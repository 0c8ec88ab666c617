"""Does each service know the departments it is asked for, and is a silence that can't be told of?"""

import gzip
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from monitor.model.errors import UserError
from monitor.model.sources import GOV_UK, WRITTEN_QUESTIONS, WRITTEN_STATEMENTS, Harvest, Problem
from monitor.pipeline.coverage.harvest_check import SILENT, examine
from spiders.catalogue import CARDS
from spiders.department_check import UNKNOWN
from spiders.departments import ANSWERING_BODIES, BODIES, Directory, numbers, organisations
from spiders.organisations import directory
from spiders.replica.imagined_year import Timeline
from spiders.replica.server import Replica
from tests.spiders.serving import SHARED, Answer, Reply, as_json, gov_uk, serving
from tests.spiders.walking import walked

KNOWN = Directory()


@pytest.mark.parametrize(
    ("source", "said", "meant"),
    [
        (GOV_UK, "homeoffice", "home-office"),
        (GOV_UK, "Home Office", "home-office"),
        (GOV_UK, "HOME_OFFICE", "home-office"),
        (GOV_UK, "dfe", "department-for-education"),
        (WRITTEN_QUESTIONS, "HM Treasury", "hm-treasury"),
        (WRITTEN_QUESTIONS, "MoJ", "ministry-of-justice"),
        (GOV_UK, "ministry-of-defense", "ministry-of-defence"),
        (GOV_UK, "hm-revenue-and-customs", "hm-revenue-customs"),
        (GOV_UK, "environment-agancy", "environment-agency"),
        (WRITTEN_QUESTIONS, "department-of-transport", "department-for-transport"),
        (WRITTEN_QUESTIONS, "attorney-generals", "attorney-general"),
        (WRITTEN_STATEMENTS, "northern-ireland", "northern-ireland-office"),
    ],
)
def test_a_name_that_is_none_is_refused_with_the_nearest_one(source: str, said: str, meant: str) -> None:
    with pytest.raises(UserError, match=f"is called “{said}”") as refused:
        KNOWN.followed(source, (said,))
    assert meant in refused.value.hint


@pytest.mark.parametrize(
    ("named", "number"),
    [
        ("department-for-business-and-trade", 214),
        ("office-of-the-secretary-of-state-for-wales", 28),
        ("wales-office", 28),
        ("northern-ireland-office", 21),
        ("office-of-the-secretary-of-state-for-scotland", 2),
        ("attorney-generals-office", 88),
        ("house-of-commons-commission", 18),
        ("speakers-committee-on-the-electoral-commission", 36),
        ("church-commissioners", 9),
        ("department-for-transport", 27),
        ("department-for-energy-security-and-net-zero", 215),
        ("department-for-culture-media-and-sport", 217),
    ],
)
def test_all_that_answer_can_be_named(named: str, number: int) -> None:
    assert numbers(KNOWN.followed(WRITTEN_QUESTIONS, (named,))) == (number,)


def test_every_body_of_the_answers_collected_is_known() -> None:
    collected = SHARED / "corpus" / "written-answers.jsonl.gz"
    if not collected.is_file():
        pytest.skip("no folder `shared` beside the checkout")
    with gzip.open(collected, "rt", encoding="utf-8") as lines:
        said = {json.loads(line).get("body") for line in lines} - {None, ""}
    assert len(said) > 20
    assert said <= {body.name for body in ANSWERING_BODIES}


def test_no_name_means_two_bodies_and_every_successor_is_one() -> None:
    assert len(BODIES) == sum(len(body.names) for body in ANSWERING_BODIES)
    known = {body.number for body in ANSWERING_BODIES}
    assert {number for body in ANSWERING_BODIES for number in body.now} <= known
    assert {heir for heirs in organisations().values() for heir in heirs} <= set(organisations())


@pytest.mark.parametrize(
    ("named", "also"),
    [
        ("department-for-levelling-up-housing-and-communities", "ministry-of-housing-communities-local-government"),
        ("department-for-international-trade", "department-for-business-and-trade"),
        ("nhs-digital", "nhs-england"),
    ],
)
def test_who_took_the_place_of_an_organisation_is_followed_with_it(named: str, also: str) -> None:
    assert KNOWN.followed(GOV_UK, (named,))[:2] == (named, also)


def test_who_took_the_place_of_an_answering_body_is_asked_for_as_well() -> None:
    assert numbers(("department-for-international-trade", "home-office")) == (202, 214, 1)


def test_what_gov_uk_names_since_can_be_followed_and_a_circle_of_renamings_ends() -> None:
    known = Directory({"office-of-lamps": ("office-of-lights",), "office-of-lights": ("office-of-lamps",)})
    assert known.followed(GOV_UK, ("office-of-lamps",)) == ("office-of-lamps", "office-of-lights")
    with pytest.raises(UserError):
        KNOWN.followed(GOV_UK, ("office-of-lamps",))


async def test_gov_uks_own_list_is_read_with_what_took_the_place_of_what() -> None:
    today = date(2025, 6, 20)
    async with Replica(Timeline(), lambda: today) as replica:
        found = await directory(replica.addresses[GOV_UK], today)
    assert isinstance(found, Directory)
    assert dict(found.fetched) == dict(organisations())
    assert found.fetched_on == today


@pytest.mark.parametrize("rows", [[], [{"link": "/x", "slug": "home-office"}]])
async def test_a_list_of_hardly_any_organisations_is_not_believed(rows: list[object]) -> None:
    async with serving(lambda path, query: as_json({"results": rows, "total": len(rows)})) as served:
        found = await directory(served.address, date(2025, 6, 20))
    assert isinstance(found, Problem)
    assert found.kind == "changed-shape"


def publishing(many: Mapping[str, int]) -> Answer:
    """Return a search that counts what organisations publish, and otherwise answers as always."""

    def answer(path: str, query: Mapping[str, str]) -> Reply:
        if path == "/api/search.json" and query.get("count") == "0":
            return as_json({"results": [], "total": many.get(query["filter_organisations"], 0)})
        return gov_uk(path, query)

    return answer


@pytest.mark.parametrize("beside", [(), ("home-office",), ("office-of-lamps", "home-office")])
async def test_an_organisation_of_which_gov_uk_has_nothing_is_a_problem_and_no_day_counts(
    beside: tuple[str, ...],
) -> None:
    walk = await walked(
        GOV_UK, publishing({"home-office": 5, "office-of-lamps": 2}), organisations=("homeoffice", *beside)
    )
    assert [p.kind for p in walk.problems if p.kind == UNKNOWN] == [UNKNOWN]
    assert "homeoffice" in next(p.seen for p in walk.problems if p.kind == UNKNOWN)
    assert not whole(GOV_UK, walk.problems)


async def test_organisations_that_published_something_once_are_known_and_one_replaced_need_have_nothing() -> None:
    asked = ("home-office", "nhs-digital", "nhs-england")
    walk = await walked(GOV_UK, publishing({"home-office": 5, "nhs-england": 1}), organisations=asked)
    assert UNKNOWN not in walk.kinds


async def test_an_organisation_that_publishes_daily_is_not_believed_to_have_published_nothing() -> None:
    walk = await walked(
        GOV_UK, publishing({"home-office": 5_000, "ofsted": 300}), organisations=("home-office", "ofsted")
    )
    assert [p.seen for p in walk.problems if p.kind == SILENT] == [
        "nothing by home-office from 2025-06-10 to 2025-06-20, where 151 documents are usual"
    ]
    assert not whole(GOV_UK, walk.problems)


def answering(many: Callable[[int], int]) -> Answer:
    """Return a service that has nothing of the days asked for, and of which so much came of each body in five years."""

    def answer(_path: str, query: Mapping[str, str]) -> Reply:
        counted = many(int(query["answeringBodies"])) if query.get("take") == "1" else 0
        return as_json({"results": [], "totalResults": counted})

    return answer


@pytest.mark.parametrize("source", [WRITTEN_QUESTIONS, WRITTEN_STATEMENTS])
async def test_a_number_by_which_nobody_answers_is_a_problem_and_no_day_counts(source: str) -> None:
    walk = await walked(source, answering(lambda body: 0 if body == 57 else 40), bodies=(57, 18))
    assert [p.seen for p in walk.problems if p.kind == UNKNOWN] == [
        "nothing at all came of Minister without Portfolio (57) in five years: nobody answers by that number"
    ]
    assert not whole(source, walk.problems)


@pytest.mark.parametrize("source", [WRITTEN_QUESTIONS, WRITTEN_STATEMENTS])
async def test_a_small_body_may_be_silent_and_one_that_answers_no_more_has_nothing(source: str) -> None:
    walk = await walked(source, answering(lambda body: 0 if body == 202 else 30), bodies=(202, 214))
    assert not {UNKNOWN, SILENT} & walk.kinds


async def test_a_department_that_answers_daily_is_not_believed_to_have_answered_nothing() -> None:
    walk = await walked(WRITTEN_QUESTIONS, answering(lambda _: 40_000), bodies=(17,))
    assert SILENT in walk.kinds
    assert not whole(WRITTEN_QUESTIONS, walk.problems)


async def test_in_a_recess_it_may_well_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spiders.department_check.after_sitting_days", lambda _day, _many: date(2025, 9, 1))
    walk = await walked(WRITTEN_QUESTIONS, answering(lambda _: 40_000), bodies=(17,))
    assert SILENT not in walk.kinds


def test_who_lets_any_silence_pass_is_told_of_none() -> None:
    silent = Problem(GOV_UK, SILENT, "nothing by ofsted")
    assert not whole(GOV_UK, (silent,))
    at = datetime(2025, 6, 20, 12, tzinfo=UTC)
    harvest = Harvest(GOV_UK, date(2025, 6, 15), date(2025, 6, 20), at, at, (), (silent,))
    assert examine(harvest, replace(CARDS[GOV_UK], fewest=0)).whole


def whole(source: str, problems: tuple[Problem, ...]) -> bool:
    """Return whether days with these problems count as read."""
    at = datetime(2025, 6, 20, 12, tzinfo=UTC)
    told = tuple(p for p in problems if p.kind in (UNKNOWN, SILENT))
    return examine(Harvest(source, date(2025, 6, 15), date(2025, 6, 20), at, at, (), told), CARDS[source]).whole
