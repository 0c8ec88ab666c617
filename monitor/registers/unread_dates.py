"""How is it told that due words were not read, or not wholly, and how they are mended?"""

from monitor.deadlines.unread_words import Unread

SET = "due: {said: …, earliest: 2025-03-01, latest: 2025-05-31, rule: …}"


def told(due: str, left: Unread) -> tuple[str, str]:
    """Return what is wrong with due words of which something was not read, and how to mend it."""
    if left.impossible:
        return f"there is no such day as “{left.words}”", f"mend the day, or set the window: {SET}"
    mend = f"did you mean “{left.near}”? " if left.near else ""
    mend += f"Write a date, or set the window: {SET}" if left.near else f"write a date, or set the window: {SET}"
    if left.read is None:
        return f"no rule reads a date from “{due}”", mend
    return f"“{due}” is read only in part: “{left.read}” is, “{left.words}” is not", mend


def asked_again(left: Unread) -> str:
    """Return how due words that a person types in are mended."""
    near = f"did you mean “{left.near}”? " if left.near else ""
    return f"{near}Write them as “by 31 May 2025”; words such as “in due course” stand for no date"
