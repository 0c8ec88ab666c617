"""Did words that are gone from a debate only move to another one of its sitting? Hansard parts and joins debates."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from monitor.model.documents import Document
from monitor.model.evidence import Evidence
from monitor.model.same_words import said, says
from monitor.model.sentences import sentences
from monitor.model.sources import HANSARD
from monitor.pipeline.comparing import change_wording


@dataclass(frozen=True, slots=True)
class DebateWords:
    """A debate that words may have moved to: its key, title and address, and all the words that we know it to say."""

    key: str
    title: str
    url: str
    words: str


class Sittings:
    """What is known of each sitting's debates: those just read, whole, and of those held the sentences relied on."""

    def __init__(self, documents: Iterable[Document], pieces: Iterable[Evidence]) -> None:
        self._places: defaultdict[object, list[DebateWords]] = defaultdict(list)
        for one in documents:
            if one.source == HANSARD:
                place = DebateWords(one.key, change_wording.title(one), one.url, change_wording.text(one))
                self._places[one.published_on].append(place)
        for piece in pieces:
            cited = piece.document
            if cited.source == HANSARD:
                place = DebateWords(cited.key, cited.title or cited.key, cited.url, piece.quote)
                self._places[cited.published_on].append(place)

    def where(self, document: Document, words: str) -> DebateWords | None:
        """Return the other debate of a document's sitting in which words stand, None where no such debate is known."""
        if document.source != HANSARD:
            return None
        others = (place for place in self._places[document.published_on] if place.key != document.key)
        return next((place for place in others if says(place.words, words)), None)

    def moved(self, before: Document, after: Document) -> DebateWords | None:
        """Return where all words that a debate lost stand now, None where one is gone or another came."""
        gone, came = _only_in(before, after), _only_in(after, before)
        places = [self.where(after, sentence) for sentence in gone]
        return places[0] if places and None not in places and not any(came) else None


def _only_in(one: Document, other: Document) -> list[str]:
    return list(_missing(change_wording.text(one), change_wording.text(other)))


def _missing(text: str, other: str) -> Iterator[str]:
    """Yield the sentences of a text that do not stand in another, those without a word aside."""
    there = f" {said(other)} "
    yield from (s.text for s in sentences(text) if said(s.text) and f" {said(s.text)} " not in there)
