"""Which numbers does a sentence hold, in figures or in words, that count something: 2,391, 1.5 million, six?"""

import re

from monitor.judging.english.calendar_days import MONTH

_ONES = re.findall(
    r"\w+",
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen""",
)
_SPELT = {word: number for number, word in enumerate(_ONES, 1)}
_NAMED_TENS = re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety")
_TENS = {word: 10 * number for number, word in enumerate(_NAMED_TENS, 2)}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "m": 1_000_000,
    "billion": 10**9,
    "bn": 10**9,
}
_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_SPELT)}))?|{'|'.join(sorted(_SPELT, key=len, reverse=True))})"
NUMBER = re.compile(
    r"(?<![\w,/-])(?<!\d\.)(?P<money>[£$€])?"
    rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.(?P<part>\d+))?|(?P<spelt>{_WORD}))"
    r"(?: ?(?P<scale>hundred|thousand|million|billion|bn|[mk]))?\b"
    rf"(?!,\d|\.\d| ?%| per ?cent|[/-]\d|-year| (?:{MONTH})\b)",
    re.IGNORECASE,
)
_A_YEAR = re.compile(r"(?:19|20)\d\d")


def value(found: re.Match[str]) -> int | None:
    """Return the whole number that stands in a match of NUMBER; None of a sum of money, a year, and a part of one."""
    if found["money"] or _A_YEAR.fullmatch(found.group()):
        return None
    scale = _SCALES.get((found["scale"] or "").lower(), 1)
    if found["spelt"]:
        tens, _, ones = found["spelt"].lower().partition("-")
        return (_TENS.get(tens, 0) + _SPELT.get(ones or tens, 0)) * scale
    part = found["part"] or ""
    whole, rest = int(found["digits"].replace(",", "")) * scale, int(part or 0) * scale
    return None if part and scale == 1 else whole + rest // 10 ** len(part)
