"""A sentence names several windows: which one window do they make together?"""

import re
from dataclasses import replace
from datetime import date

from monitor.deadlines.bounds import Window

_SIDE_BY_SIDE = re.compile(r"^(?:,| -| \()? ?(?:and |but )?$")


def together(text: str, windows: list[Window]) -> Window:
    """Return the window of all: what narrows the first narrows it, else from the first day named to the last.

    Where all of them are only ends ("by 2029, and by 2030"), the first counts.
    """
    whole = windows[0]
    for there in windows[1:]:
        narrower = _overlap(whole, there) if _SIDE_BY_SIDE.match(text[whole.end : there.start]) else None
        if narrower:
            whole = narrower
        elif not (_only_ends(whole) and _only_ends(there)):
            whole = _from_first_to_last(whole, there)
    return whole


def _only_ends(there: Window) -> bool:
    return there.said in ("by", "before", "no later than", "ahead of", "prior to")


def _overlap(one: Window, two: Window) -> Window | None:
    """The days in both, as in "in mid-2024, before the summer recess"; None where they have none in common."""
    starts = [w.earliest for w in (one, two) if w.earliest]
    ends = [w.latest for w in (one, two) if w.latest and w.said not in ("after", "following")]
    if not starts or not ends or max(starts) > min(ends) or two.said in ("and", "or", "to"):
        return None
    return _made(one, two, max(starts), min(ends))


def _from_first_to_last(one: Window, two: Window) -> Window:
    if "event" in (one.stretch.size, two.stretch.size):
        return one
    if one.latest is None or two.latest is None:
        return one if one.latest else two
    if (
        two.said in ("after", "following")
        and one.earliest
        and two.earliest
        and one.earliest <= two.earliest <= one.latest
    ):
        return _made(one, two, two.earliest, one.latest)
    starts = [w.earliest for w in (one, two) if w.earliest and w.stretch.size not in ("parliament", "session")]
    return _made(one, two, min(starts) if starts else one.earliest, max(one.latest, two.latest))


def _made(one: Window, two: Window, earliest: date | None, latest: date | None) -> Window:
    rules = [r for r in (one.rule, two.rule) if r]
    return replace(one, end=two.end, earliest=earliest, latest=latest, rule="; ".join(dict.fromkeys(rules)) or None)
