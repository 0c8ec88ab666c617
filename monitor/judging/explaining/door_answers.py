"""What did the door of delivery say of each milestone: opened or refused, by which rule, and what was missing?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from monitor.judging import delivery
from monitor.judging.claims.mentions import Mention
from monitor.judging.english.speakers import HOLDING, answers
from monitor.judging.judge import Read, doors
from monitor.model import wording
from monitor.model.commitments import Milestone, PageExpected
from monitor.model.documents import Document, Presence, Version
from monitor.model.sentences import places

PAGE, RULING, CUT_OFF, NOTHING_SAID = "page-expected", "ruling-only", "cut-off", "no-sentence"
"""Beside the door's own rows: the rules by which a page delivers, and by which nothing in words can."""
_LEAST_FAR = ("not-of-it", "quoted", "too-long", CUT_OFF, "no-deed", "no-thing", NOTHING_SAID)
"""Refusals in which hardly anything told of a delivery, those that came further first. Every other came further."""
_CUT_OFF = ("...", "…")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the door says of one sentence, by its number, or of the document as a page (None): the rule, and why."""

    sentence: int | None
    opened: bool
    rule: str
    why: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class DoorOfMilestone:
    """The answer that decided on a milestone, and the others that came as far as a rule of the door."""

    milestone: Milestone
    answer: Answer
    others: tuple[Answer, ...]


def unheard(read: Read, document: Document) -> str | None:
    """Return why nothing that is said counts, as with a holding answer; None where it does."""
    passages = read.match.unit.passages
    if document.holding:
        return "it is a holding answer: it answers nothing yet"
    if not any(answers(passage, document) for passage in passages):
        return "nobody in it speaks for the government"
    if any(HOLDING.search(one.claim.mention.text) for one in read.compared):
        return "it has the fixed words of an answer that answers nothing yet"
    return None


def doors_of(read: Read, version: Version, number: Callable[[Mention], int]) -> tuple[DoorOfMilestone, ...]:
    """Return what the door says of each milestone of a match; `number` gives a sentence's number."""
    return tuple(_of_milestone(m, read, version, number) for m in read.match.commitment.milestones)


def _of_milestone(
    milestone: Milestone, read: Read, version: Version, number: Callable[[Mention], int]
) -> DoorOfMilestone:
    every = [*_by_page(milestone, version), *_by_words(milestone, read, version, number)]
    if not milestone.expect.pages and not milestone.expect.words:
        every.append(Answer(None, opened=False, rule=RULING, why="only a person's ruling can say that it is delivered"))
    elif not every:
        every.append(Answer(None, opened=False, rule=NOTHING_SAID, why="no sentence speaks for the government"))
    first = min(every, key=_far)
    others = [one for one in every if one is not first and (one.sentence is None or one.rule not in _LEAST_FAR)]
    return DoorOfMilestone(milestone, first, tuple(others))


def _far(answer: Answer) -> int:
    """Return how far an answer is from a delivery, 0 for one; of equals the surest sentence comes first already."""
    if answer.opened:
        return 0
    if answer.sentence is None:
        return len(_LEAST_FAR) + 1
    return 2 + _LEAST_FAR.index(answer.rule) if answer.rule in _LEAST_FAR else 1


def _by_words(milestone: Milestone, read: Read, version: Version, number: Callable[[Mention], int]) -> Iterator[Answer]:
    """Yield what the door says of each sentence, for each wording expected, as the judge asks it: the surest first."""
    for one in sorted(read.compared, key=lambda one: -one.claim.chances["done"]):
        at = number(one.claim.mention)
        if milestone.expect.words and one.claim.mention.text.endswith(_CUT_OFF):
            yield Answer(at, opened=False, rule=CUT_OFF, why="the sentence is cut off")
        for door in doors(read, milestone, one, read.match.said_on(version)):
            yield Answer(at, bool(door), door.rule, _why(milestone, door.rule, door.why), door.on)


def _why(milestone: Milestone, rule: str, why: str) -> str:
    """Return the door's reason, with what was expected where nothing of that was found."""
    if rule == "no-deed":
        deeds = dict.fromkeys(deed for expected in milestone.expect.words for deed in expected.deeds)
        return f"it tells none of the deeds expected: {', '.join(deeds)}"
    if rule == "no-thing":
        things = dict.fromkeys(said for expected in milestone.expect.words for said in expected.things)
        return f"the thing expected does not stand in it: {', '.join(things)}"
    return why


def _by_page(milestone: Milestone, version: Version) -> Iterator[Answer]:
    """Yield whether the document is itself what was promised, for a milestone that expects a page."""
    if not milestone.expect.pages:
        return
    kept = delivery.by_page(milestone, version)
    if kept:
        why = f"{kept.reason}; but {kept.doubt}: a person is to say" if kept.doubt else kept.reason
        yield Answer(None, opened=not kept.doubt, rule=PAGE, why=why, on=kept.on)
        return
    document = version.document
    lacking = "; or: ".join(
        _lacks(page, document) or _too_early(milestone, document) for page in milestone.expect.pages
    )
    yield Answer(None, opened=False, rule=PAGE, why=f"it is not the page expected: {lacking}")


def _lacks(page: PageExpected, document: Document) -> str:
    """Return what a document lacks of a page expected; empty where it has all."""
    if document.source not in page.sources:
        return f"it comes from {document.source}, not from {' or '.join(page.sources)}"
    if page.kinds and document.kind not in page.kinds:
        return f"it is a {document.kind}, not a {' or '.join(page.kinds)}"
    missing = [phrase for phrase in page.title if not places(document.title, (phrase,))]
    return f"its title lacks {', '.join(f'“{phrase}”' for phrase in missing)}" if missing else ""


def _too_early(milestone: Milestone, document: Document) -> str:
    if document.presence not in (Presence.LIVE, Presence.WITHDRAWN):
        return f"it is {document.presence.value}"
    return f"it was there before {wording.day(milestone.promised_on)}, when that was promised"
