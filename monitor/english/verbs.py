"""What do the auxiliaries before a verb make of it: was it done, is it being done, will it be, or was it not?

“Has now been published” is passive and done; “will have been”, “was to be”, “had it been” are not; “has not” is denied.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

IS, WAS, HAS = {"is", "are", "am", "'re", "'m"}, {"was", "were", "got"}, {"has", "have", "had", "'ve", "having"}
MODALS = {
    "will", "shall", "would", "could", "should", "may", "might", "must", "can", "cannot", "to", "'ll", "'d",
    "let", "let's",
    "need", "needs", "dare", "ought",
}  # fmt: skip
_BE = {"be", "being", "been", "gets", "get", "getting"}
_LINKING = {"remain", "remains", "became", "become", "becomes", "go", "went", "gone"}
AUXILIARIES = IS | WAS | HAS | MODALS | _BE | {"do", "does", "did"}
"""Every auxiliary there is; nothing else in the tree lists them."""
FINITE = r"(?:is|are|was|were|has|have|had|will|shall|would|could|should|can|must|may|might|do|does|did)"
DENYING = {
    "not", "never", "hardly", "barely", "scarcely", "nearly", "almost", "allegedly", "supposedly", "reportedly",
    "purportedly",
    "ostensibly", "apparently", "virtually", "effectively", "longer", "presumably", "arguably", "neither", "nor",
    "shortly",
    "soon", "partly", "partially", "largely", "mostly", "mainly", "substantially", "practically", "nominally",
    "technically",
    "half", "seemingly", "notionally", "theoretically",
}  # fmt: skip
"""Adverbs that take a deed back, or put it off, or tell it of a part, or by hearsay."""
_ADVERBS = {
    "also", "now", "then", "therefore", "already", "since", "just", "today", "both", "all", "first", "thus",
    "still", "yet",
    "once", "either", "ever", "always", "even", "indeed", "again", "later", "subsequently", "each", "no", "newly",
    "well",
    "only", "simply", "least",
}  # fmt: skip
_NOUNS_IN_LY = {"july", "family", "supply", "reply", "assembly", "italy", "ally", "monopoly", "anomaly"}
_LAST = re.compile(r"(?P<word>[\w']+)[ -]+$")
_ASIDE = re.compile(r"\b(?P<aux>has|have|had|was|were|is|are|will|would|be|been)(?P<not>n't| not)?, [^,;]{1,60}, $")
_JOINED = re.compile(
    rf"\b(?P<aux>{FINITE}|to|be|been|not)(?: \w+ly)? \w+(?:ed|en|aid|ilt|ade|own|it|eld|set up)"
    r"(?: (?!that\b|which\b)\w+){0,5}?(?:,| and| or| but|, and)(?: (?:then|now|so|also|\w+ly))? $",
    re.IGNORECASE,
)
"""“Was laid and published”: the second verb has the first one's auxiliaries."""


class Reading(StrEnum):
    """What a verb group tells. Only the first five tell a deed of today or of a day that is over."""

    PASSIVE = "passive"  # was published, has been published
    ACTIVE = "active"  # has published
    PRESENT = "present"  # is published, is in force
    DOING = "doing"  # is publishing
    BARE = "bare"  # published: of the past, or a participle
    PENDING = "pending"  # is being published
    UNREAL = "unreal"  # will be, was to be, would have been, to publish
    DENIED = "denied"  # has not, hardly, allegedly


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries: where it starts, what it tells, and its adverbs."""

    start: int
    reading: Reading
    adverbs: tuple[str, ...] = ()


def group(text: str, at: int, *, doing: bool = False) -> Group:
    """Return the verb group of the verb that starts at a place; `doing`: it ends in -ing."""
    start, words = _walk(text.replace("’", "'"), at)
    adverbs = tuple(w for w in words if w not in AUXILIARIES and w not in _LINKING)
    auxiliaries = [w for w in words if w in AUXILIARIES or w in _LINKING]
    return Group(start, _reading(auxiliaries, adverbs, doing=doing), adverbs)


def _walk(text: str, at: int) -> tuple[int, list[str]]:
    """Return where the run of auxiliaries and adverbs before a verb starts, and its words."""
    start, words = at, list[str]()
    while more := _one_back(text, start):
        start, words = more[0], [*more[1], *words]
    if not any(w in AUXILIARIES for w in words):
        joined = _JOINED.search(text, max(0, start - 90), start)
        if joined:
            begun, before = _walk(text, joined.start("aux"))
            return begun, [*before, joined["aux"].lower(), *words]
    return start, words


def _one_back(text: str, start: int) -> tuple[int, list[str]] | None:
    """Return the auxiliary or adverb that stands just before a place, and where it starts; None for anything else."""
    found = _LAST.search(text, max(0, start - 40), start)
    if found:
        parts = _split(found["word"])
        return (found.start(), parts) if all(map(_belongs, parts)) else None
    aside = _ASIDE.search(text, max(0, start - 90), start)
    return (aside.start(), [aside["aux"].lower(), *(["not"] if aside["not"] else [])]) if aside else None


def _split(word: str) -> list[str]:
    """“Wasn't” is “was not”; “we've” has an auxiliary in it; the month of May is no “may”."""
    if word == "May":
        return ["May"]
    word = word.lower()
    if word.endswith("n't"):
        return [word.removesuffix("n't").replace("ca", "can").replace("wo", "will"), "not"]
    return [word[word.index("'") :]] if re.fullmatch(r"(?:we|i|they|it|you|s?he)'(?:ve|re|ll|d|m)", word) else [word]


def _belongs(word: str) -> bool:
    known = word in AUXILIARIES or word in _ADVERBS or word in DENYING or word in _LINKING
    return known or (word.endswith("ly") and len(word) > 4 and word not in _NOUNS_IN_LY)


def _reading(auxiliaries: list[str], adverbs: tuple[str, ...], *, doing: bool) -> Reading:
    pairs = zip(adverbs, (*adverbs[1:], ""), strict=False)
    if any((a in DENYING and then not in ("only", "just")) or a in ("yet", "no") for a, then in pairs):
        return Reading.DENIED
    if MODALS & set(auxiliaries):
        return Reading.UNREAL
    last = auxiliaries[-1] if auxiliaries else ""
    if doing:
        since = "since" in adverbs and not auxiliaries
        return Reading.ACTIVE if since else Reading.DOING if last in IS else Reading.UNREAL
    return _done(last, auxiliaries)


def _done(last: str, auxiliaries: list[str]) -> Reading:
    """Return what a participle with no will and no denial before it tells, by the auxiliary that stands last."""
    has, going = bool(HAS & set(auxiliaries)), bool(IS & set(auxiliaries))
    readings = (
        (not last, Reading.BARE),
        (last in HAS, Reading.ACTIVE),
        (last in WAS or last == "became" or (has and last in ("been", "become")), Reading.PASSIVE),
        (last in IS or last in ("remain", "remains"), Reading.PRESENT),
        (last == "being" and going, Reading.PENDING),
    )
    return next((reading for holds, reading in readings if holds), Reading.UNREAL)
