"""Which years, financial and academic years, halves, quarters and decades do words name?"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from monitor.deadlines.conventions import RULE
from monitor.deadlines.intervals import FoundInterval, Interval, day, months_from

_PAIR = re.compile(
    r"(?:\b(?P<before>financial|fiscal|academic|school|tax|fy) ?(?:year )?(?:\()?)?(?<![\d/£.,])(?<!\d-)\b"
    r"(?P<one>20\d\d|\d\d) ?(?:/|-|to) ?(?P<two>20\d\d|\d\d)\b(?![/-]?\d|%| ?years|,\d|\.\d)"
    r"(?: (?P<after>financial|fiscal|academic|school|tax) year)?(?P<session> session)?"
)
_SINGLE = re.compile(
    r"(?:\b(?P<calendar>calendar year |calendar ))?(?<![\d/£$€.,#])(?<!\d-)\b(?P<year>20\d\d)\b(?![/]\d"
    r"|-\d|%|,\d|\.\d|'s|s\b)"
    r"(?: (?P<after>academic|school|financial|tax) year)?"
)
_WORDED = re.compile(
    r"\b(?P<which>this|(?<!the )next|the next(?= (?:calendar|financial|fiscal|academic|school"
    r"|tax))|the current|current|the coming|coming|the new|the following|this coming|the forthcoming"
    r"|the upcoming|a new|each new|the|of|new) "
    r"(?P<what>calendar|financial|fiscal|academic|school|tax)? ?year(?:'s)?\b(?!s|-|'| (?:ending"
    r"|olds?|group|to date|\d))"
)
_PART_BEFORE = re.compile(
    r"(?:end|start|beginning|half|quarter|later in|late in|part|rest|remainder|course|middle|early in|of|before)"
    r" (?:of )?$"
)
_YEAR_END = re.compile(
    r"\b(?P<what>calendar |financial )?(?:year[- ]end|year's end|end of year|end-year|year(?:'s| is) out"
    r"|year (?:ends|is over))\b"
)
_NEW_YEAR = re.compile(r"\b(?:the )?new year\b(?!'s)(?:(?:,? (?:of |in )?| \()(?P<year>20\d\d)\b(?![/-]?\d)\)?)?")
_TURN = re.compile(r"\b(?:the )?turn of the year\b")
_PART_OF_A_DECADE = re.compile(r"\b(?:start|beginning|middle|end|early|late|half|part|years)(?: of| in|-)? ?$")
_DECADE = re.compile(
    r"\b(?:the )?(?:(?P<tens>20\d0)'?s"
    r"|(?P<which>this|the|current|present|next) decade)\b(?! (?:of|from)\b)"
)
_WORDED_QUARTER = re.compile(
    r"\b(?P<which>this|(?<!the )next|the next(?= (?:calendar|financial|fiscal|academic|school"
    r"|tax))|the current|the coming) quarter\b"
)
_FIGURES = re.compile(r"\d\d")

STARTS = {
    "calendar": (1, 1),
    "financial": (4, 1),
    "fiscal": (4, 1),
    "fy": (4, 1),
    "academic": (9, 1),
    "school": (9, 1),
    "tax": (4, 6),
}
_NAMES = {"calendar": "year", "financial": "financial year", "fiscal": "financial year", "fy": "financial year",
          "academic": "academic year", "school": "academic year", "tax": "tax year"}  # fmt: skip


def find_years(text: str, said_on: date) -> Iterator[FoundInterval]:
    """Yield the years named in plain text."""
    if _FIGURES.search(text):
        yield from _numbered(text)
    if "year" in text:
        yield from (_worded(m, said_on) for m in _WORDED.finditer(text) if _says_which(text, m))
        yield from (_year_end(m, said_on) for m in _YEAR_END.finditer(text))
        yield from (_new_year(m, said_on) for m in _NEW_YEAR.finditer(text))
        yield from (_turn(m, said_on) for m in _TURN.finditer(text))
    if "decade" in text or "20" in text:
        yield from (_decade(m, said_on) for m in _DECADE.finditer(text) if _is_this_decade(text, m))
    if "quarter" in text:
        yield from (_this_quarter(m, said_on) for m in _WORDED_QUARTER.finditer(text))


def _numbered(text: str) -> Iterator[FoundInterval]:
    for m in _PAIR.finditer(text):
        one, two = int(m["one"]), int(m["two"])
        if (one + 1) % 100 == two % 100 and not m["session"] and (one >= 2000 or 10 <= one <= 60):
            yield _year(m, one % 100 + 2000, m["before"] or m["after"] or "financial")
    for m in _SINGLE.finditer(text):
        yield _year(m, int(m["year"]), m["after"] or "calendar")


def _year(m: re.Match[str], year: int, what: str, *, kind: str = "fixed", ahead: bool = False) -> FoundInterval:
    month, number = STARTS[what]
    first = day(year, month, number)
    last = day(year + 1, 4, 5) if what == "tax" else months_from(year, month, 12)[1]
    size = "year" if what == "calendar" else _NAMES[what]
    return FoundInterval(m.start(), m.end(), Interval(first, last, kind, size, RULE[_NAMES[what]], ahead=ahead))


def _says_which(text: str, m: re.Match[str]) -> bool:
    """Whether it names one year: "the year" does only in "the end of the year" or "the financial year"."""
    if m["what"]:
        return True
    if m["which"] in ("the", "of"):
        return bool(_PART_BEFORE.search(text[max(0, m.start() - 14) : m.start()]))
    return m["which"] not in ("new", "the new", "a new", "each new", "coming", "the coming", "this coming")


def _worded(m: re.Match[str], said_on: date) -> FoundInterval:
    what = m["what"] or "calendar"
    ahead = any(w in m["which"] for w in ("next", "coming", "following", "new"))
    start = current(said_on, what) + ahead
    return _year(m, start, what, kind="relative", ahead=ahead)


def current(said_on: date, what: str) -> int:
    """Return in which year the financial, academic or other year of a day began."""
    month, number = STARTS[what]
    return said_on.year - ((said_on.month, said_on.day) < (month, number))


def _year_end(m: re.Match[str], said_on: date) -> FoundInterval:
    what = (m["what"] or "calendar").strip()
    found = _year(m, current(said_on, what), what, kind="relative")
    return found.widened(m.start(), size="end")


def _new_year(m: re.Match[str], said_on: date) -> FoundInterval:
    year = int(m["year"]) if m["year"] else said_on.year + (said_on.month > 3)
    first, last = months_from(year, 1, 3)
    return FoundInterval(
        m.start(), m.end(), Interval(first, last, "relative", "new year", RULE["new year"], ahead=True)
    )


def _turn(m: re.Match[str], said_on: date) -> FoundInterval:
    first, last = months_from(said_on.year - (said_on.month == 1), 12, 2)
    return FoundInterval(
        m.start(), m.end(), Interval(first, last, "relative", "season", RULE["turn of the year"], sure=False)
    )


def _is_this_decade(text: str, m: re.Match[str]) -> bool:
    """Whether "the decade" is the one that runs, and "the next decade" not only the ten years to come."""
    before = text[max(0, m.start() - 20) : m.start()]
    if m["which"] == "next":
        return bool(_PART_OF_A_DECADE.search(before))
    return not re.search(r"\b(?:next|last|past|previous|turn of) $", before)


def _decade(m: re.Match[str], said_on: date) -> FoundInterval:
    ahead = m["which"] == "next"
    start = int(m["tens"]) if m["tens"] else (said_on.year // 10 + ahead) * 10
    stretch = Interval(day(start, 1, 1), day(start + 9, 12, 31), "relative", "decade", RULE["decade"])
    return FoundInterval(m.start(), m.end(), replace(stretch, kind="fixed") if m["tens"] else stretch)


def _this_quarter(m: re.Match[str], said_on: date) -> FoundInterval:
    ahead = "next" in m["which"] or "coming" in m["which"]
    first, last = months_from(said_on.year, (said_on.month - 1) // 3 * 3 + 1, 3)
    if ahead:
        later = last.toordinal() + 1
        beyond = date.fromordinal(min(later, date.max.toordinal()))
        first, last = months_from(beyond.year, beyond.month, 3)
    return FoundInterval(m.start(), m.end(), Interval(first, last, "relative", "quarter", RULE["quarter"], ahead=ahead))
