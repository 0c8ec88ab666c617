"""What stands beside the dates of due words and alters them unread: a noun, a bracket, a season, a second date?"""

import re
from collections.abc import Iterable, Iterator

from monitor.deadlines.bounds import Window
from monitor.deadlines.combining import apart

Span = tuple[int, int]
_GOES_ON = (
    r"(?:and|or|to|for|in|on|at|by|with|without|as|of|off|from|but|so|also|when|whenever|if|is|are|was|were|will|would"
    r"|shall|should|can|could|may|must|has|have|had|do|does|onwards?|alongside|through|throughout|until|till|once|while"
    r"|where|who|which|that|this|next|subject|following|after|before|beyond|together|under|via|during|within|over"
    r"|around|along|using|because|since|unless|depending|each|every|then|it|we|they|i|he|she|ministers|the|our|their"
    r"|its|his|her|a|an|latest|inclusive|itself|too|only|at|not|no|ahead|prior|rather|instead|approximately|roughly"
    r"|sometime|probably|possibly|hopefully|up|including|excluding|except|against|between|per|than|both|either|again"
    r"|here|there|morning|afternoon|evening|lunchtime|noon|midday|midnight|night|date|deadline|target|across|into|upon|about|pending|provided|assuming|however|although|though|whether|be|being)"
)
_NOUN = re.compile(rf" (?!{_GOES_ON}\b)(?![a-z]+ly\b)[a-z][a-z'-]+")
"""A word that makes a season or a month the name of something else: “the spring conference”, “the March meeting”."""
_NAMED_FOR = ("month", "season", "festival", "day", "start", "end", "early", "mid", "late")
_BRACKET = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_SAYS_WHAT = re.compile(r"(?:the|a|an|our|its|their|i\.e\.|that is|namely|as)\b")
"""How a bracket begins that says what is due, and not when: “(the consultation)”."""
_FREE = re.compile(r"[a-z0-9][\w'-]*")
_IN_A_BRACKET = frozenset(("by", "in", "on", "the", "of", "end", "at", "is", "that", "and", "or", "for"))
_OF_THE_YEAR = re.compile(
    r"\b(?:spring|summer|autumn|winter|easter|christmas|whitsun|sittings?)\b"
    r"|\b(?:end|close|conclusion|start|opening) of (?:\w+ ){0,3}(?:session|term|season|recess|holidays?|year|month"
    r"|week|quarter)$|\b(?:session|term|season|recess) (?:ends?|closes?|concludes?|finishes|begins|starts|is over)\b"
)
"""Words of dates that no event may be named by, save those of Parliament's calendar."""


def beside(text: str, named: Iterable[Window], taken: list[Span]) -> Iterator[Span]:
    """Yield where words stand in plain text that alter a date and were not read."""
    for there in named:
        yield from _noun(text, there, taken)
        yield from _season_of_an_event(text, there)
    for m in _BRACKET.finditer(text):
        yield from _bracketed(m, taken)
    second = apart(text, named)
    if second:
        yield second.start, second.end


def _noun(text: str, there: Window, taken: list[Span]) -> Iterator[Span]:
    m = _NOUN.match(text, there.end) if there.stretch.size in _NAMED_FOR and text[there.end - 1].isalpha() else None
    if m and not any(a <= m.start() + 1 < b for a, b in taken):
        yield m.start() + 1, m.end()


def _bracketed(m: re.Match[str], taken: list[Span]) -> Iterator[Span]:
    inner = 1 if m.group(1) is not None else 2
    if _SAYS_WHAT.match(m.group(inner).strip()):
        return
    free = [word for word in _FREE.finditer(m.string, *m.span(inner)) if not _in(word.start(), taken)]
    if any(word.group() not in _IN_A_BRACKET for word in free):
        yield m.span(inner)


def _season_of_an_event(text: str, there: Window) -> Iterator[Span]:
    anchor = there.stretch.anchor
    if anchor and there.stretch.kind != "parliamentary" and _OF_THE_YEAR.search(text[slice(*anchor)]):
        yield anchor


def _in(at: int, taken: list[Span]) -> bool:
    return any(a <= at < b for a, b in taken)
