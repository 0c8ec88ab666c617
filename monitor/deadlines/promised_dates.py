"""Is a window of dates that a sentence names the date of a promise, or of something else?"""

import re
from datetime import date

from monitor.deadlines.bounds import UP_TO, Window, begins_no_earlier
from monitor.deadlines.conventions import RULE
from monitor.deadlines.denials import uncommitted
from monitor.deadlines.events import of_another_event
from monitor.deadlines.names import in_a_name, looks_back
from monitor.deadlines.text import TextWord
from monitor.deadlines.verb_mood import Mood, mood

_WHOLE_YEARS = ("year", "financial year", "academic year", "tax year")
_WHOLE = (*_WHOLE_YEARS, "session", "parliament")
_SPANS = ("in", "for", "over", "during", "across", "throughout", "within", "through", "")
_MONEY = re.compile(r"[£$€]\s?\d|\bfunding\b")
_FIGURE = re.compile(r"[£$€]\s?\d|\d%|\bper cent\b|\d,\d{3}|\b(?:million|billion)\b")
_STANDARD = re.compile(
    r"\d ?%|\bper cent\b|\bstandards?\b|\btargets?\b|\bon average\b|\busually\b|\btypically\b"
    r"|\bnormally\b|\b(?:where|if|when) (?:a|an|the|any|they|you)\b"
    r"|\b(?:every|each|any) (?:case|claim|patient|person|customer|applicant|application|complaint|one)\b"
)
_CASES = re.compile(
    r"\b(?:complaints?|applications|claims|enquiries|customers?|patients?|correspondence|referrals?"
    r"|cases|requests)\b"
)
_HABIT = re.compile(
    r"\b(?:every|each) (?:year|month|week|quarter|autumn|spring|summer|winter)\b|\bannually\b"
    r"|\bevery (?:\w+ )?(?:years|months)\b|\b(?:monthly|quarterly|weekly) (?:in|on|by|basis)\b"
)
_USUAL = re.compile(r"\b(?:usually|typically|normally|generally|regularly|routinely|always)\b")
_CONTINUES = re.compile(
    r"\b(?:continues?|continuing|remains?|remaining)\b(?! (?:committed|determined|our|on track"
    r"|working towards))(?:(?! (?:will|due|expected|planned|scheduled|to open|to be)\b)[^,;])*$"
)
_SUPERLATIVE = re.compile(
    r"\b(?:first|biggest|largest|greatest|highest|lowest|fastest|most|worst|best|only)\b[^,;]*\bin (?:a"
    r"|one|two|three|\d+) \w+$"
)
_FORECAST = re.compile(
    r"\b(?:obr|office for budget responsibility|forecasts?|forecasted|projected|projections?"
    r"|modelled|modelling|is estimated|are estimated|estimated (?:at|to))\b"
)
_RANGE = re.compile(r"^ ?(?:to|until|till|-|through|through to) (?:(?:the )?end of )?(?:\w+ )?(?:20)?\d\d\b")
_WILL_NOT = re.compile(r"(?:will|shall|won't|do|does|don't|doesn't)\b")
_CLOSES = re.compile(
    r"\bdeadline for (?:\w+ )?(?:responses|applications|submissions|bids|comments|evidence|nominations)\b[^,;:]{0,20}$|"
    r"\b(?:consultations?|call for (?:evidence|views|input)|survey|inquiry|competition|application window|applications"
    r"|window|poll|period|nominations|bidding|registration|round|trial|pilot|it)\b[^,;:]{0,60}?\b(?:close[sd]?"
    r"|closing|end(?:s|ed)?"
    r"|run(?:s|ning)?|finish(?:es|ed)?|expire[sd]?|lapse[sd]?|concludes?|remains? open|be open|is open"
    r"|stays? open) (?:\w+ ){0,2}?$"
)
_SCHEDULED = re.compile(
    r"\b(?:courses?|sessions?|events|meetings|workshops?|webinars?|roundtables|seminars|visits|exercises|conferences"
    r"|hearings"
    r"|briefings|classes|exams|intakes|cohorts|debates|training|drop-ins|rounds)\b (?:\w+ ){0,3}?"
    r"(?:planned|scheduled|arranged|booked|timetabled|tak(?:e|es|ing) place|run(?:ning)?|due)\b[^,;:]{0,30}$"
)
"""When events of some sort are held: “with further courses planned in the autumn”."""
_CONDITION = re.compile(r"\b(?:if|unless|whether(?! to\b))\b[^,;]{0,40}$")
_AS_AT = re.compile(r"\bas (?:at|of)(?: the)? $")
_FROM_THEN_ON = re.compile(r"\bon or $")
_PLANNED = re.compile(r"\b(?:planned|scheduled|due|set|slated|timetabled|pencilled in|expected|intended|targeted) $")
_ENDS = re.compile(r"\b(?:ending|expiring|lasting) $")
_OUTCOME = re.compile(
    r"\b(?:expected|estimated|forecast|projected) to (?:\w+ly )?(?:save|raise|cost|support|generate"
    r"|benefit|affect|increase|rise|fall|reduce|create|be affected|result|contribute|bring)\b"
)
_LIST = re.compile(r"(?:\b(?:easter|spring|summer|autumn|winter|christmas)\b(?:,? and|,? or|,)? ?){3}")


def promised(text: str, there: Window, said_on: date, spoken: tuple[TextWord, ...]) -> bool:
    """Return whether a window is the date of a promise."""
    if _is_something_else(text, there, said_on) or _is_denied(text, there) or closes(text, there):
        return False
    stretch = there.stretch
    said = mood_of(there, spoken)
    if stretch.size == "occasion" or begins_no_earlier(there):
        return said is Mood.PROMISED or (bool(there.denied) and begins_no_earlier(there))
    if stretch.size in ("spell", "event") and not stretch.ahead:
        return said is Mood.PROMISED and _is_time_allowed(text, there)
    if said is Mood.PROMISED or said is Mood.DUTY:
        return said is Mood.PROMISED
    if there.said in ("after", "following", "beyond"):
        return stretch.size in ("recess", "return") and said is not Mood.PAST
    return _is_to_come(there, said_on) and not (there.said in _SPANS and _MONEY.search(text))


def _is_denied(text: str, there: Window) -> bool:
    """Whether a date is one by which it will not be, or one that nobody commits to."""
    if not there.denied or (begins_no_earlier(there) and not uncommitted(there.denied)):
        return False
    if there.stretch.size == "occasion":
        return uncommitted(there.denied) or text.startswith(("by ", "no later "), there.start)
    return there.said in UP_TO or uncommitted(there.denied) or not _WILL_NOT.match(there.denied)


def mood_of(there: Window, spoken: tuple[TextWord, ...]) -> Mood:
    """Return the mood of the verb that a window hangs on."""
    return mood(spoken, there.start, there.end, near=0 if there.stretch.sure else 5)


def _is_something_else(text: str, there: Window, said_on: date) -> bool:
    """Whether it is a name, a time gone by, a figure of a financial year, a habit, or a state that goes on."""
    stretch = there.stretch
    last = there.latest or stretch.last
    if (last is not None and last < said_on) or stretch.size == "adjective" or there.said == "since":
        return True
    if in_a_name(text, there.named, there.end, stretch.size) or _is_set_apart(text, there, said_on):
        return True
    return (
        (stretch.size in _WHOLE and _is_of_a_year(text, there))
        or (there.said == "for" and stretch.size == "spell" and RULE["counted from"] in (there.rule or ""))
        or (not stretch.sure and bool(_HABIT.search(text) or _LIST.search(text)))
        or _is_a_forecast(text, there)
        or _goes_on(text, there)
    )


def _is_set_apart(text: str, there: Window, said_on: date) -> bool:
    """Whether the words before say that it is over, a condition, or the end of something: since, if, ending."""
    before = text[max(0, there.start - 60) : there.start]
    if there.said == "after" and _FROM_THEN_ON.search(before):
        return True
    if _AS_AT.search(text[max(0, there.named - 12) : there.named]):
        return (there.stretch.first or said_on) <= said_on
    back = looks_back(text, there.named) or looks_back(text, there.start)
    return back or bool(_CONDITION.search(before) or _ENDS.search(before))


def closes(text: str, there: Window) -> bool:
    """Return whether a date is only when something closes, or is held, that people can take part in."""
    before = text[max(0, there.start - 120) : there.start]
    return bool(_CLOSES.search(before) or _SCHEDULED.search(before)) or of_another_event(text, there.named)


def _is_a_forecast(text: str, there: Window) -> bool:
    """Whether it dates figures that somebody foresees, or money spread over years."""
    spread = there.said == "from" and _RANGE.match(text[there.end : there.end + 40])
    return bool(_FIGURE.search(text) and (_FORECAST.search(text) or _OUTCOME.search(text) or spread))


_A_FEW_WORDS = 4
"""With fewer words between, a preposition is said of the year itself, and of no event in it."""


def is_habit(text: str) -> bool:
    """Return whether a sentence tells what is usual, not what is to come."""
    return bool(_HABIT.search(text) or _USUAL.search(text))


def _is_of_a_year(text: str, there: Window) -> bool:
    """Whether the year only says of which year something is: "allocations for 2025/26", "£2 million in 2025/26"."""
    if there.said == "for" and _PLANNED.search(text[max(0, there.start - 30) : there.start]):
        return False
    direct = len(text[there.start : there.named].split()) < _A_FEW_WORDS
    if (direct and there.said in ("for", "of", "than", "after", "beyond")) or (
        there.said == "" and there.stretch.kind == "fixed" and not there.stretch.ahead
    ):
        return True
    return (
        there.said in _SPANS
        and there.stretch.size not in ("year", "session", "parliament")
        and bool(_FIGURE.search(text))
    )


def _goes_on(text: str, there: Window) -> bool:
    """Whether the date only bounds what goes on anyway: "will continue until May"."""
    before = text[max(0, there.start - 120) : there.start]
    if there.said in ("until", "till", "up to", "up until", "to"):
        return not (there.denied or re.search(r"\bnot\b|\bno\b|n't\b|\bextend", before))
    return there.said in _SPANS and bool(_CONTINUES.search(before))


def _is_time_allowed(text: str, there: Window) -> bool:
    """Whether a length of time is what somebody gave themselves, and no standard for cases of a sort."""
    if stretch_of_an_event(there) and there.said in ("", "within", "in", "by", "no later than"):
        return not _STANDARD.search(text)
    within = there.said in ("within", "in", "for", "during", "inside") or (
        there.said == "over" and text[there.start : there.end].startswith("over the")
    )
    words = text[there.start : there.end]
    if there.said == "for" and (there.stretch.size == "event" or words.endswith(("year", "years"))):
        return False
    if _CASES.search(text) and re.search(r"\b(?:days?|weeks?)$", words):
        return False
    return within and not _STANDARD.search(text) and not _SUPERLATIVE.search(text[max(0, there.end - 200) : there.end])


def stretch_of_an_event(there: Window) -> bool:
    """Return whether a length of time is counted from an event that is named: "two months after Royal Assent"."""
    return there.stretch.size == "event" and there.stretch.anchor is not None


def _is_to_come(there: Window, said_on: date) -> bool:
    """Whether the words alone put it in the future, whatever the verb."""
    stretch = there.stretch
    begins_later = (stretch.first or said_on) > said_on
    return stretch.ahead or (stretch.sure and (begins_later or there.said in ("by", "before", "no later than")))
