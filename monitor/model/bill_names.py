"""Which Bill is meant by a name, and does what befalls it count as the Government's doing?

What a Bill's stages are called tells whose Bill it is: `bill-first-reading` is one of the Government's,
`members-bill-first-reading` a private Member's, `private-bill-…` one that is promoted from outside, and
`unclassified-bill-…` one of which it is not known.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from monitor.model.sentences import phrase_words, plain_words


class BillBy(StrEnum):
    """Whose a Bill is: the beginning of the kinds of its documents."""

    GOVERNMENT = "bill"
    MEMBER = "members-bill"
    PROMOTER = "private-bill"
    UNKNOWN = "unclassified-bill"


COUNTED = (BillBy.GOVERNMENT, BillBy.UNKNOWN)
"""Those whose stages may bear on what a minister promised; of the second only as a suggestion."""
_FORMERLY = re.compile(r"\A(?P<now>.*) \(formerly (?P<before>.*)\)\Z")
_BRACKETS = re.compile(r"\(([^)]*)\)")
_SORT = re.compile(r"(?: (?:bill|act(?: \d{4})?))?(?: hl)?\Z")
"""What does not tell one Bill from another: a Bill and its Act, and in which House it began."""


def title_of(now: str, before: str | None) -> str:
    """Return a Bill's title, with the one it had before it was renamed."""
    return f"{now} (formerly {before})" if before else now


def promised_kind(kind: str) -> tuple[BillBy, str] | None:
    """Return whose Bill a document's kind is of, and the kind as a register names it; None where it is of none."""
    for by in BillBy:
        if kind.startswith(f"{by.value}-"):
            return by, f"{BillBy.GOVERNMENT.value}-{kind.removeprefix(f'{by.value}-')}"
    return None


def is_called(document_title: str, phrases: Iterable[str]) -> bool:
    """Return whether the Bill of a stage's document is the one that some phrases name, by its title or a former one.

    A phrase that ends with “Bill” or “Act” is its whole title: the Harbours Bill is no Inner Harbours Bill and no
    Harbours (Amendment) Bill. Of another all words must stand in it, and what it has in brackets must be in a phrase.
    """
    title = document_title.rpartition(": ")[0] or document_title
    renamed = _FORMERLY.match(title)
    names = (renamed["now"], renamed["before"]) if renamed else (title,)
    wanted = tuple(phrases)
    return any(_is(name, wanted) for name in names)


def _is(name: str, phrases: tuple[str, ...]) -> bool:
    said = f" {_words(name)} "
    whole = [p for p in phrases if re.search(r"\b(?:bill|act(?: \d{4})?)\W*\Z", p, re.IGNORECASE)]
    if any(_words(p) != _words(name) for p in whole):
        return False
    if not all(_within(p, said) for p in phrases if p not in whole):
        return False
    bracketed = [" ".join(plain_words(part)) for part in _BRACKETS.findall(name)]
    given = " ".join(" ".join(plain_words(p)) for p in phrases)
    return all(part in given for part in bracketed)


def _words(name: str) -> str:
    said = " ".join(plain_words(name))
    return _SORT.sub("", said, count=1).removeprefix("the ")


def _within(phrase: str, said: str) -> bool:
    words = " " + " ".join(phrase_words(phrase))
    return words[:-1] in said if words.endswith("*") else f"{words} " in said
