"""Which recesses, sessions, Parliaments and fiscal events do words name?"""

import re
from collections.abc import Iterator
from datetime import date

from monitor.deadlines.conventions import RULE
from monitor.deadlines.intervals import FoundInterval, Interval
from monitor.deadlines.sitting_calendar import (
    FISCAL_EVENTS,
    SHIPPED,
    Almanac,
    Recess,
    next_recess,
    parliament,
    recess,
    session,
)
from monitor.deadlines.text import MONTH, month_number

_NAMES = {
    "whit": "whitsun", "whitsun": "whitsun", "may": "whitsun", "half-term": "february", "february": "february",
    "conference": "conference", "conferences": "conference", "november": "november", "autumn": "conference",
    "summer": "summer", "easter": "easter", "christmas": "christmas", "winter": "christmas",
}  # fmt: skip
_KIND = (
    r"(?P<name>whitsun|whit|may|half-term|february|conference|november|autumn|summer|easter"
    r"|christmas|winter)"
)
_THEN = (
    r"(?: (?:(?:at|towards) the (?:end|start) of|(?:in )?(?:early|mid|late|later in)|in|this|next) "
    rf"(?P<then>{MONTH}|spring|summer|autumn|winter)\b)?"
)
"""A month or a season that says which of its recesses is meant: “before the House rises in July”."""
_RECESS = re.compile(
    rf"\b(?:the |this |next |this year's |parliamentary |parliament's ){{0,3}}"
    rf"(?:(?:{_KIND}|(?P<month>{MONTH})) )?(?:parliamentary )?(?:recess|adjournment)\b{_THEN}"
    r"(?: (?:in |of )?(?P<year>20\d\d))?"
)
_RISES = re.compile(
    r"\b(?:the )?(?:house(?: of commons)?|parliament|commons) (?:next )?(?:rises|goes into|breaks"
    r"|adjourns|rose)"
    rf"(?: up)?(?: (?:for|into))?(?: (?:the|its))?(?: {_KIND})?(?: recess)?\b{_THEN}(?: (?P<year>20\d\d))?"
)
_RETURNS = re.compile(
    rf"\b(?:the )?(?:house(?: of commons)?|parliament|commons) (?:returns|resumes|reconvenes)(?: (?:from"
    rf"|after)(?: the)?(?: {_KIND})?(?: recess)?)?\b{_THEN}(?: (?P<year>20\d\d))?"
)
_SESSION = re.compile(
    r"\b(?P<which>this|the current|current|the first|first|the present|next|the next|a future"
    r"|(?:(?<=end of )|(?<=close of )|(?<=rest of )|(?<=remainder of )|(?<=course of ))the"
    r"|the second|second|the coming|the new|the forthcoming|the upcoming) "
    r"(?P<sort>(?:parliamentary|legislative) )?session\b(?P<of> of (?:this |the )?parliament)?"
)
_PARLIAMENT = re.compile(
    r"\b(?:(?P<which>this|the current|the present|the next|next) parliament\b"
    r"|(?P<period>(?:this|the current|the present) parliamentary (?:period|term))|(?:the )?(?:lifetime"
    r"|course|end|duration|life|rest|remainder|period|term|middle|first half|second half) of (?P<the>the"
    r"|this|the current) parliament\b"
    r"|(?P<over>over|by|within|during|in) the parliament\b)(?!'s|ary)"
)
_FISCAL = re.compile(
    r"\b(?:the )?(?P<next>upcoming |forthcoming |next |coming |this year's |(?P<before>20\d\d) ){0,3}"
    r"(?P<event>(?:autumn |spring )?budget|(?:autumn|spring) statement|spring forecast"
    r"|(?:comprehensive )?spending review)(?: (?:in )?(?P<year>20\d\d))?\b(?! (?:allocations?"
    r"|line|holder|settlement|on|in|later|this|next)\b)"
)
_AT = re.compile(r"\b(?:at|in|by|before|ahead of|alongside|no later than|prior to|with) (?:the )?$")
_EVENT = re.compile(
    r"\b(?P<next>next |upcoming |forthcoming |second ){0,3}(?P<speech>king's speech)(?: (?:in |of )?(?P<year>20\d\d))?"
)


def find_sittings(text: str, said_on: date, known: Almanac = SHIPPED) -> Iterator[FoundInterval]:
    """Yield what of Parliament's calendar is named in plain text."""
    if "recess" in text or "adjournment" in text:
        yield from (_recess(m, said_on, known) for m in _RECESS.finditer(text))
    if "house" in text or "parliament" in text or "commons" in text:
        yield from (_rises(m, said_on, known) for m in _RISES.finditer(text))
        yield from (_returns(m, said_on, known) for m in _RETURNS.finditer(text))
        yield from (_parliament(m, said_on) for m in _PARLIAMENT.finditer(text))
    if "session" in text:
        for m in _SESSION.finditer(text):
            yield from _session(m, said_on, known)
    if "budget" in text or "statement" in text or "spending review" in text or "forecast" in text:
        yield from _fiscal(text, said_on)
    if "speech" in text:
        for m in _EVENT.finditer(text):
            yield from _speech(m, said_on, known)


def _named(m: re.Match[str], said_on: date, known: Almanac) -> Recess:
    groups = m.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    name = groups.get("name")
    if name:
        return recess(_NAMES[name], said_on, year, known)
    month = groups.get("then") or groups.get("month")
    return _of_a_month(m, month, year, said_on, known) if month else next_recess(said_on, known)


def _of_a_month(m: re.Match[str], month: str, year: int | None, said_on: date, known: Almanac) -> Recess:
    """Return the next recess that begins, or from which it comes back, in a month or a season."""
    wanted = _MONTHS_OF.get(month) or (month_number(month),)
    every = {recess(name, said_on, year, known) for name in _NAMES.values()}
    ends = m.re is _RETURNS
    fitting = [r for r in every if (r.back if ends else r.rose).month in wanted]
    return min(fitting, key=lambda r: r.rose) if fitting else next_recess(said_on, known)


_MONTHS_OF = {"spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11), "winter": (12, 1, 2)}


def _rule(there: Recess, name: str) -> str:
    return RULE[name] if there.known else f"{RULE[name]}; {RULE['recess guessed']}"


def _recess(m: re.Match[str], said_on: date, known: Almanac) -> FoundInterval:
    there = _named(m, said_on, known)
    stretch = Interval(there.rose, there.back, "parliamentary", "recess", _rule(there, "recess"), sure=bool(m["year"]))
    return FoundInterval(m.start(), m.end(), stretch)


def _rises(m: re.Match[str], said_on: date, known: Almanac) -> FoundInterval:
    there = _named(m, said_on, known)
    return FoundInterval(
        m.start(),
        m.end(),
        Interval(there.rose, there.rose, "parliamentary", "rising", _rule(there, "recess"), sure=False),
    )


def _returns(m: re.Match[str], said_on: date, known: Almanac) -> FoundInterval:
    there = _named(m, said_on, known)
    return FoundInterval(
        m.start(),
        m.end(),
        Interval(there.back, there.back, "parliamentary", "return", _rule(there, "after recess"), sure=False),
    )


def _session(m: re.Match[str], said_on: date, known: Almanac) -> Iterator[FoundInterval]:
    which = m["which"].removeprefix("the ")
    if which in ("first", "second", "new", "a future") and not (m["sort"] or m["of"]):
        return
    if which in ("first", "second") and m["of"]:
        first, last = _nth_session(said_on, which == "second", known)
    else:
        first, last = session(
            said_on, int(which in ("next", "a future", "second", "coming", "new", "forthcoming", "upcoming")), known
        )
    ahead = which in ("next", "coming", "forthcoming", "upcoming")
    rule = RULE["next session" if ahead else "session"]
    stretch = Interval(first, last, "parliamentary", "session", rule, ahead=ahead, sure=first is not None)
    yield FoundInterval(m.start(), m.end(), stretch)


def _nth_session(said_on: date, number: int, known: Almanac) -> tuple[date | None, date | None]:
    met, ends = parliament(said_on)
    held = [s for s in known.sessions if met <= s[0] <= ends]
    return held[number] if number < len(held) else (None, None)


def _parliament(m: re.Match[str], said_on: date) -> FoundInterval:
    later = "next" in (m["which"] or "")
    first, last = parliament(said_on, int(later))
    start = next(m.start(name) for name in ("which", "the", "over", "period") if m[name])
    start += len(m["over"]) + 1 if m["over"] else 0
    return FoundInterval(
        start, m.end(), Interval(first, last, "parliamentary", "parliament", RULE["parliament"], ahead=later)
    )


def _fiscal(text: str, said_on: date) -> Iterator[FoundInterval]:
    """Fiscal events to come whose day is known, where something is said to be done at, by or before them."""
    for m in _FISCAL.finditer(text):
        if not _AT.search(text[max(0, m.start() - 16) : m.start()]):
            continue
        sort = "review" if "review" in m["event"] else "spring" if "spring" in m["event"] else "budget"
        wanted = m["year"] or m["before"]
        known = (d for d, name, told in FISCAL_EVENTS if name == sort and told <= said_on < d)
        held = next((d for d in known if not wanted or str(d.year) == wanted), None)
        if held:
            yield FoundInterval(
                m.start(), m.end(), Interval(held, held, "fixed", "day", RULE["event known"], sure=False)
            )


def _speech(m: re.Match[str], said_on: date, known: Almanac) -> Iterator[FoundInterval]:
    """A King's Speech to come whose day is known; without one it is an event like others."""
    there = next((first for first, _ in known.sessions if first > said_on), None)
    if there and m["next"]:
        stretch = Interval(there, there, "parliamentary", "speech", RULE["event known"], ahead=True)
        yield FoundInterval(m.start(), m.end(), stretch)
