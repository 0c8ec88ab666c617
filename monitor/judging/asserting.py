"""Is what a sign shows asserted, as a fact, by the government itself? Or denied, conditional, supposed, or hearsay?

A sign (relations) is words; the words before it in its own clause can take it back.
"""

import re

from monitor.english import clauses
from monitor.english.speakers import GOVERNMENTS, HEARSAY

_DENIED = re.compile(
    r"\b(?:no(?! (?:longer|doubt|later|less|fewer|\d))|not(?! (?:only|just|least|simply))|never|none|nor|neither|"
    r"nobody|nothing|cannot|without|unable|\w+n['’]t)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:once|until|unless|if|whether|whenever|as soon as|provided that|in case)\b", re.IGNORECASE
)
_UNREAL = re.compile(
    r"(?:^|[,;] )(?:had|were|should) (?:the|it|this|that|there|an?|any|we|they|i|he|she|(?-i:[A-Z]\w+))\b[^,;]*$",
    re.IGNORECASE,
)
"""“Had it been delayed, …”: a condition without an “if”."""
_LOOKED_INTO = re.compile(r"\b(?:look|examin|consider|investigat|explor|ask|review)\w*\b[^,;]*\bwhy\b", re.IGNORECASE)
_FEARED = re.compile(
    r"\b(?:(?:fears?|risks?|threat|danger|possibility|chance|prospect|question) of|"
    r"(?:avoid|prevent|minimis|preclud)\w*) "
    r"(?:an? |any |the |further )*$"
    r"|\b(?:asked|call(?:s|ed)?|want(?:s|ed)?|wish(?:es|ed)?|urged?|demand(?:s|ed)?)\b[^,;]*\bto be $",
    re.IGNORECASE,
)
"""What only somebody wants, or all hope to avoid."""
_AT_THE_TIME = re.compile(r"\b(?:when|before|after|where|by the time)\b", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:has|have|is|are)\b", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\b(?:will|shall|would|could|should|might|may|must|can|to|had hoped to) (?:\w+ly |also |now |then |already )?"
    r"(?:have|be)\b"
)
_PERFECT = re.compile(r"\b(?:has|have|had|been|being|\w+ing)\b", re.IGNORECASE)
_WILLED = re.compile(
    r"\b(?:will|shall|to|would|could|should|might|may|must|can)(?: (?:not|also|then|now|soon|therefore|be|\w+ly))*\s*$",
    re.IGNORECASE,
)
"""What may stand between a will and the bare verb of what is willed: “will also set up”, “to set up”."""
_PERHAPS = re.compile(r"\b(?:may|might|could|would|can|should)(?: (?:not|also|then|be|\w+ly))?\s*$")
_WHOSE = re.compile(r"\b(?:that|who|whom)\s*$", re.IGNORECASE)
_BARE = re.compile(r"(?:set up|put down|put|laid)\b", re.IGNORECASE)
"""Signs that tell a deed in the past, and are spelt as one that is only willed."""
_VERB_FIRST = re.compile(r"(?:has|have|had|is|are|was|were)\b", re.IGNORECASE)
_BACKGROUND = re.compile(
    r"(?:given|since|because|although|though|while|whilst|following|further to|after|when|if|"
    r"as(?! (?:part|a|an|well|of)\b)|in (?:light|view|response|addition) (?:of|to))\b",
    re.IGNORECASE,
)


def asserted(sentence: str, sign: re.Match[str]) -> bool:
    """Return whether a sign found in a sentence is told as a fact, and as the government's own word."""
    before = clauses.before(sentence, sign.start())
    said = sign.group()
    if (
        _DENIED.search(before)
        or _CONDITION.search(before)
        or _UNREAL.search(before)
        or _LOOKED_INTO.search(before)
        or _FEARED.search(before)
        or re.search(HEARSAY, sentence[max(0, sign.start() - clauses.REACH) : sign.start()], re.IGNORECASE)
    ):
        return False
    if re.search(GOVERNMENTS, before + said):
        return False
    if _AT_THE_TIME.search(before) and _PRESENT.search(said):
        return False
    return not (_attribute(before, said) or _supposed(before, said))


def past(sign: re.Match[str]) -> bool:
    """Return whether a sign is told in the past tense: of a day that is over, and not of what goes on."""
    return not _PRESENT.search(sign.group())


def background(sentence: str, start: int) -> bool:
    """Return whether a clause that starts there only says on what ground the rest stands: “Given that …,”."""
    return bool(_BACKGROUND.match(sentence, start))


def _attribute(before: str, said: str) -> bool:
    """“The number of lamps that have been lit” tells which lamps, and no deed."""
    return bool(_WHOSE.search(before) and _VERB_FIRST.match(said))


def _supposed(before: str, said: str) -> bool:
    if _PERHAPS.search(before) or (_BARE.match(said) and _WILLED.search(before)):
        return True
    return bool(_PERFECT.search(said) and _SUPPOSED.search(before[-24:] + said))
