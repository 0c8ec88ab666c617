"""By which words would a text be known to speak of an undertaking, and do they tell it from what else is held?"""

import re
from dataclasses import dataclass, replace
from typing import Any

from monitor.judging.matching.common_words import Brought
from monitor.model.commitments import Watch
from monitor.model.sentences import words
from monitor.registers.discovery import Undertaking
from monitor.registers.distinctive_words import telling
from monitor.registers.proper_names import names_one_thing

_ENOUGH = 3
"""Telling words that stand near each other in hardly any text on another matter."""
_NARROWER, _BESIDE = 8, 4
"""How many further words of the sentence are tried, and how many at most stand beside words that are too common."""
TO_PEOPLE = ("write", "reply", "meet")
"""Deeds done to a person: what they are about stands in the question."""
_PROPER = re.compile(r"\b[A-Z][\w'’-]+(?: (?:of |for |and |on |the )?[A-Z][\w'’-]+){1,7}")
_OFFICE = re.compile(
    r"\b(?:Department|Ministry|Secretary|Office|Minister|Member|Friend|House|Parliament|Government|Council)\b"
)
_ASKED = re.compile(
    r"to ask (?:the |mr |his majesty's )*((?:secretary of state|minister|chancellor|prime minister|attorney general|"
    r"solicitor general|leader of the house|president of|church commissioners)\b.{0,90}?)"
    r"(?:, (?=what|whether|if|how|when|which|with|pursuant|to|for|who|where|why|by|in|on|further)|$)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name to watch for, groups of words that stand near each other, and further words by which to narrow these.

    `too_common`: what it brings of the documents held is more than one promise's share.
    """

    name: str | None
    together: tuple[tuple[str, ...], ...]
    narrower: tuple[str, ...]
    body: str | None
    too_common: bool = False

    @property
    def watches(self) -> tuple[Watch, ...]:
        """What is to be tried on the documents held: the name, the groups, then these with each further word."""
        groups = (self.together, *((*self.together, (word,)) for word in self.narrower))
        return (Watch(names=(self.name,) if self.name else ()), *(Watch(names=(), together=(g,)) for g in groups))

    def narrowed(self, held: Brought) -> "Proposal":
        """Return what to watch for once `held` says what each of `watches` brings of the documents held.

        A name that is too common is left out. To groups that are, further words are added, those first that leave
        least, as long as all together are not too common again.
        """
        named, whole, *each = held.by
        common = held.common(named) and not names_one_thing(self.name or "")
        kept = None if common and self.together else self.name
        if not self.together or not held.common(whole):
            return replace(self, name=kept, too_common=common and not self.together)
        beside, brings = list[str](), frozenset[tuple[str, str]]()
        for keys, word in sorted(zip(each, self.narrower, strict=True), key=lambda found: len(found[0])):
            if len(beside) < _BESIDE and not held.common(brings | keys):
                beside, brings = [*beside, word], brings | keys
        if not beside:
            return replace(self, name=kept, too_common=True)
        return replace(self, name=kept, together=(*self.together, tuple(beside)))

    def filled(self) -> dict[str, Any]:
        """Return it as a register's YAML holds it."""
        names: dict[str, Any] = {"names": [self.name]} if self.name else {}
        together = {"together": [[list(group) for group in self.together]]} if self.together else {}
        return names | together | ({"bodies": [self.body]} if self.body else {})


def propose(one: Undertaking, thing: str) -> Proposal:
    """Return what to watch for: the thing's name where it tells enough, and telling words that stand near each other.

    `thing` is its name, "" where the deed is done to a person.
    """
    proper, tellings = _proper(one.sentence), _tellings(one, thing)
    name = thing if _names(thing) and (not proper or proper in thing) else None
    near = tellings[:_ENOUGH]
    together: tuple[tuple[str, ...], ...] = ()
    if proper and (deeds := _deeds(one, proper)):
        together = ((proper,), tuple(deeds))
    elif len(near) > 1 or not name:
        together = tuple((word,) for word in near)
    said = {word for group in together for phrase in group for word in phrase.lower().split()}
    further = (word for word in telling(one.sentence) if word not in said)
    return Proposal(name, together, tuple(further)[:_NARROWER], one.version.document.body)


def _proper(sentence: str) -> str | None:
    """Return the first name in a sentence that has a telling word: Clean Water Bill, Independent Water Commission."""
    return next((m[0] for m in _PROPER.finditer(sentence) if telling(m[0]) and not _OFFICE.search(m[0])), None)


def _deeds(one: Undertaking, proper: str) -> list[str]:
    """Return phrases; one of them must stand near a name: the deed, or telling words where no deed is known."""
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


def addressed(question: str) -> tuple[str | None, str]:
    """Return the title of the post that a question is put to, None where it names none, and the question without it."""
    found = _ASKED.match(question.strip())
    if found is None:
        return None, question
    return found[1][:1].upper() + found[1][1:], question.strip()[found.end() :]
