"""A ledger that forgets: what monitor.model.ports.Ledger promises, in memory. The real ones pass the same tests."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from threading import RLock

from monitor.model.changes import Change
from monitor.model.cleaning import clean_line
from monitor.model.commitments import Ruling
from monitor.model.documents import Document, Presence, Version
from monitor.model.evidence import Evidence
from monitor.model.london import london_day
from monitor.model.ports import Entry, Told
from monitor.model.sources import Coverage, FailedSpan, Problem, SourceHealth, Span
from monitor.pipeline.coverage.clock_check import AHEAD
from monitor.pipeline.scan_leases import SCAN_LEASE
from monitor.pipeline.watermark import NOTE
from state.document_rows import numbered

Key = tuple[str, str]
Cited = tuple[str, str, int]
_REPLACES = (Presence.LIVE, Presence.WITHDRAWN)


@dataclass(slots=True)
class _Kept:
    versions: dict[Key, dict[int, Version]] = field(default_factory=dict)
    readings: frozenset[tuple[str, Cited]] = frozenset()
    evidence: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)
    rulings: dict[tuple[str, str], Ruling] = field(default_factory=dict)
    changes: dict[str, Told] = field(default_factory=dict)
    spans: frozenset[tuple[str, Span, tuple[str, ...]]] = frozenset()
    health: dict[str, SourceHealth] = field(default_factory=dict)
    problems: dict[tuple[str, Problem], tuple[datetime, int]] = field(default_factory=dict)

    def branch(self) -> "_Kept":
        """Return a copy that may be changed and thrown away."""
        new = copy(self)
        new.versions = {key: dict(numbers) for key, numbers in self.versions.items()}
        for name in ("evidence", "rulings", "changes", "health", "problems"):
            setattr(new, name, dict(getattr(self, name)))
        return new


class MemoryLedger:
    """A Ledger in memory, for tests: as strict as the real ones, and as all-or-nothing."""

    def __init__(self) -> None:
        self._kept = _Kept()
        self._leases: dict[str, tuple[str, datetime]] = {}
        self._marks: dict[str, str] = {}
        self._recorded = 0
        self._rows: dict[tuple[str, str], bytes] = {}
        self._lock = RLock()

    def copied(self) -> "MemoryLedger":
        """Another ledger in which all the same is recorded so far."""
        copy_ = MemoryLedger()
        copy_._kept, copy_._marks, copy_._recorded = self._kept.branch(), dict(self._marks), self._recorded
        return copy_

    @property
    def place(self) -> str:
        return "memory"

    def close(self) -> None:
        """Do nothing: what it holds goes with it."""

    def latest(self, keys: Iterable[Key]) -> dict[Key, Version]:
        held = self._kept.versions
        return {key: held[key][max(held[key])] for key in keys if key in held}

    def versions(self, source: str, key: str) -> tuple[Version, ...]:
        return tuple(version for _, version in sorted(self._kept.versions.get((source, key), {}).items()))

    def unread(self, digest: str, batch: int = 500) -> Iterator[tuple[Version, ...]]:
        kept = self._kept
        every = (version for numbers in kept.versions.values() for version in numbers.values())
        left = sorted(
            (v for v in every if (digest, _cited(v)) not in kept.readings), key=lambda v: (v.since, _cited(v))
        )
        for start in range(0, len(left), batch):
            yield tuple(left[start : start + batch])

    def read(self, digest: str, versions: Sequence[Version], evidence: Sequence[Evidence]) -> None:
        with self._lock:
            kept = self._kept.branch()
            read = {_cited(version): _cited(version) for version in versions}
            _read(kept, digest, read, evidence)
            self._kept = kept

    def evidence(self, digest: str, commitment: str | None = None) -> tuple[Evidence, ...]:
        found = (p for p in self._kept.evidence.get(digest, ()) if commitment in (None, p.commitment))
        return tuple(sorted(found, key=_in_order))

    def replaced(self) -> dict[Cited, date]:
        days = {}
        for key, numbers in self._kept.versions.items():
            for number in numbers:
                later = [v for n, v in sorted(numbers.items()) if n > number and v.document.presence in _REPLACES]
                if later:
                    days[*key, number] = later[0].since
        return days

    def tell(self, changes: Sequence[Change], at: datetime) -> tuple[Change, ...]:
        _aware(at)
        with self._lock:
            kept = self._kept.branch()
            new = tuple(change for change in changes if _tell(kept, change, at))
            self._kept = kept
        return new

    def rulings(self, register: str) -> tuple[Ruling, ...]:
        found = [ruling for (of, _), ruling in self._kept.rulings.items() if of == register]
        return tuple(sorted(found, key=lambda r: r.decided_at or datetime.min.replace(tzinfo=UTC)))

    def rule(self, register: str, ruling: Ruling) -> None:
        if ruling.decided_at is not None:
            _aware(ruling.decided_at)
        with self._lock:
            self._kept.rulings.setdefault((register, ruling.id), ruling)
            self._recorded += 1

    def coverage(self, asked: Collection[str] = (), today: date | None = None) -> Coverage:
        return _coverage(self._kept, asked, today)

    def put_right(self, now: datetime) -> tuple[str, ...]:
        today = london_day(now)
        with self._lock:
            kept = self._kept.branch()
            ahead = {row for row in kept.spans if row[1].until > today + timedelta(days=1)}
            seen = _newest_days(kept, today)
            left = {(of, span.come_by(today, seen.get(of)), names) for of, span, names in ahead}
            kept.spans = frozenset((kept.spans - ahead) | {(of, span, names) for of, span, names in left if span})
            kept.changes = {
                name: replace(one, told_at=now) if one.told_at > now + timedelta(days=1) else one
                for name, one in kept.changes.items()
            }
            self._marks.pop(NOTE, None) if self._marks.get(NOTE, "") > f"{today}~" else None
            self._kept = kept
            self._recorded += 1
        return tuple(f"{of} was recorded as read to {span.until}" for of, span, _ in ahead)

    def changes(self, register: str, since: datetime | None = None) -> tuple[Told, ...]:
        told = (t for t in self._kept.changes.values() if t.change.register == register)
        wanted = [t for t in told if since is None or t.told_at >= since or t.change.at >= since]
        return tuple(sorted(wanted, key=lambda t: (t.change.at, t.change.id)))

    def record(self, entry: Entry) -> bool:
        _aware(entry.at)
        with self._lock:
            kept = self._kept.branch()
            read, new = _add_versions(kept, entry.versions)
            for digest, found in (entry.evidence or {}).items():
                new |= _read(kept, digest, read, found)
            for change in entry.changes:
                new |= _tell(kept, change, entry.at)
            if entry.span is not None:
                new |= _extend(kept, entry.source, entry.span, entry.asked)
            _note(kept, entry)
            self._kept = kept
            self._recorded += new
        return new

    def recorded(self) -> int:
        return self._recorded

    def follows_from(self) -> str:
        return repr((self._recorded, sorted(self._kept.spans, key=repr)))

    def stamp(self) -> str:
        kept, marks = self._kept, (self._marks.get(NOTE), self._marks.get(AHEAD))
        return repr((self.follows_from(), len(kept.changes), marks, kept.health, self.holder(SCAN_LEASE)))

    def kept_rows(self, name: str, follows_from: str) -> bytes | None:
        return self._rows.get((name, follows_from))

    def keep_rows(self, name: str, follows_from: str, packed: bytes) -> None:
        left = {key: rows for key, rows in self._rows.items() if key[1] == follows_from}
        self._rows = left | {(name, follows_from): packed}

    def health(self, today: date | None = None) -> dict[str, SourceHealth]:
        read = _coverage(self._kept, (), today)
        return {name: replace(was, reach=read.reach(name)) for name, was in self._kept.health.items()}

    def problems(self, since: datetime | None = None) -> tuple[tuple[datetime, Problem], ...]:
        met = self._kept.problems.items()
        in_order = sorted(met, key=lambda m: (m[1][0], m[0][1].source, m[1][1]))
        return tuple((at, problem) for (_, problem), (at, _) in in_order if since is None or at >= since)

    def keys(self, source: str, since: date, until: date) -> frozenset[str]:
        first = {key: numbers[1] for (of, key), numbers in self._kept.versions.items() if of == source}
        return frozenset(key for key, version in first.items() if since <= version.since <= until)

    def counts(self) -> dict[str, int]:
        sources = [source for source, _ in self._kept.versions]
        return {source: sources.count(source) for source in sorted(set(sources))}

    def extent(self) -> dict[str, int]:
        kept = self._kept
        versions = sum(map(len, kept.versions.values()))
        return {
            "versions of documents": versions, "rulings": len(kept.rulings), "changes told": len(kept.changes),
        }  # fmt: skip

    def lease(self, name: str, holder: str, now: datetime, seconds: float) -> bool:
        _aware(now)
        with self._lock:
            has, until = self._leases.get(name, (holder, now))
            if has != holder and now < until <= now + timedelta(days=1, seconds=seconds):
                return False
            self._leases[name] = (holder, now + timedelta(seconds=seconds))
            return True

    def release(self, name: str, holder: str) -> None:
        with self._lock:
            if self._leases.get(name, ("",))[0] == holder:
                del self._leases[name]

    def holder(self, name: str) -> str | None:
        return self._leases[name][0] if name in self._leases else None

    def recall(self, name: str) -> str | None:
        return self._marks.get(name)

    def remember(self, name: str, value: str, at: datetime) -> None:
        _aware(at)
        with self._lock:
            self._marks[name] = value

    def prune(self, digests: Collection[str]) -> None:
        with self._lock:
            kept = self._kept.branch()
            kept.readings = frozenset(r for r in kept.readings if r[0] in digests)
            kept.evidence = {digest: found for digest, found in kept.evidence.items() if digest in digests}
            self._kept = kept

    def check(self) -> tuple[str, ...]:
        return ()

    def damaged(self, now: datetime) -> tuple[str, ...]:
        return ()

    def wanted(self, source: str) -> dict[str, date]:
        return {}

    def mend(self, documents: Sequence[Document], now: datetime) -> None:
        """Do nothing: all is whole."""


def _cited(version: Version) -> Cited:
    return (version.document.source, version.document.key, version.number)


def _aware(moment: datetime) -> None:
    if moment.utcoffset() is None:
        raise ValueError(f"{moment} has no time zone")


def _in_order(piece: Evidence) -> tuple[object, ...]:
    cites = piece.document
    return (cites.since, cites.source, cites.key, cites.version, piece.commitment, piece.milestone or "")


def _add_versions(kept: _Kept, versions: Sequence[Version]) -> tuple[dict[Cited, Cited], bool]:
    """Add what is new; return under which number each version stands, and whether any was new."""
    read, new = {}, False
    for version in versions:
        _aware(version.seen_at)
        source, key, _ = _cited(version)
        held = kept.versions.setdefault((source, key), {})
        prints = {number: v.document.fingerprint for number, v in held.items()}
        number = numbered(prints, version.number, version.document.fingerprint)
        new |= number not in held
        held.setdefault(number, replace(version, number=number))
        read[_cited(version)] = (source, key, number)
    return read, new


def _read(kept: _Kept, digest: str, read: dict[Cited, Cited], found: Sequence[Evidence]) -> bool:
    held = {(*key, number) for key, numbers in kept.versions.items() for number in numbers}
    before = (kept.readings, kept.evidence.get(digest, ()))
    now = list(before[1])
    for piece in found:
        cites = (piece.document.source, piece.document.key, piece.document.version)
        stands = read.get(cites, cites)
        if stands not in held:
            raise LookupError(f"{cites} is cited, but not held")
        now.append(replace(piece, document=replace(piece.document, version=stands[2])))
    if not held.issuperset(read.values()):
        raise LookupError("a version was read that is not held")
    kept.readings |= {(digest, stands) for stands in read.values()}
    kept.evidence[digest] = tuple({repr(piece): piece for piece in now}.values())
    return before != (kept.readings, kept.evidence[digest])


def _tell(kept: _Kept, change: Change, told_at: datetime) -> bool:
    _aware(change.at)
    new = change.id not in kept.changes
    kept.changes.setdefault(change.id, Told(change, told_at))
    return new


def _coverage(kept: _Kept, asked: Collection[str] = (), today: date | None = None) -> Coverage:
    mine = [(source, span) for source, span, names in kept.spans if not names or set(asked) <= set(names)]
    if today is None:
        return Coverage.of(mine)
    seen = _newest_days(kept, today)
    return Coverage.of((of, left) for of, span in mine if (left := span.come_by(today, seen.get(of))))


def _newest_days(kept: _Kept, today: date) -> dict[str, date]:
    held = sorted((v.since, source) for (source, _), numbers in kept.versions.items() for v in numbers.values())
    return {source: since for since, source in held if since <= today}


def _extend(kept: _Kept, source: str, span: Span, asked: tuple[str, ...]) -> bool:
    mine = [(name, held) for name, held, names in kept.spans if names == asked]
    kept.spans |= {(source, span, asked)}
    return Coverage.of(mine) != Coverage.of([*mine, (source, span)])


def _note(kept: _Kept, entry: Entry) -> None:
    was = kept.health.get(entry.source, SourceHealth(entry.source, entry.at, None, None, 0, ()))
    was = replace(was, tried_at=max(was.tried_at or entry.at, entry.at))
    problems = _cleaned(entry.problems)
    if entry.span is not None or problems:
        was = _settled(kept, was, entry)
    if entry.span is not None:
        was = replace(was, sound_at=max(was.sound_at or entry.at, entry.at), failures=0)
    elif problems:
        was = replace(was, failures=was.failures + 1)
    if entry.span is not None or problems:
        own = () if entry.span is None and entry.tried else problems
        was = replace(was, problems=(*own, *(p for f in was.unread for p in f.problems)))
    kept.health[entry.source] = was
    kept.problems |= {(entry.source, p): (entry.at, position) for position, p in enumerate(problems)}


def _settled(kept: _Kept, was: SourceHealth, entry: Entry) -> SourceHealth:
    """Return the health with the failed spans that an entry leaves: not those it read, nor those it tried again."""
    read = _coverage(kept, entry.asked)

    def stands(span: Span) -> bool:
        if entry.span is not None:
            return not read.unbroken(entry.source, span.since, span.until)
        return entry.tried is None or not (entry.tried.since <= span.since and span.until <= entry.tried.until)

    left = {f.span: f for f in was.unread if stands(f.span)}
    if entry.span is None and entry.tried is not None:
        left[entry.tried] = FailedSpan(entry.tried, entry.at, _cleaned(entry.problems))
    return replace(was, unread=tuple(left[span] for span in sorted(left, key=lambda s: (s.since, s.until))))


def _cleaned(found: Sequence[Problem]) -> tuple[Problem, ...]:
    safe = (replace(p, seen=clean_line(p.seen), where=None if p.where is None else clean_line(p.where)) for p in found)
    return tuple(dict.fromkeys(safe))
