"""Which dates does a sentence deny: “cannot commit to publishing it by May”, “will not be published before May”?"""

import re

_NOT = r"(?:not|never|neither|nor)"
_ABLE = r"(?:be |been |currently |yet |now |a |in a )*"
_DENIAL = re.compile(
    rf"\b(?:(?:cannot|can't|won't|shan't|couldn't|unable|unlikely|nor)\b"
    rf"|(?:will|shall|can|could|do|does|did|would|may|might|should) {_NOT}\b"
    rf"|(?:(?:is|are|am|was|were|be) {_NOT}|isn't|aren't|wasn't|weren't) {_ABLE}(?:able|expected|going|likely"
    rf"|possible|position|planned"
    r"|planning|intended|intending|due|committed|committing|aiming|scheduled|anticipated|proposed|proposing|obliged"
    r"|ready|before|until|possible|anticipating|expecting)\b"
    r"|(?:nothing |none |nobody |no one |no (?!later|earlier|sooner|more|longer|doubt)(?:\w+ ){1,4}?)(?:will|shall|can"
    r"|could|is|are|has)\b"
    r"|(?:don't|doesn't|didn't)\b|no (?:plans?|intentions?|commitments?|guarantees?|expectation|prospect|timetable"
    r"|timescale|promises?|chance|question)\b|not (?:be )?(?:before|until|till)\b|(?:too|rather) (?:early|soon) to)"
    r"(?! (?:only|just|simply|merely|later|least|hesitate|stop|rest|wait|relent|allow)\b)"
)
_CLAUSE = re.compile(
    r"[;:.?!\"]|,? (?:but|although|though|whereas|while|nevertheless|however)\b|,? and (?:we|it|they|i|the|this"
    r"|will|shall"
    r"|our|that|intend|are|is|aim|instead)\b|, (?:we|it|they|i|this|our|which|who)\b|, (?:and )?instead\b"
)
_DECLINES = re.compile(
    r"\b(?:commit|committed|committing|guarantee|promise|say|confirm|speculate|comment|pre-empt|rule out|certain"
    r"|sure|clear"
    r"|give|offer|provide an? (?:date|timetable|timescale)|set a date)\b"
)
_FAR = 130
"""Characters before a date in which what denies it is sought."""


def denied(text: str, start: int) -> str:
    """Return the words from the one on with which the clause that leads to a character denies it; "" for none."""
    before = text[max(0, start - _FAR) : start]
    cuts = [m.end() for m in _CLAUSE.finditer(before)]
    m = _DENIAL.search(before, cuts[-1] if cuts else 0)
    return before[m.start() :] if m else ""


def uncommitted(denial: str) -> bool:
    """Return whether a denial only declines to name a date: “cannot commit to publishing it by May”."""
    return bool(_DECLINES.search(denial))
