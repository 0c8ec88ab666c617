"""How is it told that due words were not read, or not wholly, and how they are mended?"""

from monitor.deadlines.unread_words import Unread
from monitor.model import wording
from monitor.model.due import Due

SET = "due: {said: …, earliest: 2025-03-01, latest: 2025-05-31, rule: …}"


def told(due: str, left: Unread) -> tuple[str, str]:
    """Return what is wrong with due words that were not read whole, and how to mend it."""
    if left.impossible:
        return f"there is no such day as “{left.words}”", f"correct the day, or set the window: {SET}"
    mend = f"did you mean “{left.near}”? " if left.near else ""
    mend += f"Write a date, or set the window: {SET}" if left.near else f"write a date, or set the window: {SET}"
    if left.read is None:
        return f"no date is understood from “{due}”", f"{mend}; where no date was given: due: none"
    return f"“{due}” is understood only in part: “{left.read}” is, “{left.words}” is not", mend


def backwards(due: Due, *, set_: bool) -> tuple[str, str]:
    """Return what is wrong with due words whose window ends before it begins, and how it is mended.

    `set_`: the register itself gives the window.
    """
    first, last = (wording.day(day) for day in (due.earliest or due.said_on, due.latest or due.said_on))
    if set_:
        return f"“{due.said}” ends before it begins: {first} to {last}", "mend `earliest:` or `latest:`"
    said = f"“{due.said}” ends before it begins: by {last}, and it was said on {wording.day(due.said_on)}"
    return said, f"mend the words, or the day they were said, or set the window: {SET}"


def asked_again(left: Unread) -> str:
    """Return how due words that a person types in are mended."""
    near = f"did you mean “{left.near}”? " if left.near else ""
    return f"{near}Write the date as in “by 31 May 2025”; words such as “in due course” give no date"
