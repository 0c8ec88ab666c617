"""In which forms is a thing told as done? Each is a row; a newcomer adds one.

In an example the thing stands between braces, and the deed is one of those that every register may ask for.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from monitor.deadlines.text import WRITTEN_MONTH as MONTH
from monitor.judging.english.clauses import OUR, Telling
from monitor.judging.english.deed_forms import Kind
from monitor.judging.english.verb_groups import FINITE, VerbReading

_ASIDE = r"(?:/ ?\w+(?: \w+){0,3})?(?:,? ?\([^()]{1,90}\)){0,2}"
_TITLE = r"(?:, (?:[A-Z][^;()]{1,120})?,|: an?(?: [\w-]+){1,6})?"
"""The title of a thing, beside it; where it stood in quotation marks, nothing is left of it."""
_VERBLESS = (
    rf"(?:(?!\b(?:{FINITE}|said|says|that|which|who|when|while|where|if|and (?:the|a|an|our|its|their)\b)\b)[^,;:()])"
)
_OF = rf"(?: (?:of|for|on|in|to|by|from|at|with|between|under|across|about|against|\d\S*){_VERBLESS}{{1,80}}?)?"
_FOR = rf"(?: (?:of|for|on|to|\d\S*)(?:(?!\b(?:the|an?|our|its|their|this|his|her)\b){_VERBLESS}){{1,60}}?)?"
_COMMAS = rf"(?:,[^,;:]{{1,120}}(?:,[^,;:]{{1,80}})?,|,(?:(?!\b{FINITE}\b)[^;]){{1,160}},)?"
_SUBJECT = (
    rf"(?:{_ASIDE}{_OF}{_ASIDE}{_COMMAS} ?|{_ASIDE}{_FOR}{_ASIDE},? ?(?:(?:both|all) of )?(?:and )?(?:which|that|who) )"
)
_WHO = r"(?:we|I|it|(?:the|this|our|my|a|an)(?: [\w'’-]+){1,5}|[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,4})"
_WHEN = rf"(?:,? (?:on (?:\w+day|\d)|in (?:{MONTH}|\d{{4}})|last|earlier)[^,;:]{{0,30}},?)?"
_NOUNS = rf"(?:(?: (?:all|both|all \w+) of)?{OUR}(?:,| and|, and| as well as| together with| alongside| along with))*?"
_OBJECT = rf"(?: (?:today|yesterday|jointly|in full))?{_WHEN}{_NOUNS}(?: (?:all|both|all \w+) of)?{OUR} ?"
_PAST = re.compile(
    rf"(?: {_VERBLESS}{{1,80}}?)?,? (?:on (?:the )?(?:\w+day|\d+(?:st|nd|rd|th)?)|"
    rf"\d{{1,2}} (?:{MONTH})|in (?:early |late |mid-?)?(?:{MONTH}|\d{{4}})|"
    r"last (?:\w+)|earlier (?:this|today|in)|today|yesterday|this (?:week|month|year|morning|afternoon|spring|summer|"
    rf"autumn|{MONTH})|at (?:the )?(?:\w+ )?(?:Budget|Spending Review|Statement)|recently|alongside)\b"
)
_COMING = re.compile(
    r"\b(?:will|shall|would|should|could|once|until|when|if|later|upcoming|forthcoming|due|expected|planned|awaiting|"
    r"pending|ahead of|before|prior to|expects?|to be|intend\w*|aim\w*|plans? to|going to|next)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    rf"\b(?:since|following|after|with|at|upon|marks?|marked|welcome[sd]?|saw|seen|celebrat\w+){OUR}(?: the)? $",
    re.IGNORECASE,
)
_PHRASE = re.compile(r"\w (?:of|for|to|on|in|from|that) \w")
_REST = re.compile(rf"(?: {_VERBLESS}{{1,110}}(?:(?:who|that) [^,;:]{{1,60}})?(?:, as [^,;:]{{1,60}},)? ?)?")
_NO_OBJECT = re.compile(
    r"\W*$|[,.;:)]| (?:on|in|at|last|earlier|today|yesterday|this|and|alongside|by|together|(?:\w+ ){1,4}ago)\b"
)
_TOLD_OF = re.compile(rf"['’]? {FINITE}\b")  # since its publication was put off
_SINCE = re.compile(rf"\bsince{OUR} $", re.IGNORECASE)


@dataclass(frozen=True)
class Opening:
    """A form that tells a thing as done. `ahead`: the thing stands before the deed, and `gap` is all between them."""

    id: str
    why: str
    kinds: frozenset[Kind]
    readings: frozenset[VerbReading]
    ahead: bool | None
    gap: str
    example: str
    counter: str
    only: Callable[[Telling], bool] = lambda _: True

    @cached_property
    def _shape(self) -> re.Pattern[str]:
        return re.compile(self.gap)

    def fits(self, told: Telling) -> bool:
        """Return whether a thing and a deed stand to each other as this form has it."""
        return (
            told.deed.form.kind in self.kinds
            and told.deed.group.reading in self.readings
            and self.ahead in (None, told.ahead)
            and len(told.gap) <= _FARTHEST
            and bool(self._shape.fullmatch(told.gap) or (self.gap == _SUBJECT and _goes_on(told)))
            and self.only(told)
        )


_FARTHEST = 260


def _goes_on(told: Telling) -> bool:
    """“The power to mandate the collection” may go on: “of data in all cases”. A mere name does not."""
    return bool(_PHRASE.search(told.said.sentence[slice(*told.thing)])) and bool(_REST.fullmatch(told.gap))


def _dated(told: Telling) -> bool:
    """A thing that could have done it by itself is told of in passing only where a comma parts it from its deed."""
    if told.deed.form.moves and "," not in told.gap:
        return False
    return bool(_PAST.match(told.text, told.deed.end)) or bool({"recently", "newly"} & set(told.deed.group.adverbs))


def _opens_its_clause(told: Telling) -> bool:
    """Whether the thing is a subject, and does or is done what follows: “it is long and was published”."""
    subject = bool(re.fullmatch(rf" ?(?:\w+ )?{OUR} ?", " " + told.stretch("thing's clause").lstrip()))
    return subject and (told.deed.form.moves or told.deed.group.reading in _NOT_ACTIVE)


def _looks_back(told: Telling) -> bool:
    """“Since its publication”; “following the publication of the plan” only where nothing is still to come."""
    if (told.ahead and told.text[told.deed.start].isupper()) or _TOLD_OF.match(told.text, told.last):
        return False
    before = told.text[: told.first].rstrip() + " "
    if _SINCE.search(before):
        return True
    dated = _PAST.match(told.text, told.last)
    return bool(_BACK.search(before)) and bool(dated or not _COMING.search(told.text))


def _then_it(told: Telling) -> bool:
    """“Since its launch, the scheme has”: the pronoun stands for the thing that is the subject of what follows."""
    before = told.text[max(0, told.deed.start - _SHORT) : told.deed.start]
    return bool(_SINCE_ITS.search(before) and _GOES_ON_TO.match(told.text, told.thing[1]))


_SHORT = 40
_SINCE_ITS = re.compile(r"\bsince (?:its|their) (?:recent |formal |official )?$", re.IGNORECASE)
_GOES_ON_TO = re.compile(rf" (?:also |now )?(?:{FINITE}|\w+ed|continues|remains|sets)\b")


def _stands(told: Telling) -> bool:
    bare = told.deed.group.reading is VerbReading.BARE
    return bare if told.deed.form.kind is Kind.NOW else not bare


def _in_own_words(told: Telling) -> bool:
    """Whether a thing behind a deed is its object, or that of which it is: “all but one of those of the review”."""
    active = told.deed.form.kind is Kind.SPELT or told.deed.group.reading in (VerbReading.ACTIVE, VerbReading.BARE)
    return told.deed.form.spelt and (told.ahead or (active and not _OF_ANOTHER.search(told.gap)))


_OF_ANOTHER = re.compile(r"\b(?:that|who|which|before|after|since|because|unlike|like|than|thanks|ahead|so|where\w*)\b")
_NOT_ACTIVE = frozenset(
    {VerbReading.PASSIVE, VerbReading.PRESENT, VerbReading.PENDING, VerbReading.UNREAL, VerbReading.DENIED}
)
_NOT_PASSIVE = frozenset({VerbReading.ACTIVE, VerbReading.BARE, VerbReading.UNREAL, VerbReading.DENIED})
_DO = frozenset({Kind.VERB})
_ANY = frozenset(VerbReading)
_AHEAD, _BEHIND, _EITHER = True, False, None

# fmt: off
OPENINGS = (
    Opening("done-to-it", "told as done to it", _DO, _NOT_ACTIVE, _AHEAD, _SUBJECT,
        "The {lamp plan} for the coast, promised in January, has now been published.",
        "The {lamp plan} says that a map was published."),
    Opening("we-did-it", "told as what was done", _DO, _NOT_PASSIVE, _BEHIND, _OBJECT,
        "In June we published a map and our first {lamp plan}.",
        "In June we published a guide to the {lamp plan}."),
    Opening("made-into-it", "told as done", _DO, _ANY, _BEHIND, rf"(?:(?: [^,;:]{{1,80}})? as)?{OUR} ?",
        "We have appointed Ada Marsh as {chair} of the board.", "We have appointed a deputy to the {chair}.",
        lambda t: t.text[t.deed.start : t.deed.end].lower() == "appointed"),
    Opening("doing-it-today", "is done as it is said", frozenset({Kind.DOING}), _ANY, _BEHIND, _OBJECT,
        "Today we are publishing the {lamp plan}.",
        "Today we are publishing a map, and the {lamp plan} follows."),
    Opening("it-published-then", "tells its day in passing", _DO, frozenset({VerbReading.BARE}), _AHEAD,
        rf"{_ASIDE}{_FOR}{_ASIDE}{_TITLE},? ?\(?",
        "The {lamp plan}, published on 5 June, sets out our aims.",
        "The {lamp plan} published by law must be read.", _dated),
    Opening("it-moved", "told as what it did", _DO, _NOT_PASSIVE | {VerbReading.PASSIVE}, _AHEAD, _SUBJECT,
        "The {lamp rules} that took effect in April bind all keepers.",
        "The {lamp plan} that opened the way says so.", lambda t: t.deed.form.moves),
    Opening("and-then-it", "told of it beside another thing", _DO, _ANY, _AHEAD,
        rf" (?:(?:also|now|\w+ly) )?(?:{FINITE}|\w+s|\w+ed) {_VERBLESS}{{1,80}},? and ?",
        "{It} runs to ninety pages and was published on 5 June.",
        "{It} praises the map, and the guide was published.", _opens_its_clause),
    Opening("which-we-did", "told in a relative clause", _DO, _NOT_PASSIVE, _AHEAD,
        rf"{_ASIDE}(?:,? (?:which|that))? {_WHO} ?",
        "The {lamp plan}, which we published in June, sets out our aims.",
        "The {lamp plan}, which we wrote after others published maps, is long.",
        lambda t: bool(_NO_OBJECT.match(t.text, t.deed.end))),
    Opening("so-it-stands", "told as how things stand", frozenset({Kind.STATE, Kind.NOW}), _ANY, _AHEAD, _SUBJECT,
        "The {lamp duty} is now in force.", "A rope binds the {lamp duty} to the mast.", _stands),
    Opening("since-its-doing", "looks back at it", frozenset({Kind.NOUN}), _ANY, _EITHER,
        rf" of{OUR} |(?:['’]s?)? ?(?:recent |formal |official )?",
        "Since {its} publication on 5 June, forty lamps have been lit.",
        "Following the publication of the {lamp plan}, we will light forty lamps.", _looks_back),
    Opening("then-it", "looks back at it, and names it then", frozenset({Kind.NOUN}), _ANY, _BEHIND,
        rf"(?: (?:in|on|at|last|early|late|earlier|this|to|before|by)\b[^,;:]{{1,60}})?,{OUR} ",
        "Since its publication in March, the {lamp plan} has been read.",
        "Since its publication in March, the critics of the {lamp plan} have been heard.", _then_it),
    Opening("as-the-register-says", "told in the register's own words", frozenset(Kind) - {Kind.STATE},
        _ANY - {VerbReading.DOING, VerbReading.PENDING}, _EITHER, rf"(?:(?!\b{FINITE}\b)[^,;:]){{0,90}}?",
        "We have accepted all but one of the recommendations of the {lamp review}.",
        "Keepers are trained; all of them work under the {lamp review}.", _in_own_words),
)
# fmt: on
