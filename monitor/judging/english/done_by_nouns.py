"""In which forms does a noun tell a deed as done: “the laying of it was welcomed”, “our response to it was published”?

Each is a row, as in done_patterns. Nothing of what is put off or still to come is told in them.
"""

import re

from monitor.judging.english.calendar_days import MONTH
from monitor.judging.english.clauses import Telling
from monitor.judging.english.deed_forms import Kind
from monitor.judging.english.done_patterns import Opening
from monitor.judging.english.verb_groups import FINITE, VerbReading

_NOUN, _ANY, _BEHIND = frozenset({Kind.NOUN}), frozenset(VerbReading), False
_THE = r"(?:(?:the|our|this|these|both) )?"
_KIND = r"(?:(?:full|formal|final|official|written|new|first) )?"
_OURS = (
    r"(?:our|(?:the|this|my|his majesty['’]s) (?:uk |british |current )?"
    r"(?:government|department|ministry|home office|treasury|cabinet office)['’]s)"
)
_OPENS = re.compile(r"(?:^|[,;:] |\b(?:that|and) )(?:(?:the|our|all|all the) )?$", re.IGNORECASE)
_WAS = r"^[^,;:]{0,60}? ?\b(?:was|were|has been|have been|had been)(?: (?:also|now|\w+ly))*"
_DAY = (
    rf"(?:on|last|today|yesterday|earlier|before|alongside|in (?:full|early|late|mid|20\d\d|{MONTH})|this|a|two|"
    r"three)\b"
)
_SO = rf"(?=\s*(?:[.,;:]|$)| (?:to (?:Parliament|the House)|by (?:my|the|our) (?:Department|Government)|{_DAY}))"
_RECEIVED = re.compile(
    rf"{_WAS} (?:welcomed|applauded|praised|hailed|celebrated|well received|warmly received|marked|"
    r"a (?:\w+ )?(?:milestone|landmark|success|moment|step))\b|"
    r"^[^,;:]{0,60}? (?:has|have) (?:\w+ly |already )?(?:led|enabled|helped|allowed|"
    r"brought|prompted|meant|given)\b",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"^ (?:was|were|(?:has|have)(?: (?:also|now|already|since))? been)(?: (?:also|now|\w+ly))* made"
    r"(?=\s*(?:[.,;:]|$)| "
    r"(?:to (?:all|every|each|both|(?:the )?(?:eligible )?(?!(?:various|thousands|hundreds|dozens|others)\b)[a-z]+s\b)|"
    rf"{_DAY}))",
    re.IGNORECASE,
)
_OUT = re.compile(rf"{_WAS} (?:published|laid|issued|released|sent|given|made public|presented){_SO}", re.IGNORECASE)
_WE_PUT_OUT = re.compile(
    rf"\b(?:we|i|ministers|(?:the|my|this) (?:Government|Department))(?: (?:have|has))?"
    rf"(?: (?:also|now|today|since|recently|formally))*"
    rf" (?:published|issued|laid|released|gave|sent|submitted) (?:our|its|the|my|a|{_OURS}) {_KIND}$",
    re.IGNORECASE,
)
_OUR_OWN = re.compile(rf"(?:^|[,;:] |\b(?:that|and) ){_OURS} {_KIND}$", re.IGNORECASE)
_SINCE_ITS = re.compile(
    r"\b(?P<since>since|following|after) (?:its|their|his|her) (?:(?:\w+al|recent) )?$", re.IGNORECASE
)
_NOT_SO = re.compile(
    r"\b(?:will|shall|would|could|should|postpon\w*|delay\w*|cancel\w*|defer\w*|put off|upcoming|forthcoming|planned|"
    r"proposed|expected|prospect\w*|imminent|news|announce\w*|if|until|once|not|never|no|date for|plans?)\b",
    re.IGNORECASE,
)


def _before(told: Telling) -> str:
    return told.text[max(0, told.deed.start - 120) : told.deed.start]


def _deed(told: Telling) -> str:
    return told.text[told.deed.start : told.deed.end].lower()


def _doing_received(told: Telling) -> bool:
    opens = _OPENS.search(_before(told)) and not _NOT_SO.search(told.text)
    return bool(opens and _RECEIVED.search(told.text[told.thing[1] :]))


def _paid_out(told: Telling) -> bool:
    opens = _deed(told).startswith("payment") and _OPENS.search(_before(told)) and not _NOT_SO.search(told.text)
    return bool(opens and _MADE.search(told.text[told.thing[1] :]))


def _response_is_out(told: Telling) -> bool:
    """Only ours is meant, and only where a register asks whether we responded."""
    if not _deed(told).startswith("response"):
        return False
    ours = _OUR_OWN.search(_before(told)) and _OUT.search(told.text[told.thing[1] :])
    return bool((ours or _WE_PUT_OUT.search(_before(told))) and not _NOT_SO.search(told.text))


def _then_it(told: Telling) -> bool:
    since = _SINCE_ITS.search(_before(told))
    subject = re.match(rf" (?:also |now )?(?:{FINITE}|\w+ed|continues|remains|sets)\b", told.text[told.thing[1] :])
    return bool(since and subject and (since["since"].lower() == "since" or not _NOT_SO.search(told.text)))


# fmt: off
ROWS = (
    Opening("then-it", "looks back at it, and names it then", _NOUN, _ANY, _BEHIND,
        rf"(?: (?:in|on|at|last|early|late|earlier|this|to|before|by)\b[^,;:]{{1,60}})?, {_THE}|"
        rf" (?:in|on|last|earlier|early|late)\b[^,;:]{{1,40}}?(?:{MONTH}|\d{{4}}|week|month|year) (?:the|our|this) ",
        "Since its publication in March, the {lamp plan} has been read.",
        "Since its publication in March, the critics of the {lamp plan} have been heard.", _then_it),
    Opening("appointed-as", "looks back at it", _NOUN, _ANY, _BEHIND, rf" as {_THE}(?:(?:new|first|next) )?",
        "Since her appointment as {Lamp Commissioner} in May, forty lamps have been lit.",
        "Since her appointment as deputy to the {Lamp Commissioner}, forty lamps have been lit.",
        lambda t: _deed(t) == "appointment" and bool(_SINCE_ITS.search(_before(t)))
        and not re.match(rf"['’]? {FINITE}\b", t.text[t.thing[1] :])),
    Opening("doing-received", "tells how its doing was received", frozenset({Kind.NOUN, Kind.DOING}), _ANY, _BEHIND,
        rf" of {_THE}(?:new )?",
        "The launch of the {lamp plan} on 5 June was welcomed by keepers.",
        "The launch of the {lamp plan} on 5 June was postponed.", _doing_received),
    Opening("payments-made", "told as paid out", _NOUN, _ANY, _BEHIND, rf" (?:of|under|from) {_THE}",
        "Payments of the {lamp grant} were made to all keepers.",
        "Payments of the {lamp grant} were made to ten keepers.", _paid_out),
    Opening("response-is-out", "told as responded to", _NOUN, _ANY, _BEHIND, rf" {_THE}",
        "Our response to the {lamp review} was published on 5 June.",
        "The board’s response to the {lamp review} was published on 5 June.", _response_is_out),
)
# fmt: on
