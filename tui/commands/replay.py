"""bywhen replay: what would be told today of the documents held, and how does it differ from what was told?"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from monitor.model.errors import UserError
from monitor.pipeline.queries import replayed_stories
from monitor.reports import shapes
from monitor.reports.shapes import change_shape
from tui import words
from tui.commands.common import DAY, as_json, common, opened_service, past, say, width
from tui.tables import change_lines

if TYPE_CHECKING:
    from monitor.model.changes import Change
    from monitor.pipeline.replay import ReplayedStory, ReplayedTurn


@click.command("replay")
@common
@as_json
@click.option("--from", "since", type=DAY, metavar="DATE", help="Only what happened on this day or later.")
@click.option("--to", "until", type=DAY, metavar="DATE", help="Only what happened up to this day.  [default: today]")
def command(since: date | None, until: date | None, *, shaped: bool) -> None:
    """Work out all statuses and changes again by today's rules, from the documents held.

    It shows what differs from what was reported at the time, and records nothing.
    """
    with opened_service(reading=True) as service:
        last = past(until, service.today()) or service.today()
        if since and since > last:
            raise UserError(
                f"The day given with --from, {since}, is later than the last day, {last}.",
                "give the earlier day with --from",
            )
        told = replayed_stories(service, since, last)
    say(shapes.as_json([_shape(one) for one in told]) if shaped else "\n".join(line for t in told for line in _text(t)))


def _shape(told: "ReplayedStory") -> dict[str, Any]:

    return {
        "register": told.register,
        "from": told.since.isoformat() if told.since else None,
        "to": told.until.isoformat(),
        "documents": told.documents,
        "differs": told.differs,
        "follows": [change_shape(c) for c in told.follows],
        "no_longer_follows": [change_shape(c) for c in told.no_longer],
        "corrected_before": [change_shape(c) for c in told.corrected],
        "never_told": [change_shape(c) for c in told.never_told],
        "statuses": [{"commitment": t.commitment, "told": t.told, "found": t.found} for t in told.statuses],
    }


def _text(told: "ReplayedStory") -> Iterator[str]:

    if told.empty:
        yield f"{told.register}: no document is held and nothing was reported yet, so there is nothing to replay."
        return
    since = f"from {words.day(told.since)} " if told.since else ""
    read = words.count(told.documents, "document")
    yield f"{told.register}: {read} read again by today's rules, {since}to {words.day(told.until)}. Nothing recorded."
    yield f"Reported, and still follows by today's rules: {words.count(len(told.follows), 'change')}."
    if told.corrected:
        yield f"Reported, and corrected since: {words.count(len(told.corrected), 'change')}."
    yield from _changes("Reported, but no longer follows by today's rules", told.no_longer)
    yield from _changes("Follows by today's rules, but was never reported", told.never_told)
    turned = [f"    {t.commitment}: {_told(t)}, by today's rules {t.found}" for t in told.statuses if t.told != t.found]
    yield from ("", "Statuses that differ", *turned) if turned else ()
    if not told.differs:
        yield "Nothing differs from what was reported."
    yield ""


def _told(turn: "ReplayedTurn") -> str:
    return f"reported as {turn.told}" if turn.told else "never reported"


def _changes(heading: str, changes: "Iterable[Change]") -> Iterator[str]:

    lines = [line for change in changes for line in change_lines(change, width())]
    yield from ("", heading, *lines) if lines else (f"{heading}: nothing.",)
