"""Is a thing named in its own right, or in passing: as the place, the ground or the frame of something else?

“We are drafting the lamp plan” speaks of the plan; “keepers will be trained in line with it” of keepers.
"""

import re
from functools import lru_cache

_LEAD = (
    r"(?:(?:the|our|its|this|that|these|those|a|an|his|her|their|all|any|both|upcoming|forthcoming|new|recent|"
    r"recently|published|ongoing|existing|planned|proposed|national|wider|broader|ambitious|future|landmark|first|UK|"
    r"[\w-]+['’]s?)\s+){0,6}"
)
"""What may stand between the words of a frame and the name that stands in it."""
_IN = (
    r"(?:outlin|contain|includ|describ|announc|detail|publish|committ|identif|recommend|reflect|confirm)\w*(?: to)? in|"
    r"(?:set|setting|sets) out (?:in|by)|commitments? (?:in|of)|made in|recommendations? (?:of|in|from|by)|scope of"
)
_BY_REFERENCE = (
    r"reference to|further to|pursuant to|context of|in accordance with|in line with|in light of|consistent with|"
    r"inform|informs|informed by|informing|build(?:ing|s)? on|align(?:s|ed|ing)?(?: it| them)? (?:with|to)|linked to"
)
_BESIDE = (
    r"part of|depend(?:ent|ing|s)? (?:up)?on|subject to|ahead of|in advance of|along ?side|along with|in addition to|"
    r"through|throughout|via|within|under|in parallel with|as well as|like|such as|vision of|outcomes? of|"
    r"impacts? of(?: [\w, ]{1,30} and)?|effects? of|implications of|"
    r"(?:following|after|since|once|upon) (?:the )?publication of"
)
_FRAME = rf"(?:{_IN}|{_BY_REFERENCE}|{_BESIDE})"
_CITED = r"(?:with reference to|pursuant to|further to|in light of|referred to in|pages? \d+ of|passage of)\b[^,;]*"
_IN_PASSING = re.compile(rf"\b(?:{_FRAME}\s+{_LEAD}|{_CITED})$", re.IGNORECASE)
_HEADED = re.compile(rf"as (?:a )?part of\s+{_LEAD}", re.IGNORECASE)
"""A frame that heads a sentence tells whose work the rest is: “As part of the lamp plan, keepers have been trained”."""
SHORT_FOR = (
    r"(?:it|this|both|these|they|them|(?:the|this|our|that) (?:new |final |full |finished )?(?:plan|strategy|review|"
    r"report|bill|paper|framework|audit|inquiry|document|timetable|roadmap|programme|measures?|scheme|regulations|duty|"
    r"legislation|appointment|work))"
)
"""What a thing is called once it has been named."""
_REACH = 120
"""Characters before a name in which its frame can stand."""
_BODY = re.compile(
    r"['’]?s? (?:\d+ )?recommendations?\b|"
    r"\s+(?:[A-Z]\w+\s+)?(?:Task ?[Ff]orce|Board|Group|Panel|Committee|Fund|Team|Unit|Forum|Council|Commission\w*)\b"
)
"""What, after a name, makes it the name of a body that is called after it, or of what it recommended."""
_NOUN_AFTER = re.compile(
    r"['’]?s? (?:consultation|response|delivery|implementation|update|progress|technical|annex|guidance|board|"
    r"workforce|taskforce|team|unit|fund|funding|budget|process|milestones?|roadmap|report|measures|schemes?|reforms?|targets?|"
    r"terms of reference|call for evidence|impact|summary|draft|review|evaluation|pilot)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def in_passing(text: str, start: int, end: int) -> bool:
    """Return whether what a text names between two places is only the frame of what it speaks of.

    Several commitments may ask it of the same place.
    """
    before = text[max(0, start - _REACH) : start]
    return bool(_IN_PASSING.search(before) and not _HEADED.fullmatch(before)) or bool(_BODY.match(text, end))


def compound(text: str, end: int) -> bool:
    """Return whether what follows a name makes it the name of something else: “the plan's delivery board”."""
    return bool(_NOUN_AFTER.match(text, end) or _BODY.match(text, end))
