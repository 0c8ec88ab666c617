"""Where does a sentence tell a deed, in any of the forms that the words of a register stand for?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from monitor.deadlines.text import WRITTEN_MONTH as MONTH
from monitor.judging.english.deed_forms import ASKED, DeedForm, Kind
from monitor.judging.english.verb_groups import AUXILIARIES, Group, group
from monitor.model.sentences import phrase_words

# fmt: off
_LEADING = AUXILIARIES | set(re.findall(r"\w+", """we i it they all now then also today recently newly already just
    officially formally fully both the government"""))
_TRAILING = set(re.findall(r"\w+", f"""on in at by until from since our its the a an his her their this of before
    parliament {MONTH.lower()}"""))
# fmt: on
_PARTED = {"brought", "bringing", "put", "putting", "set", "setting", "rolled", "rolling", "paid"}
"""Verbs whose second word may stand after what they are done to."""
_PARTICIPLE = re.compile(r"\w+(?:ed|en|aid|ilt|ade|own|ept|ent|eld|ought|ut|id)\b")


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed where it stands in a sentence, between two characters, with its verb group."""

    start: int
    end: int
    form: DeedForm
    group: Group


def deeds_in(text: str, plain: str, wanted: Sequence[str]) -> tuple[Deed, ...]:
    """Return every deed of the wanted ones, in any of their forms, in the order of a sentence.

    `text` is the sentence with its things blotted out, `plain` the same with them: what a register spells out in words
    of its own may run into the thing.
    """
    found: dict[int, Deed] = {}
    for shape, form in _shapes(tuple(wanted)):
        for m in shape.finditer(plain if form.spelt else text):
            if m.start() not in found or m.end() > found[m.start()].end:
                found[m.start()] = Deed(m.start(), m.end(), form, group(text, m.start(), doing=form.kind is Kind.DOING))
    return tuple(found[at] for at in sorted(found))


def asked_as(deed: str) -> frozenset[str]:
    """Return by which names of families a register asks for a deed."""
    said = _bare(deed)
    return frozenset(name for names, asked, _ in ASKED if said in asked for name in names)


@lru_cache(maxsize=512)
def _shapes(wanted: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], DeedForm], ...]:
    """Return the shapes that a register's deeds stand for, one for all forms that are alike."""
    alike: dict[DeedForm, list[str]] = {}
    every = dict.fromkeys(form for deed in wanted for form in _forms(deed))
    moving = {form.words for form in every if form.moves}
    for form in every:
        moves = form.kind is Kind.VERB and form.words in moving
        alike.setdefault(replace(form, words="", moves=moves), []).append(_shape(form))
    verbs_first = sorted(alike.items(), key=lambda found: found[0].kind is Kind.STATE)
    longest = {form: "|".join(sorted(said, key=len, reverse=True)) for form, said in verbs_first}
    return tuple((re.compile(rf"(?<![\w-])(?:{said})(?!\w)", re.IGNORECASE), form) for form, said in longest.items())


def _shape(form: DeedForm) -> str:
    """Return the shape of a form's words. “Brought it into force” is one deed."""
    parts = form.words.split()
    if parts[0] in _PARTED and len(parts) > 1:
        return rf"{parts[0]}(?: {_run(parts[1:])}|(?=(?: [^\s,;:]+){{1,9}}? {_run(parts[1:])}\b))"
    if parts[-1] == "to":
        return rf"{_run(parts[:-1])}(?: in full| fully| formally| publicly)? to"
    return _run(parts)


def _run(parts: Sequence[str]) -> str:
    return r"(?: \w+ly)?[ -]".join(re.escape(w.rstrip("*")) + (r"\w*" if w.endswith("*") else "") for w in parts)


@lru_cache(maxsize=1024)
def _forms(deed: str) -> tuple[DeedForm, ...]:
    """Return the forms that a deed of a register stands for: those of its family, or those of its own words."""
    said = _bare(deed)
    return tuple(f for _, asked, family in ASKED if said in asked for f in family) or tuple(_own(phrase_words(deed)))


def _bare(deed: str) -> str:
    """Return the words of a deed without auxiliaries before it, nor what only leads on after it."""
    run = _core(phrase_words(deed))
    while len(run) > 1 and (run[-1] in _TRAILING or re.fullmatch(r"\d\d?", run[-1])):
        run.pop()
    return " ".join(run).rstrip("*")


def _core(parts: Sequence[str]) -> list[str]:
    run = list(parts)
    while len(run) > 1 and run[0] in _LEADING:
        run.pop(0)
    return run


def _own(parts: Sequence[str]) -> Iterator[DeedForm]:
    """Yield the forms of a deed that no family has: “has named”, “is mandatory”, “the audit was published”."""
    core = _core(parts)
    leading, said, spelt = set(parts[: len(parts) - len(core)]), " ".join(core), len(core) > 1
    if core and _PARTICIPLE.match(core[0]):
        passive = leading & {"was", "were", "been", "be", "being", "is", "are"}
        yield DeedForm(said, Kind.VERB, moves=not passive, spelt=spelt)
        if core[0].endswith("ed"):
            yield DeedForm(" ".join([core[0].removesuffix("ed") + "ing", *core[1:]]), Kind.DOING, spelt=spelt)
    elif leading & {"is", "are", "became", "become"} or (spelt and core[0] in ("in", "on", "under", "at")):
        yield DeedForm(said, Kind.STATE, spelt=spelt)
    elif set(parts) <= _LEADING:
        yield DeedForm(" ".join(parts), Kind.NOW, moves=True)
    elif spelt:
        yield DeedForm(" ".join(parts), Kind.SPELT, spelt=True)
    elif core:
        yield DeedForm(said, Kind.NOW if core[0].endswith("s") and not leading else Kind.VERB, moves=True)
