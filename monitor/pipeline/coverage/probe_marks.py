"""What was the newest thing of a source when it was last crawled, and for how long may we rely on that?"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from monitor.model.london import london_day

ROUND = timedelta(hours=6)
"""A source is crawled at least this often, even if its mark has not changed: marks do not show everything."""


@dataclass(frozen=True, slots=True)
class ProbeMark:
    """What a source showed, and when; what it was read for then, which is another text when that is another thing.

    `said`: the address asked and the mark, parted by a blank; only "False" for a source that had not to be asked.
    `titles`: what was expected of it by title, without which some sources are not asked at all.
    """

    said: str
    at: datetime
    interest: str
    titles: tuple[str, ...] = ()

    def fresh(self, now: datetime) -> bool:
        """Return whether the crawl was made on the same day in London, and less than a round ago."""
        return london_day(self.at) == london_day(now) and timedelta(0) <= now - self.at < ROUND

    def dumped(self) -> str:
        """Return the mark as it is kept."""
        return json.dumps([self.said, self.at.isoformat(), self.interest, self.titles], ensure_ascii=False)


def read_mark(kept: str | None) -> ProbeMark | None:
    """Return a mark that was kept, None where none was."""
    if kept is None:
        return None
    said, at, interest, titles = json.loads(kept)
    return ProbeMark(said, datetime.fromisoformat(at), interest, tuple(titles))


def mark_name(source: str) -> str:
    """Return under which name a source's mark is kept."""
    return f"mark {source}"
