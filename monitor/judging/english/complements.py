"""What may stand between a deed and its day, so that the day is still the deed's own: “laid before Parliament on …”?

Only complements of the deed. Another clause (“that applied on”, “to be debated on”) has a day of its own, and so has an
event that is no place of the deed: “ahead of the meeting on”, “following the statement of”.
"""

import re

from monitor.judging.english.clauses import JOINING, THE
from monitor.judging.english.verb_groups import FINITE

_PAST = (
    r"met|sat|rose|said|told|gave|made|took|went|came|began|held|set|put|left|found|heard|saw|spoke|stood|ran|won|wrote"
)
_STOP = (
    rf"(?:(?:{JOINING}|{FINITE}|{_PAST}|we|i|it|they|he|she|you|there|be|been|being|having|open|due|live|active|present|"
    r"following|ahead|prior|previously|next|later|until|till|pending|except|bar|save|planned|scheduled|dated)\b|"
    r"(?-i:[a-z]+(?:ing|ed)\b))"
)
_WORD = rf"(?!{_STOP})[\w'’&./%£-]+"
_NAMES = r"(?-i:[A-Z0-9][\w'’.-]*(?:(?: (?:of|for|and|the|&)){1,2}(?= [A-Z])| [A-Z0-9][\w'’.-]*)*)"
_NOUN = rf"(?:{THE} )?{_WORD}(?: {_WORD}){{0,6}}?(?: of (?:{THE} )?{_WORD}(?: {_WORD}){{0,4}}?)?"
_EVENT = (
    r"(?:summit|meeting|debate|statement|report|conference|vote|hearing|session|deadline|budget|anniversary|launch|"
    r"announcement|review|talks|visit|speech|election|consultation|decision|letter|request|event|discussion|reading|"
    r"sitting|ceremony|storm|flood|judgment|ruling|inquiry|referendum|strike|fire|accident|response|evidence|scrutiny|"
    r"publication|start|end|closing|opening|expiry|return|recess)s?\b"
)
_OWN = rf"(?!(?:[\w'’-]+ ){{0,6}}?{_EVENT})"
"""What follows is no event that may have a day of its own."""
_LIKE = (
    r"(?:\w+(?:able|ible|al|ful|ic|ish|ern|ary|ive|ous)|local|small|large|new|other|more|rural|low-income|disabled|"
    r"\d[\d,]*)"
)
_MANY = rf"(?:{_LIKE} ){{0,3}}(?-i:[a-z][\w-]*[a-rtv-z]s|people|children|everyone|everybody|households)"
_TO = (
    rf"to (?:{_OWN}(?:all|both|every|each|the|an?|our|its|their|these|those|some|\d[\d,]*) {_NOUN}|{_NAMES}|"
    rf"(?!(?:address|assess|discuss|process|focus|express|progress)\b){_MANY}|(?:great|public|wide|much) \w+|business)"
)
_BEFORE = (
    r"before (?:(?:both|the|each|either)? ?(?:Houses?|Parliament|Commons|Lords|Members|Senedd|Assembly|Committee)"
    r"(?: of (?:Commons|Lords|Parliament))?)"
)
_FOR = (
    rf"for (?!(?:work|works|costs|losses|damages|services|repairs|journeys|debts|years|months|weeks|days)\b)"
    rf"(?:{_MANY}|(?:the )?(?:first|second|last) time|(?:the )?(?:public|business|use|good|registration|enrolment)|"
    rf"(?:all|every|both|the whole of) {_OWN}{_NOUN}|{_NAMES})"
)
_AS = (
    rf"as (?:an? {_OWN}{_NOUN}|(?:(?:the|our|its|his|her) )?(?:(?:new|first|next|interim) )?{_NAMES}|"
    r"law|chair|head|planned)"
)
_BY = rf"by {_OWN}(?:{_NAMES}|{_NOUN})"
_IN = (
    rf"in (?!(?:response|reply|time|preparation|advance|line|accordance|anticipation|light|view|answer|readiness|"
    rf"keeping|connection|relation)\b)(?:{_NAMES}|{_NOUN})"
)
_AT = rf"(?:at|during|alongside) (?:{_NAMES}|{_NOUN})"
_ELSE = rf"(?:on|into|through|via|under|across|with|within|among|throughout|of) {_OWN}(?:{_NAMES}|{_NOUN})"
_ASIDE = (
    r"(?:(?-i:[a-z]+ly)\b(?<!early)|in full|online|together|here|again|first|just|back|nationally|at last|on time|"
    r"in time|on schedule|early|late|as (?:promised|planned|expected|intended|announced|required|scheduled|"
    r"we promised)|\([^()]{1,60}\)|without (?:delay|amendment))"
)
_COMPLEMENT = rf"(?:{_ASIDE}|{_TO}|{_BEFORE}|{_FOR}|{_AS}|{_BY}|{_IN}|{_AT}|{_ELSE})"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:the )?"
_LEAD = rf"(?:(?:with effect from|with effect on|as from|as of|effective|on|from|since|at the)? ?{_WEEKDAY})"
_OF_ALL = rf"(?: (?:was|were|has been|have been) (?:made|published|issued|laid))?(?:,? {_COMPLEMENT}){{0,5}}"
_TO_A_DAY = re.compile(rf"{_OF_ALL}(?:,? ?{_LEAD}|,? {_AT} of {_WEEKDAY})", re.IGNORECASE)
_TO_A_SPAN = re.compile(rf"{_OF_ALL},? ?", re.IGNORECASE)
_LONGEST = 160


def leads_to_its_day(gap: str) -> bool:
    """Return whether all that stands between a deed and a day is of the deed: “to ports on Monday”."""
    return len(gap) <= _LONGEST and bool(_TO_A_DAY.fullmatch(gap))


def leads_to_its_span(gap: str) -> bool:
    """Return whether all that stands between a deed and words of time, such as “last month”, is of the deed."""
    return len(gap) <= _LONGEST and bool(_TO_A_SPAN.fullmatch(gap))
