"""Which figure does a sentence give for what is counted: how many officers are there of the 3,000 promised?

Only what is told as a fact counts: a target, a plan and a number lost are none. A figure by itself delivers nothing.
"""

import re
from collections.abc import Iterator
from itertools import islice

from monitor.judging.english.deeds import deeds_in
from monitor.judging.english.numbers import NUMBER, value
from monitor.model.measures import Measure
from monitor.model.sentences import places

Span = tuple[int, int]
_FARTHEST = 4
"""So many times as much as was promised is a figure of something else: of all officers, not of those added."""
_MOST = 40
"""Numbers, and things, that are looked at in a sentence: one with more of them is a table."""
_JOINING = (
    r"(?:in|for|to|with|from|by|and|or|is|are|was|were|has|have|had|per|than|at|on|since|until|which|that|who|will|of"
    r"|as|where|when|across|into|under|including)"
)
_UNDONE = "planned|proposed|promised|announced|approved|allocated|potential|prospective|pledged|funded|authorised"
_BEFORE = re.compile(rf"(?: (?!(?:{_JOINING}|{_UNDONE})\b)[\w’'&-]+){{0,5}} ?", re.IGNORECASE)
"""Adjectives between a number and what it counts: “2,391 more full-time officers”."""
_OUT_OF = re.compile(
    r" (?:out )?of (?:all |the |our |these |those |its |their )*(?:[\w’'-]+ ){0,3}?"
    rf"{re.sub(r'[?]P<[a-z]+>', '', NUMBER.pattern)}(?: [\w’'&-]+){{0,5}} ?",
    re.IGNORECASE,
)
"""What follows a number that is so many of those promised: “38 of the review's 40 recommendations”."""
_IS_THE_WHOLE = re.compile(
    r"(?:\bof (?:all |the |our |these |those |its |their )+(?:[\w’'-]+ ){0,3}"
    r"|\b(?:thirds?|quarters?|half|most|\d+%?) of )$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:,? (?:has|have|had|been|is|are|was|were|now|already|currently|today|that|which|in|post|place|force|we|i|risen"
    r"|rose|rises|increased|grown|grew|gone|up|stands?|stood|reached|reach|totals?|totalled|recruited|delivered|opened"
    r"|built|created|to|at|by|over|more than|around|about|nearly|almost|some|c\.?|approximately|just|a|total|of"
    r"|from [\d,]+))+ ?",
    re.IGNORECASE,
)
"""What may stand between what is counted and a number that follows it: “the number of officers has risen to”."""
_DONE = "delivered|recruited|opened|built|created|completed|accepted|appointed|hired|reached|issued|trained|placed"
_LEFT_OUT = re.compile(
    rf"\b(?:{_DONE}) (?:over |more than |around |about |nearly |almost |some |approximately |c\.? ?|just over )*$",
    re.IGNORECASE,
)
"""What leads to a number that stands alone, for what is counted was named before: “having already delivered 2,400”."""
_ALONE = re.compile(r"\s*(?:[.,;:)–—]|$|(?:of (?:them|these|those)|so far|to date|already|since)\b)", re.IGNORECASE)
_THEN = re.compile(
    rf"(?: of (?:whom|which|them|these|those))? (?:have|has|had|were|are) "
    rf"(?:now |already |so far |since )?(?:been |in (?:post|place)\b)?(?:{_DONE}|\w+ed)?\b",
    re.IGNORECASE,
)
"""What goes on from a number that stands alone as a subject: “of the 40 recommendations, 38 have been accepted”."""
_JOINED = re.compile(r"(?:\band|\bbut|;|\bof wh(?:ich|om)|\bwith)(?: \w+ly)? $")
_A_LABEL = re.compile(
    r"\b(?:levels?|standards?|phases?|(?:key )?stages?|tiers?|grades?|bands?|categor(?:y|ies)|parts?|waves?|rounds?"
    r"|questions?|clauses?|sections?|articles?|chapters?|years?|class|zones?|areas?) $",
    re.IGNORECASE,
)
"""What a number after it only names: “Level 7 apprenticeships”."""
_AND_MORE = re.compile(
    r"(?:an additional|a further|an extra|(?:just |well )?over|more than|at least|a total of) $", re.IGNORECASE
)
_ABOUT = re.compile(r"\b(?:around|about|some|approximately|roughly|c\.) ?$", re.IGNORECASE)
"""Before a number: it may not be as great as that."""
_LESS = re.compile(
    r"\b(?:(?:very )?nearly|almost|approaching|nearing|close to|closing in on|coming up to|just short of|short of|"
    r"just (?:under|below|shy of)|shy of|not quite|up to|as many as|fewer than|less than|no more than|at most|under|"
    r"below|virtually|practically|towards?|a maximum of|as good as|verging on|within \w+ of) "
    r"(?:(?:all|the|these|those|our|an?|additional|further|extra|another|promised|full|total of) ){0,3}$",
    re.IGNORECASE,
)
"""Before a number: there are fewer than that, and nobody says how many."""
_OTHERS = (
    r"(?:appl(?:ied|ying)|registered|expressed|enquired|inquired|shortlisted|longlisted|interviewed|invited|offered|"
    r"nominated|identified|considered|screened|assessed|requested|sought|asked|advertised|bid|volunteered|surveyed|"
    r"consulted|contacted|attracted|received|approached|signalled|shown|been in touch|put (?:their|his|her) names?)"
)
_DOES_ANOTHER = re.compile(
    rf"^(?: (?:who|that|which|in|from|across|for) [^,;:.]{{1,60}}?)?,?"
    rf"(?: (?:who|that|have|has|had|was|were|are|is|been|now|already|also|so far|since|to date|\w+ly))* {_OTHERS}\b",
    re.IGNORECASE,
)
_ANOTHER_DONE = re.compile(
    rf"\b(?:{_OTHERS}|(?:applications?|bids?|enquiries|interest|nominations?|registrations?|requests?|offers?)"
    r"(?: have been received)? (?:from|to|for))(?: (?:over|more than|some|about|around|an additional|a further))? $",
    re.IGNORECASE,
)
"""What is told of a number is another thing than the deed: they applied, or were interviewed."""
_OF_A_PROMISE = re.compile(
    r" (?:guarantee|target|commitment|pledge|programme|plan|ambition|goal|promise)\b", re.IGNORECASE
)
_UNREAL = re.compile(
    r"\b(?:will|shall|would|could|should|may|might|cannot|aim\w*|targets?|commit\w*|pledg\w*|promis\w*|goals?"
    r"|(?:is|are|be) (?:\w+ly )?\w+ing|ambition\w*|plans?|planned|planning|intend\w*|expect\w*|hop(?:e|es|ing)"
    r"|require[ds]?|needs?|needed|up to|if|fund(?:s|ed|ing)?|enabl(?:e|es|ing)|kick-?start\w*|towards|manifesto"
    r"|equivalent to|against|not|never|no"
    r"|to (?!date\b|over\b|more\b|around\b|nearly\b|almost\b|about\b|some\b|just\b|a total\b|c\b)[a-z]+)\b",
    re.IGNORECASE,
)
_UNDER_WAY = re.compile(
    r"\b(?!having\b|including\b|totalling\b|reaching\b|exceeding\b|being\b)[a-z]+ing "
    r"(?:(?:an?|additional|extra|further|over|more than|some|around|about|up to|nearly|almost|at least) )*$",
    re.IGNORECASE,
)
"""What leads to a number that is being worked at: “recruiting an extra”."""
_THE_PROMISED = re.compile(
    r"\b(?:the|our|its|this|these|those|that) (?:(?:additional|extra|further|new|promised) )?$", re.IGNORECASE
)
_STILL_TO_COME = re.compile(
    r"^[^,;:.]*?\b(?:will|shall|to be|are being|are (?:needed|required|expected|due|still)"
    rf"|(?:were|are|been) (?:{_UNDONE})|by (?:the end of"
    r"|20\d\d|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)"
    r"|over the next|(?:over|in) the (?:course|lifetime) of)",
    re.IGNORECASE,
)
_FACT = re.compile(
    rf"\b(?:have|has|had|having|is|are|was|were|there(?:'|’)s|now|already|rose|grew|stands?|stood|{_DONE}|started|joined"
    r"|so far|to date)\b",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:fewer|lost|losing|left|leaving|cut|cuts|f[ea]ll|fallen|reduc\w+|declin\w+|decreas\w+|drop\w*|short(?:fall|age)"
    r"|vacan\w+|clos(?:ed|ure)|reject\w*|(?:previous|last|former|coalition) (?:\w+ )?(?:government|administration))\b",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"[;:–—]\s*|,? (?:but|while|whilst|although|however|against|compared (?:with|to)|having"
    r"|and (?:will|we|is|are|aim))\b"
)


def figure(sentence: str, measure: Measure) -> int | None:
    """Return how many of what is counted a sentence tells as a fact; None where it tells none, or of something else."""
    return max((number for number, _, _ in _told(sentence, measure)), default=None)


def reached(sentence: str, measure: Measure) -> tuple[Span, ...]:
    """Return where a sentence tells that there are as many as were promised: each number with what it counts."""
    enough = (told for told in _told(sentence, measure) if told[0] >= measure.number)
    return tuple(sorted((start, end) for _, start, end in enough if not _ABOUT.search(sentence[:start])))


def _told(sentence: str, measure: Measure) -> Iterator[tuple[int, int, int]]:
    """Yield each number of what is counted, and between which characters it and that stand."""
    if measure.deeds and not deeds_in(sentence, sentence, measure.deeds):
        return
    things = places(sentence, measure.of)[:_MOST]
    for found in islice(NUMBER.finditer(sentence), _MOST) if things else ():
        number = None if _LESS.search(sentence[: found.start()]) else value(found)
        if number is None or not 0 <= number <= measure.number * _FARTHEST:
            continue
        if number == measure.number and _THE_PROMISED.search(sentence[: found.start()]):
            continue  # “the 3,000 keepers” are those that were promised
        for first, last in things:
            if _of_another_deed(sentence, found, last):
                continue
            if _counts(sentence, found, (first, last)) and _is_a_fact(sentence, found, (first, last)):
                more = _AND_MORE.search(sentence[: found.start()])
                start = more.start() if more else found.start()
                yield number, min(start, first), max(found.end(), last)
                break


def _counts(sentence: str, found: re.Match[str], thing: Span) -> bool:
    """Return whether a number is told of what is counted, which stands at a place of the sentence."""
    first, last = thing
    if _A_LABEL.search(sentence[: found.start()]):
        return False
    if found.end() <= first:
        between = sentence[found.end() : first]
        near = _BEFORE.fullmatch(between) or _OUT_OF.fullmatch(between)
        return bool(near) and not _is_the_whole(sentence, found.start()) and not _OF_A_PROMISE.match(sentence, last)
    if found.start() < last:
        return False
    before = sentence[last : found.start()]
    if _ALONE.match(sentence, found.end()):
        return bool(_LEFT_OUT.search(before) or _AFTER.fullmatch(before))
    whole = before.strip() == "," and _is_the_whole(sentence, _number_before(sentence, first))
    return bool((whole or _JOINED.search(before)) and _THEN.match(sentence, found.end()))


def _of_another_deed(sentence: str, found: re.Match[str], last: int) -> bool:
    """“3,100 officers have applied”: the number belongs to another verb."""
    another = _DOES_ANOTHER.match(sentence[max(last, found.end()) :])
    return bool(another or _ANOTHER_DONE.search(sentence[: found.start()]))


def _number_before(sentence: str, first: int) -> int:
    """Return where the last number before a place begins, or that place where there is none."""
    return max((m.start() for m in NUMBER.finditer(sentence, 0, first)), default=first)


def _is_the_whole(sentence: str, at: int) -> bool:
    """Return whether a number is that of which another is a part: the 40 in “38 of the 40”."""
    return bool(_IS_THE_WHOLE.search(sentence[:at]))


def _is_a_fact(sentence: str, found: re.Match[str], thing: Span) -> bool:
    start, end = min(found.start(), thing[0]), max(found.end(), thing[1])
    cuts = [m.end() for m in _CUT.finditer(sentence, 0, found.start())]
    begin, stop = cuts[-1] if cuts else 0, _CUT.search(sentence, end)
    clause, ahead = sentence[min(begin, start) : stop.start() if stop else len(sentence)], sentence[end:]
    led = sentence[max(begin, _last_comma(sentence, begin, found.start())) : found.start()]
    if (
        sentence.rstrip().endswith("?")
        or _UNREAL.search(led)
        or _UNDER_WAY.search(led)
        or _STILL_TO_COME.match(ahead)
        or _LOST.search(clause)
    ):
        return False
    return bool(_FACT.search(clause))


def _last_comma(sentence: str, begin: int, end: int) -> int:
    """Return where what leads to a number begins: behind the last comma that is none of a number's own."""
    commas = [m.end() for m in re.finditer(r",(?!\d)", sentence[begin:end])]
    return begin + commas[-1] if commas else begin
