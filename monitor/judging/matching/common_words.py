"""Which documents do some watched words bring by themselves, and are that too many for words of one promise?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from monitor.judging.matching.matcher import Matcher
from monitor.model.commitments import Commitment, Post, Watch
from monitor.model.documents import Version

COMMON, FEWEST = 0.02, 10
"""Words are too common that bring more than this share of the documents held, and that many at least.

Of fifty documents held one may well be about one promise. More, and nothing else of it stands there: then they are of
other matters.
"""
Key = tuple[str, str]
_EVER = date(1900, 1, 1)


def too_common(number: int, documents: int) -> bool:
    """Return whether so many of the documents held are too many for what some words bring by themselves."""
    return number >= max(FEWEST, documents * COMMON)


@dataclass(frozen=True, slots=True)
class Brought:
    """How many documents were looked at, and for each of some words the documents, by source and key, they bring."""

    documents: int
    by: tuple[frozenset[Key], ...]

    def common(self, keys: frozenset[Key]) -> bool:
        """Return whether words that bring these are too common."""
        return too_common(len(keys), self.documents)


def brought(watches: Sequence[Watch], batches: Iterable[Iterable[Version]]) -> Brought:
    """Return what each of some words brings of the documents held, whatever their day."""
    matcher = Matcher(_watching(watch, n) for n, watch in enumerate(watches))
    found: list[set[Key]] = [set() for _ in watches]
    seen: set[Key] = set()
    for version in (v for batch in batches for v in batch):
        key = (version.document.source, version.document.key)
        seen.add(key)
        for match in matcher.match(version):
            found[int(match.commitment.id)].add(key)
    return Brought(len(seen), tuple(map(frozenset, found)))


def parts(commitment: Commitment) -> tuple[tuple[str, Commitment], ...]:
    """Return each name and each set of a commitment, as it is read, with a commitment that watches for it alone."""
    watch = commitment.watch
    named = ((name, replace(watch, names=(name,), together=())) for name in watch.names)
    together = ((_said(groups), replace(watch, names=(), together=(groups,))) for groups in watch.together)
    return tuple((said, replace(commitment, watch=one, milestones=())) for said, one in (*named, *together))


def _said(groups: Sequence[Sequence[str]]) -> str:
    return " + ".join(" / ".join(group[:4]) for group in groups)


def _watching(watch: Watch, number: int) -> Commitment:
    nobody = Post("", "", ())
    return Commitment(
        id=str(number), title="", words="", made_on=_EVER, made_by="", post=nobody, said_in=(), due=None, watch=watch,
        milestones=(),
    )  # fmt: skip
