"""Is a sentence an item in a list of what the government says it is doing? “This includes: Introducing a duty …”.

An item has no verb of its own to say who does it: its list's head says it.
"""

import re

_ITEM = re.compile(
    r"(?:[-•*–]\s*)?(?!(?:during|following|including|regarding|concerning|according|notwithstanding|pending|being|"
    r"considering|nothing|everything|spring|king|morning|evening)\b)[a-z]{2,}ing\b(?! (?:is|are|was|were|will|of)\b)",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:we(?:['’]re| are)|(?:government|department|ministry|office)(?: is)?|this includes?|these include|"
    r"th(?:is|ese) (?:work|actions?|steps?|measures) (?:includes?|are))\b",
    re.IGNORECASE,
)
_ANOTHERS = re.compile(
    r"\b(?:recommend\w*|inquiry|committee|panel|options?|propos\w+|calls?|asked|urge\w*|would|could|should|might|may|"
    r"consider\w*|not|previous|councils?|authorit\w+|police|forces|bodies|providers|schools|industry|companies)\b",
    re.IGNORECASE,
)
_LONGEST = 30
"""Paragraphs above an item among which its list's head is looked for."""


def item(text: str, sentence: str) -> bool:
    """Return whether a sentence of a text begins an item, and the list's head says that these are our doings."""
    start = text.find(sentence)
    above = text[:start].rstrip(" -•*–\t")
    if start < 0 or not _ITEM.match(sentence) or (above and not above.endswith(("\n", ":"))):
        return False
    paragraphs = [p for p in above.split("\n") if p.strip()][-_LONGEST:]
    head = next((p.rstrip() for p in reversed(paragraphs) if not _ITEM.match(p)), "")
    said = head.rpartition(". ")[2]
    return head.endswith(":") and bool(_OURS.search(said)) and not _ANOTHERS.search(said)
