"""Does what was published meet what the milestone expected beforehand? Only this lets the rules say delivered."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from monitor.judging.claims.mentions import Span
from monitor.judging.claims.promised_thing import head_noun
from monitor.judging.claims.word_stems import singular, stems
from monitor.judging.days_said import said_on
from monitor.judging.english.delivery_door import Door, Spans, told_done
from monitor.judging.english.figures import reached
from monitor.judging.english.partial_or_undone import another_title
from monitor.model.bill_names import COUNTED, is_called, promised_kind
from monitor.model.commitments import Milestone, PageExpected
from monitor.model.documents import Document, Presence, Version
from monitor.model.sentences import phrase_words, places, plain_words
from monitor.model.sources import BILLS


@dataclass(frozen=True, slots=True)
class MetExpectation:
    """How a milestone was met: `quote` is the proof, `on` the day of the deed where it is known to the day.

    `by`: the last day of the stretch of time that is given in place of a day. `doubt`: why it may be another thing.
    """

    milestone: Milestone
    quote: str
    on: date | None
    since: date
    reason: str
    by: date | None = None
    doubt: str | None = None


def by_page(milestone: Milestone, version: Version) -> MetExpectation | None:
    """Return the proof that a document is itself what was promised.

    Its first day is the day of delivery; where it only came to be that by an edit we saw, the day of the edit is. A
    Bill's stage happened when it happened, whatever the Bill is called since.
    """
    document = version.document
    unedited = version.number == 1 or document.source == BILLS
    first = document.published_on if unedited else said_on(version)
    if document.presence not in (Presence.LIVE, Presence.WITHDRAWN) or first < milestone.promised_on:
        return None
    for page in milestone.expect.pages:
        if _is(page, document):
            reason = f"published as expected: {document.kind} titled with {', '.join(page.title)}"
            doubt = None if document.source == BILLS else _doubt(page, milestone, document.title)
            return MetExpectation(milestone, document.title, first, first, reason, doubt=doubt)
    return None


def _doubt(page: PageExpected, milestone: Milestone, title: str) -> str | None:
    """Return why a page with a title that was expected may be no more than a draft, a part, or about the thing."""
    named = (
        *page.title,
        milestone.title,
        milestone.expect.what,
        *(t for w in milestone.expect.words for t in w.things),
    )
    own = {word for said in named for word in plain_words(said)}
    word = another_title(word for word in plain_words(title) if word not in own)
    return f"its title says “{word}”, which the register does not expect" if word else None


def by_words(milestone: Milestone, sentence: str, said_on: date, pointed: Spans = ()) -> MetExpectation | None:
    """Return the proof that a minister's sentence tells the promised deed as done, and done since the promise.

    `pointed`: where the sentence only points to the thing (“it”, “her report”), where that is known.
    """
    door = next((d for d in doors(milestone, sentence, said_on, pointed) if d), None)
    return met_expectations(milestone, sentence, said_on, door) if door else None


def met_expectations(milestone: Milestone, sentence: str, said_on: date, door: Door) -> MetExpectation:
    """Return a sentence that the door let through as the proof of a milestone."""
    return MetExpectation(milestone, sentence, door.on, said_on, f"told as done: “{door.deed}”", door.by)


def doors(
    milestone: Milestone,
    sentence: str,
    said_on: date,
    pointed: Spans = (),
    names: Spans = (),
    *,
    proposed: bool = False,
) -> Iterator[Door]:
    """Yield what the door says of a sentence for each wording that a milestone expects.

    `names`: where the commitment is named by any of its names.
    `proposed`: what was learned takes it for done, so that it is enough to show that the thing is there.
    Nothing where the milestone counts something, and the sentence does not tell that so many are there.
    """
    called = heads(milestone)
    for expected in milestone.expect.words:
        own = (name for name in names if _is_called(expected.things, sentence[slice(*name)]))
        stand = (*places(sentence, expected.things), *own, *pointed)
        things: Spans = tuple(_with_its_noun(sentence, place, called) for place in stand)
        if milestone.measure:
            things = _overlapping(things, reached(sentence, milestone.measure))
        yield told_done(sentence, things, expected.deeds, said_on, milestone.promised_on, proposed=proposed)


def _overlapping(things: Spans, counted: Spans) -> Spans:
    return tuple(there for there in counted if any(there[0] < end and start < there[1] for start, end in things))


def _with_its_noun(sentence: str, place: Span, called: Collection[str]) -> Span:
    """Return a place with the noun behind it that says what the thing is: “the Harbour Fund (HF) scheme”."""
    noun = _NOUN.match(sentence, place[1])
    return (place[0], noun.end()) if noun and singular(noun["noun"].lower()) in called else place


_NOUN = re.compile(r"(?: \(\w+\))?\)?[”’\"']? (?:[A-Z]\w+ )?(?P<noun>\w+)")


def named(milestone: Milestone, text: str) -> bool:
    """Return whether a text names a thing that a milestone expects something of."""
    return any(places(text, expected.things) for expected in milestone.expect.words)


def _is_called(things: Collection[str], name: str) -> bool:
    """Return whether a name has all words of one of some things, in whatever order: “the strategy for harbours”."""
    said = stems(name)
    return any(len(words) > 1 and words <= said for words in map(stems, things))


def heads(milestone: Milestone) -> frozenset[str]:
    """Return the nouns that the things of a milestone may be called for short."""
    return frozenset(head_noun(said) for expected in milestone.expect.words for said in expected.things if " " in said)


def _is(page: PageExpected, document: Document) -> bool:
    if document.source == BILLS:
        kind = promised_kind(document.kind)
        counts = kind is not None and kind[0] in COUNTED and (not page.kinds or kind[1] in page.kinds)
        return BILLS in page.sources and counts and is_called(document.title, page.title)
    if document.source not in page.sources or (page.kinds and document.kind not in page.kinds):
        return False
    title = " ".join(("", *plain_words(document.title), ""))
    return all(_within(phrase, title) for phrase in page.title)


def _within(phrase: str, title: str) -> bool:
    said = " " + " ".join(phrase_words(phrase))
    return (said[:-1] if said.endswith("*") else said + " ") in title
