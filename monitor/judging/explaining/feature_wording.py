"""In which words are the features that weighed in a sentence told to people?"""

import re
from types import MappingProxyType

_MASKS = MappingProxyType({
    "NAME": "[its name]", "HEAD": "[a noun for it]", "PART": "[words of its name]", "OTHER": "[another promise]",
    "WORD": "[a word of the register]", "NUMBER": "[a number]", "MONEY": "[a sum]", "SHARE": "[a percentage]",
    "YEAR": "[a year]", "MONTH": "[a month]", "SEASON": "[a season]", "^": "[start]",
})  # fmt: skip
"""What stands in a sentence in place of a promise's own words and of figures (claims.features)."""
_RUNS = ("word", "shape", "pair", "before", "after")
_ASKED = "(?P<asked>asked|unasked)"
_KIND = "(?P<kind>named|head noun|several words|pronoun inside|pronoun|this and a noun|one word|nothing)"
_SINCE = r"(?:named (?P<back>\d+) before|(?P<never>not named before))"
_SHAPES = tuple((re.compile(shape), said) for shape, said in (
    (rf"{_KIND} with (?P<word>\S+)", "it speaks of it by {kind}, with “{word}”"),
    (rf"{_KIND} time (?P<time>\S+)", "it speaks of it by {kind}, with a {time} time promised"),
    (rf"speaks {_KIND}", "it speaks of it by {kind}"),
    (rf"speaks {_KIND} {_ASKED}", "it speaks of it by {kind}, and the question {asked}"),
    (rf"speaks {_KIND} {_SINCE}", "it speaks of it by {kind}, {since}"),
    (rf"speaks {_KIND} (?P<place>first|further) {_ASKED}",
     "it speaks of it by {kind} {place}, and the question {asked}"),
    (rf"speaks {_KIND} shares (?P<many>\d)", "it speaks of it by {kind}, with {many} of its words"),
    (rf"speaks {_KIND} (?P<beside>beside others|alone)", "it speaks of it by {kind}, {beside}"),
    (rf"of (?P<of>\d) {_ASKED} shares (?P<many>\d)",
     "its passage has {of} sentences or more, the question {asked}, and it has {many} of the thing's words"),
    (_ASKED, "the question {asked}"),
    (_SINCE, "it is {since}"),
    ("(?P<place>first|further)", "it stands {place}"),
    ("last", "it is the last sentence of its passage"),
    ("not last", "it is not the last sentence of its passage"),
    (r"of (?P<of>\d)", "its passage has {of} sentences or more"),
    (r"shares (?P<many>\d)", "it has {many} of the thing's words"),
    (r"shares with question (?P<many>\d)", "it has {many} of the question's words"),
    ("(?P<beside>beside others|alone)", "it speaks {beside}"),
    ("named somewhere", "the passage names the thing"),
    ("named nowhere", "the passage never names the thing"),
    ("same paragraph", "the thing was named before in its paragraph"),
    ("another paragraph", "the thing was not named before in its paragraph"),
    (r"paragraph (?P<many>\d)", "it stands after {many} paragraphs or more"),
    ("before it start", "no sentence stands before it"),
    (rf"before it {_KIND}", "the sentence before it speaks of the thing by {kind}"),
    ("asked in part", "the question has single words of the thing"),
    ("not asked in part", "the question has no single words of the thing"),
    (r"length (?P<many>\d+)", "it has {many} words and marks or more"),
    (r"role (?P<role>\w+)", "it is of the kind “{role}”"),
    ("milestone none", "it fits no milestone"),
    ("milestone (?P<part>whole|step)", "it fits a milestone ({part})"),
    ("milestone (?P<part>whole|step) (?P<deed>deed|no deed)", "it fits a milestone ({part}), and has {deed} of it"),
    ("milestone (?P<part>whole|step) (?P<share>most|half|little)", "it has {share} of a milestone's words ({part})"),
    ("deed of (?P<part>whole|step)", "it has a deed that a milestone ({part}) expects"),
    ("time (?P<time>past|future|open)", "a time in it is {time} on the day it was said"),
    ("time before promise", "a time in it is before the promise"),
    (r"time (?P<time>\w+)(?P<promised> promised)?", "it has a {time} time{promised}"),
    (r"family (?P<says>\w+)(?P<where> after the thing| before the thing)?",
     "it has words of the kind that tell what is {says}{where}"),
    (r"family (?P<says>\w+) denied", "it denies with words of the kind that tell what is {says}"),
    ("register undated", "the register gives no date"),
    ("register overdue", "the register's last date had passed when it was said"),
    ("register not due", "the register's last date was still to come when it was said"),
    (r"age (?P<many>\d+)", "it was said {many} days or more after the promise"),
    ("always", "what is always added"),
))  # fmt: skip
_SAID = MappingProxyType({
    "asked": "names it", "unasked": "does not name it",
    "named": "its name", "head noun": "a noun for it", "several words": "several of its words",
    "one word": "one of its words", "pronoun": "a pronoun that opens it", "pronoun inside": "a pronoun further in",
    "this and a noun": "“this” with a noun at its head",
    "nothing": "no word at all",
    "first": "in the first sentence of its passage", "further": "in a later sentence of its passage",
    "beside others": "beside other promises", "alone": "of this promise alone", "step": "a step", "whole": "no step",
})  # fmt: skip


def feature_in_words(feature: str) -> str:
    """Return a feature of a sentence in words; one that has none is told as it is called."""
    if feature in _PLAIN:
        return _PLAIN[feature]
    for shape, said in _SHAPES:
        found = shape.fullmatch(feature)
        if found:
            return said.format(**_filled(found.groupdict()))
    how, _, run = feature.partition(" ")
    return _run(how, run) if run and how in _RUNS else feature


_PLAIN = MappingProxyType({"first": "it is the first sentence of its passage", "further": "it is a later sentence"})


def _filled(found: dict[str, str | None]) -> dict[str, str]:
    """Return what stands in a shape, in words."""
    back = found.pop("back", None)
    never = found.pop("never", None)
    words = {name: _SAID.get(said or "", said or "") for name, said in found.items()}
    if back:
        return words | {"since": f"{back} sentence{'' if back == '1' else 's or more'} after its name"}
    return words | {"since": "not named before"} if never else words


def _run(how: str, run: str) -> str:
    """Return a run of words as it stands in the sentence, what is masked in square brackets."""
    said = " ".join(_unmasked(word) for word in run.split(" "))
    if how in ("before", "after"):
        return f"“{said}” shortly {how} it"
    return f"the word{'s' if ' ' in run else ''} “{said}”"


def _unmasked(word: str) -> str:
    if word.startswith("~"):
        return "[another word]" if word == "~?" else f"[such as {word[1:]}]"
    return _MASKS.get(word, word)
