"""Which words take a part out of what is told as done: “but for its last chapter”, “bar its annex”?"""

from monitor.judging.english.clauses import Refusal, either, within

_FEW = r"(?:one|two|three|four|five|six|\d+|some|a (?:few|handful|couple|number))"
_A_PART = (
    rf"(?:(?:its|their|our|his|her|the) [\w’'-]+|{_FEW}|an? (?:\w+ )?(?:chapter|part|section|annex\w*|volume|page|"
    r"appendix|table|map|port|region|area|phase)s?)\b"
)
_OUT = (
    rf"(?<!to )(?<!will )(?<!help )(?<!and )\b(?:save|bar|minus|less)\b(?: only| for)?,? {_A_PART}|"
    r"\bsave (?:for|that|only|in)\b|\bbarring\b|\bexcept\w*\b(?<!exceptional)(?<!exceptionally)(?<!exception)|"
    r"\bexcluding\b|\bexclusive of\b|\b(?:omitting|lacking|wanting|missing)\b|"
    r"\b(?:apart|aside) from\b(?![^;]*\balso\b)|\bother than\b|"
    r"\b(?<!without )(?<!without an )exceptions?\b|"
    r"\bshort (?:only )?of (?!(?:an?|the|our|its|that|this) (?:\w+ )?(?:deadline|target|date|year|month|week)\b)|"
    r"\b(?:leaving|setting|putting) aside\b|\bleaving (?:out|only)\b|\bup to (?:its|the) (?:final|last|penultimate)\b|"
    r"\bwith(?: \w+){1,6}? (?:outstanding|to (?:come|follow|go|do|write|be \w+)|remaining|pending|unpublished|"
    r"unfinished|incomplete|left|still)\b|"
    r"\bonly(?: [\w’']+){1,5} (?:remains?|(?:is|are) (?:left|outstanding|missing|still)|to (?:come|go|follow))\b"
)
_ASIDE = r"(?:^|, | )[\w’' -]{2,40} (?:aside|apart|excepted|excluded|excluding)\s*(?:[.,;)]|$)"
_BUT = (
    r"\bbut for (?!the (?:first|moment|record)\b|now\b|more\b|further\b|details?\b|those who\b)|"
    r"\ball(?: \w+){0,2} (?:but|bar)\b"
)
# fmt: off
ROWS = (
    Refusal("but-for-a-part", "a part is left out of it", either(
        within("rest, gap", rf"^[^;:]{{0,110}}?(?:{_BUT})"),
        within("deed's after, after, gap", rf"^[^;:]{{0,110}}?(?:{_OUT}|{_ASIDE})"),
        within("whole", rf"^\W*(?:with (?:\w+ ){{0,3}}exceptions?\b|{_OUT}|{_BUT}|"
            r"[\w’' -]{2,40} (?:aside|excepted),)")),
        "The {lamp plan}, save its last chapter, was published.",
        "The {lamp plan} was published, and will help save the last keepers."),
)
# fmt: on
