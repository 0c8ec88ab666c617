"""Has a list that comes in pages been read to its end?"""

from dataclasses import dataclass, field

from spiders.strict_fields import Fields

PAGE = 200
MOST_PAGES = 250
"""Pages of one list; a server that never ends its list is stopped here."""


@dataclass(slots=True)
class PagedList:
    """One list as it is being read: which rows came, and how many the source said there are. `size` is a page's."""

    said: int | None = None
    seen: set[str] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)
    pages: int = 0
    size: int = PAGE

    def page(self, rows: tuple[str, ...], total: int, answer: Fields) -> bool:
        """Take a page's row names and the total it gave; return whether another page is to be asked for.

        A list may grow while it is read, so the total is the smallest one given.
        """
        new = set(rows) - self.seen
        if rows and not new:
            answer.refuse("the list gave the same page twice: it does not heed where we asked it to begin")
        self.said = total if self.said is None else min(self.said, total)
        self.seen |= new
        self.twice |= {row for row in new if rows.count(row) > 1}
        self.pages += 1
        if self.pages >= MOST_PAGES and len(rows) >= self.size:
            answer.refuse(f"the list did not end in {MOST_PAGES} pages")
        return len(rows) >= self.size

    @property
    def short(self) -> str | None:
        """What to say when fewer rows came than the source said it had, or one page held a row twice, else None.

        The last row of a page may well be the first of the next: the list grew meanwhile.
        """
        if self.twice:
            return f"the list gave {', '.join(sorted(self.twice)[:5])} twice on one page"
        missing = (self.said or 0) - len(self.seen)
        return f"the source said {self.said} items and gave {len(self.seen)}" if missing > 0 else None
