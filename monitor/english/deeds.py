"""Which words tell a deed? “Published” in a register stands for its forms: publishing, publication, released, issued.

A family is a row: the words a register asks for it by, the verbs that tell it, its nouns, the state that it leaves
behind, and what a thing does by itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from monitor.english.days import MONTH
from monitor.english.verbs import AUXILIARIES, Group, group
from monitor.sentences import phrase_words


class Kind(StrEnum):
    """What a word that tells a deed is in its sentence."""

    VERB = "verb"  # published
    DOING = "doing"  # publishing
    NOW = "now"  # applies
    NOUN = "noun"  # publication
    STATE = "state"  # in force
    SHOWN = "shown"  # sets out
    SPELT = "spelt"  # the audit was published: a register's words with their own subject, object or auxiliary


@dataclass(frozen=True, slots=True)
class Family:
    """Deeds that are one; commas part them. `asked`: what a register calls it. `verbs`: what is done to a thing.

    `moves`: what a thing does by itself. `now`: verbs in the present tense. A deed asked for as “opened” is not told by
    “launched”, though one asked for as “launched” is told by “opened”: so who is asked for is not all that tells it.
    """

    asked: str
    verbs: str = ""
    nouns: str = ""
    states: str = ""
    moves: str = ""
    now: str = ""


_OPEN = "open to the public, open to applications, open for applications, open, live, up and running"
_FORCE = "come into force, come into effect, take effect, enter into force, commence, go live"
FAMILIES = (
    Family("publish, release, issue", "publish, release, issue, unveil", "publication, release"),
    Family("launch, unveil, kick off, go live", "launch, open, unveil, kick "
        "off", "launch, opening", _OPEN, "launch, open, go live"),
    Family("open", "open", "opening", _OPEN, "open, go live, open its doors, open their doors"),
    Family("begin, start", "begin, start, commence, launch", "start, beginning", "under way, "
        "underway", "begin, start, commence"),
    Family(
        f"{_FORCE}, bring into force, in force, in effect", "bring into force, put into force, implement",
        "coming into force, commencement, entry into force", "in force, in effect, law", _FORCE,
    ),
    Family("receive Royal Assent, become law", "grant Royal Assent, pass into law", "Royal Assent", "law",
           "receive Royal Assent, become law"),
    Family("introduce, bring in, bring forward", "introduce, bring in, bring forward", "introduction"),
    Family("lay", "lay, table", "laying"),
    Family(
        "establish, set up, create, found", "establish, set up, create, found, stand up", "establishment, creation",
        "in place, operational, fully operational, up and running",
    ),
    Family("appoint", "appoint", "appointment", "in post", "take up post, take up office"),
    Family("respond, respond to, reply", "respond to, reply to", "response to", "", "respond, reply"),
    Family("sign", "sign", "signing, signature"), Family("ratify", "ratify", "ratification"),
    Family("complete, conclude, finish", "complete, conclude, finish, finalise", "completion, conclusion", "complete",
           "conclude, finish"),
    Family("report", "", "", "", "report"), Family("award", "award, grant", "award"),
    Family("pay", "pay, pay out", "payment"), Family("close", "close, shut", "closure", "closed", "close, shut"),
    Family("end, abolish", "end, abolish", "abolition", "no longer in use", "end, cease, come to an end"),
    Family("repeal", "repeal, revoke", "repeal"), Family("ban, prohibit", "ban, prohibit", "ban"),
    Family("recruit", "recruit, hire", "recruitment"), Family("build", "build, construct", "construction"),
    Family("submit", "submit", "submission"), Family("approve", "approve", "approval"),
    Family("agree", "agree, conclude", "agreement"), Family("commission", "commission", "commissioning"),
    Family("extend", "extend", "extension"), Family("remove", "remove", "removal"),
    Family("roll out", "roll out", "roll-out, rollout"), Family("hold, take place", "hold", "", "", "take place"),
    Family("accept", "accept"), Family("deliver", "deliver"), Family("announce", "announce"), Family("set out",
    "set out"),
)  # fmt: skip
_IRREGULAR = {
    "lay": "laid laid", "begin": "began begun", "bring": "brought brought", "set": "set set", "put": "put put",
    "come": "came come", "take": "took taken", "go": "went gone", "pay": "paid paid", "become": "became become",
    "build": "built built", "hold": "held held", "stand": "stood stood", "shut": "shut shut",
    "submit": "submitted submitted", "ban": "banned banned",
}  # fmt: skip
_DOUBLED = {"set": "setting", "put": "putting", "shut": "shutting", "submit": "submitting", "ban": "banning"}
_LEADING = AUXILIARIES | {
    "we", "i", "it", "they", "all", "now", "then", "also", "today", "recently", "newly", "already", "just",
    "officially",
    "formally", "fully", "both", "the", "government",
}  # fmt: skip
_TRAILING = {
    "on", "in", "at", "by", "until", "from", "since", "our", "its", "the", "a", "an", "his", "her", "their",
    "this", "of",
    "before", "parliament", *(month.lower() for month in MONTH.split("|")),
}  # fmt: skip
_PASSIVE = {"was", "were", "been", "be", "being", "is", "are"}
_PARTED = {"brought", "bringing", "put", "putting", "set", "setting", "rolled", "rolling", "paid"}
"""Verbs whose second word may stand after what they are done to."""
_STANDS = {"is", "are", "became", "become"}


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a deed is told. `moves`: by the thing itself; `spelt`: in a register's own words."""

    words: str
    kind: Kind
    moves: bool = False
    spelt: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed where it stands in a sentence, between two characters, with its verb group."""

    start: int
    end: int
    form: Form
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


@lru_cache(maxsize=512)
def _shapes(wanted: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], Form], ...]:
    """Return the shapes that a register's deeds stand for, one for all forms that are alike."""
    alike: dict[Form, list[str]] = {}
    moving = {f.words for deed in wanted for f in forms(deed) if f.moves}
    for form in dict.fromkeys(f for deed in wanted for f in forms(deed)):
        moves = form.kind is Kind.VERB and form.words in moving
        alike.setdefault(replace(form, words="", moves=moves), []).append(_shape(form))
    return tuple((_any(said), form) for form, said in alike.items())


def _any(said: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(said, key=len, reverse=True))})(?!\w)", re.IGNORECASE)


def _shape(form: Form) -> str:
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
def forms(deed: str) -> tuple[Form, ...]:
    """Return the forms that a deed of a register stands for: those of its family, or those of its own words."""
    parts = phrase_words(deed)
    said = " ".join(_core(parts, trailing=True)).rstrip("*")
    known = tuple(f for asked, family in _ASKED if said in asked for f in family)
    return known or tuple(_own(parts))


def asked_as(deed: str) -> frozenset[str]:
    """Return by which names of families a register asks for a deed."""
    said = " ".join(_core(phrase_words(deed), trailing=True)).rstrip("*")
    return frozenset(n for family in FAMILIES if said in _asked(family) for n in _each(family.asked))


def _core(parts: Sequence[str], *, trailing: bool = False) -> tuple[str, ...]:
    """Return the words of a deed without auxiliaries before it, nor what only leads on after it."""
    run = list(parts)
    while len(run) > 1 and run[0] in _LEADING:
        run.pop(0)
    while trailing and len(run) > 1 and (run[-1] in _TRAILING or re.fullmatch(r"\d\d?", run[-1])):
        run.pop()
    return tuple(run)


def _own(parts: Sequence[str]) -> Iterator[Form]:
    """Yield the forms of a deed that no family has: “has named”, “is mandatory”, “the audit was published”."""
    core = _core(parts)
    leading, said, spelt = parts[: len(parts) - len(core)], " ".join(core), len(core) > 1
    verb = bool(core) and bool(_PARTICIPLE.match(core[0]))
    if _STANDS & set(leading) and not verb:
        yield Form(said, Kind.STATE, spelt=spelt)
    elif verb:
        yield Form(said, Kind.VERB, moves=not _PASSIVE & set(leading), spelt=spelt)
        if core[0].endswith("ed"):
            yield Form(" ".join([core[0].removesuffix("ed") + "ing", *core[1:]]), Kind.DOING, spelt=spelt)
    elif set(parts) <= _LEADING:
        yield Form(" ".join(parts), Kind.NOW, moves=True)
    elif spelt:
        yield Form(" ".join(parts), Kind.SPELT, spelt=True)
    elif core:
        yield Form(said, Kind.NOW if core[0].endswith("s") and not leading else Kind.VERB, moves=True)


_PARTICIPLE = re.compile(r"\w+(?:ed|en|aid|ilt|ade|own|ept|ent|eld|ought|ut|id)\b")


def _family(family: Family) -> Iterator[Form]:
    """Yield the forms of a family."""
    for verb in _each(family.verbs):
        past, done, doing = _forms_of(verb)
        yield from (Form(past, Kind.VERB), Form(done, Kind.VERB), Form(doing, Kind.DOING))
    for verb in _each(family.moves):
        yield from (Form(said, Kind.VERB, moves=True) for said in _forms_of(verb)[:2])
    yield from (Form(said, Kind.NOUN) for said in _each(family.nouns))
    yield from (Form(said, Kind.STATE) for said in _each(family.states))


def _asked(family: Family) -> frozenset[str]:
    return frozenset(said for verb in _each(family.asked) for said in (verb.lower(), *map(str.lower, _forms_of(verb))))


def _forms_of(verb: str) -> tuple[str, str, str]:
    """Return the past, the participle and the -ing of a verb that may have further words: “came into force”."""
    head, _, rest = verb.partition(" ")
    past, done = _IRREGULAR.get(head, f"{_regular(head)} {_regular(head)}").split()
    doing = _DOUBLED.get(head) or (head.removesuffix("e") if not head.endswith("ee") else head) + "ing"
    return f"{past} {rest}".strip(), f"{done} {rest}".strip(), f"{doing} {rest}".strip()


def _regular(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")


def _each(said: str) -> list[str]:
    return [one.strip() for one in said.split(",") if one.strip()]


_ASKED = tuple((_asked(family), tuple(dict.fromkeys(_family(family)))) for family in FAMILIES)
