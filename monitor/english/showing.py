"""What shows that a thing is there, though no deed is told? Believed only where somebody else takes it for done too.

“The strategy sets out”, “registrations under the scheme”: who says so speaks of what is there, or of what is planned.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from monitor.english import clauses
from monitor.english.deeds import Deed, Form, Kind, asked_as
from monitor.english.telling import OUR, T
from monitor.english.verbs import Group, Reading, group

_OF = (
    r"(?:,? ?\([^()]{1,60}\))?(?: (?:of|for|on|in) [^,;:()]{1,60}?)?(?:, [^,;:]{1,80},)?(?:,? which)?(?: also| now|"
    r" clearly)? "
)
_WE = r"(?:we|i|(?:the |this )?government|ministers|(?:the |my )?department|the secretary of state|the chancellor)"
_SAID = (
    r"(?:set|outlined|explained|announced|confirmed|committed|made|published|described|agreed|accepted|signalled|"
    r"recognised|introduced|identified|recommended|proposed|included)"
)


@dataclass(frozen=True)
class Showing:
    """A form that shows that a thing is there: for which deeds, its shape, an example, and what it must leave alone."""

    id: str
    why: str
    asked: frozenset[str]
    shape: re.Pattern[str]
    example: str
    counter: str


def _row(id_: str, why: str, asked: str, shape: str, *examples: str) -> Showing:
    example, counter = examples
    return Showing(id_, why, frozenset(asked.split(", ")), re.compile(shape, re.IGNORECASE), example, counter)


_COMING = re.compile(
    r"\b(?:will|shall|would|could|should|may|might|once|if|until|plans? to|intend\w*|aim\w*|due|expected)\b"
)
_PAPERS = "publish, report, respond, respond to, lay, set out, announce"
_WORKS = (
    "establish, set up, launch, open, begin, start, come into force, become law, receive Royal Assent, introduce, "
    "pay, take effect, go live, roll out, complete, extend, agree, hold, appoint"
)
# fmt: off
SHOWINGS = (
    _row("it-says", "tells what stands in it", _PAPERS,
        rf"{T}+{_OF}(?P<deed>sets? out|outline[sd]?|explain(?:s|ed)|identif(?:ies|ied)|show(?:s|ed)|recommend(?:s|"
        rf"ed)|found|commit(?:s|ted)|"
        r"confirm(?:s|ed)|highlight(?:s|ed)|includ(?:es|ed)|contain(?:s|ed)|announced|represents|concluded|made|"
        r"makes)\b(?! (?:in|by|at|on)\b)",
        "Our {lamp plan} also outlined the work of keepers.", "Our {lamp plan} will outline the work of keepers."),
    _row("said-in-it", "tells what was said in it", _PAPERS,
        rf"\b(?:in|within|through){OUR} {T}+{_OF}?,? ?{_WE} (?:have |has |also )*(?P<deed>{_SAID})\b|"
        rf"\b(?P<deed2>{_SAID})(?: \w+)? in{OUR} {T}+",
        "In our {lamp plan}, we explained how keepers are trained.", "In our {lamp plan}, we will explain it."),
    _row("it-works", "tells what it is or does", _WORKS,
        rf"{T}+{_OF}(?P<deed>(?:is|are) (?:an?|the|led|run|operated|now|operationally|funded|currently)\b|provides?|"
        rf"brings?|funds?|"
        r"appl(?:y|ies)|requires?|covers?|operates?|runs?|enables?|allows?|(?:has|have) (?!been\b|not\b|"
        r"yet\b)\w+(?:ed|en|ade|aid|et)|ran|raised|received|accepted)\b",
        "The {lamp board} has received forty letters.", "The {lamp board} has yet to receive a letter."),
    _row("used-already", "tells what is done with it or under it", _WORKS,
        rf"\b(?P<deed>(?:has|have|is|are|were|was|been|there are|can|must|able to)\b[^,;:]{{1,70}}?)\b(?:under|"
        rf"through|from|on|to|into|via|with|the|by){OUR} {T}+|\b(?P<deed2>under|through|asked){OUR} {T}+",
        "Forty keepers have registered under the {lamp scheme}.", "Forty keepers will register under the {lamp "
        "scheme}."),
)
# fmt: on


def shown(text: str, wanted: Sequence[str]) -> Iterator[tuple[Showing, Deed]]:
    """Yield the forms that show the thing of a blotted-out sentence to be there, for deeds of a register."""
    asked = {name for deed in wanted for name in asked_as(deed)}
    for row in SHOWINGS:
        if row.asked & asked:
            for m in row.shape.finditer(text):
                start, end = m.span("deed") if m["deed"] else m.span("deed2")
                if not _COMING.search(clauses.before(text, end)):
                    yield row, Deed(start, end, Form("", Kind.SHOWN, spelt=True), _group(text, start))


def _group(text: str, start: int) -> Group:
    """Return the verb group, told outright where there is no auxiliary before it."""
    found = group(text, start)
    return found if found.reading in (Reading.DENIED, Reading.UNREAL) else Group(found.start, Reading.ACTIVE)
