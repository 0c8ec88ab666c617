"""Does the government say in a sentence that it will do a thing that can be seen to be done? Rules of English.

Write, publish, respond, bring forward, lay, consult: deeds. A wish, a habit, a condition, somebody else's duty and
what a former government said are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monitor.deadlines.promised_dates import is_habit

_LONGEST = 700
"""Characters past which a sentence is a list of them."""
_VERBS = {
    "publish": "published", "write": "written", "respond": "responded", "reply": "replied", "introduce": "introduced",
    "bring forward": "brought forward", "lay": "laid", "set out": "set out", "consult": "consulted",
    "launch": "launched", "report": "reported", "announce": "announced", "establish": "established",
    "appoint": "appointed", "table": "tabled", "deposit": "deposited", "place": "placed", "legislate": "legislated",
    "issue": "issued", "set up": "set up", "commission": "commissioned", "conduct": "conducted", "return": "returned",
    "carry out": "carried out", "undertake": "undertaken", "complete": "completed", "finalise": "finalised",
    "convene": "convened", "meet": "met", "release": "released", "begin": "begun", "start": "started",
    "open": "opened", "roll out": "rolled out", "implement": "implemented", "abolish": "abolished", "ban": "banned",
    "recruit": "recruited", "confirm": "confirmed", "make": "made", "outline": "outlined", "present": "presented",
    "update": "updated", "review": "reviewed", "amend": "amended", "repeal": "repealed", "commence": "commenced",
    "create": "created", "pilot": "piloted", "provide": "provided", "share": "shared",
}  # fmt: skip
_GOING_ON = {
    "publishing": "publish", "writing": "write", "responding": "respond", "bringing forward": "bring forward",
    "introducing": "introduce", "laying": "lay", "setting out": "set out", "setting up": "set up",
    "consulting": "consult", "launching": "launch", "announcing": "announce", "establishing": "establish",
    "tabling": "table",
}  # fmt: skip
_ONLY_WITH = {
    "make": r"(?:an?|the|its|our|further) (?:\w+ ){0,2}(?:statement|announcement|decision|amendments?)",
    "place": r"(?:an?|the|copies|it|them)\b.{0,80}\blibrar(?:y|ies)",
    "provide": r"(?:an?|further|more|the)\b.{0,40}\b(?:updates?|details?|response|report|statement)\b",
    "confirm": r".{0,60}\b(?:details?|plans?|decisions?|dates?|arrangements|allocations|due course|shortly|by|later)\b",
    "share": r".{0,40}\b(?:details?|information|findings|plans?|updates?)\b",
    "report": r"(?:back|to|on|its|our|in|by|the|later)\b",
    "return": r"to (?:the|this) house\b",
    "present": r"(?:an?|the|its|our)\b.{0,60}\b(?:bill|report|plan|strategy|legislation|proposals)\b",
    "meet": r"(?:with )?(?:the hon|my|him|her|them|with|campaigners|representatives|stakeholders)\b",
    "reply": r"(?:to|directly|in writing|by|shortly|separately)\b",
    "open": r"(?:an?|the|our|applications?|up (?:an?|the))\b",
    "start": r"(?:an?|the|our|work|to (?!see\b|be\b)\w+|\w+ing)\b",
    "begin": r"(?:an?|the|our|work|to (?!see\b|be\b)\w+|\w+ing)\b",
    "release": r"(?:an?|the|our|further|more|full|updated|details?|data|figures|funding)\b",
    "table": r"(?:an?|the|further|government)\b.{0,30}\bamendments?\b",
}
_OFFICE = (
    r"(?:(?:home|cabinet|foreign|scotland|wales|northern ireland) office|treasury|ministry(?: of [a-z]+)?|"
    r"department(?: (?:for|of) [a-z]+(?:,? (?:and )?[a-z]+){0,4}?)?|home secretary|foreign secretary|chancellor|"
    r"secretary of state|prime minister|minister(?: for [a-z ]{3,40}?| of state)?)"
)
_SUBJECT = (
    r"(?:i|we|(?:the|this|his majesty's|hm|uk|our|my) (?:uk )?government|ministers|officials|"
    rf"(?:the|my) {_OFFICE}|defra|hmrc|dwp|dhsc|mod|fcdo)"
)
_ADVERBS = r"(?:(?:also|now|then|therefore|soon|both|instead|first|next|today|\w+ly|in due course|in turn),? )*"
_FIRM = r"(?:will|shall|(?:am|are|is) (?:\w+ly )?committed to|commits? to|(?:am|are|is) going to|undertakes? to)"
_SOFTER = (
    r"(?:(?:intends?|plans?|expects?|aims?|hopes?|proposes?) to|(?:am|are|is) due to|"
    r"(?:am|are|is) (?:planning|aiming|intending|hoping|expecting) to)"
)


def _any(words: Iterator[str] | dict[str, str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_ACTIVE = re.compile(
    rf"\b{_SUBJECT} {_ADVERBS}(?:(?P<firm>{_FIRM})|{_SOFTER}) {_ADVERBS}(?:be )?"
    rf"(?P<verb>{_any(_GOING_ON)}|{_any(_VERBS)})\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_THING = (
    r"(?P<thing>(?:the|this|these|our|its|an?|further|more|full|new|draft|details?|legislation|regulations|proposals|"
    r"guidance|both|it)\b(?:(?! (?:is|are|has|have|was|were|which|who) | that (?:will|shall) )[^,;:–—]){0,110}?)"
)
_DONE = (
    r"published|laid|introduced|brought forward|set out|announced|launched|established|appointed|tabled|deposited|"
    r"consulted on|issued|completed|implemented|abolished|placed in the librar(?:y|ies)"
)
_PASSIVE = re.compile(
    rf"(?:^|[,;:–—] |\band |\bthat |\bhow ){_THING} (?:(?P<firm>will|shall)|"
    rf"(?:is|are) (?:due|expected|planned|scheduled|intended) to) {_ADVERBS}be {_ADVERBS}"
    rf"(?P<verb>{_DONE})\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_MAYBE = re.compile(
    r"\b(?:will|shall|committed|going to|undertake|intend|plan|expect|aim|hope|propose|due to|scheduled)|['’]ll\b",
    re.IGNORECASE,
)
_STEMS = re.compile(_any({word[:4]: "" for word in (*_VERBS, *_VERBS.values())}), re.IGNORECASE)
_SHORT = re.compile(r"(?<=\w)'ll\b")
_QUOTED = re.compile(r"[“\"][^”\"]{0,600}[”\"]")
_UNREAL = re.compile(
    r"\b(?:if|unless|would|could|might|should|were to|subject to|provided that|whether or not)\b", re.IGNORECASE
)
_ASIDE = re.compile(
    r"\b(?:when|whether|how|what|why|until|once|where|who|which|before|whenever|that if|as)"
    r"(?: and (?:when|how|whether))?$",
    re.IGNORECASE,
)
_BEFORE_US = re.compile(
    r"\b(?:previous|last|former|then) (?:conservative |labour |coalition )?government\b"
    r"|\b(?:had|was) (?:said|announced|committed|planned)\b",
    re.IGNORECASE,
)
_HABIT = re.compile(
    r"\b(?:continu(?:e|es|ing)|always|normally|usually|routinely|regularly|generally|typically|annually|each year"
    r"|where (?:appropriate|necessary|possible|needed|required)|as (?:appropriate|necessary|required|needed)"
    r"|from time to time|as and when|on an? (?:regular|annual|quarterly|monthly|weekly|yearly) basis"
    r"|case[- ]by[- ]case|every (?:year|month|quarter)"
    r"|in the (?:usual|normal) (?:way|manner)|standard (?:process|procedure|practice)|custom and practice)\b",
    re.IGNORECASE,
)
_NO_PLANS = re.compile(r"\bno (?:\w+ ){0,2}(?:plans?|intentions?)\b[^,;:]{0,20}$", re.IGNORECASE)
_GOES_ON = re.compile(r" ?(?:ongoing|continuous|continued|regular|further monitoring|monitoring)\b", re.IGNORECASE)
_CASES = re.compile(r"\bwhere (?:there|an?|any|the|this|it|they|someone)\b|\bservice standard\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\bby (?:the )?(?:office for national statistics|of(?:sted|com|gem|wat)|care quality commission|local authorit\w+"
    r"|councils?|nhs \w+|police|employers|companies|operators?|providers?|regulators?|developers?|devolved \w+|scottish"
    r"|welsh|european|commission\b)|\b(?-i:by (?:the )?(?!HM\b|MOD\b|DWP\b|Q[1-4]\b)[A-Z]{3,})",
    re.IGNORECASE,
)
_HOLDING = re.compile(
    r"\b(?:reply|respond|answer)\b.{0,60}\b(?:as soon as (?:the )?(?:information|possible)|members? shortly"
    r"|question shortly)|\bnot (?:been |proved )?possible\b.{0,80}\b(?:answer|respond|reply)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class UndertakenDeed:
    """What is undertaken: the `verb`, the deed `done`, the words of the `thing`; `firm`: will, not merely intends."""

    verb: str
    done: str
    thing: str
    firm: bool


def undertaken(sentence: str) -> UndertakenDeed | None:
    """Return what the government undertakes in a sentence; None where it undertakes nothing."""
    if len(sentence) > _LONGEST or sentence.endswith("?"):
        return None
    if not _MAYBE.search(sentence) or not _STEMS.search(sentence):
        return None  # two quick looks: most sentences end here
    plain = _SHORT.sub(" will", _QUOTED.sub(" ", sentence.replace("’", "'")))
    if _BEFORE_US.search(plain) or _HABIT.search(plain) or _HOLDING.search(plain) or is_habit(plain.lower()):
        return None
    found = (m for shape in (_ACTIVE, _PASSIVE) for m in _finds(shape, plain) if _stands(m, plain))
    return next((_deed(m) for m in found), None)


def _finds(shape: re.Pattern[str], plain: str) -> Iterator[re.Match[str]]:
    at = 0
    while found := shape.search(plain, at):
        yield found
        at = found.end("verb")


def _stands(found: re.Match[str], plain: str) -> bool:
    """Return whether a deed is neither an aside, nor a condition, nor somebody else's, and can be seen to be done."""
    before = plain[: found.start()].rstrip(" ,")
    clause = re.split(r"[;:–—]|, (?:and|but) ", before)[-1]
    if _NO_PLANS.search(plain[: found.start("verb")]) or _GOES_ON.match(found["rest"]):
        return False
    if _ASIDE.search(before) or _CASES.search(plain[: found.start("verb")]) or _OTHERS.search(found["rest"]):
        return False
    if _UNREAL.search(clause) or _UNREAL.search(found["rest"][:60]):
        return False
    wanted = _ONLY_WITH.get(found["verb"].lower())
    return wanted is None or bool(re.match(rf" ?{wanted}", found["rest"], re.IGNORECASE))


def _deed(found: re.Match[str]) -> UndertakenDeed:
    verb = found["verb"].lower()
    if "thing" in found.re.groupindex:
        return UndertakenDeed(verb, verb, found["thing"].strip(), bool(found["firm"]))
    verb = _GOING_ON.get(verb, verb)
    return UndertakenDeed(verb, _VERBS[verb], found["rest"].strip(), bool(found["firm"]))
