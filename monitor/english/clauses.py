"""Where does a clause begin and end? A sentence is cut at its stops, its conjunctions and its relative pronouns."""

import re

REACH = 600
"""Characters before or after a word in which something can bear on it."""
CUT = re.compile(
    r"[,;:–—(]\s*|\s-\s|\b(?:but|which|however|although|though|whilst|while)\b"
    r"|\band (?=(?:has|have|is|are|was|were|will|we|i|it|the|this|that|they|then)\b)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[;:–—]\s|\s-\s|,? (?:but|and (?=(?:we|i|it|this|they|he|she|there|ministers)\b))", re.IGNORECASE)


def before(text: str, at: int) -> str:
    """Return the words of a clause that stand before a place in it."""
    behind = text[max(0, at - REACH) : at]
    cuts = [m.end() for m in CUT.finditer(behind)]
    return behind[cuts[-1] :] if cuts else behind


def after(text: str, at: int) -> str:
    """Return the words after a place up to where the next main clause begins."""
    ahead = text[at : at + REACH]
    stop = _STOP.search(ahead)
    return ahead[: stop.start()] if stop else ahead
