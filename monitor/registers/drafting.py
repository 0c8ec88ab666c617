"""What entry of a register would an undertaking make? A draft, sound as it stands, for a person to finish."""

import io
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from monitor import deadlines
from monitor.commitments import Due, Post, Register
from monitor.discovering import Undertaking
from monitor.sentences import words
from monitor.sources import SOURCES, WRITTEN_QUESTIONS

NAMELESS = "the minister who answered"
_FEW = 5
_FILLING = frozenset((
    "a", "an", "the", "this", "that", "these", "those", "our", "its", "their", "his", "her", "my", "your", "any",
    "all", "some", "both", "each", "more", "further", "new", "full", "other", "also", "and", "or", "but", "of", "in",
    "on", "at", "by", "to", "for", "with", "from", "as", "into", "about", "over", "under", "through", "during",
    "within", "before", "after", "following", "alongside", "including", "which", "who", "whom", "whose", "when",
    "where", "once", "while", "until", "will", "shall", "would", "be", "been", "being", "is", "are", "was", "were",
    "has", "have", "had", "do", "does", "did", "not", "it", "we", "i", "they", "he", "she", "you", "there", "here",
    "then", "now", "later", "next", "year", "years", "soon", "shortly", "due", "course", "ahead", "so", "whether",
    "if", "how", "what", "hon", "member", "members", "friend", "right", "government", "department", "minister",
    "secretary", "state", "house", "time", "times", "ask", "working", "support", "ensure", "people", "part", "work",
    "details", "detail", "information", "update", "updates", "copy", "letter", "plans", "plan", "spring", "summer",
    "autumn", "winter", "months", "weeks",
))  # fmt: skip
_STOPS = frozenset((
    "in", "by", "on", "to", "for", "with", "which", "that", "and", "as", "at", "from", "following", "alongside",
    "this", "later", "next", "before", "once", "when", "shortly", "soon", "over", "through", "under", "after",
    "during", "within", "who", "where", "so", "if", "how", "setting", "early",
))  # fmt: skip
_LEAD = frozenset((
    "to", "on", "for", "with",
    "the", "a", "an", "our", "its", "this", "these", "their", "further", "new", "full", "more", "both", "his", "her",
    "my",
))  # fmt: skip


_TO_PEOPLE = ("write", "reply", "meet")
"""Deeds done to a person: what they are about stands in the question."""


@dataclass(frozen=True, slots=True)
class Sayer:
    """Who said it and in which post; `known` says whether the source names them."""

    by: str
    post: str
    known: bool


def draft(one: Undertaking, register: Register, taken: Collection[str] = ()) -> dict[str, Any]:
    """Return the entry of an undertaking for a register, as its YAML holds it; its id is none of those `taken`."""
    document, sayer = one.version.document, _sayer(one, register)
    thing = _thing(one)
    also = " The source does not name who said it: look up the post and the name." if not sayer.known else ""
    entry: dict[str, Any] = {
        "id": _id(one, thing, {*taken, *(c.id for c in register.commitments)}),
        "title": _title(one),
        "words": f"“{one.sentence}”",
        "made": {"on": one.version.since, "by": sayer.by, "post": sayer.post},
        "said_in": [{"title": document.title or document.key, "url": one.passage.url or document.url}],
    }
    due = _due(one.due)
    if due is not None:
        entry["due"] = due
    entry["caution"] = f"Drafted by rules from one sentence: check what would count, and the words to watch.{also}"
    entry["watch"] = _watch(one, thing)
    entry["milestones"] = [_milestone(one, thing)]
    return entry


def as_yaml(entries: Iterable[dict[str, Any]]) -> str:
    """Return entries as they stand under `commitments:` in a register file."""
    text = _dumped(list(entries))
    return "".join(f"  {line}" if line.strip() else line for line in text.splitlines(keepends=True))


def whole(entries: Iterable[dict[str, Any]], register: str, today: date) -> str:
    """Return a register of its own with some entries, in which a person has everything to finish."""
    listed = list(entries)
    posts = {e["made"]["post"]: e["made"] for e in listed}
    held = {id_: {"title": id_, "held": [{"name": m["by"], "since": m["on"]}]} for id_, m in posts.items()}
    head = {
        "register": register,
        "title": "A register to be named",
        "about": "Drafted by bywhen register new: to be finished by a person.",
        "compiled_by": "nobody yet",
        "compiled_on": today,
        "posts": held,
    }
    return f"{_dumped(head)}commitments:\n{as_yaml(listed)}"


def _dumped(value: Any) -> str:
    yaml = YAML(typ="rt", pure=True)
    yaml.width = 110
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(_laid_out(value), out)
    text = out.getvalue()
    if isinstance(value, list):  # ruamel sets a list's own dashes in, which the one who puts it into a file does too
        text = "".join(line.removeprefix("  ") for line in text.splitlines(keepends=True))
    return text


def _laid_out(value: Any) -> Any:
    """Return a value with its short lists, and who made a promise, on one line each, as people write them."""
    if isinstance(value, dict):
        laid = CommentedMap({key: _laid_out(held) for key, held in value.items()})
        if {"on", "by", "post"} == value.keys():
            laid.fa.set_flow_style()
        return laid
    if not isinstance(value, list):
        return value
    row = CommentedSeq(_laid_out(held) for held in value)
    if not any(isinstance(held, dict) for held in value):
        row.fa.set_flow_style()
    return row


def _sayer(one: Undertaking, register: Register) -> Sayer:
    """Return who said it: by the holder of a post on that day, else by the post's title, else the first post."""
    speaker, title, day = one.passage.speaker, one.passage.post, one.version.since
    posts: dict[str, Post] = {c.post.id: c.post for c in register.commitments}
    held = next((p for p in posts.values() if speaker and p.holder(day) == speaker), None)
    titled = next((p for p in posts.values() if title and p.title.lower() == title.lower()), None)
    post = held or titled
    first = next(iter(posts))
    return Sayer(speaker or NAMELESS, post.id if post else first, known=bool(speaker) and post is not None)


def _due(due: Due | None) -> str | dict[str, Any] | None:
    """Return due words alone where the register will read the same window from them, else with the window."""
    if due is None:
        return None
    read = deadlines.resolve(f"This will be published {due.said}.", due.said_on)
    alone = deadlines.resolve_words(due.said, due.said_on)
    if read.kind != "none" and (alone.earliest, alone.latest) == (due.earliest, due.latest):
        return due.said
    window = {"earliest": due.earliest, "latest": due.latest}
    return {"said": due.said, **{k: v for k, v in window.items() if v}, "rule": due.rule or "as it was drafted"}


def _thing(one: Undertaking) -> str:
    """Return the words of the thing, up to where a phrase is set off, without its article; "" where it is a person."""
    said = one.deed.thing
    if one.deed.verb in _TO_PEOPLE:
        return ""
    kept: list[str] = []
    for word in words(re.split(r"[,;:–—(.]", said.partition(one.due.said)[0] if one.due else said)[0]):
        if word.text in _STOPS and (kept or word.text not in _LEAD):
            break
        if kept or word.text not in _LEAD:
            kept.append(said[word.start : word.end])
    thing = " ".join(kept[:6])
    return thing if len(thing) > 2 else ""


def _telling(text: str) -> list[str]:
    """Return the words of a text that tell most, the longest first; words of one length in their order."""
    found = dict.fromkeys(w.text for w in words(text) if len(w.text) > 3 and w.text not in _FILLING)
    return sorted((w for w in found if w.isalpha()), key=len, reverse=True)


def _watch(one: Undertaking, thing: str) -> dict[str, Any]:
    """Return what to watch for: the thing by name where its words tell enough, else telling words near each other."""
    if len(_telling(thing)) > 1:
        return {"names": [thing]}
    asked = " ".join(p.text for p in one.version.document.passages if p.role == "question")
    told = _telling(one.sentence) if one.deed.verb not in _TO_PEOPLE else []
    telling = list(dict.fromkeys([*_telling(thing), *told[:_FEW]]))
    if len(telling) < 2:
        telling = list(dict.fromkeys([*telling, *_telling(asked)])) or _telling(one.version.document.title)
    groups = [[word] for word in telling[:3]] or [[w.text] for w in words(one.sentence) if len(w.text) > 1][:3]
    return {"together": [groups]}


def _milestone(one: Undertaking, thing: str) -> dict[str, Any]:
    """Return the one milestone; the rules may only say delivered of a thing whose words no other thing has."""
    source = one.version.document.source
    relies_on = list(dict.fromkeys([source, WRITTEN_QUESTIONS])) if source in SOURCES else [WRITTEN_QUESTIONS]
    expect: dict[str, Any] = {"what": f"{_title(one)}: done."}
    if len(_telling(thing)) > 1:
        expect["words"] = [{"things": [thing], "deeds": [one.deed.done]}]
    return {"id": "done", "title": _title(one), "expect": expect, "relies_on": relies_on}


def _title(one: Undertaking) -> str:
    said = " ".join(re.split(r"[,;:–—]", one.deed.thing)[0].split()[:14]).rstrip(" .")
    passive = one.deed.verb == one.deed.done
    text = (f"{said} to be {one.deed.done}" if passive else f"{one.deed.verb} {said}").strip()
    return text[:1].upper() + text[1:]


def _id(one: Undertaking, thing: str, taken: Collection[str]) -> str:
    said = re.findall(r"[a-z0-9]+", f"{one.deed.verb} {thing}".lower())[:_FEW]
    base = "-".join(said)[:45].strip("-") or "undertaking"
    number, id_ = 1, base
    while id_ in taken:
        number += 1
        id_ = f"{base}-{number}"
    return id_
