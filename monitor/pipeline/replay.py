"""What would be told by today's rules of the documents held, and how does that differ from what was told?

Nothing is recorded by it: it says what another reading would find.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from monitor.judging.judge import judge
from monitor.judging.matching.matcher import Matcher
from monitor.model.boards import Status
from monitor.model.changes import Change, change_id
from monitor.model.documents import Version
from monitor.model.evidence import Evidence
from monitor.model.ports import Told
from monitor.pipeline.cited_documents import of_document
from monitor.pipeline.comparing.document_versions import ComparedVersion, Difference, differences
from monitor.status.corrections import named_by_day
from monitor.status.facts import Facts
from monitor.status.timeline import untold_changes, whole_timeline

UNREAD = ""
"""The digest of no register: under it no version was ever read, so a ledger hands out all it holds."""
_MOST_BACK = 1000
_Latest = dict[tuple[str, str], Version]


@dataclass(frozen=True, slots=True)
class ReplayedTurn:
    """A commitment's status on the last day replayed: as told last, None where nothing was; and as it is found now."""

    commitment: str
    told: str | None
    found: str


@dataclass(frozen=True, slots=True)
class ReplayedStory:
    """The changes worked out anew, beside those reported. `corrected`: no longer follow, as was reported."""

    register: str
    since: date | None
    until: date
    documents: int
    follows: tuple[Change, ...]
    no_longer: tuple[Change, ...]
    corrected: tuple[Change, ...]
    never_told: tuple[Change, ...]
    statuses: tuple[ReplayedTurn, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing is held and nothing was ever told: there is nothing to tell again."""
        return not self.documents and all(turn.told is None for turn in self.statuses)

    @property
    def differs(self) -> bool:
        """Whether anything is found otherwise than it stands recorded."""
        return bool(self.no_longer or self.never_told) or any(t.told != t.found for t in self.statuses)


@dataclass(frozen=True, slots=True)
class RereadDocuments:
    """What today's rules find in all versions held: the evidence, and what happened to each document."""

    evidence: tuple[Evidence, ...]
    compared: tuple[ComparedVersion, ...]
    documents: int


def reread(matcher: Matcher, batches: Iterable[Iterable[Version]]) -> RereadDocuments:
    """Return what is found in versions that come in order of their days, those of one document by number."""
    latest: _Latest = {}
    found: list[Evidence] = []
    compared: list[ComparedVersion] = []
    for version in (v for batch in batches for v in batch):
        found += judge(matcher, version)
        compared.append(_compared(latest, version))
    return RereadDocuments(tuple(found), tuple(compared), len(latest))


def _compared(latest: _Latest, version: Version) -> ComparedVersion:
    """Return how a version differs from the one held before it."""
    key = (version.document.source, version.document.key)
    before, latest[key] = latest.get(key), version
    if before is None:
        return ComparedVersion(version, (Difference.NEW,))
    return ComparedVersion(version, differences(before.document, version.document), before)


def replay(
    facts: Facts,
    versions: Iterable[ComparedVersion],
    told: Iterable[Told],
    *,
    now: datetime,
    since: date | None,
    until: date,
) -> ReplayedStory:
    """Return the story of some days told again, by the evidence in `facts`; rulings and coverage are as recorded."""
    recorded = tuple(t.change for t in told if t.change.at.date() <= until)
    compared = tuple(c for c in versions if c.version.since <= until)
    found = (*named_by_day(untold_changes(facts, (), now, until), recorded), *of_document(facts, compared))
    story = {c.id: c for c in found if c.at.date() <= until}
    taken_back = _taken_back(facts.register.id, recorded)
    fresh = {c.id for c in recorded}
    stands = story.keys() | whole_timeline(facts, until)

    def shown(change: Change) -> bool:
        return since is None or change.at.date() >= since

    def gone(change: Change) -> bool:
        if change.kind == "correction":
            return not _corrects(facts.register.id, change, recorded, stands)
        return change.id not in stands

    wrong = [c for c in recorded if shown(c) and gone(c)]
    return ReplayedStory(
        register=facts.register.id,
        since=since,
        until=until,
        documents=len({(c.version.document.source, c.version.document.key) for c in compared}),
        follows=tuple(c for c in recorded if shown(c) and not gone(c)),
        no_longer=tuple(c for c in wrong if c.id not in taken_back),
        corrected=tuple(c for c in wrong if c.id in taken_back),
        never_told=tuple(c for c in story.values() if c.id not in fresh and shown(c)),
        statuses=tuple(_statuses(facts, recorded, story.values(), until)),
    )


def _chain(register: str, change: Change, known: Iterable[str]) -> Iterator[str]:
    """Yield the ids of the corrections told of a change, oldest first."""
    there = set(known)
    for nth in range(_MOST_BACK):
        id_ = change_id(register, change.commitment, "correction", change.id, str(nth))
        if id_ not in there:
            return
        yield id_


def _taken_back(register: str, recorded: tuple[Change, ...]) -> frozenset[str]:
    """Return the changes told whose last correction says that they were wrong."""
    known = {c.id for c in recorded if c.kind == "correction"}
    told = (c for c in recorded if known)
    return frozenset(c.id for c in told if len(list(_chain(register, c, known))) % 2)


def _corrects(register: str, correction: Change, recorded: tuple[Change, ...], stands: Collection[str]) -> bool:
    """Return whether what a correction says still holds: the first of a change denies it, the next affirms it."""
    known = [c.id for c in recorded if c.kind == "correction"]
    for change in recorded:
        if change.commitment == correction.commitment:
            for nth, id_ in enumerate(_chain(register, change, known)):
                if id_ == correction.id:
                    return (change.id in stands) == bool(nth % 2)
    return False


def _statuses(facts: Facts, recorded: Iterable[Change], story: Iterable[Change], until: date) -> Iterator[ReplayedTurn]:
    """Yield each commitment's status by the record and by the rules; until something turns it, it is pending."""
    told, found = _last(recorded), _last(story)
    for commitment in facts.register.commitments:
        if commitment.made_on <= until:
            yield ReplayedTurn(commitment.id, told.get(commitment.id), found.get(commitment.id, Status.PENDING.value))


def _last(changes: Iterable[Change]) -> dict[str, str]:
    """Return the status, by its id, of each commitment of which anything is told."""
    every = tuple(changes)
    turns = sorted((c for c in every if c.kind in ("status", "correction")), key=lambda c: c.at)
    pending = dict.fromkeys((c.commitment for c in every), Status.PENDING.value)
    return pending | {c.commitment: c.after for c in turns if c.after}
