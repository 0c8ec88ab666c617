"""What is one voice in a document, and how is a sentence of it cited?"""

import re
from dataclasses import dataclass
from datetime import date

ABOUT = frozenset({"party", "constituency", "member_id", "citation", "columns", "said_on"})
"""Fields of a passage that are about its words: they may be filled in or renumbered, and no word was altered."""
_COLUMN = re.compile(r" c\S+$")


@dataclass(frozen=True, slots=True)
class Passage:
    """One voice in a document: `role` is question, answer, speech or text; paragraphs parted by a blank line.

    `citation` says where it begins, in the usual form; `columns` at which character of the text each further column
    begins. `said_on`: the day by the clock, where a sitting went on past midnight and this was said after it.
    """

    role: str
    text: str
    speaker: str | None = None
    post: str | None = None
    url: str | None = None
    party: str | None = None
    constituency: str | None = None
    member_id: int | None = None
    citation: str | None = None
    columns: tuple[tuple[int, str], ...] = ()
    said_on: date | None = None

    def cited(self, quote: str) -> str | None:
        """Return the citation with the column in which a quote begins, None where the passage has none."""
        at = self.text.find(quote)
        column = next((column for start, column in reversed(self.columns) if start <= at), None)
        if self.citation is None or column is None:
            return self.citation
        return f"{_COLUMN.sub('', self.citation)} c{column}"
