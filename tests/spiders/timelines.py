"""What became of one written question? Its successive states are read, compared and settled as the loop would do it."""

import copy
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from monitor.model.changes import Change
from monitor.model.commitments import Watch
from monitor.model.documents import Version
from monitor.model.sources import WRITTEN_QUESTIONS, Harvest
from monitor.pipeline.comparing.document_versions import Difference, differences
from spiders.question_fields import CUT, question
from tests import builders as b
from tests.builders import Newsroom
from tests.spiders.serving import payload

EVER = date(2024, 1, 1)
WHERE = "https://x.example/one"
Fields = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Seen:
    """A question as the service gave it at a moment."""

    at: datetime
    item: Any


@dataclass(frozen=True, slots=True)
class Story:
    """What followed from the states of a question: its versions, how each differed, and what was told."""

    versions: tuple[Version, ...]
    told: tuple[Change, ...]

    @property
    def differences(self) -> list[str]:
        """How each version differed from the one before; where more befell it at once, joined by a plus."""
        pairs = zip(self.versions, self.versions[1:], strict=False)
        return ["new", *("+".join(differences(one.document, other.document)) for one, other in pairs)]

    @property
    def days(self) -> list[str]:
        """The day from which each version counts."""
        return [str(version.since) for version in self.versions]

    @property
    def events(self) -> set[tuple[str, str]]:
        """What was told of the document itself: on which day, of what kind."""
        return {(str(c.at.date()), c.kind) for c in self.told if c.kind in set(Difference)}

    def event(self, kind: str) -> Change:
        """The one change of a kind."""
        (found,) = [c for c in self.told if c.kind == kind]
        return found


def recorded(path: Path) -> tuple[Seen, ...]:
    """The states of a question as a recorder of the service's lists met them."""
    states = json.loads(path.read_text(encoding="utf-8"))
    return tuple(Seen(datetime.fromisoformat(state["commit_time"]), state["item"]) for state in states)


def made_up(*altered: Fields) -> tuple[Seen, ...]:
    """States of our own sample question, a day apart from the day after it was tabled: each alters the one before."""
    item: Any = copy.deepcopy(payload("written-questions/501.json"))
    first = datetime(2025, 6, 11, 0, 8, tzinfo=UTC)
    states = []
    for number, fields in enumerate(altered):
        item = copy.deepcopy(item)
        item["value"] |= fields
        states.append(Seen(first + timedelta(days=number), item))
    return tuple(states)


def story(states: Iterable[Seen], phrase: str) -> Story:
    """What follows of the states of one question, for a commitment that watches for a phrase."""
    promise = b.commitment(watch=Watch(names=(phrase,)), made_on=EVER, due=None, milestones=(b.milestone(due=None),))
    room, key = Newsroom(b.register(promise)), ""
    for state in states:
        document = question(whole(state.item), WHERE)
        key = document.key
        room.settle(Harvest(WRITTEN_QUESTIONS, EVER, state.at.date(), state.at, state.at, (document,)))
    return Story(room.ledger.versions(WRITTEN_QUESTIONS, key), room.told())


def whole(item: Any) -> Any:
    """A list row as if it had been read by itself: the list cuts answers, and the reader refuses cut ones."""
    text = item["value"]["answerText"]
    if text is None or len(text) < CUT + 3:
        return item
    return item | {"value": item["value"] | {"answerText": f"<p>{text.removesuffix('...')}</p>"}}
