"""What do the auxiliaries before a verb make of it: was it done, is it being done, will it be, or was it not?

“Has now been published” is passive and done; “will have been”, “was to be”, “had it been” are not; “has not” is denied.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


def _words(said: str) -> frozenset[str]:
    return frozenset(said.split())


IS, WAS, HAS = {"is", "are", "am", "'re", "'m"}, {"was", "were", "got"}, {"has", "have", "had", "'ve", "having"}
MODALS = _words("will shall would could should may might must can cannot to 'll 'd let let's need needs dare ought")
_LINKING = _words("remain remains became become becomes go went gone")
AUXILIARIES = IS | WAS | HAS | MODALS | _words("be being been gets get getting do does did")
"""Every auxiliary there is; nothing else in the tree lists them."""
FINITE = r"(?:is|are|was|were|has|have|had|will|shall|would|could|should|can|must|may|might|do|does|did)"
DENYING = _words(
    "not never hardly barely scarcely nearly almost allegedly supposedly reportedly purportedly ostensibly apparently "
    "virtually effectively longer presumably arguably neither nor shortly soon partly partially largely mostly mainly "
    "substantially practically nominally technically half seemingly notionally theoretically yet no"
)
"""Adverbs that take a deed back, or put it off, or tell it of a part, or by hearsay."""
_ADVERBS = _words(
    "also now then therefore already since just today both all first thus still once either ever always even indeed "
    "again later subsequently each newly well only simply least"
)
_BEFORE_A_VERB = AUXILIARIES | _ADVERBS | DENYING | _LINKING
_NOUNS_IN_LY = {"july", "family", "supply", "reply", "assembly", "italy", "ally", "monopoly", "anomaly"}
_LAST = re.compile(r"(?P<word>[\w']+)[ -]+$")
_ASIDE = re.compile(rf"\b(?P<aux>{FINITE}|be|been)(?P<not>n't| not)?, [^,;]{{1,60}}, $")
_JOINED = re.compile(
    rf"\b(?P<aux>{FINITE}|to|be|been|not)(?: \w+ly)? \w+(?:ed|en|aid|ilt|ade|own|it|eld|set up)"
    r"(?: (?!that\b|which\b)\w+){0,5}?(?:,| and| or| but|, and)(?: (?:then|now|so|also|\w+ly))? $",
    re.IGNORECASE,
)
"""“Was laid and published”: the second verb has the first one's auxiliaries."""


class VerbReading(StrEnum):
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
    reading: VerbReading
    adverbs: tuple[str, ...] = ()


def group(text: str, at: int, *, doing: bool = False) -> Group:
    """Return the verb group of the verb that starts at a place; `doing`: it ends in -ing."""
    start, words = _walk(text.replace("’", "'"), at)
    auxiliaries = [w for w in words if w in AUXILIARIES or w in _LINKING]
    adverbs = tuple(w for w in words if w not in auxiliaries)
    return Group(start, _reading(auxiliaries, adverbs, doing=doing), adverbs)


def _walk(text: str, at: int) -> tuple[int, list[str]]:
    """Return where the run of auxiliaries and adverbs before a verb starts, and its words."""
    start, words = at, list[str]()
    while more := _one_back(text, start):
        start, words = more[0], [*more[1], *words]
    joined = None if AUXILIARIES & set(words) else _JOINED.search(text, max(0, start - 90), start)
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
        return [word]
    word = word.lower()
    if word.endswith("n't"):
        return [word.removesuffix("n't").replace("ca", "can").replace("wo", "will"), "not"]
    return [word[word.index("'") :]] if re.fullmatch(r"(?:we|i|they|it|you|s?he)'(?:ve|re|ll|d|m)", word) else [word]


def _belongs(word: str) -> bool:
    return word in _BEFORE_A_VERB or (word.endswith("ly") and len(word) > 4 and word not in _NOUNS_IN_LY)


def _reading(auxiliaries: list[str], adverbs: tuple[str, ...], *, doing: bool) -> VerbReading:
    """Return what a verb tells by its auxiliaries, of which the last says most."""
    last, held = (auxiliaries or [""])[-1], set(auxiliaries)
    following = (*adverbs[1:], "")
    since = "since" in adverbs and not auxiliaries
    readings = (
        (
            any(a in DENYING and then not in ("only", "just") for a, then in zip(adverbs, following, strict=False)),
            VerbReading.DENIED,
        ),
        (MODALS & held, VerbReading.UNREAL),
        (doing, VerbReading.ACTIVE if since else VerbReading.DOING if last in IS else VerbReading.UNREAL),
        (not last, VerbReading.BARE),
        (last in HAS, VerbReading.ACTIVE),
        (last in WAS or last == "became" or (HAS & held and last in ("been", "become")), VerbReading.PASSIVE),
        (last in IS or last in ("remain", "remains"), VerbReading.PRESENT),
        (last == "being" and IS & held, VerbReading.PENDING),
    )
    return next((reading for holds, reading in readings if holds), VerbReading.UNREAL)
