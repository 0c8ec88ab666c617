"""Which numbers does a sentence hold, in figures or in words, that count something: 2,391, 1.5 million, six?"""

import re

from monitor.deadlines.text import ONES, TENS
from monitor.deadlines.text import WRITTEN_MONTH as MONTH

_SCALES = {"hundred": 100, "thousand": 1_000, "k": 1_000, "million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9}
_ONE_TO_NINETEEN = "|".join(sorted(ONES, key=len, reverse=True))
_WORD = rf"(?:(?:{'|'.join(TENS)})(?:[ -](?:{_ONE_TO_NINETEEN})\b)?|(?:{_ONE_TO_NINETEEN}))"
_SCALE = r"(?:hundred|thousand|million|billion)"
_SCALED = rf"(?:[ -]{_SCALE}\b){{0,3}}"
_MORE = rf"(?:(?<=hundred)|(?<=thousand)|(?<=million)|(?<=billion))(?:,? and|,(?= \w+[ -]hundred))? {_WORD}\b{_SCALED}"
_IN_WORDS = rf"(?:(?<!half )an?(?= {_SCALE}\b)|{_WORD}){_SCALED}(?:{_MORE}){{0,4}}"
_PART_BEFORE = re.compile(
    rf"(?:\b(?:hundred|thousand|million|billion|dozen)s?(?:,? and)?|\b(?:thousand|million|billion),|"
    rf"\b(?:{'|'.join(TENS)}|{_ONE_TO_NINETEEN})|\ba)[ -]$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    rf"(?:[ -](?:hundreds?|thousands?|million|billion|dozen|score)\b|(?: |-)and a (?:half|quarter|third)\b|"
    rf"[ -](?:{'|'.join(TENS)}|{_ONE_TO_NINETEEN})\b|(?<=hundred),? and \d|"
    r"(?<=thousand),? and \d|(?<=million),? and \d)",
    re.IGNORECASE,
)
"""Beside a number: it is a part of a greater one that is not read whole, such as “several hundred and fifty”."""
NUMBER = re.compile(
    r"(?<![\w,/-])(?<!\d\.)(?P<money>[£$€])?"
    rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.(?P<part>\d+))?|(?P<spelt>{_IN_WORDS}))"
    r"(?: ?(?P<scale>hundred|thousand|million|billion|bn|[mk]))?\b"
    rf"(?!,\d|\.\d| ?%| per ?cent|[/-]\d|-year| (?:{MONTH})\b)",
    re.IGNORECASE,
)
_A_YEAR = re.compile(r"(?:19|20)\d\d")


def value(found: re.Match[str]) -> int | None:
    """Return the whole number that stands in a match of NUMBER; None of a sum of money, a year, and a part of one.

    A number in words is read whole or not at all.
    """
    if found["money"] or _A_YEAR.fullmatch(found.group()):
        return None
    before, text = found.string[max(0, found.start() - 20) : found.start()], found.string
    if _PART_BEFORE.search(before) or _PART_AFTER.match(text, found.end()):
        return None
    scale = _SCALES.get((found["scale"] or "").lower(), 1)
    if found["spelt"]:
        return _in_words(found["spelt"]) * scale
    part = found["part"] or ""
    whole, rest = int(found["digits"].replace(",", "")) * scale, int(part or 0) * scale
    return None if part and scale == 1 else whole + rest // 10 ** len(part)


def _in_words(said: str) -> int:
    """Return the number that words tell: “nine hundred and fifty”."""
    whole = part = 0
    for word in re.findall(r"[a-z]+", said.lower()):
        if word == "hundred":
            part = max(part, 1) * 100
        elif word in _SCALES:
            whole, part = whole + max(part, 1) * _SCALES[word], 0
        elif word in ("a", "an"):
            part += 1
        else:
            part += TENS.get(word, 0) + ONES.get(word, 0)
    return whole + part
