"""What stands on a promise's page: its verdict, what was promised, and one timeline of all that came of it?"""

import asyncio
from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Footer

from monitor.model.dossiers import Dossier, Weighed
from monitor.model.errors import UserError
from monitor.model.sources import SourceHealth
from monitor.pipeline.service_port import ServicePort
from monitor.status.decisive_pieces import decisive
from monitor.status.wordings import wordings
from tui import words
from tui.messages import LinkWanted, Refused
from tui.screens.deciding_screen import DecidingScreen
from tui.screens.wording_screen import WordingScreen
from tui.widgets.block_list import BlockList
from tui.widgets.paragraphs import Block, Paragraph, paragraphs
from tui.widgets.promise_page import best_link, promise_parts
from tui.widgets.promise_story import StoryEntry, headed, setting_text, shown, story
from tui.widgets.scan_line import ScanLine
from tui.widgets.texts import line, standing_text
from tui.widgets.top_line import TopLine, day_text

_SETTING_IN = 4
"""Cells by which a passage stands in under its sentence."""


class CommitmentScreen(DecidingScreen):
    """One promise as of the day looked at, on one page."""

    DEFAULT_CSS = "CommitmentScreen BlockList { padding: 0; }"
    AUTO_FOCUS = "BlockList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "unfold", "Passage"),
        Binding("w", "wording", "Wording"),
        Binding("E", "explain", "Explain"),
        Binding("o", "open", "Open link"),
        Binding("1", "jump('Status')", "Verdict", show=False),
        Binding("2", "jump('Promised')", "Promise", show=False),
        Binding("3", "jump('Timeline')", "Timeline", show=False),
        Binding("escape", "app.pop_screen", "Back"),
    ]

    class Answered(Message):
        """All there is on the promise, told for a day, and the blocks of its page."""

        def __init__(
            self, dossier: Dossier, days: tuple[date, date], page: tuple[Block, ...], told: dict[str, StoryEntry]
        ) -> None:
            super().__init__()
            self.dossier, self.days, self.page, self.told = dossier, days, page, told

    def __init__(self, service: ServicePort, commitment: str) -> None:
        super().__init__(service)
        self._commitment = commitment
        self._answer: CommitmentScreen.Answered | None = None

    def compose(self) -> ComposeResult:
        yield TopLine(self._commitment)
        yield BlockList()
        yield ScanLine()
        yield Footer(show_command_palette=False)

    def question(self) -> Message:
        today = self.service.today()
        as_of = self.day or today
        dossier, health = self.service.dossier(self._commitment, self.day), self.service.health()
        entries = story(dossier)
        blocks = page(dossier, as_of, health, entries)
        return self.Answered(dossier, (as_of, today), blocks, {entry.block.key: entry for entry in entries})

    def on_commitment_screen_answered(self, answer: Answered) -> None:
        answer.stop()
        self._answer = answer
        row = answer.dossier.row
        self.query_one(TopLine).say(
            standing_text(row.standing, row.status), line(row.commitment.title, "bold"), day_text(*answer.days)
        )
        self.query_one(BlockList).show(answer.page)

    def on_refused(self, refused: Refused) -> None:
        """Say in the page itself why there is none; the app shows it as a toast besides."""
        self._answer = None
        self.query_one(TopLine).say(line(f"{refused.error.message}: {refused.error.hint}", "warning"))
        self.query_one(BlockList).show(())

    def decided_on(self) -> str | None:
        return self._commitment if self._answer else None

    def piece_meant(self) -> Weighed | None:
        """The evidence under the cursor; on the verdict, and on what is no evidence, what makes the status."""
        entry = self._entry()
        return entry.weighed if entry else None

    def action_jump(self, key: str) -> None:
        page_list = self.query_one(BlockList)
        if not page_list.go_to(key) and key == "Promised":
            page_list.go_to("A position, not a promise")

    def on_block_list_opened(self, opened: BlockList.Opened) -> None:
        opened.stop()
        self.action_unfold()

    def action_unfold(self) -> None:
        """Show the passage around the evidence under the cursor, or fold it again."""
        page_list, entry = self.query_one(BlockList), self._entry()
        key = page_list.key
        if key is None or (entry and entry.weighed is None):
            return
        if page_list.unfolded(key):
            page_list.unfold(key, ())
        elif weighed := self._read():
            self.run_worker(self._unfold(key, weighed), group="read")

    async def _unfold(self, key: str, weighed: Weighed) -> None:
        try:
            setting = await asyncio.to_thread(self.service.setting, weighed.as_found)
        except UserError as refused:
            self.refuse(refused)
            return
        more = (*paragraphs(setting_text(setting, weighed), _SETTING_IN), Paragraph(Text()))
        self.query_one(BlockList).unfold(key, more)

    def action_wording(self) -> None:
        if self._answer is not None:
            piece = self.piece_meant()
            shown_first = piece.evidence.quote if piece else None
            self.app.push_screen(WordingScreen(wordings(self._answer.dossier), shown_first))

    def action_explain(self) -> None:
        if weighed := self._read():
            self.explain(weighed)

    def action_open(self) -> None:
        url = self._link()
        if url is None:
            self.notify("There is no http or https link here.", severity="warning", markup=False)
        else:
            self.post_message(LinkWanted(url))

    def _link(self) -> str | None:
        entry = self._entry()
        if entry:
            return entry.url
        return best_link(self._answer.dossier.row) if self._answer else None

    def _entry(self) -> StoryEntry | None:
        """Return the entry of the timeline that the cursor is on; None above it."""
        key = self.query_one(BlockList).key
        return self._answer.told.get(key) if self._answer and key else None

    def _read(self) -> Weighed | None:
        """Return the evidence that the reader is at; where there is none, say so."""
        found = self.piece_meant() or (decisive(self._answer.dossier) if self._answer and not self._entry() else None)
        if found is None and self._answer is not None:
            self.notify(
                "There is no evidence here: go to a line of the timeline (3).", severity="warning", markup=False
            )
        return found


def page(
    dossier: Dossier, as_of: date, health: Sequence[SourceHealth], entries: Sequence[StoryEntry]
) -> tuple[Block, ...]:
    """Return a promise's page, block by block."""
    empty = f"Timeline: {words.silence(health, as_of)}"
    return (*headed(promise_parts(dossier.row, as_of, health)), *shown(entries, empty))
