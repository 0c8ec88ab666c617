"""What is asked of the service that no screen shows: the review queue, why a document was judged so, undertakings?"""

from collections.abc import Iterator
from datetime import date

from monitor.judging.explaining.explanation import Explained, explain
from monitor.model.cleaning import clean_line, safe_link
from monitor.model.documents import Document, Version
from monitor.model.errors import UserError
from monitor.pipeline.replay import UNREAD, ReplayedStory, replay, reread
from monitor.pipeline.service import Service
from monitor.pipeline.tick import Subject, facts_of
from monitor.registers.discovery import Undertaking, discover
from monitor.status.agreement import Agreement, agreements
from monitor.status.facts import Facts, gather
from monitor.status.review_queue import Suggestion, queue


def every_version(service: Service) -> Iterator[tuple[Version, ...]]:
    """Yield all versions held, in batches, by the day since which each could be read."""
    yield from service.ledger.unread(UNREAD)


def newest(service: Service, where: str) -> Version | None:
    """Return the newest version held of a document, by SOURCE/KEY or by its link; None where it is not held."""
    source, _, key = where.partition("/")
    versions = () if safe_link(where) else service.ledger.versions(source, key)
    if versions:
        return versions[-1]
    linked = (v for batch in every_version(service) for v in batch if safe_link(where) and _reads(v.document, where))
    return max(linked, key=lambda v: v.number, default=None)


def _reads(document: Document, link: str) -> bool:
    return link in (document.url, *(p.url for p in document.passages))


def explain_document(
    service: Service, where: str, commitment: str | None = None
) -> tuple[Version, tuple[Explained, ...]]:
    """Return the newest version of a document held, and why it does what it does to each commitment it speaks of.

    Raises UserError where it is not held, or no register has the commitment named.
    """
    _refuse_unknown(service, commitment)
    version = newest(service, where)
    if version is None:
        message = f"{clean_line(where)} is not among the documents that have been read."
        raise UserError(message, "name it as SOURCE/KEY, as bywhen evidence prints it, or by its link")
    wanted = None if commitment is None else (commitment,)
    found = (one for subject in service.subjects for one in explain(subject.matcher, version, wanted))
    return version, tuple(found)


def suggestions(service: Service, reviewer: str | None = None, commitment: str | None = None) -> tuple[Suggestion, ...]:
    """Return what waits for a person, for one who judges blind where a name is given; UserError for no such id."""
    _refuse_unknown(service, commitment)
    found = (s for facts in _facts(service) for s in queue(facts, service.today(), reviewer))
    return tuple(s for s in found if commitment in (None, s.commitment.id))


def _refuse_unknown(service: Service, commitment: str | None) -> None:
    known = [c.id for r in service.registers for c in r.commitments]
    if commitment is not None and commitment not in known:
        named = clean_line(commitment)
        raise UserError(
            f"No register has a commitment called {named}.", f"The commitments are called: {', '.join(known)}."
        )


def reviewer_agreement(service: Service) -> tuple[Agreement, ...]:
    """Return how each two people agree on what both judged blind, over all registers."""
    every = _facts(service)
    bare = [w.evidence for facts in every for case in facts.without_rulings().cases() for w in case.weighed]
    return agreements(bare, [r for facts in every for case in facts.cases() for r in case.rulings])


def replayed_stories(service: Service, since: date | None, until: date) -> tuple[ReplayedStory, ...]:
    """Return each register's story told again from the documents held, recording nothing."""
    return tuple(_replayed(service, subject, since, until) for subject in service.subjects)


def _replayed(service: Service, subject: Subject, since: date | None, until: date) -> ReplayedStory:
    ledger, register = service.ledger, subject.register
    reading = reread(subject.matcher, every_version(service))
    read = ledger.coverage((register.id,), service.today())
    facts = gather(register, reading.evidence, ledger.rulings(register.id), read, ledger.replaced())
    told = ledger.changes(register.id)
    return replay(facts, reading.compared, told, now=service.clock(), since=since, until=until)


def _facts(service: Service) -> tuple[Facts, ...]:
    return tuple(facts_of(service.ledger, subject, service.today()) for subject in service.subjects)


def undertakings_held(service: Service, since: date | None = None) -> tuple[Undertaking, ...]:
    """Return what ministers undertook in the documents held that no register has, since a day where one is given."""
    versions = (v for batch in every_version(service) for v in batch if since is None or v.since >= since)
    return discover(versions, (subject.matcher for subject in service.subjects))
