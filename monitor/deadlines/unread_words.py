"""Which of the words of a deadline did the grammar not read: a slip in a season, a day that is in no calendar?

Only words that stand where a date is said count: “by Easter 2025, as the minister told the House” is read whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rapidfuzz import process
from rapidfuzz.distance import OSA

from monitor.deadlines.bounds import Window
from monitor.deadlines.numbered_days import impossible_days
from monitor.deadlines.readers import read
from monitor.deadlines.sitting_calendar import SHIPPED, Almanac
from monitor.deadlines.text import MONTHS, WEEKDAYS, plain
from monitor.deadlines.unread_beside import beside
from monitor.deadlines.vague import all_vague

_LONG = (
    *(m for m in MONTHS if len(m) > 4), *WEEKDAYS, "spring", "summer", "autumn", "winter", "easter", "christmas",
    "month", "months", "weeks", "years", "parliament", "recess", "session", "quarter", "decade", "financial",
    "academic", "calendar", "whitsun", "budget", "shortly", "course", "fortnight",
)  # fmt: skip
"""Words of dates in which a slip is plain to see wherever they stand."""
_EVERY = (
    *_LONG, "may", "june", "july", "day", "days", "week", "year", "term", "half", "end", "start", "early", "late",
    "later", "mid", "soon", "this", "next", "coming", "within", "before", "after", "beginning", "middle", "first",
    "second", "third", "fourth", "new", "house", "rises", "possible", "time", "allows", "opportunity", "due",
)  # fmt: skip
_NO_SLIPS = frozenset((
    "match", "marsh", "mouth", "sprint", "string", "spying", "eastern", "easier", "faster", "master", "decide",
    "seeks", "bears", "tears", "fears", "nears", "gears", "hears", "wears", "inter", "simmer", "winner", "source",
    "coarse", "academia",
))  # fmt: skip
"""English words that are one letter away from a word of dates."""
_LEADS = frozenset((
    "in", "by", "before", "on", "until", "till", "during", "within", "from", "after", "since", "over", "through",
    "throughout", "than", "this", "next", "early", "late", "later", "mid", "end", "start", "beginning", "coming",
))  # fmt: skip
"""Words after which a date is expected."""
_FILLING = frozenset((
    "the", "a", "an", "of", "our", "their", "its", "and", "or", "to", "at", "for", "year", "calendar", "some", "point",
    "time", "date", "target", "deadline", "about", "around", "approximately", "roughly", "latest", "sometime",
    "stage", "period", "both", "either", "between", "very", "no", "not", "earlier", "as", "working", "noon", "midday",
    "midnight", "pm", "am", "close", "business",
))  # fmt: skip
_WORD = re.compile(r"[a-z][a-z'-]*|\d\w*")
_CLOCK = re.compile(r"\d{1,2}(?:am|pm)?$")
_ALONE = re.compile(r"(?:the |very )*(?:this|next|later|early|late|tomorrow)\b")
"""Words of dates that need no preposition: “when it is laid in Parliament next year”."""
_GOES_ON = re.compile(r" (?:(?:this|next|of (?:this|next)) (?P<word>[a-z]{3,})|(?P<figures>\d\w*))")
_BREAK = re.compile(r"[,;:()\"]|\. | - ")
_TELLING = frozenset((
    *(m for m in MONTHS if m not in ("may", "march")), *WEEKDAYS, *(f"{name}s" for name in WEEKDAYS),
    "spring", "summer", "autumn", "winter", "easter", "christmas", "days", "week", "weeks", "weekend", "fortnight",
    "month", "months", "years", "decade", "quarter", "recess", "session", "election", "elections", "before",
    "after", "until", "unless", "except", "shortly", "soon", "budget", "holiday", "holidays", "break", "days'",
    "weeks'", "months'", "years'", "not", "day", "whitsun", "pentecost", "half-term", "term", "eve", "anniversary",
    "halfway",
    "first", "second", "third", "last", "final", "latter", "back", "every", "each", "daily", "weekly", "fortnightly",
    "monthly", "quarterly", "yearly", "annually", "twice", "half", "earliest", "soonest", "sitting", "sittings", "only",
    "excluding", "season", "term-time", "initially", "partly", "elsewhere", "otherwise",
))  # fmt: skip
"""Words that alter a date where no reader made use of them: “the Monday after”, “the third week of”, “each spring”."""
_TWO_IN_ONE = re.compile(rf"(?:^|-)(?:{'|'.join(MONTHS)}|spring|summer|autumn|winter)-|-(?:{'|'.join(MONTHS)})$")
"""Two dates in one word: “spring-summer”."""
_HEDGE = re.compile(
    r"\b(?:probably|possibly|perhaps|maybe|hopefully|ideally|presumably|provisionally|tentatively|likely|likelihood"
    r"|if (?:possible|all goes well)|if|or so|or thereabouts|give or take|or (?:later|earlier|sooner|after)"
    r"|or (?:more|longer|less|under)|tb[acd]"
    r"|to be (?:confirmed|decided|agreed|announced|determined)|provisional|tentative|indicative|approx|pencilled"
    r"|prefer(?:ably|red)|but (?:one|two|three)|this (?:or|and)\b|next(?= ?(?:$|[.,;:)]| (?:and|or|but)\b))"
    r"|assuming|provided|providing|subject to|depending|dependent|contingent|conditional|bar(?:ring)?"
    r"|all being well|with luck|fingers crossed|at (?:best|worst)|in principle|(?:we|i|to) (?:hope|aim|intend|plan)"
    r"|(?:hop|aim|intend|plann)ing|estimated?|projected|[a-z]+ permitting)\b|\?|'\d\d\b"
)
"""Words that make a date uncertain, or hang it on a condition: “probably”, “funding permitting”."""
_NAMES = (*MONTHS, *WEEKDAYS, "easter", "christmas", "whitsun", "budget", "parliament")


@dataclass(frozen=True, slots=True)
class Unread:
    """Words of a deadline that gave no date, as they were written.

    `near`: the word that may have been meant, None where none is near. `read`: the words that were read instead,
    None where none were. `impossible`: a day that is in no calendar.
    """

    words: str
    read: str | None = None
    near: str | None = None
    impossible: bool = False


def unread(due: str, said_on: date, known: Almanac = SHIPPED) -> Unread | None:
    """Return what of the words of a deadline was not read; None where all that dates it was, or is indefinite."""
    text = plain(due)
    day = next(impossible_days(text, said_on), None)
    if day:
        return Unread(due[slice(*day)].strip(), impossible=True)
    named, vague = read(text, said_on, known), all_vague(text)
    if not named and not vague:
        return Unread(due, near=_near(text))
    taken = sorted([(w.start, w.end) for w in named] + list(vague))
    start, end = next(_left(text, named, taken), (0, 0))
    if start == end:
        return None
    read_ = [due[a:b].strip() for a, b in taken if not a <= start < b]
    return Unread(due[start:end], ", ".join(read_) or None, _near(text[start:end]))


def _left(text: str, named: tuple[Window, ...], taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where words stand that a date was expected in: before a bare date, or slips in a word of dates."""
    for there in named:
        if there.said == "for" and there.stretch.size == "spell" and len(taken) > 1:
            yield there.start, there.end  # it tells how long, not by when
        bare = there.said == "" and there.stretch.anchor is None and not _ALONE.match(text, there.start)
        if bare or there.said == "of":
            yield from _before(text, there.start, taken)
        yield from _behind(text, there.end, taken)
        yield from _in_an_event(text, there)
    free = [word for word in _WORD.finditer(text) if not _taken(word.start(), taken)]
    yield from (word.span() for word in free if _is_slip(word.group()))
    yield from (word.span() for word in free if word.group() in _TELLING or _TWO_IN_ONE.search(word.group()))
    for hedge in _HEDGE.finditer(text):
        if not _taken(hedge.start(), taken):
            yield hedge.span()
    yield from beside(text, named, taken)


def _taken(at: int, taken: list[tuple[int, int]]) -> bool:
    return any(a <= at < b for a, b in taken)


def _in_an_event(text: str, there: Window) -> Iterator[tuple[int, int]]:
    """Yield what is denied, and what of the words for an event seems to be a date or a slip in one."""
    if there.denied and there.latest is not None:
        yield there.start, there.end
    for word in _WORD.finditer(text, *(there.stretch.anchor or (0, 0))):
        dated = word.group()[0].isdigit() or word.group() in MONTHS
        if _is_slip(word.group()) or dated:
            yield there.stretch.anchor if dated and there.stretch.anchor else word.span()


def _before(text: str, end: int, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the words between what leads to a date and the date itself: “Sprnig” in “in Sprnig 2025”."""
    base = max([b for _, b in taken if b <= end], default=0)
    base = max([base, *(base + m.end() for m in _BREAK.finditer(text[base:end]))])
    run = list(_WORD.finditer(text, base, end))
    lead = max((n for n, word in enumerate(run) if word.group() in _LEADS), default=None)
    left = [] if lead is None else [word for word in run[lead + 1 :] if not _fills(word.group())]
    if left:
        yield left[0].start(), left[-1].end()


def _fills(word: str) -> bool:
    return word in _FILLING or (word.endswith(("am", "pm")) and bool(_CLOCK.match(word)))


def _behind(text: str, end: int, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the words that go on with a date and were not read: “next yaer” after “March”, “20O5” after “July”."""
    said = _GOES_ON.match(text, end)
    if said and not any(a <= end + 1 < b for a, b in taken):
        yield end + 1, said.end()


def _is_slip(word: str) -> bool:
    word = word.strip("-'").removesuffix("s").removesuffix("'")
    if len(word) < 5 or {word, f"{word}s"} & {*_EVERY, *_NO_SLIPS}:
        return False
    return process.extractOne(word, _LONG, scorer=OSA.distance, score_cutoff=1) is not None


def _near(text: str) -> str | None:
    """Return the word of dates that the first slip in a text is nearest to."""
    for word in _WORD.finditer(text):
        said = word.group()
        if len(said) < 3 or said in _EVERY or said in _FILLING or said in _LEADS:
            continue
        found = process.extractOne(said, _EVERY, scorer=OSA.distance, score_cutoff=1 if len(said) < 6 else 2)
        if found:
            return found[0].capitalize() if found[0] in _NAMES else found[0]
    return None
