"""In which words is the board shown at a terminal? In those of feeds and reports, and a few of its own."""

from datetime import date

from monitor.model.board_words import (
    CANT_SAY,
    KEPT,
    UNCHECKED,
    WHAT_COUNTS,
    checked,
    clock_stopped,
    detail,
    doubt,
    doubts,
    flag,
    flags,
    flags_but_late,
    happened,
    judged,
    relation,
)
from monitor.model.boards import Row
from monitor.model.cleaning import clean_line, safe_link
from monitor.model.commitments import Post
from monitor.model.incumbents import Incumbent
from monitor.model.wording import (
    NEWLY_FOUND,
    NOTHING,
    UNDATED,
    UNLOOKED,
    count,
    counts,
    day,
    day_of,
    deed,
    earlier_figures,
    late,
    left,
    london_time,
    moment,
    percentage,
    ruling_days,
    short_day,
    slipped,
    so_far,
    timing,
    window,
)
from monitor.reports.source_freshness import behind, failing, heard, owed_days, silence, state, troubled
from monitor.status.silence import silence as not_heard

__all__ = [
    "CANT_SAY",
    "KEPT",
    "NEWLY_FOUND",
    "NOTHING",
    "UNCHECKED",
    "UNDATED",
    "UNLOOKED",
    "WHAT_COUNTS",
    "behind",
    "checked",
    "clock_stopped",
    "count",
    "counts",
    "day",
    "day_of",
    "deed",
    "detail",
    "doubt",
    "doubts",
    "earlier_figures",
    "failing",
    "flag",
    "flags",
    "flags_but_late",
    "happened",
    "heard",
    "holders",
    "judged",
    "late",
    "left",
    "link",
    "london_time",
    "moment",
    "owed_days",
    "percentage",
    "quoted",
    "relation",
    "ruling_days",
    "short_day",
    "silence",
    "slipped",
    "so_far",
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
