"""Which families of words tell that a thing is late, refused or replaced, in whatever form? What they weigh is learned.

The rarer claims are told in many words, each too rare to be learned by itself: so each family is one feature.
"""

import re

_FAMILIES = {
    "late": (
        r"delay\w*|postpon\w*|defer(?:red|ring|ral|s)?|slip(?:ped|ping|s)?|slippage|paus(?:ed?|es|ing)|put back|"
        r"push(?:ed|ing)? back|put off|behind schedule|overr[au]n\w*|(?:more|further|additional) time|"
        r"(?:taken|taking|takes?|took)(?: \w+){0,3} longer|longer than|later than|extension|set ?backs?|on hold|"
        r"awaiting|no longer (?:expected|due)|rather than in|missed|held up"
    ),
    "refused": (
        r"no (?:current |immediate )?plans?|not (?:now )?(?:be )?(?:proceed\w*|go\w* ahead|tak\w+ forward|pursu\w+|"
        r"continu\w+|commission\w+)|abandon\w*|scrap(?:ped|ping)?|cancel\w*|drop(?:ped|ping)?|rul(?:ed?|ing) out|"
        r"scal(?:ed|ing) back|decided (?:against|not)|declin\w+|withdr[ae]wn?|narrow\w*|limited to|only for|"
        r"reduced (?:scope|scale|remit)|cut back|smaller|fewer than|watered down|curtail\w*|ceas\w+|end(?:ed|ing)"
    ),
    "replaced": (
        r"replac\w+|supersed\w+|subsum\w+|success(?:or|ors|ion)|instead|in place of|in favour of|discontinu\w+|"
        r"tak(?:en|ing|es?) over|merg\w+|fold(?:ed|ing) into|overtaken|absorb\w+|incorporat\w+ (?:in|into)|"
        r"brought together"
    ),
}
FAMILIES = {name: re.compile(rf"\b(?:{words})\b") for name, words in _FAMILIES.items()}
_THING = re.compile(r"\b(?:NAME|HEAD)\b")
_DENIED = re.compile(r"\b(?:no|not|never|without|avoid|any)(?: \w+){0,2} $")
_BESIDE = 60
"""Characters between the thing and a word of a family that is told of it."""


def families(words: str) -> list[str]:
    """Return which families a masked sentence has words of, on which side of the thing, and whether they are denied."""
    found = []
    for name, shape in FAMILIES.items():
        match = shape.search(words)
        if match is None:
            continue
        before, after = (
            words[max(0, match.start() - _BESIDE) : match.start()],
            words[match.end() : match.end() + _BESIDE],
        )
        found.append(f"family {name}")
        if _THING.search(before):
            found.append(f"family {name} after the thing")
        if _THING.search(after):
            found.append(f"family {name} before the thing")
        if _DENIED.search(before):
            found.append(f"family {name} denied")
    return found
