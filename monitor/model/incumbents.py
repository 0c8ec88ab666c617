"""Who holds a post today, as GOV.UK's page of the post says it?"""

from dataclasses import dataclass
from datetime import date

from monitor.model.documents import Passage, Presence, Version
from monitor.model.london import london_day

ROLE = "ministerial_role"
"""What GOV.UK calls the page of a minister's post."""


@dataclass(frozen=True, slots=True)
class Incumbent:
    """Who holds a post; `read_on` is the day on which the page was first seen to say so."""

    name: str
    read_on: date


def passage(name: str, post: str, since: date | None) -> Passage:
    """Return the passage by which a document says who holds a post."""
    day = f" since {since}" if since else ""
    return Passage("text", f"{name} has held this post{day}.", speaker=name, post=post)


def incumbent(version: Version | None) -> Incumbent | None:
    """Return who holds the post of a page; None where it does not say, or is no such page."""
    if version is None or version.document.kind != ROLE or version.document.presence is not Presence.LIVE:
        return None
    names = dict.fromkeys(p.speaker for p in version.document.passages if p.speaker and p.post)
    return Incumbent(" and ".join(names), london_day(version.seen_at)) if names else None
