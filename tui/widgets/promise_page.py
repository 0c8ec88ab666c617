"""What is there to read on one promise, part by part: its verdict, what was promised, and its milestones?"""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.text import Text

from monitor.model.boards import FlagName, MilestoneRow, Row, Stop
from monitor.model.cleaning import safe_link
from monitor.model.commitments import Commitment
from monitor.model.due import Due
from monitor.model.sources import SourceHealth
from monitor.status.decisive_pieces import deciding
from tui import words
from tui.widgets.board_table import days_text
from tui.widgets.milestone_page import caution_text, milestone_text, promised_text, proof_text
from tui.widgets.texts import flag_text, line, linked, listed, prose, quoted, standing_text

Part = tuple[str, Text]
"""A heading, and what stands under it."""


def promise_parts(row: Row, as_of: date, health: Sequence[SourceHealth]) -> Iterator[Part]:
    """Yield the parts of a promise's page, in the order they are read."""
    promise = row.commitment
    yield "Status", _verdict(row, as_of, health)
    yield "Promised" if not promise.position else "A position, not a promise", _promised(promise, as_of)
    for number, milestone in enumerate(row.milestones, 1):
        step = " (a step on the way)" if milestone.milestone.step else ""
        yield f"Milestone {number} of {len(row.milestones)}{step}", milestone_text(milestone)


def best_link(row: Row) -> str | None:
    """Return the link that says most: the newest proof of delivery, else where the promise was made."""
    proofs = [m.proof.url for m in row.milestones if m.proof and m.proof.url]
    links = [*reversed(proofs), *(link.url for link in row.commitment.said_in)]
    return next((link for link in map(safe_link, links) if link), None)


def due_text(due: Due | None) -> Text:
    """Return the words of a date, the window they come to, and by which rule."""
    if due is None:
        return Text("No date was given.")
    told = [line(f"Due {words.quoted(due.said)}, {words.window(due)}; said on {words.day(due.said_on)}")]
    if due.rule:
        told.append(line(f"By the rule: {due.rule}", "muted"))
    return listed(told, "\n")


def _verdict(row: Row, as_of: date, health: Sequence[SourceHealth]) -> Text:
    told = standing_text(row.standing, row.status)
    days = days_text(row, as_of)
    told.append(f", {days}" if days else "")
    told.append(f" (as of {words.day(as_of)})", style="muted")
    parts = [told]
    for flag in (f for f in row.flags if f.name is not FlagName.LATE):
        more = words.detail(flag)
        parts.append(Text("· ") + flag_text(flag) + (Text(" ") + line(f"({more})") if more else Text()))
    found = deciding(row)
    parts += _made_by(found) if found else [Text("No milestone was set.", "muted")]
    parts += map(caution_text, row.cautions)
    parts += _stop(row.stop) if row.stop else []
    parts += _sources(found, as_of, health) if found else []
    heard = words.heard(row, health)
    parts.append(line(f"{words.count(row.evidence, 'piece')} of evidence; last heard of: {heard}", "muted"))
    return listed(parts, "\n")


def _made_by(found: MilestoneRow) -> Iterator[Text]:
    """Yield the milestone that makes the status: its date, and the sentence and link that show it."""
    yield line(f"Made by: {found.milestone.title}", "bold")
    if found.due:
        yield line(f"Due {words.quoted(found.due.said)}, {words.window(found.due)}")
    if found.slips:
        last = found.slips[-1]
        yield line(f"Moved to {words.quoted(last.due.said)}, {words.window(last.due)}", "warning")
    if found.stale:
        yield line(f"{words.KEPT}: {'; '.join(found.stale)}", "cant-say")
    if found.proof:
        yield proof_text(found.proof)
    else:
        yield prose(f"{words.WHAT_COUNTS}: {found.milestone.expect.what}")


def _sources(found: MilestoneRow, as_of: date, health: Sequence[SourceHealth]) -> Iterator[Text]:
    """Yield which sources could show that a milestone was kept, and to which day each was read."""
    known = {h.source: h for h in health}
    told = []
    for name in found.milestone.relies_on:
        reach = known[name].reach if name in known else None
        told.append(f"{name} to {words.day(min(reach, as_of))}" if reach else f"{name} {words.UNLOOKED}")
    if told:
        yield line(f"Read for it: {'; '.join(told)}", "muted")


def _promised(promise: Commitment, as_of: date) -> Text:
    parts = [prose(promise.words)]
    now = words.holders(promise.post, promise.made_by, as_of) or "who held it still"
    by = f"{promise.made_by}, {promise.post.title}, {words.day(promise.made_on)}; {now}"
    parts += [line(by), due_text(promise.due)]
    for link in promise.said_in:
        parts += [line(link.title), *promised_text(link)]
    if promise.caution:
        parts.append(caution_text(promise.caution))
    return listed(parts, "\n")


def _stop(stop: Stop) -> Iterator[Text]:
    yield line(words.clock_stopped(stop))
    if stop.quote:
        yield quoted(stop.quote)
    if stop.url:
        yield linked(stop.url)
