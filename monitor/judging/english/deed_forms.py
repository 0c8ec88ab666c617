"""Which deeds are one? “Published” in a register stands for its forms: publishing, publication, released, issued.

A family is a line of a table: the words a register asks for it by, the verbs that tell it, its nouns, the state that
it leaves behind, and what a thing does by itself.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


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
class DeedForm:
    """One way in which a deed is told. `moves`: by the thing itself; `spelt`: in a register's own words."""

    words: str
    kind: Kind
    moves: bool = False
    spelt: bool = False


_FAMILIES = """
publish, release, issue | publish, release, issue, unveil | publication, release | available
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
# fmt: off
_IRREGULAR = re.findall(r"(\w+) (\w+) (\w+) ?(\w*)", """lay laid laid, begin began begun, bring brought brought,
    set set set setting, put put put putting, come came come, take took taken, go went gone, pay paid paid,
    build built built, become became become, hold held held, stand stood stood, shut shut shut shutting,
    submit submitted submitted submitting, ban banned banned banning""")
# fmt: on


def _family(line: str) -> tuple[list[str], frozenset[str], tuple[DeedForm, ...]]:
    """Return the names of a family, all words a register may ask for it by, and its forms."""
    cells = (line.replace("OPEN", _OPEN).replace("FORCE", _FORCE) + "||||").split("|")[:5]
    asked, verbs, nouns, states, moves = ([w.strip() for w in cell.split(",") if w.strip()] for cell in cells)
    done = [DeedForm(said, Kind.DOING if n == 2 else Kind.VERB) for v in verbs for n, said in enumerate(_forms_of(v))]
    moved = [DeedForm(said, Kind.VERB, moves=True) for verb in moves for said in _forms_of(verb)[:2]]
    still = [*(DeedForm(said, Kind.NOUN) for said in nouns), *(DeedForm(said, Kind.STATE) for said in states)]
    known = frozenset(said for verb in asked for said in (verb.lower(), *map(str.lower, _forms_of(verb))))
    return asked, known, tuple(dict.fromkeys([*done, *moved, *still]))


def _forms_of(verb: str) -> tuple[str, str, str]:
    """Return the past, the participle and the -ing of a verb that may have further words: “came into force”."""
    head, _, rest = verb.partition(" ")
    regular = head[:-1] + "ied" if re.search("[^aeiou]y$", head) else head.removesuffix("e") + "ed"
    past, done, doing = next((tuple(known[1:]) for known in _IRREGULAR if known[0] == head), (regular, regular, ""))
    doing = doing or (head.removesuffix("e") if not head.endswith("ee") else head) + "ing"
    return f"{past} {rest}".strip(), f"{done} {rest}".strip(), f"{doing} {rest}".strip()


ASKED = tuple(_family(line) for line in _FAMILIES.strip().splitlines())
