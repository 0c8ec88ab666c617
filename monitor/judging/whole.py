"""Is a thing itself promised, or a draft of it, a board for it? Read by promising alone; the rest stands in english."""

import re

_PARTIAL = re.compile(
    r"\b(?:(?:draft|part|summar(?:y|ie)|extract|section|chapter|outline|version|terms of reference|consultation|"
    r"response|repl(?:y|ie)|foreword|annex|appendix|update|detail|finding|timetable|plan|scope|remit|date|costs?|preparation|"
    r"work|progress|phase|stage|tranche|strand|procurement|secretariat|board|chair|term of office|"
    r"expressions? of interest|"
    r"representation|application|bid|view|proposal|option|suggestion|methodology|training|pilot|team|office|"
    r"chief executive(?: \w+)?)s? "
    r"(?:of|on|to|for|about|into|in|from|towards) (?:(?:the|its|our|her|his|their|this|that|a|an) )?(?:\w+ ){0,2}"
    r"(?:(?:\w+ ){1,3}(?:of|on|for) (?:(?:the|its|our) )?(?:\w+ )?)?"
    r"|(?:draft|interim|preliminary|provisional|partial|initial) )[‘“\"']?$"
    r"|£[\d.,]+\s?(?:m|bn|million|billion)? (?:out )?of (?:the )?$",
    re.IGNORECASE,
)


def partial(before: str) -> bool:
    """Return whether what is named after these words is only the whole of which something is told: “a draft of the”."""
    return bool(_PARTIAL.search(before[-80:]))
