"""What did the sources really send? Payloads recorded in a folder, so that they can be served again.

A folder holds `written-questions/*.json` (details, list items, timelines of one question, full texts beside
list items) and `gov-uk/*.json` (content items). What else stands in it is left alone.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from monitor.model.errors import UserError
from spiders.replica.markup import Value, paragraphs

HINT = "give a folder that holds written-questions/*.json or gov-uk/*.json"


@dataclass(frozen=True, slots=True)
class State:
    """A question as it was recorded, and the day from which it could be so; `worth` ranks recordings of one day."""

    since: date
    worth: int
    value: Value


@dataclass(frozen=True, slots=True)
class RecordedPayloads:
    """The recorded states of every question, and content items by path."""

    states: tuple[State, ...] = ()
    items: tuple[Value, ...] = ()

    def questions(self, today: date) -> list[Value]:
        """Return each question once: its fullest state among the newest that a day allows."""
        known: dict[int, State] = {}
        for state in sorted(self.states, key=lambda s: (s.worth, s.since)):
            if state.since <= today:
                known[state.value["id"]] = state
        return [state.value for state in known.values()]

    def pages(self, today: date) -> dict[str, Value]:
        """Return the content items published by a day, by path; one without a date was always there.

        A child that a page links to and nobody recorded is there with what the link says, and no text.
        """
        out = [item for item in self.items if _published(item) <= today]
        children = [child for item in out for child in item["links"].get("children", [])]
        return {child["base_path"]: _stub(child) for child in children} | {item["base_path"]: item for item in out}


def read(folder: Path) -> RecordedPayloads:
    """Return what a folder holds; raise UserError where it holds nothing of use, or something that is not JSON."""
    states = tuple(state for path in _files(folder, "written-questions") for state in _states(_json(path)))
    items = tuple(item for path in _files(folder, "gov-uk") if "base_path" in (item := _json(path)))
    if not states and not items:
        raise UserError(f"nothing recorded in {folder}", HINT)
    return RecordedPayloads(states, items)


def _files(folder: Path, part: str) -> list[Path]:
    return sorted((folder / part).glob("*.json"))


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as trouble:
        raise UserError(f"can't read {path.name}: {trouble}", HINT) from None


def _states(found: Any) -> Iterator[State]:
    """Yield the states in one file, whatever its wrapper."""
    if isinstance(found, dict):
        rows = found.get("results", [found])
        worth = 2 if "results" not in found else 0  # a single payload is a detail, an envelope holds list rows
        yield from (_state(row["value"], worth) for row in rows if "value" in row)
        return
    for row in found:
        if "detail_payload" in row:
            yield _state(row["detail_payload"]["value"], 3)
        elif "longform" in row:
            yield _state(_whole(row["list_item"]["value"], row["longform"]), 2)
        elif "item" in row:
            yield _state(row["item"]["value"], 1, date.fromisoformat(row["commit_time"][:10]))
        elif "value" in row:
            yield _state(row["value"], 0)


def _state(value: Value, worth: int, since: date | None = None) -> State:
    day = value["dateAnswerCorrected"] or value["dateAnswered"] or value["dateTabled"]
    text = value["answerText"]
    return State(
        since or date.fromisoformat(day[:10]),
        worth,
        value | {"answerText": text and paragraphs(text)},
    )


def _whole(value: Value, full: dict[str, Any]) -> Value:
    """Return a list item with its full texts.

    Some items were listed before the answer came, so that its day is not recorded: the day it was due stands in.
    """
    answered = value["dateAnswered"] or (value["dateForAnswer"] if full["answer_text"] else None)
    return value | {
        "questionText": full["question_text"] or value["questionText"],
        "answerText": full["answer_text"] or value["answerText"],
        "dateAnswered": answered,
        "answerIsHolding": bool(value["answerIsHolding"]) if answered else None,
        "answerIsCorrection": bool(value["answerIsCorrection"]) if answered else None,
    }


def _published(item: Value) -> date:
    stamp = item.get("first_published_at") or item.get("public_updated_at")
    return date.fromisoformat(stamp[:10]) if stamp else date.min


def _stub(child: Value) -> Value:
    stamp = child.get("public_updated_at")
    dates = {"first_published_at": stamp, "public_updated_at": stamp, "updated_at": stamp}
    known = {name: child[name] for name in ("base_path", "content_id", "document_type", "locale", "title")}
    rest: Value = {"schema_name": "html_publication", "description": None, "withdrawn_notice": {}, "phase": "live"}
    return dict(sorted((known | dates | rest | {"details": {"body": ""}, "links": {}}).items()))
