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
_SOUGHT = re.compile(
    r"\b(?:work(?:s|ing)|aim\w*|seek\w*|look(?:s|ing)|need\w*|plan\w*|prepar\w*|will \w+)\b[^,;]*\bso that\b"
    r"|\b(?:ensur(?:e|ing)|mak(?:e|ing) sure|where(?:ver)? (?:the|an?|any|it|this|such))\b[^,;]*$"
    r"|\b(?:day|date|moment|time|point)\b[^,;]{0,30} (?:on|by|at|from|in) which\b[^,;]*$"
    r"|\byet to\b[^,;]*$"
    r"|(?:^|[,;] )(?:assuming|provided|providing|supposing)\b[^,;]*$"
    r"|\bwhether\b(?! to\b| or not\b)[^;]*$"
    r"|\b(?:not (?:the case|true|correct)|untrue|wrong to \w+|incorrect|no evidence) (?:\w+ )?that\b[^;]*$",
    re.IGNORECASE,
)
_TO_BE = re.compile(r"\b(?:will|shall)\b[^,;]*$", re.IGNORECASE)
_ONCE = re.compile(r"[^,;.]{0,20}\b(?:once|when|after|until)\b", re.IGNORECASE)
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
    r"survey|letter|campaigners|critics|members?|it (?:is|was|has been)|he|she|they|some|others|many|"
    r"(?-i:Baroness|Lord|Dame|Sir|Professor|Dr) \w+) "
    rf"(?:\w+ly |also |has |have )?{_TELLS} that\b|"
    r"\b(?:reports?|claims?|suggestions?|rumours?|assertions?|idea|belief|impression) that\b|"
    r"\b(?:asked|asks|demanded|urged|recommend(?:s|ed)|suggested|fears?|feared|worr(?:y|ied)|concerns?|concerned) "
    r"that\b[^,;]*$|"
    r"\b(?:police|council|committee|report|audit|petition|campaigners|critics|it|he|she|they) "
    r"(?:says?|said|claims?|claimed) "
    r"(?=\w+ (?:\w+ ){0,4}(?:(?:is|are|was|were|has|have|\w+ed)\b|$))|"
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

_DOERS = re.compile(
    r"\b(?:campaign\w*|charit(?:y|ies)|newspapers?|media|press|inspectorate|opposition|unions?|critics|church|commissioner|"
    r"(?<!Chiefs['’] )council|association|federation|university|foundation|society|alliance|NSPCC)\b"
    r"(?:(?!\b(?:we|i|the|our|government|department)\b)[^,;])*$",
    re.IGNORECASE,
)
"""Those whose own deeds, where they stand as the subject, are no deeds of the government's."""
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
        or _UNREAL.search(before)
        or _LOOKED_INTO.search(before)
        or _FEARED.search(before)
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


def anothers(before: str) -> bool:
    """Return whether the subject that stands last before a deed is one of those who do not act for the government."""
    return bool(_DOERS.search(before))


def supposed(before: str, after: str) -> bool:
    """Return whether the words around a deed make it one that is only sought, or had not come: “Had it been …”."""
    near = before[-_REACH:]
    return bool(_SOUGHT.search(near) or _UNREAL.search(near) or (_TO_BE.search(near) and _ONCE.match(after)))


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
