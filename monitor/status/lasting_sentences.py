"""In how many versions of its document does a sentence stand? An edit that leaves a sentence does not say it again.

A heading filled in, a figure corrected elsewhere: the sentence that told of the deed still counts from the day on
which it was first said, and "today" in it is still that day.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from monitor.model import same_words
from monitor.model.evidence import Evidence

Standing = dict[Evidence, int]
"""For the first piece of evidence in each run of versions that say the same: the number of the run's last version."""


def lasting(pieces: Iterable[Evidence], replaced: Mapping[tuple[str, str, int], date]) -> Standing:
    """Return the pieces that are not mere repeats, each with the last version that says it without a break.

    `replaced` says for (source, key, version) from which day a later one stands in its place.
    """
    runs: Standing = {}
    latest: dict[tuple[object, ...], Evidence] = {}
    every = sorted(pieces, key=lambda p: p.document.version)
    alike = Counter(map(_about, every))
    for piece in every:
        number, about = piece.document.version, _about(piece)
        if alike[about] == 1:  # nothing to compare its words with
            runs[piece] = number
            continue
        about = (*about, same_words.said(piece.quote))
        first = latest.get(about)
        if first is not None and _goes_on(first, runs[first], number, replaced):
            runs[first] = number
        else:
            latest[about] = piece
            runs[piece] = number
    return runs


def _about(piece: Evidence) -> tuple[object, ...]:
    cited = piece.document
    return (cited.source, cited.key, piece.commitment, piece.milestone, piece.relation)


def _goes_on(first: Evidence, last: int, number: int, replaced: Mapping[tuple[str, str, int], date]) -> bool:
    """Return whether one version follows another, readings aside in which the page was gone: those replace nothing."""
    if number <= last + 1:
        return True
    source, key = first.document.source, first.document.key
    return replaced.get((source, key, last)) == replaced.get((source, key, number - 1))
