"""By which words would a text be known to speak of an undertaking?"""

import re
from typing import Any

from monitor.discovering import Undertaking
from monitor.registers.addressed import addressed
from monitor.registers.telling import telling
from monitor.sentences import words

_ENOUGH = 3
"""Telling words that stand near each other in hardly any text on another matter."""
TO_PEOPLE = ("write", "reply", "meet")
"""Deeds done to a person: what they are about stands in the question."""
_PROPER = re.compile(r"\b[A-Z][\w'’-]+(?: (?:of |for |and |on |the )?[A-Z][\w'’-]+){1,7}")
_OFFICE = re.compile(
    r"\b(?:Department|Ministry|Secretary|Office|Minister|Member|Friend|House|Parliament|Government|Council)\b"
)


def watch(one: Undertaking, thing: str) -> dict[str, Any]:
    """Return what to watch for: the thing's name where it tells enough, and telling words that stand near each other.

    `thing` is its name, "" where the deed is done to a person.
    """
    watched: dict[str, Any] = {}
    proper = _proper(one.sentence)
    if _names(thing) and (not proper or proper in thing):
        watched["names"] = [thing]
    if proper and (deeds := _deeds(one, proper)):
        watched["together"] = [[[proper], deeds]]
    elif len(near := _tellings(one, thing)[:_ENOUGH]) > 1 or not watched:
        watched["together"] = [[[word] for word in near]]
    body = one.version.document.body
    return watched | ({"bodies": [body]} if body else {})


def _proper(sentence: str) -> str | None:
    """Return the first name in a sentence that has a telling word: Clean Water Bill, Independent Water Commission."""
    return next((m[0] for m in _PROPER.finditer(sentence) if telling(m[0]) and not _OFFICE.search(m[0])), None)


def _deeds(one: Undertaking, proper: str) -> list[str]:
    """Return phrases of which one stands near a name: the deed, or telling words where no deed is known."""
    if not one.deed.verb:
        return [word for word in telling(one.sentence) if word not in proper.lower()][:_ENOUGH]
    stem = re.sub(r"ed$", "", one.deed.verb.split()[0])
    return [f"{stem}*"] if one.deed.done.startswith(stem) else [f"{stem}*", one.deed.done]


def _names(thing: str) -> bool:
    """Return whether no other thing is likely to be called so."""
    many = len(telling(thing))
    return many > 1 or (many == 1 and len(thing.split()) >= _ENOUGH)


def _tellings(one: Undertaking, thing: str) -> list[str]:
    """Return the words that tell most: of the thing, of the sentence, then of what was asked and answered."""
    passages = one.version.document.passages
    asked = telling(" ".join(addressed(p.text)[1] for p in passages if p.role == "question"))
    sentence = telling(one.sentence) if one.deed.verb not in TO_PEOPLE else []
    told = telling(one.passage.text)
    about = list(dict.fromkeys([*telling(thing), *(w for w in sentence if w in asked), *sentence]))
    deed = [f"{one.deed.verb.split()[0]}*"] if len(about) == 1 and one.deed.verb else []
    found = [
        *about,
        *deed,
        *(w for w in told if w in asked),
        *asked,
        *told,
        *(w.text for w in words(one.sentence) if len(w.text) > 1),
    ]
    return list(dict.fromkeys(found))
