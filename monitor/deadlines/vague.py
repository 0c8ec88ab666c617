"""Which words promise without a date: in due course, shortly, when parliamentary time allows?"""

import re
from functools import lru_cache

_VAGUE = re.compile(
    r"\b(?:in due course|in (?:the )?due course|shortly|imminently|soon(?:er)?(?! as| after)"
    r"|very soon|in short order|before (?:too )?long|in good time|in time"
    r"|(?:as|so) (?:soon|quickly|swiftly|rapidly|promptly|speedily|fast|early|expeditiously"
    r"|urgently) as (?:is |it is |we |they |reasonably |practically )*"
    r"(?:possible|practicable|practical|feasible|can|able|are able|parliamentary time (?:allows"
    r"|permits)|appropriate|realistically possible)"
    r"|as soon as"
    r"|(?:when|once|as|if) (?:parliamentary|legislative|parliament's) time (?:allows|permits"
    r"|is available)|subject to (?:the availability of )?parliamentary time"
    r"|(?:when|once) (?:time|parliamentary schedules?|the legislative timetable) (?:allows|permits)"
    r"|at the (?:first|earliest|next) (?:possible |available |suitable |legislative |appropriate "
    r"|practicable )*(?:opportunity|moment|date|point)"
    r"|at (?:an|the) (?:appropriate|suitable|right|opportune|early|later) (?:time|date|point"
    r"|opportunity|moment|juncture|stage)"
    r"|when (?:it is )?(?:appropriate|ready|possible|practicable|we are (?:ready|able|in a position)"
    r"|the time is right)"
    r"|in the (?:very )?(?:near|nearest|foreseeable|not too distant|not-too-distant|immediate) future"
    r"|in the (?:short|near|medium|longer|long)(?:er)?(?:-| to )?(?:medium|long)?[ -]term"
    r"|(?:in|over) the (?:coming|next few) years|in the (?:years|months) (?:ahead|to come)"
    r"|in (?:the )?future(?= ?[.,;:)]|$| (?:and|or|as|to|when|but|we|it|they|by|through)\b)|at a (?:future"
    r"|later) (?:date|time|point|stage|fiscal event)|on a future date"
    r"|at (?:a |the )?future fiscal events?|in the fullness of time|in the coming period"
    r"|without delay|at pace|with urgency|urgently|promptly|swiftly|as a matter of urgency|going forward"
    r"|when (?:we can|they can|it can)|(?<!no )later(?= ?[.,;]|$)|further details will follow)\b"
)

_PLAIN = re.compile(
    r"(?:in due course|shortly|imminently|very soon|soon|in the near future|before (?:too )?long"
    r"|(?:when|once|as|as soon as) parliamentary|at the (?:first|earliest)|when parliament|subject to)"
)


def says_later(words: str) -> bool:
    """Return whether vague words speak of a time to come by themselves: "in due course", but not "promptly"."""
    return bool(_PLAIN.match(words))


def vague_words(text: str) -> tuple[int, int] | None:
    """Return where the first words without a date stand in plain text, None where there are none."""
    m = _VAGUE.search(text)
    return m.span() if m else None


@lru_cache(maxsize=64)
def all_vague(text: str) -> tuple[tuple[int, int], ...]:
    """Return where all words without a date stand, in order."""
    return tuple(m.span() for m in _VAGUE.finditer(text))


def without_vague(text: str) -> str:
    """Return plain text with blanks in place of those words, so that no verb in them is read ("as soon as we can")."""
    return _VAGUE.sub(lambda m: " " * len(m.group()), text)
