"""In which words is it reported what happened to a document: as a headline, and as before and after?"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from monitor.model.documents import Document
from monitor.model.same_words import same_words
from monitor.model.sentences import sentences
from monitor.model.sources import BILLS, COMMITTEES, GOV_UK, HANSARD, WRITTEN_QUESTIONS, WRITTEN_STATEMENTS
from monitor.model.wording import day as say
from monitor.pipeline.comparing.document_versions import Difference, answered
from monitor.pipeline.comparing.text_diff import diff
from monitor.status.headlines import quoting, shortened

LONG = 600
"""Characters of a text before or after an edit that a change carries; the versions hold the whole."""

_TEXTS = (Difference.AMENDED, Difference.CORRECTED)
_THINGS: Mapping[str, str] = MappingProxyType(
    {
        GOV_UK: "Page",
        HANSARD: "Debate",
        WRITTEN_STATEMENTS: "Written statement",
        BILLS: "Bill's record",
        COMMITTEES: "Committee paper",
    }
)


def news(difference: Difference, before: Document, after: Document) -> str:
    """Return in a few words what happened to a document: "Answer corrected on 18 June 2031"."""
    return _CLAUSES[difference](before, after)


def named(document: Document) -> str:
    """Return what a document is and is called, with its day, as a sentence to stand beneath the news."""
    return f"{_thing(document)} \u201c{title(document)}\u201d of {say(document.published_on)}."


def before_and_after(difference: Difference, before: Document, after: Document) -> tuple[str | None, str | None]:
    """Return how it was and how it is: states in a word, texts as the sentences that were altered."""
    if difference is Difference.TRANSFERRED:
        return before.body, after.body
    if difference in (Difference.HOLDING, Difference.ANSWERED):
        return _state(before), _state(after)
    if difference in _TEXTS:
        return _altered(before, after)
    return before.presence.value, after.presence.value


def words(difference: Difference, before: Document, after: Document) -> str:
    """Return the words that show what happened: the altered words, or how the answer begins, or the question."""
    _, so = before_and_after(difference, before, after)
    if difference in _TEXTS and so:
        return so
    if difference in (Difference.AMENDED, Difference.REDIRECTED, Difference.GONE):
        return title(after)
    said = sentences(answer(after) or text(after))
    return said[0].text if said else title(after)


def title(document: Document) -> str:
    """Return what a document is called; a question has no heading in its first days."""
    number = document.url.rpartition("/")[2]
    return document.title or (f"question {number}" if document.source == WRITTEN_QUESTIONS else document.key)


def text(document: Document) -> str:
    """Return all that is said in a document."""
    return "\n\n".join(passage.text for passage in document.passages)


def answer(document: Document) -> str:
    """Return what is said in a document, questions and the titles of attached files aside."""
    return "\n\n".join(p.text for p in document.passages if p.role not in ("question", "text"))


def new_notes(before: Document, after: Document) -> tuple[str, ...]:
    """Return the publisher's notes of its edits that were added; those of a statement only name other statements."""
    if after.source == WRITTEN_STATEMENTS:
        return ()
    return tuple(note for day, note in after.notes if (day, note) not in before.notes)


def _altered(before: Document, after: Document) -> tuple[str | None, str | None]:
    if not answered(before) and answered(after):
        return None, None  # corrected before it was ever seen: what it said first is not to be had
    edits = [e for e in diff(text(before), text(after)) if not same_words(e.before, e.after)]
    if edits:
        return _joined(e.before for e in edits), _joined(e.after for e in edits)
    if before.title != after.title:
        return before.title, after.title
    return None, _joined(new_notes(before, after))


def _joined(texts: Iterable[str]) -> str | None:
    return shortened(" … ".join(" ".join(one.split()) for one in texts if one), LONG) or None


def _state(document: Document) -> str:
    if answered(document):
        return "answered"
    return "holding answer" if document.holding else "unanswered"


def _thing(document: Document) -> str:
    if document.source == WRITTEN_QUESTIONS:
        return "Answer" if answered(document) else "Question"
    return _THINGS.get(document.source, "Document")


def _edited(before: Document, after: Document) -> str:
    notes = new_notes(before, after)
    return quoting(f"{_thing(before)} edited: ", notes[-1]) if notes else f"{_thing(before)} edited without a note"


def _corrected(before: Document, after: Document) -> str:
    unseen = after.source == WRITTEN_QUESTIONS and not answered(before)
    on = f" on {say(after.corrected_on)}" if after.corrected_on else ""
    return f"{_thing(after)} corrected{on}" + ("; what it said first was not seen" if unseen else "")


def _answered(before: Document, after: Document) -> str:
    said = sentences(answer(after))
    return quoting("Question answered: ", said[0].text) if said else f"{_thing(before)} answered"


_CLAUSES: Mapping[Difference, Callable[[Document, Document], str]] = MappingProxyType(
    {
        Difference.AMENDED: _edited,
        Difference.CORRECTED: _corrected,
        Difference.TRANSFERRED: lambda was, so: f"{_thing(was)} handed on to {so.body or 'another department'}",
        Difference.HOLDING: lambda was, _: f"{_thing(was)} got a holding answer, which answers nothing yet",
        Difference.ANSWERED: _answered,
        Difference.WITHDRAWN: lambda was, _: f"{_thing(was)} withdrawn by its publisher",
        Difference.REDIRECTED: lambda was, _: f"{_thing(was)} now leads elsewhere",
        Difference.GONE: lambda was, _: f"{_thing(was)} gone",
        Difference.RESTORED: lambda was, _: f"{_thing(was)} back",
    }
)
