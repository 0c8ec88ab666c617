"""Is what a sign shows asserted, as a fact, by the government itself? Or denied, conditional, supposed, or hearsay?

A sign (relations) is words; the words before it in its own clause can take it back.
"""

import re

_REACH = 600
"""Characters before a sign in which something can take it back."""
_CUT = re.compile(
    r"[,;:–—(]\s*|\b(?:but|which|however|although|though|whilst|while)\b"
    r"|\band (?=(?:has|have|is|are|was|were|will|we|i|it|the|this|that|they)\b)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no(?! (?:longer|doubt|later|less|fewer|\d))|not(?! (?:only|just|least|simply))|never|none|nor|neither|"
    r"nobody|nothing|cannot|without|unable|\w+n['’]t)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:once|until|unless|if|whether|whenever|as soon as|provided that|in case)\b", re.IGNORECASE
)
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
_TELLS = (
    r"(?:said|says|states?|stated|found|finds|reported|reports|notes?|noted|concluded?|argued?|argues|claims?|claimed)"
)
_HEARSAY = re.compile(
    r"\b(?:report|reports|audit|review|inspector\w*|committee|inquiry|press|media|newspapers?|articles?|stud(?:y|ies)|"
    r"survey|letter|campaigners|critics|members?|it (?:is|was|has been)|he|she|they|some|others|many) "
    rf"(?:\w+ly |also |has |have )?{_TELLS} that\b|"
    r"\b(?:reports?|claims?|suggestions?|rumours?|assertions?|idea|belief|impression) that\b|"
    r"\btold (?:by (?:\w+ ){1,4})?that\b|\b(?:according to|(?:is|are|was|were) (?:said|alleged|rumoured) to)\b",
    re.IGNORECASE,
)
_FOREIGN = (
    r"(?:[Pp]revious|[Ll]ast|[Ff]ormer|[Ll]ocal|[Dd]evolved|[Oo]wn|Scottish|Welsh|Northern Ireland|Irish|US|EU|"
    r"(?!Brit)[A-Z][a-z]+(?:ish|ian|ese|ench|can))"
)
OTHERS = re.compile(
    rf"\b{_FOREIGN} (?:Labour |Conservative |[Cc]oalition )?"
    r"(?:[Gg]overnments?|[Aa]dministrations?|Executive|Parliament|[Mm]inisters?|[Aa]uthorit(?:y|ies))\b"
    r"|\bgovernments? (?:of|in) (?:Scotland|Wales|Northern Ireland)\b"
)
"""Governments other than the one whose promises these are: what they did keeps none of ours."""

_PARTIAL = re.compile(
    r"\b(?:(?:draft|part|summar(?:y|ie)|extract|section|chapter|outline|version|terms of reference|consultation|"
    r"response|repl(?:y|ie)|foreword|annex|appendix|update|detail|finding|timetable|plan|scope|remit|date|costs?|preparation|work|"
    r"progress)s? "
    r"(?:of|on|to|for|about|into|in|from|towards) (?:(?:the|its|our|her|his|their|this|that|a|an) )?(?:\w+ ){0,2}"
    r"|(?:draft|interim|preliminary|provisional|partial|initial) )[‘“\"']?$",
    re.IGNORECASE,
)
_IN_PART = re.compile(r"[^,;:.]{0,80}?\b(?:in draft|in part|only partly|partially|piecemeal)\b", re.IGNORECASE)
_BACKGROUND = re.compile(
    r"(?:given|since|because|although|though|while|whilst|following|further to|after|when|if|"
    r"as(?! (?:part|a|an|well|of)\b)|in (?:light|view|response|addition) (?:of|to))\b",
    re.IGNORECASE,
)


def asserted(sentence: str, sign: re.Match[str]) -> bool:
    """Return whether a sign found in a sentence is told as a fact, and as the government's own word."""
    before = clause_before(sentence, sign.start())
    said = sign.group()
    if (
        _DENIED.search(before)
        or _CONDITION.search(before)
        or hearsay(sentence[max(0, sign.start() - _REACH) : sign.start()])
    ):
        return False
    if OTHERS.search(before + said):
        return False
    if _AT_THE_TIME.search(before) and _PRESENT.search(said):
        return False
    return not (_attribute(before, said) or _supposed(before, said))


def past(sign: re.Match[str]) -> bool:
    """Return whether a sign is told in the past tense: of a day that is over, and not of what goes on."""
    return not _PRESENT.search(sign.group())


def hearsay(before: str) -> bool:
    """Return whether what follows is told as another's word: “the report said that”, “according to”."""
    return bool(_HEARSAY.search(before[-_REACH:]))


def partial(before: str) -> bool:
    """Return whether what is named after these words is only the whole of which something is told: “a draft of the”."""
    return bool(_PARTIAL.search(before[-80:]))


def in_part(after: str) -> bool:
    """Return whether what follows a deed says that it was not wholly done."""
    return bool(_IN_PART.match(after))


def background(sentence: str, start: int) -> bool:
    """Return whether a clause that starts there only says on what ground the rest stands: “Given that …,”."""
    return bool(_BACKGROUND.match(sentence, start))


def clause_before(sentence: str, at: int) -> str:
    """Return the words of a clause that stand before a place in it."""
    behind = sentence[max(0, at - _REACH) : at]
    cuts = [m.end() for m in _CUT.finditer(behind)]
    return behind[cuts[-1] :] if cuts else behind


def _attribute(before: str, said: str) -> bool:
    """“The number of lamps that have been lit” tells which lamps, and no deed."""
    return bool(_WHOSE.search(before) and _VERB_FIRST.match(said))


def _supposed(before: str, said: str) -> bool:
    if _PERHAPS.search(before) or (_BARE.match(said) and _WILLED.search(before)):
        return True
    return bool(_PERFECT.search(said) and _SUPPOSED.search(before[-24:] + said))
