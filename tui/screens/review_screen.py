"""What waits for a person, and how is it gone through with one key each?"""

import asyncio
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Footer, Static

from monitor.model.cleaning import safe_link
from monitor.model.commitments import RulingKind
from monitor.model.dossiers import Weighed
from monitor.model.errors import UserError
from monitor.pipeline.ruling_drafts import Decided, Decision
from monitor.pipeline.service_port import ServicePort
from monitor.status.agreement import Agreement
from monitor.status.review_queue import Suggestion
from tui import words
from tui.messages import LinkWanted
from tui.review_dialogue import agreement_line
from tui.screens.deciding_screen import DecidingScreen
from tui.widgets.promise_story import setting_text
from tui.widgets.scan_line import ScanLine
from tui.widgets.suggestion_text import RELATIONS, suggestion_text
from tui.widgets.texts import line, listed, quoted
from tui.widgets.top_line import TopLine

_NOTHING = "No suggestion waits for a person's answer."
_BLIND = "Blind: answer with 1 to 8, or x where it says nothing new of the promise."


class ReviewScreen(DecidingScreen):
    """One suggestion after another, the weightiest first; of those that weigh alike the least sure first."""

    DEFAULT_CSS = """
    ReviewScreen > VerticalScroll { height: 1fr; padding: 0 1; }
    ReviewScreen > VerticalScroll > Static { max-width: 100; }
    ReviewScreen #told { height: auto; max-height: 2; padding: 0 1; }
    """
    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"relation('{one}')", one, show=False) for n, one in enumerate(RELATIONS, 1)),
        Binding("r", "decide('relation')", "Other"),
        Binding("x", "decide('reject')", "Reject"),
        Binding("n,space", "step(1)", "Next"),
        Binding("p", "step(-1)", "Before", show=False),
        Binding("u", "take_back", "Undo"),
        Binding("b", "blind", "Blind"),
        Binding("E", "explain", "Explain", show=False),
        Binding("o", "open", "Open link", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
        Binding("escape", "app.pop_screen", "Back"),
    ]

    class Answered(Message):
        """What waits, and how those who judge blind agree."""

        def __init__(self, waiting: tuple[Suggestion, ...], agreements: tuple[Agreement, ...]) -> None:
            super().__init__()
            self.waiting, self.agreements = waiting, agreements

    def __init__(self, service: ServicePort) -> None:
        super().__init__(service)
        self._waiting: tuple[Suggestion, ...] | None = None
        self._agreements: tuple[Agreement, ...] = ()
        self._place, self._done = 0, 0
        self._passages: dict[str, Text] = {}
        self._answered: dict[str, Suggestion] = {}
        self._back_to: str | None = None
        self._answering: set[str] = set()
        self._one_by_one = asyncio.Lock()

    def compose(self) -> ComposeResult:
        yield TopLine("Review")
        with VerticalScroll():
            yield Static(Text("Asking…"), id="suggestion")
        yield Static(id="told")
        yield ScanLine()
        yield Footer(show_command_palette=False)

    @property
    def day(self) -> None:
        """What waits, waits today."""

    def question(self) -> Message:
        reviewer = self.reviewer if self.blind else None
        return self.Answered(self.service.suggestions(reviewer), self.service.agreements())

    def on_review_screen_answered(self, answer: Answered) -> None:
        answer.stop()
        held = self._current
        self._agreements = answer.agreements
        self._waiting = tuple(one for one in answer.waiting if one.id not in self._answering)
        places = {one.id: n for n, one in enumerate(self._waiting)}
        self._place = places.get(self._back_to or (held.id if held else ""), self._place)
        self._back_to = None
        self._show(again=held is not None and held is self._current)

    def decided_on(self) -> str | None:
        return self._current.commitment.id if self._current else None

    def piece_meant(self) -> Weighed | None:
        return Weighed(self._current.evidence, None) if self._current else None

    def action_decide(self, kind: str) -> None:
        """Record an answer at once; a window opens only for what must be asked."""
        if self._current and kind == RulingKind.ACCEPT and self.blind:
            self.told_decided(_BLIND)
        elif self._current and kind in (RulingKind.ACCEPT, RulingKind.REJECT) and self.reviewer:
            self._answer(RulingKind(kind))
        else:
            super().action_decide(kind)

    def action_relation(self, name: str) -> None:
        """Answer with a relation: that of the rules accepts it."""
        if self._current:
            same = self._current.evidence.relation == name
            self._answer(RulingKind.ACCEPT if same else RulingKind.RELATION, None if same else name)

    def action_step(self, by: int) -> None:
        if self._waiting:
            self._place = (self._place + by) % len(self._waiting)
            self._show()

    def action_blind(self) -> None:
        """Hide what the rules found, and what others answered, until the reader has; or no more."""
        if not self.reviewer:
            self.told_decided("Nobody is named who answers: decide once with x, which asks for a name.")
            return
        self.blind = not self.blind
        self._waiting = None
        self.told_decided(_BLIND if self.blind else "No longer blind.")
        self.reload()

    def action_open(self) -> None:
        url = safe_link(self._current.evidence.url) if self._current else None
        if url:
            self.post_message(LinkWanted(url))

    def action_explain(self) -> None:
        if self.blind:
            self.told_decided(_BLIND)
        elif piece := self.piece_meant():
            self.explain(piece)

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def told_decided(self, told: str) -> None:
        """Say what came of an answer, in the line above the keys."""
        self.query_one("#told", Static).update(line(told))

    def refuse(self, refused: UserError) -> None:
        self.query_one("#told", Static).update(line(refused.message, "warning"))

    @property
    def _current(self) -> Suggestion | None:
        return self._waiting[self._place] if self._waiting and self._place < len(self._waiting) else None

    def _answer(self, kind: RulingKind, relation: str | None = None) -> None:
        """Go on to the next suggestion while the answer to this one is recorded."""
        one = self._current
        if one is None or self._waiting is None:
            return
        said = Decision(
            kind, one.commitment.id, self.reviewer, "", relation=relation, evidence=one.evidence, blind=self.blind
        )
        self._answering.add(one.id)
        self._waiting = tuple(other for other in self._waiting if other is not one)
        self._show()
        self.run_worker(self._record(one, said), group="answer")

    async def _record(self, one: Suggestion, said: Decision) -> None:
        try:
            async with self._one_by_one:
                decided = await asyncio.to_thread(self.service.decide, said)
        except UserError as refused:
            self.refuse(refused)
            self.reload()
        else:
            self.dashboard.look(reviewer=decided.ruling.by)
            self.dashboard.decisions.made.append(decided)
            self._answered[decided.ruling.id] = one
            await self._tell(decided)
        finally:
            self._answering.discard(one.id)

    async def _tell(self, decided: Decided) -> None:
        back = decided.ruling.kind is RulingKind.TAKEN_BACK
        self._done += -1 if back else 1
        one = self._answered.get(decided.ruling.takes_back or decided.ruling.id)
        self._back_to = one.id if one and back else None
        if not decided.ruling.blind:
            await super()._tell(decided)
            return
        self.dashboard.refresh_board()
        self.told_decided(blind_outcome(decided, one))

    def _show(self, *, again: bool = False) -> None:
        """Show the suggestion that is next; `again`: the same one, so its passage stays."""
        waiting = self._waiting or ()
        self._place = self._place if self._place < len(waiting) else 0
        one = self._current
        told = f"{self._place + 1} of {len(waiting)}" if one else "nothing waits"
        pair = agreement_line(self._agreements[0]) if self._agreements else ""
        mode = [line("blind", "warning")] if self.blind else []
        done = line(f"{self._done} done this visit", "muted")
        self.query_one(TopLine).say(line("Review", "bold"), *mode, line(told), done, line(pair, "muted"))
        passage = self._passages.get(one.id) if one else None
        told_one = suggestion_text(one, passage, blind=self.blind) if one else line(_NOTHING)
        self.query_one("#suggestion", Static).update(told_one)
        if not again:
            self.query_one(VerticalScroll).scroll_home(animate=False)
        if one and passage is None:
            self.run_worker(self._passage(one), group="passage", exclusive=True)

    async def _passage(self, one: Suggestion) -> None:
        weighed = Weighed(one.evidence, None)
        try:
            setting = await asyncio.to_thread(self.service.setting, one.evidence)
        except UserError as refused:
            self.refuse(refused)
            return
        alone = [] if setting else [quoted(one.evidence.quote)]
        self._passages[one.id] = listed([*alone, setting_text(setting, weighed)], "\n")
        if self._current and self._current.id == one.id:
            self._show(again=True)


def blind_outcome(decided: Decided, one: Suggestion | None) -> str:
    """Return what was answered blind, and what the rules had found: it is no secret any more."""
    if decided.ruling.kind is RulingKind.TAKEN_BACK:
        return "Taken back: it waits for your answer again."
    found = f" The rules: {words.relation(one.evidence.relation)}." if one else ""
    return f"Recorded: {decided.ruling.relation or decided.ruling.kind}.{found} (u: take back)"
