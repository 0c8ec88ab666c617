"""What entry of a register would an undertaking make? A draft that claims nothing, for a person to finish."""

import re
from collections.abc import Collection
from typing import Any

from monitor import deadlines
from monitor.deadlines.unread_words import unread
from monitor.model.commitments import Post, Register
from monitor.model.documents import Document
from monitor.model.due import Due
from monitor.model.sentences import words
from monitor.model.sources import BILLS, GOV_UK, SOURCES, WRITTEN_QUESTIONS
from monitor.registers import placeholders
from monitor.registers.discovery import Undertaking
from monitor.registers.proposed_watch import TO_PEOPLE, Proposal, addressed, propose

_MOST = 12
"""Words of a thing's name at most."""
_ENDS = frozenset((
    "which", "that", "and", "as", "at", "from", "following", "alongside", "later", "next", "before", "once", "when",
    "shortly", "soon", "through", "after", "during", "within", "who", "where", "so", "if", "setting", "early", "by",
    "is", "are", "will", "has", "have", "to", "with", "alongside", "including", "because", "while", "until",
))  # fmt: skip
"""Words before which the name of a thing ends."""
_LEAD = frozenset((
    "to", "on", "for", "with", "of", "the", "a", "an", "our", "its", "this", "these", "their", "further", "new",
    "full", "more", "both", "his", "her", "my", "in", "and",
))  # fmt: skip
"""Words with which the name of a thing neither begins nor ends."""
_MANY = " These words bring many of the documents held, on other matters too: add some that only this has."
_ON_GOV_UK = ("published", "launched", "issued")
_BILL = re.compile(r"\bbill\b", re.IGNORECASE)


def draft(
    one: Undertaking, register: Register, taken: Collection[str] = (), watch: Proposal | None = None
) -> dict[str, Any]:
    """Return the entry of an undertaking for a register, as its YAML holds it; its id is none of those `taken`.

    `watch`: the words to watch for once they were tried on what is held; those of the sentence where nothing is.
    What would count is left blank, so that nothing can be delivered before a person has said it; so is the post, where
    the register has none of that title.
    """
    document, thing = one.version.document, _thing(one)
    post = _post(one, register)
    entry: dict[str, Any] = {
        "id": _id(one, thing, {*taken, *(c.id for c in register.commitments)}),
        "title": _title(one),
        "words": f"“{one.sentence}”",
        "made": {
            "on": one.said_on,
            "by": one.passage.speaker or placeholders.NOBODY,
            "post": post.id if post else placeholders.POST,
        },
        "said_in": [{"title": _called(document), "url": one.passage.url or document.url, "quote": one.sentence}],
    }
    due = _due(one.due)
    if due is not None:
        entry["due"] = due
    also = (
        "" if one.passage.speaker and post else " The source does not name who said it: look up the name and the post."
    )
    watched = watch or wanted(one)
    also += _MANY if watched.too_common else ""
    entry["caution"] = (
        f"Drafted from one sentence: check the words to watch for, and say what would count as kept.{also}"
    )
    entry["watch"] = watched.filled()
    entry["milestones"] = [_milestone(one)]
    return entry


def wanted(one: Undertaking) -> Proposal:
    """Return the words to watch for, as far as the sentence tells them."""
    return propose(one, _thing(one))


def titled(one: Undertaking) -> str | None:
    """Return the title of the post that undertook it: of who spoke, else of who was asked; None where none is told."""
    if one.passage.post:
        return one.passage.post
    asked = (addressed(p.text)[0] for p in one.version.document.passages if p.role == "question")
    return next(filter(None, asked), None)


def slug(text: str, longest: int = 45) -> str:
    """Return an id made of a text's words, "" where there are none in it."""
    return re.sub(r"-[^-]*$", "", said[: longest + 1]) if len(said := _dashed(text)) > longest else said


def _dashed(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


def _post(one: Undertaking, register: Register) -> Post | None:
    """Return the register's post that said it: held by who spoke on that day, or of the same title."""
    speaker, title, day = one.passage.speaker, titled(one), one.said_on
    posts = {c.post.id: c.post for c in register.commitments}.values()
    held = next((p for p in posts if speaker and p.holder(day) == speaker), None)
    return held or next((p for p in posts if title and p.title.lower() == title.lower()), None)


def _called(document: Document) -> str:
    written = "Written answer" if document.source == WRITTEN_QUESTIONS else "Document"
    return document.title or f"{written} {document.key}"


def _due(due: Due | None) -> str | dict[str, Any] | None:
    """Return due words alone where the register will read the same window from them, else with the window."""
    if due is None:
        return None
    alone = deadlines.resolve_words(due.said, due.said_on)
    if not unread(due.said, due.said_on) and (alone.earliest, alone.latest) == (due.earliest, due.latest):
        return due.said
    window = {"earliest": due.earliest, "latest": due.latest}
    return {"said": due.said, **{k: v for k, v in window.items() if v}, "rule": due.rule or "as it was drafted"}


def _before_due(one: Undertaking) -> str:
    """Return what is said of the thing up to its due words."""
    said, due = one.deed.thing, one.due
    return said.partition(due.said)[0] if due and due.said in said else said


def _thing(one: Undertaking) -> str:
    """Return the thing's name, without its article, up to where a phrase is set off; "" where it is a person."""
    if one.deed.verb in TO_PEOPLE:
        return ""
    said = re.split(r"[,;:–—(.]", _before_due(one))[0]
    kept: list[tuple[str, str]] = []
    for word in words(said):
        if kept and word.text in _ENDS:
            break
        if kept or word.text not in _LEAD:
            kept.append((word.text, said[word.start : word.end]))
    kept = kept[:_MOST]
    while kept and kept[-1][0] in _LEAD:
        kept.pop()
    return " ".join(text for _, text in kept)


def _milestone(one: Undertaking) -> dict[str, Any]:
    """Return the one milestone, with what would count left blank: it is not in the promise."""
    source = one.version.document.source
    also = [GOV_UK] if one.deed.done in _ON_GOV_UK else [BILLS] if _BILL.search(one.deed.thing) else []
    relies_on = list(dict.fromkeys([*([source] if source in SOURCES else []), WRITTEN_QUESTIONS, *also]))
    what = f"{placeholders.BLANK}: what, once it is published or said, would show that this was done?"
    return {"id": "done", "title": _title(one), "expect": {"what": what}, "relies_on": relies_on}


def _title(one: Undertaking) -> str:
    said = " ".join(re.split(r"[,;:–—]", _before_due(one))[0].split()[:14]).rstrip(" .")
    passive = one.deed.verb == one.deed.done
    text = (f"{said} to be {one.deed.done}" if passive else f"{one.deed.verb} {said}").strip()
    return text[:1].upper() + text[1:]


def _id(one: Undertaking, thing: str, taken: Collection[str]) -> str:
    said = f"{one.deed.verb} {thing}".split()[:5]
    while said and said[-1].lower() in _LEAD:
        said.pop()
    base = slug(" ".join(said)) or "undertaking"
    number, id_ = 1, base
    while id_ in taken:
        number += 1
        id_ = f"{base}-{number}"
    return id_
