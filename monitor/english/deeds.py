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


_FAMILIES = """
publish, release, issue | publish, release, issue, unveil | publication, release
launch, unveil, kick off, go live | launch, open, unveil, kick off | launch, opening | OPEN | launch, open, go live
open | open | opening | OPEN | open, go live, open its doors, open their doors
begin, start | begin, start, commence, launch | start, beginning | under way, underway | begin, start, commence
FORCE, bring into force, in force, in effect | bring into force, put into force, implement \
    | coming into force, commencement, entry into force | in force, in effect, law | FORCE
receive Royal Assent, become law | grant Royal Assent, pass into law | Royal Assent | law \
    | receive Royal Assent, become law
introduce, bring in, bring forward | introduce, bring in, bring forward | introduction
lay | lay, table | laying
establish, set up, create, found | establish, set up, create, found, stand up | establishment, creation \
    | in place, operational, fully operational, up and running
appoint | appoint | appointment | in post | take up post, take up office
respond, respond to, reply | respond to, reply to | response to | | respond, reply
sign | sign | signing, signature
ratify | ratify | ratification
complete, conclude, finish | complete, conclude, finish, finalise | completion, conclusion | complete \
    | conclude, finish
report | | | | report
award | award, grant | award
pay | pay, pay out | payment
close | close, shut | closure | closed | close, shut
end, abolish | end, abolish | abolition | no longer in use | end, cease, come to an end
repeal | repeal, revoke | repeal
ban, prohibit | ban, prohibit | ban
recruit | recruit, hire | recruitment
build | build, construct | construction
submit | submit | submission
approve | approve | approval
agree | agree, conclude | agreement
commission | commission | commissioning
extend | extend | extension
remove | remove | removal
roll out | roll out | roll-out, rollout
hold, take place | hold | | | take place
accept | accept
deliver | deliver
announce | announce
set out | set out
"""
"""Deeds that are one, a line each: asked | verbs | nouns | states | moves.

A deed asked for as “opened” is not told by “launched”, though one asked for as “launched” is told by “opened”.
"""
_OPEN = "open to the public, open to applications, open for applications, open, live, up and running"
_FORCE = "come into force, come into effect, take effect, enter into force, commence, go live"
_IRREGULAR = {
    "lay": "laid laid", "begin": "began begun", "bring": "brought brought", "set": "set set", "put": "put put",
    "come": "came come", "take": "took taken", "go": "went gone", "pay": "paid paid", "become": "became become",
    "build": "built built", "hold": "held held", "stand": "stood stood", "shut": "shut shut",
    "submit": "submitted submitted", "ban": "banned banned",
}  # fmt: skip
_DOUBLED = {"set": "setting", "put": "putting", "shut": "shutting", "submit": "submitting", "ban": "banning"}
_LEADING = AUXILIARIES | set(re.findall(r"\w+", """we i it they all now then also today recently newly already just
    officially formally fully both the government"""))  # fmt: skip
_TRAILING = set(re.findall(r"\w+", f"""on in at by until from since our its the a an his her their this of before
    parliament {MONTH.lower()}"""))  # fmt: skip
_PARTED = {"brought", "bringing", "put", "putting", "set", "setting", "rolled", "rolling", "paid"}
"""Verbs whose second word may stand after what they are done to."""
_PARTICIPLE = re.compile(r"\w+(?:ed|en|aid|ilt|ade|own|ept|ent|eld|ought|ut|id)\b")


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


def asked_as(deed: str) -> frozenset[str]:
    """Return by which names of families a register asks for a deed."""
    said = _bare(deed)
    return frozenset(name for names, asked, _ in _ASKED if said in asked for name in names)


@lru_cache(maxsize=512)
def _shapes(wanted: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], Form], ...]:
    """Return the shapes that a register's deeds stand for, one for all forms that are alike."""
    alike: dict[Form, list[str]] = {}
    every = dict.fromkeys(form for deed in wanted for form in _forms(deed))
    moving = {form.words for form in every if form.moves}
    for form in every:
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
def _forms(deed: str) -> tuple[Form, ...]:
    """Return the forms that a deed of a register stands for: those of its family, or those of its own words."""
    said = _bare(deed)
    return tuple(f for _, asked, family in _ASKED if said in asked for f in family) or tuple(_own(phrase_words(deed)))


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


def _own(parts: Sequence[str]) -> Iterator[Form]:
    """Yield the forms of a deed that no family has: “has named”, “is mandatory”, “the audit was published”."""
    core = _core(parts)
    leading, said, spelt = set(parts[: len(parts) - len(core)]), " ".join(core), len(core) > 1
    if core and _PARTICIPLE.match(core[0]):
        passive = leading & {"was", "were", "been", "be", "being", "is", "are"}
        yield Form(said, Kind.VERB, moves=not passive, spelt=spelt)
        if core[0].endswith("ed"):
            yield Form(" ".join([core[0].removesuffix("ed") + "ing", *core[1:]]), Kind.DOING, spelt=spelt)
    elif leading & {"is", "are", "became", "become"} or (spelt and core[0] in ("in", "on", "under", "at")):
        yield Form(said, Kind.STATE, spelt=spelt)
    elif set(parts) <= _LEADING:
        yield Form(" ".join(parts), Kind.NOW, moves=True)
    elif spelt:
        yield Form(" ".join(parts), Kind.SPELT, spelt=True)
    elif core:
        yield Form(said, Kind.NOW if core[0].endswith("s") and not leading else Kind.VERB, moves=True)


def _family(line: str) -> tuple[list[str], frozenset[str], tuple[Form, ...]]:
    """Return the names of a family, all words a register may ask for it by, and its forms."""
    cells = line.replace("OPEN", _OPEN).replace("FORCE", _FORCE).split("|")
    asked, verbs, nouns, states, moves = (
        [w.strip() for w in cell.split(",") if w.strip()] for cell in cells + [""] * (5 - len(cells))
    )
    done = [Form(said, Kind.DOING if n == 2 else Kind.VERB) for v in verbs for n, said in enumerate(_forms_of(v))]
    moved = [Form(said, Kind.VERB, moves=True) for verb in moves for said in _forms_of(verb)[:2]]
    still = [*(Form(said, Kind.NOUN) for said in nouns), *(Form(said, Kind.STATE) for said in states)]
    known = frozenset(said for verb in asked for said in (verb.lower(), *map(str.lower, _forms_of(verb))))
    return asked, known, tuple(dict.fromkeys([*done, *moved, *still]))


def _forms_of(verb: str) -> tuple[str, str, str]:
    """Return the past, the participle and the -ing of a verb that may have further words: “came into force”."""
    head, _, rest = verb.partition(" ")
    regular = head[:-1] + "ied" if re.search("[^aeiou]y$", head) else head.removesuffix("e") + "ed"
    past, done = _IRREGULAR.get(head, f"{regular} {regular}").split()
    doing = _DOUBLED.get(head) or (head.removesuffix("e") if not head.endswith("ee") else head) + "ing"
    return f"{past} {rest}".strip(), f"{done} {rest}".strip(), f"{doing} {rest}".strip()


_ASKED = tuple(_family(line) for line in _FAMILIES.strip().splitlines())
