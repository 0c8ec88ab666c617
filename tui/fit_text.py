"""How does it read whether a register's watch words fit the documents held?"""

from collections.abc import Iterator, Sequence
from typing import Any

from monitor.model.cleaning import clean_line
from monitor.registers.fit import Example, Fit
from tui import words
from tui.layout import WIDTH, wrap

_FEW = 3


def fit_lines(documents: int, fits: Sequence[Fit], width: int = WIDTH) -> Iterator[str]:
    """Yield, for each commitment, how many of the documents held its words match, and what to look at."""
    yield f"Tried on {words.count(documents, 'document')} held:"
    for fit in fits:
        yield from wrap(f"{fit.commitment}: {fit.matches:,} match, {fit.nearly:,} nearly match", width, "  ", "    ")
        for text in _warnings(documents, fit):
            yield from wrap(clean_line(text), width, "    ", "      ")
        yield from _examples("would be reported as delivered", fit.delivering, width)
        yield from _examples("would be counted", fit.figures, width)
        yield from _examples("matches", fit.matching, width)
        yield from _examples("nearly matches", fit.near, width)


def _warnings(documents: int, fit: Fit) -> Iterator[str]:
    for said, number in fit.common:
        share = words.percentage(number / documents)
        brings = f"brings in {number:,} of them ({share}) in which none of its other words stands"
        yield f"too common: {words.quoted(said)} alone is enough for a match, and {brings}"
    for milestone, number in fit.loose:
        about = words.count(number, "document")
        yield f"what would count as kept is too common: {about} that are not about it would count as {milestone} kept"
    if fit.elsewhere:
        listed = ", ".join(f"{body} ({number:,})" for body, number in fit.elsewhere[:_FEW])
        yield f"some matches are from departments that `bodies:` does not name: {listed}. Is it the same promise?"
    if not fit.matches:
        yield "no document matches: that can be right, but look at its words again"


def _examples(how: str, examples: Sequence[Example], width: int) -> Iterator[str]:
    for one in examples[:_FEW]:
        text = f"{how}: {one.source}/{one.key} {one.title}: {one.why}"
        yield from wrap(clean_line(text), width, "    ", "      ")


def fit_shape(documents: int, fits: Sequence[Fit]) -> dict[str, Any]:
    """Return the same for JSON."""
    return {"documents": documents, "commitments": [_fit_shape(fit) for fit in fits]}


def _fit_shape(fit: Fit) -> dict[str, Any]:
    return {
        "commitment": fit.commitment,
        "matches": fit.matches,
        "matching": [_example_shape(e) for e in fit.matching],
        "nearly": fit.nearly,
        "near": [_example_shape(e) for e in fit.near],
        "too_common": [{"phrase": said, "documents": number} for said, number in fit.common],
        "never_seen": list(fit.unseen),
        "figures": [_example_shape(e) for e in fit.figures],
        "delivering": [_example_shape(e) for e in fit.delivering],
        "expectations_too_common": [{"milestone": id_, "documents": number} for id_, number in fit.loose],
        "other_bodies": [{"body": body, "documents": number} for body, number in fit.elsewhere],
    }


def _example_shape(one: Example) -> dict[str, str]:
    return {"source": one.source, "key": one.key, "title": one.title, "url": one.url, "why": one.why}
