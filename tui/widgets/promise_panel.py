"""What is worth knowing of the promise under the cursor, without opening its page?"""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from monitor.model.boards import FlagName, MilestoneRow, Row
from monitor.model.sources import SourceHealth
from monitor.status.decisive_pieces import deciding
from tui import words
from tui.widgets.board_table import days_text, spark
from tui.widgets.milestone_page import caution_text, proof_text
from tui.widgets.texts import flag_text, line, linked, listed, prose, quoted, standing_text


class PromisePanel(VerticalScroll, can_focus=False):
    """The promise under the cursor: its words, what makes its status, and the sentence and link that show it."""

    DEFAULT_CSS = """
    PromisePanel { padding: 0 1; border-left: solid $primary; max-width: 102; }
    """

    def compose(self) -> ComposeResult:
        yield Static()

    def show(self, row: Row | None, as_of: date, health: Sequence[SourceHealth]) -> None:
        """Show a promise as it stood on a day; None: no promise is under the cursor."""
        parts = list(panel_parts(row, as_of, health)) if row else []
        self.query_one(Static).update(Text("\n\n").join(parts))
        self.scroll_home(animate=False)


def panel_parts(row: Row, as_of: date, health: Sequence[SourceHealth]) -> Iterator[Text]:
    """Yield the paragraphs of the panel."""
    promise = row.commitment
    yield _verdict(row, as_of)
    yield listed([*_milestone(found)] if (found := deciding(row)) else [Text("No milestone was set.", "muted")], "\n")
    yield from map(caution_text, row.cautions)
    who = f"{promise.made_by}, {promise.post.title}, {words.day(promise.made_on)}"
    now = words.holders(promise.post, promise.made_by, as_of)
    yield listed(
        [prose(promise.words), line(who, "muted"), *([line(f"the post: {now}", "muted")] if now else [])], "\n"
    )
    yield linked(promise.promise.url)
    heard = f"{words.count(row.evidence, 'piece')} of evidence; last heard: {words.heard(row, health)}"
    yield listed([line(heard, "muted"), *([Text(spark(row.by_month), "muted")] if any(row.by_month) else [])], "\n")


def _verdict(row: Row, as_of: date) -> Text:
    parts = [line(row.commitment.title, "bold"), standing_text(row.standing, row.status)]
    days = days_text(row, as_of)
    if days:
        parts[-1].append(f", {days}")
    told = [flag_text(flag) for flag in row.flags if flag.name is not FlagName.LATE]
    parts += [listed(told)] if told else []
    if row.stop:
        parts.append(line(words.clock_stopped(row.stop)))
        parts += [quoted(row.stop.quote)] if row.stop.quote else []
    return listed(parts, "\n")


def _milestone(found: MilestoneRow) -> Iterator[Text]:
    yield line(found.milestone.title, "bold")
    if found.due:
        yield line(f"Due: {words.quoted(found.due.said)}, {words.window(found.due)}")
    if found.slips:
        last = found.slips[-1]
        yield line(f"Moved to {words.quoted(last.due.said)}, {words.window(last.due)}", "warning")
    if found.stale:
        yield line(f"{words.KEPT}: {'; '.join(found.stale)}", "cant-say")
    if found.proof:
        yield proof_text(found.proof)
    else:
        yield prose(f"{words.WHAT_COUNTS}: {found.milestone.expect.what}")
