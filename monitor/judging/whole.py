"""Is a thing itself spoken of, all of it, and here? Or a draft of it, a board for it, or what is elsewhere?"""

import re

_ABSENT = re.compile(
    r"\b(?:no|neither|nor|without)\s+(?:\w+\s+)?$"
    r"|, (?:containing|including|concerning|relating to)\b[^,;]*$"
    r"|\b(?:that|which|who) (?:will|would|has|have|is|are|was|were|can|may)\b[^,;]*$",
    re.IGNORECASE,
)
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
_ELSEWHERE = (
    r"(?:in (?:Scotland|Wales|Northern Ireland|other (?:countries|areas|jurisdictions|nations)|"
    r"Europe|Australia|(?:much|most|parts?|some|many|several|certain) (?:of|areas|forces|regions|countries|places))"
    r"(?!,? (?:and|or) (?:in )?England|, (?:Wales|England|Northern Ireland))|elsewhere|nowhere|overseas|abroad)\b"
)
_THERE = re.compile(rf"[^,;:.]{{0,60}}?\b{_ELSEWHERE}", re.IGNORECASE)
_WHERE = re.compile(rf"\b{_ELSEWHERE}", re.IGNORECASE)
_IN_PART = re.compile(
    r"[^,;:.]{0,80}?\b(?:in draft|in part|in principle|only partly|partially|piecemeal)\b", re.IGNORECASE
)


def partial(before: str) -> bool:
    """Return whether what is named after these words is only the whole of which something is told: “a draft of the”."""
    return bool(_PARTIAL.search(before[-80:]))


def absent(before: str) -> bool:
    """Return whether what is named after these words is not there, or only tells which: “no”, “that will use the”."""
    return bool(_ABSENT.search(before[-80:]))


def in_part(after: str) -> bool:
    """Return whether what follows a deed says that it was not wholly done."""
    return bool(_IN_PART.match(after))


def elsewhere(before: str, after: str) -> bool:
    """Return whether the words beside a deed say that it was done in a place that is only a part, or another's."""
    return bool(_WHERE.search(before) or _THERE.match(after))
