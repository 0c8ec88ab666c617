"""What befell the documents that a commitment's story rests on? Answered, corrected, altered, handed on, gone.

A question about a commitment is followed from the day it is known; any other document once it bears on one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from monitor.model.changes import Because, Change, change_id, start_of
from monitor.model.documents import Document, Presence
from monitor.model.evidence import Evidence
from monitor.model.sources import HANSARD, WRITTEN_QUESTIONS
from monitor.pipeline.comparing import change_wording
from monitor.pipeline.comparing.document_versions import ComparedVersion, Difference, answered
from monitor.status.accepted_evidence import NEWS
from monitor.status.facts import Facts

_DATED = (Difference.HOLDING, Difference.ANSWERED, Difference.CORRECTED)
"""What the publisher gives a day to, which tells one from another; the rest is told by the version's number."""


@dataclass(frozen=True, slots=True)
class CitedDocumentChanges:
    """A commitment, and the evidence of it in one document, in all its versions."""

    register: str
    commitment: str
    title: str
    pieces: tuple[Evidence, ...]


def of_document(facts: Facts, compared: Iterable[ComparedVersion]) -> Iterator[Change]:
    """Yield a change for each thing that befell a document followed; the facts hold the evidence of all versions."""
    later = [one for one in compared if one.before or one.version.document.corrects]
    followed = _followed(facts) if later else {}
    found: dict[str, Change] = {}
    for one in later:
        document = one.version.document
        for by in followed.get((document.source, document.key), ()):
            found |= {c.id: c for c in _befell(by, one) if c.id not in found}
        for key in document.corrects if one.difference is Difference.NEW else ():
            for by in followed.get((document.source, key), ()):
                found |= {c.id: c for c in _corrected_by(by, document, key)}
    yield from found.values()


def _followed(facts: Facts) -> dict[tuple[str, str], list[CitedDocumentChanges]]:
    found: dict[tuple[str, str], list[CitedDocumentChanges]] = defaultdict(list)
    for case in facts.cases():
        pieces: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
        for weighed in case.weighed:
            if weighed.ruling != "rejected" and _follows(weighed.evidence):
                cited = weighed.evidence.document
                for name in (cited.key, *_anchor(weighed.evidence)):
                    pieces[cited.source, name].append(weighed.evidence)
        for key, held in pieces.items():
            found[key].append(
                CitedDocumentChanges(facts.register.id, case.commitment.id, case.commitment.title, tuple(held))
            )
    return found


def _anchor(piece: Evidence) -> tuple[str, ...]:
    """Return the id of the contribution that a sentence is from: Hansard's written corrections name that."""
    _, found, anchor = piece.url.partition("#contribution-")
    return (anchor.upper(),) if found else ()


def _follows(piece: Evidence) -> bool:
    asked = piece.document.source == WRITTEN_QUESTIONS and piece.strength >= NEWS
    return piece.relation.bears or asked


def _befell(by: CitedDocumentChanges, one: ComparedVersion) -> Iterator[Change]:
    held = tuple(p for p in by.pieces if p.document.version < one.version.number)
    if one.before is None or not held:
        return
    before, after = one.before.document, one.version.document
    for difference in one.differences:
        if difference is not Difference.AMENDED or _reworded(before, after, held):
            said = change_wording.headline(difference, before, after) + _standing(difference, held, after)
            at, named = start_of(one.version.since), _named(difference, one)
            shown = before if after.presence is Presence.GONE and not after.title else after
            because = Because(change_wording.words(difference, before, shown), shown.url)
            sides, headline = (
                change_wording.before_and_after(difference, before, after),
                f"{by.title}: {said} ({change_wording.title(shown)})",
            )
            id_ = change_id(by.register, by.commitment, *named)
            yield Change(id_, at, by.register, by.commitment, difference.value, *sides, because, headline)


def _corrected_by(by: CitedDocumentChanges, document: Document, key: str) -> Iterator[Change]:
    """Yield that a document the commitment rests on was corrected by another, which leaves its own text as it was."""
    if any(p.relation.bears for p in by.pieces):
        kind, on = Difference.CORRECTED.value, document.published_on
        id_ = change_id(by.register, by.commitment, kind, document.source, key, str(on))
        because = Because(change_wording.words(Difference.CORRECTED, document, document), document.url)
        how = "a written correction" if document.source == HANSARD else "another statement"
        headline = f"{by.title}: what it rests on was corrected by {how} ({change_wording.title(document)})"
        sides = by.pieces[0].document.title or key, change_wording.title(document)
        yield Change(id_, start_of(on), by.register, by.commitment, kind, *sides, because, headline)


def _named(difference: Difference, one: ComparedVersion) -> tuple[str, ...]:
    """Return what tells one event from another. An answer given to several questions at once is one event."""
    document = one.version.document
    if difference not in _DATED:
        return (difference, document.source, document.key, str(one.version.number))
    day = document.corrected_on if difference is Difference.CORRECTED else document.published_on
    whose = change_wording.answer(document) if document.grouped else document.key
    return (difference, document.source, whose, str(day))


def _reworded(before: Document, after: Document, held: tuple[Evidence, ...]) -> bool:
    """Return whether an edit is to be told: not a heading filled in, not a question altered before its answer."""
    rests = answered(before) or any(p.relation.bears for p in held)
    return rests and _altered(before, after)


def _altered(before: Document, after: Document) -> bool:
    retitled = bool(before.title) and before.title != after.title
    reworded = change_wording.text(before) != change_wording.text(after)
    return reworded or retitled or before.kind != after.kind or bool(change_wording.new_notes(before, after))


def _standing(difference: Difference, held: tuple[Evidence, ...], after: Document) -> str:
    """Say whether the sentences that evidence quotes are still there, where the text may have become another."""
    quotes = {p.quote for p in held if p.relation.bears}
    if difference not in (Difference.AMENDED, Difference.CORRECTED) or not quotes:
        return ""
    stands = all(quote in change_wording.text(after) or quote == after.title for quote in quotes)
    return f"; what was quoted from it {'still stands' if stands else 'no longer stands there'}"
