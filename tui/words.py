"""In which words does a person at a terminal read the board? Those of feed and report, and a few of its own."""

from datetime import date

from monitor.model.boards import Row, Weighed
from monitor.model.cleaning import clean_line, safe_link
from monitor.model.commitments import Post
from monitor.model.incumbents import Incumbent
from monitor.model.wording import (
    CAUTION,
    NOTHING,
    UNDATED,
    UNLOOKED,
    count,
    day,
    day_of,
    deed,
    flags,
    flags_but_late,
    late,
    left,
    moment,
    percentage,
    ruling_days,
    short_day,
    slipped,
    timing,
    window,
)
from monitor.reports.source_freshness import behind, failing, heard, silence, state, troubled
from monitor.status.silence import silence as not_heard

__all__ = [
    "CAUTION",
    "NOTHING",
    "UNDATED",
    "UNLOOKED",
    "behind",
    "count",
    "day",
    "day_of",
    "deed",
    "failing",
    "flags",
    "flags_but_late",
    "heard",
    "holders",
    "late",
    "left",
    "link",
    "moment",
    "percentage",
    "quoted",
    "ruled",
    "ruling_days",
    "short_day",
    "silence",
    "slipped",
    "state",
    "timing",
    "troubled",
    "unheard",
    "window",
]


def quoted(text: str) -> str:
    """Return other people's words on one clean line, in quotation marks."""
    return f"\u201c{clean_line(text)}\u201d"


def link(url: str | None) -> str:
    """Return an address to print, empty where there is none or it is no plain link."""
    return (safe_link(url) or "") if url else ""


def ruled(weighed: Weighed) -> str:
    """Return what a person said of a piece of evidence, and that nobody has where nobody has."""
    if weighed.ruling:
        return f"{clean_line(weighed.ruling)} by a person"
    return "unconfirmed" if weighed.evidence.relation.bears else "does not bear on it"


def holders(post: Post, made_by: str, as_of: date, incumbent: Incumbent | None = None) -> str:
    """Return who holds a post now, where that is not who made the promise; empty where it is.

    What GOV.UK says of it goes before the register, which may not have been kept up.
    """
    if incumbent:
        return f"held by {clean_line(incumbent.name)} now (GOV.UK, read on {day(incumbent.read_on)})"
    now = post.holder(as_of)
    if now is None:
        return "the register does not say who holds the post now"
    return "" if now == made_by else f"held by {clean_line(now)} now"


def unheard(row: Row, as_of: date) -> str:
    """Return when a commitment was last heard of, and how long ago that is, in days and in sitting days."""
    quiet = not_heard(row, as_of)
    ago = f"{count(quiet.days, 'day')} ago, {count(quiet.sitting_days, 'sitting day')}"
    since = f"Last heard of on {day(quiet.since)}" if quiet.heard else "Not heard of in what was read since it was made"
    return f"{since}, {ago}"
