"""What is there to read on one promise, part by part?"""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.text import Text

from monitor.model.boards import FlagName, Row, Stop
from monitor.model.commitments import Commitment
from monitor.model.due import Due
from monitor.model.sources import SourceHealth
from tui import words
from tui.widgets.milestone_page import caution_text, milestone_text, promised_text
from tui.widgets.texts import flag_text, line, linked, quoted, status_text

Part = tuple[str, Text]
"""A heading, and what stands under it."""


def promise_parts(row: Row, as_of: date, health: Sequence[SourceHealth]) -> Iterator[Part]:
    """Yield the parts of a promise's page, in the order they are read."""
    promise = row.commitment
    yield "Promised" if not promise.position else "A position, not a promise", _promised(promise)
    yield "Status", _status(row, as_of, health)
    yield "Due", due_text(row.due)
    if row.stop:
        yield "The clock stopped", _stop(row.stop)
    yield "Post", _post(promise, as_of)
    for number, milestone in enumerate(row.milestones, 1):
        step = " (a step on the way)" if milestone.milestone.step else ""
        yield f"Milestone {number} of {len(row.milestones)}{step}", milestone_text(milestone)


def due_text(due: Due | None) -> Text:
    """Return the words of a date, the window they come to, and by which rule."""
    if due is None:
        return Text("No date was given.")
    told = [
        line(f"{words.quoted(due.said)}, said on {words.day(due.said_on)}"),
        line(words.window(due), "bold"),
    ]
    if due.rule:
        told.append(line(f"By the rule: {due.rule}", "muted"))
    return Text("\n").join(told)


def _promised(promise: Commitment) -> Text:
    parts = [line(promise.words), line(f"{promise.made_by}, {promise.post.title}, {words.day(promise.made_on)}")]
    for link in promise.said_in:
        parts += [line(link.title), *promised_text(link)]
    if promise.caution:
        parts.append(caution_text(promise.caution))
    return Text("\n").join(parts)


def _status(row: Row, as_of: date, health: Sequence[SourceHealth]) -> Text:
    told = status_text(row.status)
    if row.delivered_on:
        told.append(f" on {words.day(row.delivered_on)}")
    if row.days_late:
        told.append(f", {words.late(row.days_late)}", style="overdue")
    told.append(f" (as of {words.day(as_of)})", style="muted")
    parts = [told]
    for flag in (f for f in row.flags if f.name is not FlagName.LATE):
        more = words.detail(flag)
        detail = line(f" ({more})") if more else Text()
        parts.append(Text("· ") + flag_text(flag) + detail)
    parts += map(caution_text, row.cautions)
    heard = words.heard(row, health)
    parts.append(line(f"{words.count(row.evidence, 'piece')} of evidence; last heard of: {heard}", "muted"))
    return Text("\n").join(parts)


def _stop(stop: Stop) -> Text:
    parts = [line(words.clock_stopped(stop))]
    if stop.quote:
        parts.append(quoted(stop.quote))
    if stop.url:
        parts.append(linked(stop.url))
    return Text("\n").join(parts)


def _post(promise: Commitment, as_of: date) -> Text:
    post = promise.post
    now = words.holders(post, promise.made_by, as_of) or "who held it still"
    told = [line(f"{post.title}: promised by {promise.made_by}, {now}")]
    for tenure in post.tenures:
        if tenure.since <= as_of and (tenure.until is None or tenure.until > promise.made_on):
            until = f" to {words.day(tenure.until)}" if tenure.until and tenure.until <= as_of else ""
            told.append(line(f"· {tenure.name}, from {words.day(tenure.since)}{until}", "muted"))
    return Text("\n").join(told)
