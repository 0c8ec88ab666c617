"""How is the dashboard opened as it was left, and kept as it is left?"""

from datetime import datetime
from pathlib import Path

from state.visit_file import keep_visits, read_visits
from tui.view import LastVisit, View, kept_view, kept_visits, last_visit_of, view_of


class DashboardVisit:
    """One visit to the dashboard of a state: what was kept of the last one, and what is kept of this.

    `place`: the file of the reader's own. What can't be kept there is forgotten, and nothing else comes of that.
    """

    def __init__(self, place: Path, state: str) -> None:
        self._place, self._state = place, state
        kept = read_visits(place)
        self.view = view_of(kept)
        self.last = last_visit_of(kept, state)

    def keep(self, view: View) -> None:
        """Keep how the reader wants to see the board."""
        self.view = view
        self._write(self.last)

    def leave(self, now: datetime, unseen: frozenset[str]) -> None:
        """Keep that the reader left, and what they did not look at."""
        self._write(LastVisit(now, unseen))

    def _write(self, last: LastVisit) -> None:
        kept = read_visits(self._place)  # another dashboard may have kept something meanwhile
        keep_visits(self._place, kept | kept_view(self.view) | {"visits": kept_visits(kept, self._state, last)})
