"""How is a suggestion of the rules put to a person on the screen: the promise, the sentence, what was found and why?"""

from collections.abc import Iterator

from rich.text import Text

from monitor.model.evidence import Relation
from monitor.status.review_queue import Suggestion
from tui import words
from tui.widgets.texts import RELATION_STYLE, line, listed, prose, quoted

RELATIONS = tuple(relation.value for relation in Relation)
"""What a sentence can do to a promise, in the order of the keys 1 to 8."""


def suggestion_text(one: Suggestion, passage: Text | None, *, blind: bool) -> Text:
    """Return a suggestion to read, in its passage where that is known; `blind`: without what the rules found."""
    return listed(list(_parts(one, passage, blind=blind)), "\n")


def _parts(one: Suggestion, passage: Text | None, *, blind: bool) -> Iterator[Text]:
    promise, piece = one.commitment, one.evidence
    yield line(promise.title, "bold")
    yield prose(f"Promised on {words.day(promise.made_on)}: {promise.words}")
    milestone = promise.milestone(piece.milestone)
    if milestone and not blind:
        yield prose(f"{words.WHAT_COUNTS}: {milestone.expect.what} [{milestone.id}]")
    yield Text()
    if not blind:
        yield found_text(one)
    yield keys_text()
    yield Text()
    yield passage or quoted(piece.quote)


def found_text(one: Suggestion) -> Text:
    """Return what the rules found a sentence to do, how sure they are, and why."""
    piece = one.evidence
    style = RELATION_STYLE.get(piece.relation.value, "bold")
    of = [line(piece.milestone)] if piece.milestone else []
    does = line(words.relation(piece.relation), style)
    told = listed([line("The rules:"), does, *of, line(words.percentage(piece.strength), "muted")], " ")
    parts = [told, *(line(f"· {reason}", "muted") for reason in piece.reasons)]
    if piece.moved_to:
        parts.append(line(f"Moves the date to “{piece.moved_to.said}”, {words.window(piece.moved_to)}", "warning"))
    return listed(parts, "\n")


def keys_text() -> Text:
    """Return which key answers with which relation."""
    return listed([line(f"{n} {name}", "muted") for n, name in enumerate(RELATIONS, 1)], "  ")
