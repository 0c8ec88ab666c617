"""What of a sentence and of how it speaks of a thing tells what it says? The features that the weights are for.

The thing's own words are masked, so that what is learned of one promise holds for others: its name is NAME, a noun
for it HEAD, any other word of its register WORD; figures and times are NUMBER, MONEY, YEAR, MONTH and SEASON.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from monitor import deadlines
from monitor.judging.claims.mentions import Mention, Token
from monitor.judging.claims.promised_thing import Thing
from monitor.judging.claims.word_stems import FUNCTION_WORDS, stem
from monitor.judging.english import delivery_door
from monitor.judging.english.assertion import SETBACKS

LONGEST = 60
"""Words of a sentence that are looked at: what comes later in it seldom bears on what it says."""
_BESIDE = 5
"""Words before and after the thing that are features by their side."""
_ADVERBS = """
    now already recently currently still yet today soon shortly later next last once until unless since further new
    first second final following due course part n't
"""
_GRAMMAR = FUNCTION_WORDS | frozenset(_ADVERBS.split())
_YEAR = "january february march april may june july august september october november december"
_MONTHS = frozenset(_YEAR.split())
_SEASONS = frozenset(("spring", "summer", "autumn", "winter", "easter", "christmas"))


def features(mention: Mention, of: Thing, said_on: date, classes: Mapping[str, str]) -> frozenset[str]:
    """Return the features of a sentence. `classes`: the class of each common word (claims.weights)."""
    words, shape, at = _masked(mention, of, classes)
    found = set(_speaking(mention, of))
    found.update(f"word {word}" for word in words)
    for size in (2, 3, 4):
        found.update(_runs(shape, size))
    if at:
        first, last = at[0] + 1, at[-1] + 1
        for name, run in (("", words), ("~", shape)):
            found.update(f"before {name}{word}" for word in run[max(1, first - _BESIDE) : first])
            found.update(f"after {name}{word}" for word in run[last + 1 : last + 1 + _BESIDE])
    found.update(f"{mention.kind} with {word}" for word in _AUXILIARIES if word in words)
    found.update(_setbacks(" ".join(words[1:])))
    found.update(_stages(mention, of))
    found.update(_times(mention, of, said_on))
    return frozenset(found)


_AUXILIARIES = ("will", "has", "have", "is", "are", "was", "were", "been", "to")


def _masked(mention: Mention, of: Thing, classes: Mapping[str, str]) -> tuple[list[str], list[str], list[int]]:
    """Return a sentence's words, the same with classes for those that carry meaning, and where the thing stands."""
    words, shape, at = ["^"], ["^"], []
    spans = sorted(
        (start, end, mask)
        for mask, spans in (
            ("NAME", mention.named),
            ("HEAD", mention.heads),
            ("PART", mention.parts),
            ("OTHER", mention.others),
        )
        for start, end in spans
    )
    within = 0
    masked: tuple[int, int, str] | None = None
    for token in mention.tokens:
        if len(words) > LONGEST:
            break
        while within < len(spans) and spans[within][1] <= token.start:
            within += 1
        span = spans[within] if within < len(spans) and spans[within][0] <= token.start else None
        if span is not None:
            if span is not masked:
                words.append(span[2])
                shape.append(span[2])
                if span[2] in ("NAME", "HEAD"):
                    at.append(len(words) - 2)
            masked = span
            continue
        masked = None
        word, class_ = _word(token, of, classes)
        words.append(word)
        shape.append(class_)
    return words, shape, at


def _word(token: Token, of: Thing, classes: Mapping[str, str]) -> tuple[str, str]:
    word = token.word
    mask = _figure(token)
    if mask:
        return mask, mask
    base = stem(word)
    kept = word in _GRAMMAR or base in of.deeds or base not in of.words
    return word if kept else "WORD", word if word in _GRAMMAR else "~" + classes.get(word, "?")


def _figure(token: Token) -> str | None:
    word = token.word
    if word[:1] == "£":
        return "MONEY"
    if word[-1:] == "%":
        return "SHARE"
    if word[:1].isdigit():
        return "YEAR" if len(word) == 4 and word[:2] in ("19", "20") and word.isdigit() else "NUMBER"
    if word in _MONTHS and token.said[0].isupper():
        return "MONTH"
    return "SEASON" if word in _SEASONS else None


def _runs(shape: Sequence[str], size: int) -> Iterator[str]:
    return ("shape " + " ".join(shape[n : n + size]) for n in range(len(shape) - size + 1))


def _speaking(mention: Mention, of: Thing) -> Iterator[str]:
    """Yield how a sentence speaks of the thing, and where it stands."""
    kind, asked = mention.kind, "asked" if mention.asked else "unasked"
    shared, since = len(mention.stems & of.core), _since(mention.since)
    first = "first" if mention.place == 0 else "further"
    yield f"speaks {kind}"
    yield f"speaks {kind} {asked}"
    yield f"speaks {kind} {since}"
    yield f"speaks {kind} {first} {asked}"
    yield f"speaks {kind} shares {_step(shared, 1, 2, 3)}"
    yield f"speaks {kind} {'beside others' if mention.others else 'alone'}"
    yield f"of {_step(mention.of, 2, 4)} {asked} shares {_step(shared, 1, 2, 3)}"
    yield asked
    yield since
    yield first
    yield "last" if mention.place == mention.of - 1 else "not last"
    yield f"of {_step(mention.of, 1, 2, 3, 5, 9)}"
    yield f"shares {_step(shared, 1, 2, 3, 5)}"
    yield "beside others" if mention.others else "alone"
    yield "named somewhere" if mention.anywhere else "named nowhere"
    yield "same paragraph" if mention.same_paragraph else "another paragraph"
    yield f"paragraph {_step(mention.paragraph, 1, 2, 4)}"
    yield f"before it {mention.named_before}"
    yield f"shares with question {_step(len(mention.stems & mention.question), 1, 2, 4, 6)}"
    yield "asked in part" if mention.asked_in_part else "not asked in part"
    yield f"length {_step(len(mention.tokens), 8, 16, 30, 45)}"
    yield f"role {mention.role}"


_THING = re.compile(r"\b(?:NAME|HEAD)\b")
_DENIED = re.compile(r"\b(?:no|not|never|without|avoid|any)(?: \w+){0,2} $")
_NEAR = 60
"""Characters between the thing and a word of a setback that is told of it."""


def _setbacks(words: str) -> Iterator[str]:
    """Yield which setbacks a masked sentence has words of, on which side of the thing, and whether it denies them."""
    for says, shape in SETBACKS.items():
        match = shape.search(words)
        if match is not None:
            before, after = words[max(0, match.start() - _NEAR) : match.start()], words[match.end() :][:_NEAR]
            yield f"family {says}"
            if _THING.search(before):
                yield f"family {says} after the thing"
            if _THING.search(after):
                yield f"family {says} before the thing"
            if _DENIED.search(before):
                yield f"family {says} denied"


def _since(since: int | None) -> str:
    return "not named before" if since is None else f"named {_step(since, 1, 2, 3, 5)} before"


def _step(number: int, *steps: int) -> int:
    """Return the greatest of some steps that a number reaches, 0 where it reaches none."""
    return max((step for step in steps if number >= step), default=0)


_HALF, _MOST = 0.34, 0.6
"""Shares of a milestone's words from which a sentence may be of it, and is nearly all of it."""


def _stages(mention: Mention, of: Thing) -> Iterator[str]:
    """Yield which milestone a sentence's words fit best, a step or the whole, and whether it has a deed of it."""
    best: tuple[float, bool, bool] | None = None
    for stage in of.stages:
        said, deed = len(mention.stems & stage.words), bool(mention.stems & stage.deeds)
        share = said / max(1, len(stage.words))
        if share >= _HALF or (said and deed):
            weight = share + (_HALF if deed else 0.0)
            best = max(best, (weight, stage.step, deed)) if best else (weight, stage.step, deed)
    if best is None:
        yield "milestone none"
    else:
        name = "step" if best[1] else "whole"
        yield f"milestone {name}"
        yield f"milestone {name} {'deed' if best[2] else 'no deed'}"
        yield f"milestone {name} {'most' if best[0] >= _MOST else 'half' if best[0] >= _HALF else 'little'}"
    for step in (False, True):
        if any(mention.stems & stage.deeds for stage in of.stages if stage.step == step):
            yield f"deed of {'step' if step else 'whole'}"


def _times(mention: Mention, of: Thing, said_on: date) -> Iterator[str]:
    """Yield what times a sentence names, and where the day it was said lies beside the promise."""
    for when in dated(mention.text, said_on):
        time = "open" if when.latest is None else "past" if when.latest < said_on else "future"
        yield f"time {time}"
        yield f"time {when.kind}{' promised' if when.promised else ''}"
        if when.promised:
            yield f"{mention.kind} time {when.kind}"
        if when.latest is not None and when.latest < of.made_on:
            yield "time before promise"
    yield "register " + ("undated" if of.last_day is None else "overdue" if said_on > of.last_day else "not due")
    yield f"age {_step((said_on - of.made_on).days, 1, 60, 200, 400)}"


def dated(text: str, said_on: date) -> tuple[deadlines.Dated, ...]:
    """Return the windows of time that a sentence names; none of one that is too long to be a sentence."""
    return deadlines.windows(text, said_on) if len(text) <= delivery_door.LONGEST else ()
