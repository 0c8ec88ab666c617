"""What shows that a thing is there, though no deed is told? Believed only where somebody else takes it for done too.

“The strategy sets out”, “registrations under the scheme”: who says so speaks of what is there, or of what is planned.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from monitor.judging.english.clauses import OUR, T, clause_before
from monitor.judging.english.deed_forms import DeedForm, Kind
from monitor.judging.english.deeds import Deed, asked_as
from monitor.judging.english.speakers import WE
from monitor.judging.english.verb_groups import FINITE, Group, VerbReading, group

_OF = (
    r"(?:,? ?\([^()]{1,60}\))?(?: (?:of|for|on|in) [^,;:()]{1,60}?)?(?:, [^,;:]{1,80},)?(?:,? which)?(?: also| now|"
    r" clearly)? "
)
_UNDER = r"(?:in|within|through|under|via|as part of)"
_WE = rf"(?:the |this |my )?{WE}"
_SAID = (
    r"(?:set out|outlined|explained|announced|confirmed|committed|published|described|agreed|accepted|introduced|"
    r"identified|recommended|proposed|included)"
)
_USED = (
    r"(?:appl(?:y|ied|ications)|regist(?:er(?:ed)?|rations)|enrol(?:led)?|join(?:ed)?|sign(?:ed)? up|benefit(?:t?ed)?|"
    r"claim(?:ed|s)?|received|issued|awarded|granted|undertaken|settled|treated|negotiat(?:ed|ions)|terms)"
)
_COMING = re.compile(
    r"\b(?:will|shall|would|could|should|may|might|once|if|until|plans? to|intend\w*|aim\w*|due|expected)\b|"
    r"\bas (?:\w+ly |has |have |was |were |been |we |I |also )*\S+(?: \S+)?$",
    re.IGNORECASE,
)
"""Before what shows it: it is still to come, or it is only referred to: “as set out in”."""
_BEING_MADE = re.compile(
    r"\b(?:develop|draft|prepar|consult|consider|finalis|scop|design|work|plann|writ|creat|publish|launch|"
    r"set)ing\b|\b(?:intends?|plans?|continues?|expects?|hopes?) to\b|\bprogress on\b",
    re.IGNORECASE,
)
"""In the same sentence: the thing is being made, and only what it is to be is told."""
_PROPOSED = re.compile(r"\b(?:bills?|drafts?|proposals?)\W*$", re.IGNORECASE)
"""Things that are there long before what they are for is done: that they are there shows nothing."""
_BESIDE = re.compile(
    rf"\b(?:as|by|like|unlike|under|with|than|on|about|covered|registered)(?: (?:for|on|by|under))?{OUR} $"
)
_PAPERS = "publish, report, respond, respond to, lay, set out, announce"
_WORKS = (
    "establish, set up, launch, open, begin, start, come into force, introduce, "
    "pay, take effect, go live, roll out, complete, extend, agree, hold, appoint"
)


@dataclass(frozen=True)
class ExistenceForm:
    """A form that shows that a thing is there: for which deeds, its shape, an example, and what it must leave alone."""

    id: str
    why: str
    asked: str
    shape: str
    example: str
    counter: str


# fmt: off
SHOWINGS = (
    ExistenceForm("it-says", "tells what stands in it", _PAPERS,
        rf"{T}+{_OF}(?P<deed>sets? (?:out|an?|the)|(?:outline|explain|show|recommend|highlight|propose|examine|"
        r"recognise|commit|confirm|contain|consider|look|acknowledge|conclude|include|provide|announce)t?(?:s|e?d)|"
        r"identif(?:ies|ied)|found|ma(?:de|kes))\b(?! (?:in|by|at|on)\b)",
        "Our {lamp plan} also outlined the work of keepers.", "Our {lamp plan} will outline the work of keepers."),
    ExistenceForm("said-in-it", "tells what was said in it", _PAPERS,
        rf"\b{_UNDER}{OUR} {T}+{_OF}?,? ?{_WE} (?:have |has |also )*(?P<deed>{_SAID})\b|"
        rf"\b(?P<deed2>(?!published|introduced){_SAID})(?:(?!\b(?:as|{FINITE})\b)[^,;:]){{0,90}}? "
        rf"(?:in|within|as part of|by){OUR} {T}+",
        "In our {lamp plan}, we explained how keepers are trained.", "In our {lamp plan}, we will explain it."),
    ExistenceForm("it-works", "tells what it is or does", _WORKS,
        rf"{T}+{_OF}(?P<deed>(?:is|are) (?:already|led|run|operated|operationally|funded)\b|"
        r"(?:provide|bring|fund|cover|operate|run)s?|ran|raised|received|accepted|"
        r"(?:has|have) (?!been\b|not\b|yet\b)\w+(?:ed|en|ade|aid|et))\b",
        "The {lamp board} has received forty letters.", "The {lamp board} has yet to receive a letter."),
    ExistenceForm("used-already", "tells what is done with it or under it", _WORKS,
        rf"\b(?P<deed>(?:has|have|is|are|were|was|been|"
        rf"there are) [^,;:]{{0,50}}?{_USED})(?: (?:(?!which|that|it\b)[^,;:]){{1,50}}?)? (?:under|through|from|on|to|"
        rf"into|via)(?: the)?{OUR} {T}+",
        "Forty keepers have registered under the {lamp scheme}.",
        "Forty keepers will register under the {lamp scheme}."),
)
# fmt: on
_SHAPES = tuple((row, re.compile(row.shape, re.IGNORECASE)) for row in SHOWINGS)


def only_proposed(thing: str) -> bool:
    """Return whether a thing is by its name only a proposal: a Bill, a draft."""
    return bool(_PROPOSED.search(thing))


def shown(text: str, wanted: Sequence[str]) -> Iterator[tuple[ExistenceForm, Deed]]:
    """Yield the forms that show the thing of a blotted-out sentence to be there, for deeds of a register."""
    asked = {name for deed in wanted for name in asked_as(deed)}
    for row, shape in _SHAPES:
        for m in shape.finditer(text) if asked & set(row.asked.split(", ")) else ():
            beside = (
                text[m.start()] == T and " which" not in m.group() and _BESIDE.search(clause_before(text, m.start()))
            )
            start, end = m.span("deed" if m["deed"] else "deed2")
            coming = _COMING.search(clause_before(text, end)) or _BEING_MADE.search(text, 0, end)
            if not (beside or coming):
                yield row, Deed(start, end, DeedForm("", Kind.SHOWN, spelt=True), _group(text, start))


def _group(text: str, start: int) -> Group:
    """Return the verb group, told outright where there is no auxiliary before it."""
    found = group(text, start)
    return (
        found if found.reading in (VerbReading.DENIED, VerbReading.UNREAL) else Group(found.start, VerbReading.ACTIVE)
    )
