"""Is a thing told as published, in one of the many forms the news takes once it is old?

“We have published the plan” and “the plan was published” are deeds that a register spells out (expecting). Who looks
back says “the recently published plan”, “following the publication of the plan”, “the Department published a plan”.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from monitor.judging import moods
from monitor.judging.asserting import anothers, asserted, clause_before
from monitor.matching.passing import compound
from monitor.sentences import phrase_words

VERBS = re.compile(r"\b(?:publish|releas|issue)")
"""The deeds, as a register spells them, of which these are other forms."""
_PUBLISHED = r"(?:published|released|issued)"
_OUR = r"(?:(?:a|an|the|our|its|their|his|her|this|new|first|final|full|ambitious|landmark|national|[\w-]+['’]s) ){0,4}"
_WHO = (
    r"(?:we|i|government|department|ministers?|ministry|secretary of state|prime minister|office|treasury|england|"
    r"secretary|chancellor|(?-i:[A-Z]{3,}))"
)
# In these, THING stands for the words of the thing.
_NEWLY = rf"\b(?:recently|newly|just|already|now)[ -]{_PUBLISHED} {_OUR}THING\b"
_BY_US = (
    rf"\b{_WHO} (?:has |have )?(?:recently |now |also |then |today |just |already )?(?:{_PUBLISHED}|produced) "
    rf"{_OUR}THING\b"
)
_SINCE = rf"\b(?:following|since|after) the (?:recent )?publication of {_OUR}THING\b"
_DATED = (
    rf"\bTHING(?: \([^()]*\))?,? (?:which was )?{_PUBLISHED} "
    r"(?:earlier|last|(?:on (?:\d{1,2}(?:st|nd|rd|th)? )?|in )"
    r"(?:(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)\b ?)?"
    r"(?P<year>(?:19|20)\d\d)?)(?<! )\b"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OPEN = re.compile(
    r"\b(?:will|shall|would|should|could|once|until|when|if|later|upcoming|forthcoming|due|expected|planned|awaiting|"
    r"pending|ahead of|before|prior to)\b",
    re.IGNORECASE,
)
"""What may mean that a publication is still to come."""
_GIVES_UP = re.compile(r"\b(?:to|not|be|being|when|once|until|if|unless|before)\b[^,;]{0,20}$", re.IGNORECASE)


def published(sentence: str, things: Iterable[str], said_on: date) -> str | None:
    """Return the words by which a sentence tells one of some things as published; None where it does not."""
    text = moods.unquoted(sentence)
    if moods.asks(sentence):
        return None
    for thing in things:
        found = next(_told(text, r"\W+".join(map(_word, phrase_words(thing))), said_on), None)
        if found:
            return found
    return None


def _told(text: str, thing: str, said_on: date) -> Iterator[str]:
    for shape in (_NEWLY, _BY_US):
        for m in re.finditer(shape.replace("THING", thing), text, re.IGNORECASE):
            if asserted(text, m) and not _GIVES_UP.search(text[: m.start()]) and not compound(text, m.end()):
                who = m.group().partition(" ")[0]
                if not anothers(clause_before(text, m.start()) + who):
                    yield m.group()
    for m in re.finditer(_SINCE.replace("THING", thing), text, re.IGNORECASE):
        if not _OPEN.search(text) and not compound(text, m.end()):
            yield m.group()
    for m in re.finditer(_DATED.replace("THING", thing), text, re.IGNORECASE):
        if _past(m, said_on):
            yield m.group().strip()


def _past(when: re.Match[str], said_on: date) -> bool:
    """Return whether a date was over when it was told. A day or a month without its year is the last that there was."""
    month = _MONTHS.index(when["month"].lower()[:3]) + 1 if when["month"] else 1
    return not when["year"] or (int(when["year"]), month) <= (said_on.year, said_on.month)


def _word(part: str) -> str:
    return re.escape(part.rstrip("*")) + (r"\w*" if part.endswith("*") else "")
