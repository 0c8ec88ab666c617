"""Do the replica's answers have the shapes that the services describe?"""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from spiders.replica import hansard_api
from spiders.replica.imagined_year import load
from spiders.replica.replies import Asked, Library
from spiders.replica.server import parliament

SPECS = Path(__file__).resolve().parents[2].parent / "shared" / "specs"
YEAR = Library(load())
EVER = date(2100, 1, 1)
KINDS: dict[str, tuple[type, ...]] = {"string": (str,), "integer": (int,), "boolean": (bool,)}
pytestmark = pytest.mark.skipif(not SPECS.is_dir(), reason="no API descriptions beside this checkout")


def described(name: str) -> dict[str, Any]:
    whole = json.loads((SPECS / name).read_text())
    found: dict[str, Any] = whole.get("definitions") or whole["components"]["schemas"]
    return found


def check(value: Any, schema: dict[str, Any], known: dict[str, Any], where: str) -> None:
    """Fail where a value is not as described. Null is let pass: the descriptions do not say where it may stand."""
    schema = known[schema["$ref"].rsplit("/", 1)[-1]] if "$ref" in schema else schema
    if value is None or where.endswith(".Source"):  # described as a name, sent as a number
        return
    if schema["type"] == "array":
        assert isinstance(value, list), where
        for part in value:
            check(part, schema["items"], known, f"{where}[]")
    elif schema["type"] == "object":
        assert set(value) == set(schema["properties"]), where
        for name, part in value.items():
            check(part, schema["properties"][name], known, f"{where}.{name}")
    else:
        assert type(value) in KINDS[schema["type"]], f"{where}: {value!r}"
        assert value in schema.get("enum", [value]), where
        if schema.get("format") == "date-time":
            assert datetime.fromisoformat(value).tzinfo is None, where
        if schema.get("format") == "int32":
            assert value < 2**31, where


@pytest.mark.parametrize(
    ("path", "query", "shape"),
    [
        ("/api/writtenquestions/questions", (("take", "500"),), "QuestionsViewModelSearchResult"),
        ("/api/writtenquestions/questions", (("expandMember", "true"),), "QuestionsViewModelSearchResult"),
        ("/api/writtenquestions/questions/7700192", (), "QuestionsViewModelItem"),
        ("/api/writtenquestions/questions/2025-01-20/700108", (), "QuestionsViewModelItem"),
        ("/api/writtenstatements/statements", (("take", "100"),), "StatementsViewModelSearchResult"),
        ("/api/writtenstatements/statements/7600012", (), "StatementsViewModelItem"),
    ],
)
@pytest.mark.parametrize("today", [date(2025, 6, 1), EVER])
def test_questions_and_statements_are_shaped_as_described(path: str, query: Any, shape: str, today: date) -> None:
    known = described("questions-statements.json")
    day = EVER if path[-1].isdigit() else today
    check(json.loads(parliament(YEAR, day, Asked(path, query)).body), {"$ref": shape}, known, shape)


@pytest.mark.parametrize(
    ("path", "query", "shape"),
    [
        ("/overview/calendar.json", (("year", "2025"), ("month", "2"), ("house", "Commons")), "[CalendarItem]"),
        ("/overview/linkedsittingdates.json", (("date", "2025-06-16"), ("house", "Commons")), "LinkedSittingDates"),
        (
            "/overview/sectiontrees.json",
            (("section", "Debate"), ("date", "2025-06-16"), ("house", "Commons")),
            "[SectionTree]",
        ),
        ("/debates/debate/51C5DFD1-9C32-4A85-AB4F-4EF38EE7CA1A.json", (), "Debate"),
        ("/search/contributions/Spoken.json", (("queryParameters.take", "50"),), "SearchContributionsQueryResult"),
        ("/search/contributions/Corrections.json", (), "SearchContributionsQueryResult"),
    ],
)
def test_hansard_is_shaped_as_described(path: str, query: Any, shape: str) -> None:
    known = described("hansard.json")
    many = shape.startswith("[")
    schema: dict[str, Any] = {"$ref": shape.strip("[]")}
    reply = json.loads(hansard_api.answer(YEAR, EVER, Asked(path, query)).body)
    assert reply
    check(reply, {"type": "array", "items": schema} if many else schema, known, shape)


def test_every_filter_the_questions_api_describes_is_read() -> None:
    whole = json.loads((SPECS / "questions-statements.json").read_text())
    for path in ("/api/writtenquestions/questions", "/api/writtenstatements/statements"):
        for told in whole["paths"][path]["get"]["parameters"]:
            if told["name"] in ("expandMember", "includeWithdrawn"):
                continue
            query = ((told["name"], "zzqx"),)
            reply = parliament(YEAR, EVER, Asked(path, query))
            empty = reply.status == 200 and json.loads(reply.body)["totalResults"] == 0
            assert reply.status == 400 or empty, told["name"]
