"""Of every source and everything asked of it: whatever is odd about an answer, is it told, and nothing false read?

Each answer is spoilt in each way, one at a time. What is read then is what is read without the fault, or less; and
where it is less, there is a problem.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from monitor.model.sources import GOV_UK
from spiders.replica.fault_injection import CHALLENGE
from tests.spiders.serving import FAITHFUL, Answer, Reply
from tests.spiders.walking import Walk, endpoint, walked

HTML = b"<!DOCTYPE html><html><title>Sorry</title></html>"
JSON = {"Content-Type": "application/json"}
SOME_DAY = {"house": "Commons", "year": "2025", "month": "6", "date": "2025-06-16"}
WHOLE = "the whole payload"
Spot = tuple[str | int, ...]

BODIES: Mapping[str, tuple[str, Callable[[Reply], Reply]]] = {
    "html": ("not-json", lambda reply: Reply(HTML)),
    "empty": ("not-json", lambda reply: Reply(b"")),
    "cut": ("not-json", lambda reply: Reply(reply.body[: len(reply.body) // 2], headers=JSON)),
    "latin-1": ("wrong-encoding", lambda reply: Reply(reply.body.rstrip()[:-1] + b', "x": "\xe9"}', headers=JSON)),
    "null": ("changed-shape", lambda reply: Reply(b"null", headers=JSON)),
    "a number": ("changed-shape", lambda reply: Reply(b"7", headers=JSON)),
    "no content": ("http-204", lambda reply: Reply(b"", 204)),
    "in part": ("http-206", lambda reply: Reply(reply.body, 206)),
    "challenge": ("challenge", lambda reply: Reply(CHALLENGE.encode(), 403, {"Content-Type": "text/html"})),
    "forbidden": ("http-403", lambda reply: Reply(b"{}", 403)),
    "no such address": ("http-404", lambda reply: Reply(HTML, 404)),
    "shut out": ("http-429", lambda reply: Reply(b"Too Many Requests", 429, {"Retry-After": "3600"})),
    "down": ("http-500", lambda reply: Reply(b'{"status": 500}', 500)),
    "unavailable": ("http-503", lambda reply: Reply(b"", 503)),
}
MAY_BE_MISSING = {
    "gov-uk": {
        "change_history",
        "attachments",
        "first_published_at",
        "withdrawn_notice",
        "explanation",
        "content_type",
    },
    "hansard": {"HRSTag", "AttributedTo", "ExternalId"},
    "committees": {"hlPaper", "number", "additionalContentUrl"},
}
"""Fields that the service leaves out where it has nothing to say, or of which nobody knows that it does not."""

each_source = pytest.mark.parametrize("source", FAITHFUL)


def read(walk: Walk) -> dict[str, str]:
    return {key: document.fingerprint for key, document in walk.documents.items()}


def spoilt(source: str, target: str, spoil: Callable[[Reply], Reply]) -> Answer:
    """The source, but that one address of it answers otherwise."""

    def answer(path: str, query: Mapping[str, str]) -> Reply:
        reply = FAITHFUL[source](path, query)
        return spoil(reply) if path == target and reply.status == 200 else reply

    return answer


def targets(source: str, walk: Walk) -> dict[str, str]:
    """One address that is answered with JSON for each thing that can be asked of a source."""
    found: dict[str, str] = {}
    for path in walk.paths:
        reply = FAITHFUL[source](path, SOME_DAY)
        if reply.status == 200 and reply.body.lstrip()[:1] in (b"{", b"["):
            found.setdefault(endpoint(path), path)
    return found


def spots(value: Any, at: Spot = ()) -> Iterator[Spot]:
    """Where in a payload something stands, itself first; of a list the first element counts for all."""
    yield at
    inner: Iterator[tuple[str | int, Any]] = iter(value.items() if isinstance(value, dict) else ())
    for name, held in [*inner, *(enumerate(value[:1]) if isinstance(value, list) else ())]:
        yield from spots(held, (*at, name))


def edited(at: Spot, edit: Callable[[Any, str | int], None]) -> Callable[[Reply], Reply]:
    """Edit what stands somewhere in a payload; a payload that has no such place stays as it is."""

    def spoil(reply: Reply) -> Reply:
        whole = {WHOLE: json.loads(reply.body)}
        inside: Any = whole
        steps = (WHOLE, *at)
        try:
            for step in steps[:-1]:
                inside = inside[step]
            edit(inside, steps[-1])
        except (LookupError, TypeError):
            return reply
        return Reply(json.dumps(whole[WHOLE]).encode(), headers=JSON)

    return spoil


def _drop(inside: Any, name: str | int) -> None:
    del inside[name]


def _retype(inside: Any, name: str | int) -> None:
    inside[name] = ["odd"] if isinstance(inside[name], dict) else {"odd": 1}


def _add(inside: Any, name: str | int) -> None:
    inside[name]["mood"] = "fair"


@each_source
@pytest.mark.parametrize("fault", BODIES)
async def test_a_body_or_status_that_is_no_answer_is_a_problem_of_its_kind_wherever_it_comes(
    source: str, fault: str
) -> None:
    calm = await walked(source, FAITHFUL[source])
    kind, spoil = BODIES[fault]
    for asked, target in targets(source, calm).items():
        walk = await walked(source, spoilt(source, target, spoil))
        assert walk.kinds == {kind}, (asked, walk.problems)
        assert read(walk).items() <= read(calm).items()
        assert walk.ended is (fault == "shut out")


@each_source
async def test_a_field_of_another_type_is_a_problem_or_one_of_which_nothing_is_read(source: str) -> None:
    calm = await walked(source, FAITHFUL[source])
    for asked, target, at in _places(source, calm):
        walk = await walked(source, spoilt(source, target, edited(at, _retype)))
        assert walk.problems or read(walk) == read(calm), (asked, at)
        assert read(walk).items() <= read(calm).items(), (asked, at)


@each_source
async def test_a_field_that_is_missing_is_a_problem_or_one_of_which_nothing_is_read(source: str) -> None:
    calm = await walked(source, FAITHFUL[source])
    silent = set()
    for asked, target, at in _places(source, calm):
        if not at or isinstance(at[-1], int):
            continue
        walk = await walked(source, spoilt(source, target, edited(at, _drop)))
        if not read(walk).items() <= read(calm).items() or (read(walk) != read(calm) and not walk.problems):
            silent.add((asked, at[-1]))
    assert {name for _, name in silent} <= MAY_BE_MISSING.get(source, set()), silent


@each_source
async def test_a_field_never_met_before_is_told_wherever_the_source_puts_it(source: str) -> None:
    calm = await walked(source, FAITHFUL[source])
    told = 0
    for _, target, at in _places(source, calm):
        walk = await walked(source, spoilt(source, target, edited(at, _add)))
        assert walk.kinds <= {"new-field"}
        assert read(walk) == read(calm) or _is_read_as_text(source, at, walk)
        told += bool(walk.problems)
    assert told


def _is_read_as_text(source: str, at: Spot, walk: Walk) -> bool:
    """Return whether a field is read instead of told, as all in a page's details is but its settings."""
    said = [passage.text for document in walk.documents.values() for passage in document.passages]
    return source == GOV_UK and at[0] == "details" and "Mood: fair." in said


def _places(source: str, calm: Walk) -> Iterator[tuple[str, str, Spot]]:
    """Each place in what a source answers: what was asked, at which address, and where in the payload."""
    for asked, target in targets(source, calm).items():
        for at in spots(json.loads(FAITHFUL[source](target, SOME_DAY).body)):
            yield asked, target, at
