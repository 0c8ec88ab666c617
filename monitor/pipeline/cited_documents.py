"""What has happened to the documents that a commitment's story rests on? Answered, corrected, altered, handed on, gone.

A question about a commitment is followed from the day it is known; any other document once it bears on one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from monitor.model.changes import Because, Change, change_id, start_of
from monitor.model.commitments import Commitment
from monitor.model.documents import Document, Presence, Version
from monitor.model.evidence import Evidence
from monitor.model.london import london_day
from monitor.model.same_words import said, same_words, says
from monitor.model.sources import HANSARD, WRITTEN_QUESTIONS
from monitor.model.wording import day as say
from monitor.pipeline.comparing import change_wording
from monitor.pipeline.comparing.document_versions import ComparedVersion, Difference, answered
from monitor.pipeline.comparing.moved_words import Sittings
from monitor.status import headlines
from monitor.status.accepted_evidence import NEWS
from monitor.status.facts import Facts

_MOVED = "Words of a debate stand elsewhere in its sitting now"
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
    """Yield a change for all that happened to a followed document; the facts hold the evidence of all versions."""
    read = tuple(compared)
    later = [one for one in read if one.before or one.version.document.corrects]
    followed = _followed(facts) if later else {}
    sittings = Sittings((one.version.document for one in read), facts.evidence) if later else Sittings((), ())
    found: dict[str, Change] = {}
    for one in later:
        document = one.version.document
        for by in followed.get((document.source, document.key), ()):
            found |= {c.id: c for c in _befell(by, one, sittings) if c.id not in found}
        for key in document.corrects if one.difference is Difference.NEW else ():
            for by in followed.get((document.source, key), ()):
                found |= {c.id: c for c in _corrected_by(by, document, key)}
    yield from found.values()
    yield from _found_again(facts, read)


def _found_again(facts: Facts, read: tuple[ComparedVersion, ...]) -> Iterator[Change]:
    """Yield that words which were told to be gone from a debate stand in another of its sitting, read only now."""
    keys = {one.version.document.key for one in read}
    new = {
        d.key: one for one in read if one.difference is Difference.NEW and (d := one.version.document).source == HANSARD
    }
    for case in facts.cases() if new else ():
        bearing = [w.evidence for w in case.weighed if w.evidence.relation.bears and w.ruling != "rejected"]
        gone = [e for e in bearing if e.document.key not in keys and case.replaced_by(e, date.max)]
        for piece in (e for e in bearing if e.document.key in new):
            same = (e for e in gone if e.document.published_on == piece.document.published_on)
            if lost := next((e for e in same if said(e.quote) == said(piece.quote)), None):
                yield _again(facts.register.id, case.commitment, lost, piece, new[piece.document.key].version)


def _again(register: str, of: Commitment, lost: Evidence, piece: Evidence, version: Version) -> Change:
    kind, title = Difference.AMENDED.value, change_wording.title(version.document)
    id_ = change_id(register, of.id, kind, "moved", lost.document.source, lost.document.key, piece.document.key)
    headline = headlines.headline(of.title, f"{_MOVED}, in \u201c{title}\u201d", _MOVED)
    sides, at = (lost.document.title, title), start_of(london_day(version.seen_at))
    details = (f"They stood in \u201c{lost.document.title}\u201d: {lost.url}",)
    return Change(id_, at, register, of.id, kind, *sides, Because(piece.quote, piece.url), headline, details)


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


def _befell(by: CitedDocumentChanges, one: ComparedVersion, sittings: Sittings) -> Iterator[Change]:
    held = tuple(p for p in by.pieces if p.document.version < one.version.number)
    if one.before is None or not held:
        return
    before, after = one.before.document, one.version.document
    for difference in one.differences:
        if difference is not Difference.AMENDED or _reworded(before, after, held):
            at, id_ = start_of(one.version.since), change_id(by.register, by.commitment, *_named(difference, one))
            shown = before if after.presence is Presence.GONE and not after.title else after
            because = Because(change_wording.words(difference, before, shown), shown.url)
            sides = change_wording.before_and_after(difference, before, after)
            news, said = _news(difference, one, held, sittings)
            headline, details = headlines.headline(by.title, *news), (change_wording.named(shown), *said)
            yield Change(id_, at, by.register, by.commitment, difference.value, *sides, because, headline, details)


def _corrected_by(by: CitedDocumentChanges, document: Document, key: str) -> Iterator[Change]:
    """Yield that a document the commitment rests on was corrected by another, which leaves its own text as it was."""
    if any(p.relation.bears for p in by.pieces):
        kind, on = Difference.CORRECTED.value, document.published_on
        id_ = change_id(by.register, by.commitment, kind, document.source, key, str(on))
        because = Because(change_wording.words(Difference.CORRECTED, document, document), document.url)
        how = "a written correction" if document.source == HANSARD else "another statement"
        headline = headlines.headline(by.title, f"Corrected by {how} of {say(on)}")
        sides = by.pieces[0].document.title or key, change_wording.title(document)
        details = (change_wording.named(document),)
        yield Change(id_, start_of(on), by.register, by.commitment, kind, *sides, because, headline, details)


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
    """Return whether a word changed in the title or in what any role says, or the publisher noted an edit."""
    retitled = bool(before.title) and not same_words(before.title, after.title)
    roles = dict.fromkeys(p.role for p in (*before.passages, *after.passages))
    reworded = any(not same_words(_by(role, before), _by(role, after)) for role in roles)
    return reworded or retitled or bool(change_wording.new_notes(before, after))


def _by(role: str, document: Document) -> str:
    return "\n\n".join(passage.text for passage in document.passages if passage.role == role)


def _news(
    difference: Difference, one: ComparedVersion, held: tuple[Evidence, ...], sittings: Sittings
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return in which words it is told, the fullest first, and whether the sentences quoted from it still stand."""
    after = one.version.document
    before = one.before.document if one.before else after
    told, quotes = change_wording.news(difference, before, after), {p.quote for p in held if p.relation.bears}
    if difference is Difference.AMENDED and (place := sittings.moved(before, after)):
        moved = f"{_MOVED}, in \u201c{place.title}\u201d"
        return (moved, _MOVED), (f"{moved}: {place.url}",)
    if difference not in (Difference.AMENDED, Difference.CORRECTED) or not quotes:
        return (told,), ()
    whole = change_wording.text(after)
    gone = [quote for quote in quotes if not says(whole, quote) and not same_words(quote, after.title)]
    if not gone:
        return (told,), ("What was quoted from it still stands.",)
    if all(sittings.where(after, quote) for quote in gone):
        return (told,), ("What was quoted from it stands in another debate of its sitting now.",)
    return (f"{told}; the words quoted from it are gone", told), ("What was quoted from it no longer stands there.",)
