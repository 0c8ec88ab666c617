"""Which events do words name that a time hangs on: Royal Assent, the next Spending Review, once the review ends?"""

import re
from collections.abc import Iterator

from monitor.deadlines.conventions import RULE
from monitor.deadlines.stretches import Found, Stretch

_THE = r"(?:the|this|that|these|those|our|its|their|his|her|an?|any)"
_NOT = (
    r"(?!(?:and|or|but|which|that|who|will|would|shall|should|may|can|could|must|is|are|was|were|be|has|have|had|we"
    r"|they|it|in|on|by|to|with|as|so|from|at|before|after|once|when|while|this|next|later|until|following|through"
    r"|subject|including|alongside|if|not|there)\b)"
)
_WORD = rf"{_NOT}[\w'&/-]+"
_OF = rf"(?: (?:of|into|on|for|between|with) (?:{_THE} )?{_WORD}(?: {_WORD}){{0,5}})"
_NEXT = r"(?:(?:next|upcoming|forthcoming|coming|first|second|latest|new|further|20\d\d) ){0,2}"

_OCCASIONS = (
    r"(?:(?:autumn |spring |winter )?budget(?! (?:of|for|line|holder|allocation|settlement)s?\b)"
    r"|(?:autumn|spring|fiscal) statement|spring forecast|fiscal event"
    r"|(?:comprehensive )?spending review(?! (?:period|allocation|settlement|process|funding|commitment)s?\b)"
    r"|royal assent|king's speech|state opening)"
)
"""What Parliament's calendar has, without a day until one is announced."""
_POLLS = r"(?:(?:general |local |mayoral |scottish |welsh )*(?:by-)?elections?|referendum|reshuffle|dissolution)"
_ENDS = (
    r"(?:conclusions?|completion|publication|end|close|closure|passage|passing|enactment|commencement|introduction"
    r"|launch|establishment|appointment|ratification|implementation|approval|signing|outcomes?|results?|findings"
    r"|award|receipt|adoption|expiry|opening|release|agreement)"
)
"""What befalls a thing that is then named: the conclusion of the review."""
_ENDS_ALONE = r"(?:completion|publication|commencement|enactment|ratification|consultation|approval|launch)"
_DOINGS = (
    r"(?:reviews?|consultations?|inquiry|inquiries|investigations?|evaluations?|trials?|pilots?|negotiations?|votes?"
    r"|summit|conference|hearings?|call for evidence|debate|procurement|audit|assessments?|talks|competition"
    r"|reports?|inquest|census|meeting|engagement|discussions|scrutiny|analysis|coronation|games|ballot)"
    r"\b(?! (?:period|process|team|document|body|panel|response|stage|tool)s?\b)"
)
"""What goes on for a while, and then is over."""
_POLL = rf"(?:{_THE} )?{_NEXT}(?:may )?(?:{_WORD} ){{0,2}}?{_POLLS}(?: in {_WORD})?"
_OCCASION = rf"(?:the |an? |this year's |next year's )?{_NEXT}{_OCCASIONS}(?: 20\d\d)?"
_ENDING = rf"(?:{_THE} )?{_NEXT}(?:{_WORD} ){{0,2}}?{_ENDS}(?: date|{_OF})|(?:its|their) (?:{_WORD} )?{_ENDS}"
_DOING = rf"(?:{_THE} )?{_NEXT}(?:{_WORD} ){{0,4}}?{_DOINGS}{_OF}?"
_NAMED = rf"(?:{_OCCASION}|{_POLL}|{_ENDING}|{_DOING}|{_ENDS_ALONE})\b"

_OVER = (
    r"(?:complete|ready|available|known|in place|over|in force|law|made|laid|set|operational|live|held|chosen|taken"
    r"|won|built|done|\w+ed)"
)
_HAPPENS = (
    r"(?:concludes?|completes?|closes?|ends?|reports?|opens?|finish(?:es)?|begins?|starts?|commences?|passes|expires?"
    r"|comes? (?:into (?:force|effect)|to an end)|(?:receives?|gains?) royal assent|becomes? law|meets?|arrives?"
    r"|lapses?"
    r"|takes? (?:place|effect)|goes live|publish(?:es)?|issues?)"
)
_IS_OVER = rf"(?:has|have|is|are) (?:(?:now|been|all|fully|being|also|then|formally|successfully) )*{_OVER}"
_SUBJECT = rf"(?:(?:{_THE}|it|they|we) (?:{_WORD} |of |on |into ){{0,8}}?|parliament |ministers )"
_CLAUSE = (
    rf"(?:{_SUBJECT}(?:{_HAPPENS}|{_IS_OVER})(?: (?:its|their|his|her|the) {_WORD}\b)?"
    r"|(?:concluded|completed?|published|finalised|agreed|established|in force|passed|enacted|approved|known"
    r"|operational"
    r"|received|introduced|appointed|launched))\b"
)
"""A clause that tells of an event: once the review has concluded, when the Bill becomes law, once published."""
_GENERIC = re.compile(r"when (?:an? |they |it |we )?(?:[\w'-]+ )*?(?:is|are) ")
"""What is said of any time when something is so: “when a claim is made”."""

_ROUND = (
    r"(?:(?:immediately |shortly |soon |straight )?after|following|before|ahead of|prior to|in advance of|pending|upon"
    r"|until|in time for|subject to the outcome of)"
)
_WITH = (
    r"at|in|on|by|alongside|through|as part of|at the same time as|to coincide with|together with|in parallel with|upon"
    r"|no later than|(?:by|at) the time of"
)
_EVENT = re.compile(
    rf"\b(?:(?:once|when|as soon as|after|before|until) (?P<clause>{_CLAUSE})"
    rf"|(?:{_WITH}) (?P<occasion>{_OCCASION})"
    rf"|{_ROUND} (?P<named>{_NAMED})"
    rf"|(?:at|on|upon|by) (?P<ending>(?!the (?:findings|outcome|result)s?\b)the (?:{_WORD} )?{_ENDS}(?: date|{_OF})"
    rf"|(?:its|their) {_ENDS}|{_ENDS_ALONE}))\b"
)
_OTHER = (
    rf"(?:the|its|our|their|this|his|her) (?!house\b|commons\b|lords\b|committee\b|court\b)(?:{_WORD} ){{0,3}}{_WORD}"
)
_IS_HELD = (
    r"(?:,? (?:which|that|due|to be|will be|is|are|being|held|taking place|takes place|expected|scheduled|planned))*"
    r",? (?:(?:on|in|of|for|at|to) (?:the )?|(?<=scheduled )|(?<=planned )|(?<=due )|(?<=expected ))"
)
_OF_A_DAY = re.compile(
    rf"\b(?:(?P<said>{_ROUND}|once|when|by|since) (?P<event>{_SUBJECT}{_HAPPENS}|{_NAMED})"
    rf"|(?P<around>after|before|following|ahead of) {_OTHER}){_IS_HELD}$"
)
_HELD = re.compile(rf" ?(?:{_SUBJECT}{_HAPPENS}|{_NAMED}|{_OTHER}){_IS_HELD}")
_FAR = 110
"""Characters before a day in which the event that it is the day of is sought."""
_ANY = re.compile(rf"{_NAMED}|(?:(?:{_THE}|they|we|it) )?{_WORD}(?: {_WORD}){{0,5}}")


def find_events(text: str) -> Iterator[Found]:
    """Yield the events that something is said to happen at, before or after, as stretches without ends."""
    for m in _EVENT.finditer(text):
        group = m.lastgroup or ""
        if group != "clause" or not _GENERIC.match(m.group()):
            yield Found(m.start(), m.end(), happening(text, m.start(group), m.end(group), "occasion"))


def happening(text: str, start: int, end: int, size: str) -> Stretch:
    """Return the stretch without ends of what hangs on an event, whose words stand between two characters."""
    kind = "parliamentary" if re.search(rf"\b(?:{_OCCASIONS}|{_POLLS})\b", text[start:end]) else "relative"
    return Stretch(None, None, kind, size, RULE["event"], sure=False, anchor=(start, end))


def event_of_a_day(text: str, start: int) -> tuple[int, str] | None:
    """Return where the words begin for an event whose day starts at a character, and what binds it: after, before."""
    base = max(0, start - _FAR)
    m = _OF_A_DAY.search(text[base:start])
    return (
        (base + m.start(), re.sub(r"^(?:immediately|shortly|soon|straight) ", "", m["said"] or m["around"]))
        if m
        else None
    )


def is_event(text: str, start: int, end: int) -> bool:
    """Return whether what stands between two characters is an event, held or due on the day that follows."""
    return _HELD.fullmatch(text, start, end) is not None


def event_at(text: str, at: int) -> tuple[int, int] | None:
    """Return where the words stand for an event, whatever it be, from which a length of time is counted."""
    m = _ANY.match(text, at)
    return m.span() if m else None
