"""What are the names of events that a time can hang on? The words of which `events` makes its rules."""

import re

THE = r"(?:the|this|that|these|those|our|its|their|his|her|an?|any)"
_NOT = (
    r"(?!(?:and|or|but|which|that|who|will|would|shall|should|may|can|could|must|is|are|was|were|be|has|have|had|we"
    r"|they|it|in|on|by|to|with|as|so|from|at|before|after|once|when|while|this|next|later|until|following|through"
    r"|subject|including|alongside|if|not|there)\b)"
)
WORD = rf"{_NOT}[\w'&/-]+"
OF = rf"(?: (?:of|into|on|for|between|with) (?:{THE} )?{WORD}(?: {WORD}){{0,5}})"
_NEXT = r"(?:(?:next|upcoming|forthcoming|coming|first|second|latest|new|further|20\d\d) ){0,2}"

OCCASIONS = (
    r"(?:(?:autumn |spring |winter )?budget(?! (?:of|for|line|holder|allocation|settlement)s?\b)"
    r"|(?:autumn|spring|fiscal) statement|spring forecast|fiscal event"
    r"|(?:comprehensive )?spending review(?! (?:period|allocation|settlement|process|funding|commitment)s?\b)"
    r"|royal assent|king's speech|state opening)"
)
"""What Parliament's calendar has, without a day until one is announced."""
POLLS = r"(?:(?:general |local |mayoral |scottish |welsh )*(?:by-)?elections?|referendum|reshuffle|dissolution)"
ENDS = (
    r"(?:conclusions?|completion|publication|end|close|closure|passage|passing|enactment|commencement|introduction"
    r"|launch|establishment|appointment|ratification|implementation|approval|signing|outcomes?|results?|findings"
    r"|award|receipt|adoption|expiry|opening|release|agreement)"
)
"""What befalls a thing that is then named: the conclusion of the review."""
ENDS_ALONE = r"(?:completion|publication|commencement|enactment|ratification|consultation|approval|launch)"
_DOINGS = (
    r"(?:reviews?|consultations?|inquiry|inquiries|investigations?|evaluations?|trials?|pilots?|negotiations?|votes?"
    r"|summit|conference|hearings?|call for evidence|debate|procurement|audit|assessments?|talks|competition"
    r"|reports?|inquest|census|meeting|engagement|discussions|scrutiny|analysis|coronation|games|ballot)"
    r"\b(?! (?:period|process|team|document|body|panel|response|stage|tool)s?\b)"
)
"""What goes on for a while, and then is over."""
POLL = rf"(?:{THE} )?{_NEXT}(?:may )?(?:{WORD} ){{0,2}}?{POLLS}(?: in {WORD})?"
OCCASION = rf"(?:the |an? |this year's |next year's )?{_NEXT}{OCCASIONS}(?: 20\d\d)?"
_ENDING = rf"(?:{THE} )?{_NEXT}(?:{WORD} ){{0,2}}?{ENDS}(?: date|{OF})|(?:its|their) (?:{WORD} )?{ENDS}"
_DOING = rf"(?:{THE} )?{_NEXT}(?:{WORD} ){{0,4}}?{_DOINGS}{OF}?"
NAMED = rf"(?:{OCCASION}|{POLL}|{_ENDING}|{_DOING}|{ENDS_ALONE})\b"

_OVER = (
    r"(?:complete|ready|available|known|in place|over|in force|law|made|laid|set|operational|live|held|chosen|taken"
    r"|won|built|done|\w+ed)"
)
HAPPENS = (
    r"(?:concludes?|completes?|closes?|ends?|reports?|opens?|finish(?:es)?|begins?|starts?|commences?|passes|expires?"
    r"|comes? (?:into (?:force|effect)|to an end)|(?:receives?|gains?) royal assent|becomes? law|meets?|arrives?"
    r"|lapses?"
    r"|takes? (?:place|effect)|goes live|publish(?:es)?|issues?)"
)
_IS_OVER = rf"(?:has|have|is|are) (?:(?:now|been|all|fully|being|also|then|formally|successfully) )*{_OVER}"
SUBJECT = rf"(?:(?:{THE}|it|they|we) (?:{WORD} |of |on |into ){{0,8}}?|parliament |ministers )"
CLAUSE = (
    rf"(?:{SUBJECT}(?:{HAPPENS}|{_IS_OVER})(?: (?:its|their|his|her|the) {WORD}\b)?"
    r"|(?:concluded|completed?|published|finalised|agreed|established|in force|passed|enacted|approved|known"
    r"|operational"
    r"|received|introduced|appointed|launched))\b"
)
"""A clause that tells of an event: once the review has concluded, when the Bill becomes law, once published."""
GENERIC = re.compile(r"when (?!the |this |that |these |those |our |its |their |his |her )(?:[\w'-]+ )*?(?:is|are) ")
"""What is said of any time when something is so: “when a claim is made”."""
