"""What does a minister's sentence do to a promise, short of keeping it: end, delay, weaken, work on or repeat it?

Each sign is a relation with the shapes of English that show it; the first whose shape a clause shows is its relation.
Whether a sentence keeps the promise is not asked here but in expecting, against what was said beforehand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monitor.evidence import Relation


@dataclass(frozen=True, slots=True)
class Sign:
    """A relation, the shapes that show it, what to call it among the reasons, and how much it weighs (0 to 1)."""

    relation: Relation
    reason: str
    shape: re.Pattern[str]
    weight: float
    dated: bool = False
    """Whether it is one only in a sentence that gives a date to come."""
    of_a_part: bool = False
    """Whether it counts only where a promise has several parts, one of which the date may be of."""
    in_hand: bool = False
    """Whether it tells only that something is being worked on, which is no news where “in due course” follows."""


def _sign(relation: Relation, weight: float, reason: str, *shapes: str, **only: bool) -> Sign:
    return Sign(relation, reason, re.compile("|".join(shapes), re.IGNORECASE), weight, **only)


_HAS = r"\b(?:has|have|had)(?: (?:now|also|already|since|therefore|\w+ly))*+"
_WE = r"\b(?:we|i|government|department|office|ministers?|officials|home secretary|secretary of state)"
_WHO = (
    rf"(?:{_WE}|\b(?:task ?force|agency|board|authority|panel|team|commission|service|inspectorate|NHS England|"
    r"(?-i:[A-Z]{3,})))"
)
"""The government, and those who do its work: agencies are called by their initials."""
_TOLD = (
    r"(?!announc|commit|pledg|promis|commission|accept|recogni|said|stat|confirm|outlin|ask|express|welcom|noted\b|"
    r"fail|mention|describ|regard|receiv|consider|need|want|happen|chang|serv|suffer|caus|clear|rais|call|explain|"
    r"highlight|reiterat|note|discontinu|abandon|scrapp|dropp|ceas|stopp|ended|reject|refus|decid|dismiss|provided in)"
)
_RHETORIC = (
    r"(?! (?:(?:it|this|that|very|absolutely|quite|repeatedly|perfectly|our \w+|its \w+) )*clear\b"
    r"| (?:(?:a|an|the|this|these|several|many|no|any|clear|firm|number of) )*"
    r"(?:commitments?|announcements?|statements?|pledges?|promises?|points?|assessments?|estimates?|representations)\b"
    r"| no\b)"
)
"""What is only said, be it made ever so clear, is no work."""
_WORKING = (
    r"(?:work|engag|consult|talk|invest|develop|draw|design|explor|consider|continu|expand|review|gather|analys|assess|legislat|prepar|discuss|finalis|draft|pilot|recruit|agree|progress|test|"
    r"build|roll)ing"
)

_DEED = (
    r"(?:begun|started|launched|opened|published|consulted|established|appointed|recruited|referred|completed|issued|"
    r"agreed|drawn up|set up|written|convened|met|visited|delivered|developed|introduced|allocated|awarded|rolled out|"
    r"trained|identified|reviewed|submitted|laid|commenced|distributed|designed|tested|piloted|drafted|finalised)"
)
"""What anybody may have done, so that it is told of the promise's own work, and not only the government."""

SIGNS = (
    _sign(
        Relation.SUPERSEDES,
        1.0,
        "says it has been ended or replaced",
        rf"{_HAS} (?:discontinued|abandoned|scrapped|dropped|ended|ceased|stopped)\b",
        rf"{_HAS} been (?:discontinued|superseded|replaced|dropped|abandoned|scrapped|withdrawn|overtaken|subsumed)\b",
        r"\b(?:was|were|is|are) (?:discontinued|superseded|replaced|abandoned|scrapped)\b",
        r"\bno longer (?:be )?(?:taking forward|taken forward|proceed\w*|going ahead|go ahead|pursu\w+|continu\w+)\b",
        r"\b(?:will|shall) not (?:now )?(?:proceed|go ahead|be (?:taken|taking) forward|be pursued|be continued)\b",
        r"\b(?:will|is to|are to) (?:now )?(?:replace|supersede|take over)\b",
    ),
    _sign(
        Relation.DELAYS,
        0.9,
        "says it will come later than was promised",
        r"\b(?:is|are|was|were|be|been|being) (?:(?!not\b|never\b)\w+ )?delayed\b",
        r"\bdelaying (?:its |their )?(?:commencement|publication|introduction|implementation|launch)\b",
        r"\b(?:decided|agreed|chosen|had|have|going|intends?|plans?|proposed?) to delay\b",
        r"(?<!every )(?<!\bto )(?<!avoid )(?<!avoidable )(?<!reduce )(?<!tackle )(?<!address )(?<!further )(?<!any )"
        r"\bdelay(?:ing|s)? (?:to|in|of|the)\b"
        r"(?! (?:respond|reply|replies|response|answer|my repl|our repl|my answer))",
        r"\ba (?:short |further |slight )?delay\b(?! in (?:respond|reply|answer))",
        r"\b(?:postponed?|deferred|put back|pushed back)\b",
        r"\b(?:asked for|granted|given|needs?|needed|requested|agreed) (?:an? )?(?:\w+ )?extension\b",
        r"\b(?:taken|taking|takes?|take|took) (?:a (?:little |bit )?)?(?:rather )?longer\b",
        r"\blater than (?:we |originally |first )*(?:planned|expected|hoped|intended|promised)\b",
        r"\b(?:now|instead) (?:expected|due|planned|to be published|to report)\b",
        r"\bnot (?:now )?be (?:ready|published|complete[d]?|laid) (?:by|until|before)\b",
    ),
    _sign(
        Relation.DELAYS,
        0.9,
        "gives a new date for it",
        r"\bwill now (?:both |all |each )?(?:come|report|follow|begin|start|open)\b",
        r"\bwill now (?:both |all |each )?be (?:\w+ed|ready|laid|brought|made|taken|held|given)\b",
        dated=True,
    ),
    _sign(
        Relation.WEAKENS,
        0.8,
        "says it will be less than was promised",
        r"\bused (?:more )?flexibly\b|\bor related (?:activity|activities|work)\b",
        r"\b(?:fund\w*|money|grants?|million|rules?|dut(?:y|ies)|targets?|requirements?|deadlines?)\b.{0,60}"
        r"\bmore flexib(?:le|ly|ility)\b",
        r"\bscal(?:ed|ing) back\b|\breduced? (?:scope|scale|remit)\b|\bno (?:fixed|set) (?:date|timetable)\b",
    ),
    _sign(
        Relation.PROGRESS,
        0.75,
        "tells of work done or being done",
        rf"{_WE} (?:\w+ )?(?:has|have|had)(?: now| also| already| since| \w+ly)*+ {_TOLD}"
        rf"(?:\w+ed|begun|set(?! out)|written|met|(?:made|given){_RHETORIC}|brought|put|held|led|sent|laid(?! out)|"
        r"taken (?:\w+ )?(?:action|steps|forward))\b",
        rf"{_HAS} been (?:{_WORKING}|{_TOLD}\w+ed|set up|begun|written|made{_RHETORIC}|brought|put|held|sent|laid)\b",
        rf"{_WHO} (?:also |then |now |\w+ly )?(?:published|laid|introduced|consulted|tabled|appointed|allocated|issued|"
        r"convened|began|started|commenced|wrote|held|established|legislated|completed|launched|opened|submitted|"
        r"commissioned|recruited|removed|released|awarded|trained)\b",
        r"\breceived (?:over |more than |nearly |almost |around |about |a number of |many )?(?:[\d,]+ )?(?:\w+ )?"
        r"(?:responses|submissions|replies)\b",
        r"\bbill\b.{0,40}\b(?:before|(?:passing|going|progressing|making its way) through) "
        r"(?:parliament|(?:the|this|both|either) houses?|committee)\b",
        rf"{_HAS} (?:committed|invested|allocated|secured) "
        r"(?:an? |over |more than |up to |initial |additional |further )*£",
        rf"\b(?:has|have)(?: (?:now|also|already|since|just|recently|\w+ly))*+ {_DEED}\b",
        r"\b(?:is|are) (?:now |also |currently )*"
        r"(?:leading|under consideration|in the final stages?|out (?:for|to) consultation|"
        r"subject to (?:an? )?(?:\w+ )?consultation)\b|\b(?:has|have) been subject to\b",
        r"\bprovid(?:es|ed|ing)\b.{0,40}£",
        r"\bcontinues? to (?:meet|develop|draft|consult|recruit|test|roll out)\b",
        r"\b(?:is|are) (?:now |also |currently )*being (?:\w+ly )?(?:\w+ed|drawn|made|written|built)\b",
        r"\b(?:set up|wrote to|met with|launched|opened) (?:a|an|the|its|our|all|every)\b|\bwrote to all\b",
        r"\b(?:published|launched|opened) (?:a|the|its|our) (?:\w+ )?consultation\b|\bcommitted to consult\w*\b",
        r"\b(?:tabled|introduced|brought forward|put down)\b.{0,40}\b(?:amendments?|clauses?|measures?|bill)\b",
        r"\b(?:measures?|clauses?|sections?|provisions?)\b.{0,400}?\b(?:are|is) (?:included|contained) in\b"
        r".{0,60}\bbill\b",
        r"\bguidance\b.{0,80}\bwill\b|\bset out (?:clear )?guidance\b|\bwill be made available\b",
        r"\b(?:under ?way|in train|has begun|have begun)\b",
    ),
    _sign(
        Relation.PROGRESS,
        0.75,
        "tells of work that is being done",
        rf"\b(?:is|are|am)(?: (?:now|also|still|already|currently|\w+ly))*+ {_WORKING}\b",
        rf"{_WHO} (?:\w+ )?continues? to (?:\w+ly )?(?:work|support|engage|consider|explore)\b",
        r"\b(?:work|development|drafting) (?:on|of|to) [^,;.]{1,80} (?:continues|is continuing|is ongoing)\b",
        in_hand=True,
    ),
    _sign(
        Relation.ANNOUNCES,
        0.75,
        "makes or details a promise",
        r"\balso (?:committed to|announced|pledged)\b",
        r"\b(?:i|we) (?:can|am|are) (?:today |now |also |therefore )*announc\w+\b",
        r"\b(?:i|we) (?:can|am|are) (?:today |now |also |able to |pleased to )*confirm\w*\b"
        r".{0,120}\b(?:will|shall|intends? to|are to|is to|plans? to)\b",
    ),
    _sign(
        Relation.ANNOUNCES,
        0.75,
        "promises it by a date",
        r"\b(?:we|i|government|department|ministers?|home office) (?:\w+ )?(?:will|shall)\b(?! not\b| continue\b)",
        r"\b(?:will|shall) (?:\w+ )?be (?:published|laid|introduced|brought|established|launched|set|issued|"
        r"completed|opened|tabled|delivered)\b",
        r"\b(?:expects?|plans?|intends?|aims?|(?:is|are) (?:expected|due|planned|scheduled)) to \w",
        dated=True,
        of_a_part=True,
    ),
)

_CUT = re.compile(r"[,;:–—]\s+| (?:but|and) (?=(?:we|i|it|this|the|they|he|she|there|ministers?)\b)")
_ASIDE = re.compile(
    r"(?:given|since|because|as|while|whilst|although|when|if|which|who|where|following|after)\b", re.IGNORECASE
)
_WHOSE = re.compile(r"\b(?:whose|where|when)\b", re.IGNORECASE)
"""After which the subject of a verb is another."""
VERBED = re.compile(
    r"\b(?:we|i|they|he|she|it|is|are|was|were|has|have|had|will|shall|would|could|should|can|may|must|do|does|did)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:been|be|was|were|is|are|no longer|will|shall)\b", re.IGNORECASE)


def told_of(sentence: str, sign: re.Match[str], *, active: bool) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a sentence in which that stands of which a sign tells: its subject and its object.

    What is said in an aside ("given that …,") is not told of. Where a deed is `active`, who does it stands before
    it, and only what comes after is what was done away with.
    """
    after = tuple((sign.start(), end) for start, end in clauses(sentence) if start <= sign.start() < end)
    if active and not _PASSIVE.search(sign.group()):
        return after
    return (*after, *_subject(sentence, sign.start()))


def _subject(sentence: str, verb: int) -> Iterator[tuple[int, int]]:
    """Yield where the subject of a verb may stand before it: back to the last clause with a verb of its own."""
    for start, end in reversed([c for c in not_aside(sentence) if c[0] < verb]):
        if end <= verb and VERBED.search(sentence, start, end):
            return
        whose = [m.end() for m in _WHOSE.finditer(sentence, start, min(end, verb))]
        yield (whose[-1] if whose else start), min(end, verb)


def not_aside(sentence: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a sentence that are no aside ("given that …,", "which …")."""
    return tuple((start, end) for start, end in clauses(sentence) if not _ASIDE.match(sentence, start))


def clauses(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield where each clause of a sentence starts and ends, as far as punctuation and “and we” tell them apart."""
    start = 0
    for mark in _CUT.finditer(sentence):
        yield start, mark.start()
        start = mark.end()
    yield start, len(sentence)
