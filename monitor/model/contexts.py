"""Where in a document does a sentence stand: what was said before it, and what after?"""

import re
from dataclasses import dataclass

from monitor.model.documents import Document
from monitor.model.passages import Passage
from monitor.model.sentences import sentences

_AROUND = 1_200
"""Characters that are shown at most before a sentence, and after it."""
_QUESTION = 800
"""Characters that are shown at most of what it answers."""
LEFT_OUT = "[…]"


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence as it stands in a passage. `asked`: the end of the passage before it, which it may answer."""

    speaker: str | None
    post: str | None
    before: str
    sentence: str
    after: str
    asked: str = ""
    asked_by: str | None = None


def setting(document: Document, quote: str) -> Setting | None:
    """Return where a sentence stands in a document; None where it is its title, or does not stand there."""
    pattern = re.compile(r"\s+".join(map(re.escape, quote.split()))) if quote.strip() else None
    for number, passage in enumerate(document.passages):
        found = pattern.search(passage.text) if pattern else None
        if found:
            before = document.passages[number - 1] if number else None
            return _set(passage, found.start(), found.end(), before)
    return None


def _set(passage: Passage, start: int, end: int, before: Passage | None) -> Setting:
    text = passage.text
    return Setting(
        speaker=passage.speaker,
        post=passage.post,
        before=_end_of(text[:start], _AROUND),
        sentence=text[start:end],
        after=_start_of(text[end:], _AROUND),
        asked=_end_of(before.text, _QUESTION) if before else "",
        asked_by=before.speaker if before else None,
    )


def _end_of(text: str, most: int) -> str:
    """Return the last whole sentences of a text, some characters at most."""
    if len(text) <= most:
        return text
    tail = text[-most:]
    starts = [s.start for s in sentences(tail)]
    return f"{LEFT_OUT} {tail[starts[1] if len(starts) > 1 else 0 :]}"


def _start_of(text: str, most: int) -> str:
    """Return the first whole sentences of a text, some characters at most."""
    if len(text) <= most:
        return text
    head = text[:most]
    ends = [s.end for s in sentences(head)]
    return f"{head[: ends[-2] if len(ends) > 1 else most]} {LEFT_OUT}"
