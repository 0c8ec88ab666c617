"""Did the maker of a promise hold its post, or another of the register's, on the day when it was made?"""

import re
from collections.abc import Iterator
from datetime import date

from monitor.model.cleaning import clean_line
from monitor.model.wording import day as said_day
from monitor.registers import form, placeholders
from monitor.registers.consistency import Senseless

_STYLES = re.compile(
    r"\b(?:(?:rt|right) hon(?:ourable)?|the|sir|dame|dr|mr|mrs|ms|miss|mx|prof(?:essor)?|lord|lady|baron(?:ess)?"
    r"|earl|viscount|mp|msp|ms|cbe|obe|mbe|kc|qc|kcb|dbe)\b|\bof [\w-]+(?: [\w-]+)*$|[^\w\s-]",
    re.IGNORECASE,
)
"""What stands before and after a name, and is none of it."""
_BODY = re.compile(
    r"\b(?:department|ministry|office|treasury|government|cabinet|agency|authority|council|committee|commission|service"
    r"|inquiry|party|manifesto)\b",
    re.IGNORECASE,
)
"""Words that names of bodies hold: for the promise of a body, nobody need have held a post."""


def unposted(register: form.RegisterForm) -> Iterator[Senseless]:
    """Yield each promise whose maker held no post of the register when it was made."""
    for n, commitment in enumerate(register.commitments):
        made, post = commitment.made, register.posts.get(commitment.made.post)
        blank = bool(_BODY.search(made.by)) or made.by == placeholders.NOBODY or placeholders.is_blank(made.by)
        if post is None or blank or any(_held(p, made.by, made.on) for p in register.posts.values()):
            continue
        holder = next((t.name for t in reversed(post.held) if _within(t, made.on)), None)
        if holder != placeholders.NOBODY:
            mend = "correct the name, the day or the post, or add who held it to `held:`"
            yield Senseless(("commitments", n, "made", "by"), _told(made, post, holder), mend)


def _told(made: form.MadeForm, post: form.PostForm, holder: str | None) -> str:
    when, by = said_day(made.on), clean_line(made.by)
    then = f"{clean_line(holder)} held {made.post} then" if holder else f"nobody is named who held {made.post} then"
    own = [tenure for tenure in post.held if _same(tenure.name, by)]
    if own and all(tenure.since > made.on for tenure in own):
        since = said_day(min(tenure.since for tenure in own))
        return f"{by} took the post on {since}, after the promise of {when}; {then}"
    return f"{by} held no post of this register on {when}; {then}"


def _held(post: form.PostForm, by: str, day: date) -> bool:
    return any(_within(tenure, day) and _same(tenure.name, by) for tenure in post.held)


def _within(tenure: form.TenureForm, day: date) -> bool:
    """Return whether a day is one of a tenure; on the day of a change both hold the post."""
    return tenure.since <= day and (tenure.until is None or day <= tenure.until)


def _same(one: str, other: str) -> bool:
    """Return whether two names are one person's: all the words of the shorter stand in the longer."""
    first, second = (set(_STYLES.sub(" ", name).casefold().split()) for name in (one, other))
    return bool(first and second) and (first <= second or second <= first)
