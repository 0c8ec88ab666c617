"""What is asked of the desk that no screen shows: the queue for review, why a document was judged so, undertakings?"""

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


def every_version(staff: Service) -> Iterator[tuple[Version, ...]]:
    """Yield all versions held, in batches, by the day since which each could be read."""
    yield from staff.ledger.unread(UNREAD)


def newest(staff: Service, where: str) -> Version | None:
    """Return the newest version held of a document, by SOURCE/KEY or by its link; None where it is not held."""
    source, _, key = where.partition("/")
    versions = () if safe_link(where) else staff.ledger.versions(source, key)
    if versions:
        return versions[-1]
    linked = (v for batch in every_version(staff) for v in batch if safe_link(where) and _reads(v.document, where))
    return max(linked, key=lambda v: v.number, default=None)


def _reads(document: Document, link: str) -> bool:
    return link in (document.url, *(p.url for p in document.passages))


def explain_document(
    staff: Service, where: str, commitment: str | None = None
) -> tuple[Version, tuple[Explained, ...]]:
    """Return the newest version of a document held, and why it does what it does to each commitment it speaks of.

    Raises UserError where it is not held, or no register has the commitment named.
    """
    _refuse_unknown(staff, commitment)
    version = newest(staff, where)
    if version is None:
        message = f"{clean_line(where)} is not held."
        raise UserError(message, "name it as SOURCE/KEY, as bywhen evidence prints it, or by its link")
    wanted = None if commitment is None else (commitment,)
    found = (one for subject in staff.subjects for one in explain(subject.matcher, version, wanted))
    return version, tuple(found)


def suggestions(staff: Service, reviewer: str | None = None, commitment: str | None = None) -> tuple[Suggestion, ...]:
    """Return what waits for a person, for one who judges blind where a name is given; UserError for no such id."""
    _refuse_unknown(staff, commitment)
    found = (s for facts in _facts(staff) for s in queue(facts, staff.today(), reviewer))
    return tuple(s for s in found if commitment in (None, s.commitment.id))


def _refuse_unknown(staff: Service, commitment: str | None) -> None:
    known = [c.id for r in staff.registers for c in r.commitments]
    if commitment is not None and commitment not in known:
        named = clean_line(commitment)
        raise UserError(f"No register has a commitment called {named}.", f"They are called: {', '.join(known)}.")


def reviewer_agreement(staff: Service) -> tuple[Agreement, ...]:
    """Return how each two people agree on what both judged blind, over all registers."""
    every = _facts(staff)
    bare = [w.evidence for facts in every for case in facts.without_rulings().cases() for w in case.weighed]
    return agreements(bare, [r for facts in every for r in facts.rulings])


def replayed_stories(staff: Service, since: date | None, until: date) -> tuple[ReplayedStory, ...]:
    """Return each register's story told again from the documents held, recording nothing."""
    return tuple(_replayed(staff, subject, since, until) for subject in staff.subjects)


def _replayed(staff: Service, subject: Subject, since: date | None, until: date) -> ReplayedStory:
    ledger, register = staff.ledger, subject.register
    reading = reread(subject.matcher, every_version(staff))
    facts = gather(
        register, reading.evidence, ledger.rulings(register.id), ledger.coverage((register.id,)), ledger.replaced()
    )
    told = ledger.changes(register.id)
    return replay(facts, reading.compared, told, now=staff.clock(), since=since, until=until)


def _facts(staff: Service) -> tuple[Facts, ...]:
    return tuple(facts_of(staff.ledger, subject) for subject in staff.subjects)


def undertakings_held(staff: Service, since: date | None = None) -> tuple[Undertaking, ...]:
    """Return what ministers undertook in the documents held that no register has, since a day where one is given."""
    versions = (v for batch in every_version(staff) for v in batch if since is None or v.since >= since)
    return discover(versions, (subject.matcher for subject in staff.subjects))
