"""Which dates are no dates of promises: those in names, in references, in figures, and of what stands already?"""

import re

_NAME_BEFORE = re.compile(
    r"(?:\b(?:budget|statement|review|act|order|regulations?|plan|vision|agenda|strategy|cop"
    r"|forecast|games|census|rules|bill|paper|programme|report|accounts|session|survey|awards?"
    r"|horizon|framework|olympics|euro|"
    r"election|elections|manifesto|settlement|publication|edition|version|release|code|standards?"
    r"|guidance|statistics|question|pq|uin|hcws|ref|no|number|question no|page|line)|[#№(\[])[ ,]*$"
)
_NAME_AFTER = re.compile(
    r"^(?: \w+)?(?:'s)? (?:act|order|regulations?|budget|spending review|statement|autumn statement"
    r"|spring statement|review|manifesto|general election|election|census|white paper|green paper"
    r"|report|strategy|agenda|king's speech|"
    r"standards?|prices|levels?|baseline|figures?|data|survey|forecast|finance act|commonwealth games"
    r"|olympics|olympic|world cup|edition|version|statistics|annual report|accounts|cohort|pay award"
    r"|pay round|target|targets|goal)\b"
)
_FISCAL_EVENT_AFTER = re.compile(
    r"^ (?:budget|statement|forecast|spending review|fiscal event|economic|term|half-term|census"
    r"|examination|exam|exams|series|booster|covid|vaccination|internship|fuel|flounder|agreement"
    r"|wheat|barley|olympics|olympic|games|reception|camp|camps|school|holiday activities|pressures"
    r"|preparedness|resilience|plans?|schools)\b"
)
_LOOKS_BACK = re.compile(
    r"\b(?:since|last|previous|past|earlier(?: in)?|dated|ended|ending|year to"
    r"|months to|data to|up to and including|compared (?:to|with)|(?:more|less|higher|lower"
    r"|greater|fewer) than)"
    r"(?: the)?(?: (?:end|start|beginning|middle) of)?(?: the)?(?: early| late| mid)?[ -]?$"
)
_FISCAL_EVENT_BEFORE = re.compile(r"\b(?:budget|statement|spending review|forecast) $")
_YEARS = ("year", "financial year", "academic year", "tax year")
_DETERMINED = re.compile(r"\b(?:the|a|an|our|its|their|this|these|those|new|latest|annual) $")
_NOUN_AFTER = re.compile(
    r"^ (?!(?:and|or|to|for|in|on|at|by|with|as|of|from|will|is|are|was|were|has|have|had|we"
    r"|the|this|that|which|when|subject|"
    r"following|after|before|if|but|so|also|onwards|alongside|through|through|until|once|while"
    r"|where|who|it|they|would|should|"
    r"shall|can|may|must|financial|academic|school|tax|calendar|year|period|deadline|target"
    r"|date|milestone)\b)[a-z]"
)
_QUESTION = re.compile(
    r"^(?:to ask\b|pursuant to\b|i refer\b|i would (?:also )?refer\b|further to\b|as per\b.{0,40}\banswer\b)"
)
_REFERENCE = re.compile(
    r"^(?:members?|friend) to (?:the|my|his|her)\b|\b(?:i (?:would )?(?:also )?(?:refer|direct) (?:the"
    r"|my|her|him|you)|refers? the (?:hon|rt|right|noble)|pursuant to (?:the|my) answer|in answer to"
    r"|in response to (?:question|pq|uin))\b"
)


_PROGRAMME = re.compile(
    r"\b(?:set out|announced|outlined|stated|committed to|confirmed|said) in (?:the|our|his majesty's) (?:most )?"
    r"(?:recent )?king's speech\b.{0,40}"
    r"\b(?:we|the government|this government|i|ministers) (?:will|shall|intends?|plans?|(?:is"
    r"|are) (?:committed|planning|bringing|introducing|legislating))"
)


def is_question(text: str) -> bool:
    """Return whether a sentence asks, or only points at another answer."""
    return text.rstrip(' "').endswith("?") or bool(_QUESTION.match(text)) or bool(_REFERENCE.search(text))


def in_a_name(text: str, named: int, end: int, size: str) -> bool:
    """Return whether the words between two characters are part of a name: an Act, a Budget, a plan, a statistic."""
    before, after = text[max(0, named - 30) : named], text[end : end + 40]
    if size in ("season", "festival") and _FISCAL_EVENT_AFTER.match(after):
        return True
    if size in _YEARS and text[named].isdigit() and (_NAME_BEFORE.search(before) or _NAME_AFTER.match(after)):
        return True
    if _FISCAL_EVENT_BEFORE.search(before) and size in ("year", "season") and not text.startswith("later", named):
        return True
    determined = text.startswith("the ", named) or bool(_DETERMINED.search(before))
    return determined and size in ("day", "month", *_YEARS) and bool(_NOUN_AFTER.match(after))


def looks_back(text: str, named: int) -> bool:
    """Return whether the words before say that a stretch is over: since, last, as at."""
    return bool(_LOOKS_BACK.search(text[max(0, named - 24) : named]))


def is_programme(text: str) -> bool:
    """Return whether it promises what the King's Speech announced: laws to come, without a date."""
    return bool(_PROGRAMME.search(text))
