"""A sentence names several windows: which one window do they make together?"""

import re
from dataclasses import replace
from datetime import date

from monitor.deadlines.bounds import Window

_SIDE_BY_SIDE = re.compile(r"^(?:,| -| \()? ?(?:and |but )?$")

_LINK = re.compile(r" ?(?P<word>and|or|to|until|-|through to) ?(?:in |the )*")


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


def joined(text: str, windows: tuple[Window, ...]) -> list[tuple[Window, tuple[Window, ...]]]:
    """Return the windows, those as one that the words make one range of, each with the windows it is made of."""
    found: list[tuple[Window, tuple[Window, ...]]] = []
    for there in windows:
        whole, parts = found[-1] if found else (None, ())
        if whole and _is_range(text, whole, there):
            found[-1] = (_from_first_to_last(whole, there), (*parts, there))
        else:
            found.append((there, (there,)))
    return found


def _is_range(text: str, one: Window, two: Window) -> bool:
    """Whether two windows are one: "between May and July", "late 2025 or early 2026", "from 2026 to 2028"."""
    if not (one.earliest and one.latest and two.earliest and two.latest) or one.latest >= two.latest:
        return False
    linked = _LINK.fullmatch(text[one.end : two.named])
    return bool(linked and (linked["word"] != "and" or one.said == "between" or two.named == two.start))


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
    if two.said in ("after", "following") and _lies_in(two.earliest, one):
        return _made(one, two, two.earliest, one.latest)
    if one.latest is None or two.latest is None:
        return one if one.latest else two
    starts = [w.earliest for w in (one, two) if w.earliest and w.stretch.size not in ("parliament", "session")]
    return _made(one, two, min(starts) if starts else one.earliest, max(one.latest, two.latest))


def _lies_in(there: date | None, one: Window) -> bool:
    return bool(there and one.earliest and one.latest and one.earliest <= there <= one.latest)


def _made(one: Window, two: Window, earliest: date | None, latest: date | None) -> Window:
    rules = [r for r in (one.rule, two.rule) if r]
    return replace(one, end=two.end, earliest=earliest, latest=latest, rule="; ".join(dict.fromkeys(rules)) or None)
