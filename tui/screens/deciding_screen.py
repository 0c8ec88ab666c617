"""How does a reader decide on a screen that shows promises, and take it back?"""

import asyncio
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType

from monitor.model.boards import Standing
from monitor.model.commitments import RulingKind
from monitor.model.dossiers import Dossier, Weighed
from monitor.model.errors import UserError
from monitor.pipeline.ruling_drafts import Decided, Decision
from monitor.status.decisive_pieces import deciding, decisive
from tui.decisions import asked_delivered, asked_note, asked_of_piece, login_name, outcome, taking_back
from tui.explanation_text import explanation_text
from tui.screens.decision_screen import DecisionQuestions, DecisionScreen
from tui.screens.reading_screen import ReadingScreen
from tui.screens.service_screen import ServiceScreen
from tui.widgets.block_list import WIDEST
from tui.widgets.texts import laid_out


class DecidingScreen(ServiceScreen):
    """A screen of promises on which the reader decides. What is recorded shows at once, on every screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "decide('accept')", "Accept"),
        Binding("x", "decide('reject')", "Reject", show=False),
        Binding("r", "decide('relation')", "Correct", show=False),
        Binding("D", "decide('delivered')", "Delivered", show=False),
        Binding("n", "decide('note')", "Note", show=False),
        Binding("u", "take_back", "Undo", show=False),
    ]

    blind: bool = False
    """Whether the reader answers without having seen what others, and the rules, say."""

    def decided_on(self) -> str | None:
        """Return the commitment that the reader is at."""
        raise NotImplementedError

    def piece_meant(self) -> Weighed | None:
        """Return the piece of evidence that the reader is at; None: that which makes the promise's status."""
        return None

    def explain(self, weighed: Weighed) -> None:
        """Show why the document of a piece of evidence was judged as it was."""
        self.run_worker(self._explain(weighed), group="explain", exclusive=True)

    async def _explain(self, weighed: Weighed) -> None:
        try:
            version, found = await asyncio.to_thread(self.service.explanation, weighed.as_found)
        except UserError as refused:
            self.refuse(refused)
            return
        told = explanation_text(version, found, width=max(40, min(WIDEST, self.size.width - 6)))
        self.app.push_screen(ReadingScreen("Why it was judged so", laid_out(told)))

    def action_decide(self, kind: str) -> None:
        self.run_worker(self._decide(RulingKind(kind)), group="decide", exclusive=True)

    def action_take_back(self) -> None:
        self.run_worker(self._take_back(), group="decide", exclusive=True)

    async def _decide(self, kind: RulingKind) -> None:
        commitment, piece, by = self.decided_on(), self.piece_meant(), self.reviewer
        if commitment is None:
            return

        def asked() -> DecisionQuestions:
            return self._asked(kind, commitment, piece, by)

        def record(said: Decision) -> Decided:
            return self.service.decide(replace(said, blind=self.blind))

        decided = await self.app.push_screen_wait(DecisionScreen(asked, record))
        if isinstance(decided, UserError):
            self.refuse(decided)
        elif decided:
            self.dashboard.look(reviewer=decided.ruling.by)
            self.dashboard.decisions.made.append(decided)
            await self._tell(decided)

    async def _take_back(self) -> None:
        made = self.dashboard.decisions
        try:
            decided = await asyncio.to_thread(self.service.decide, taking_back(made.last()))
        except UserError as refused:
            self.refuse(refused)
            return
        made.made.pop()
        await self._tell(decided)

    async def _tell(self, decided: Decided) -> None:
        """Say what was recorded in the words of the promise's row as it is now, and have every screen ask anew."""
        self.dashboard.refresh_board()
        dossier = await asyncio.to_thread(self.service.dossier, decided.ruling.commitment, self.day)
        self.told_decided(outcome(decided, dossier.row, self.day or self.service.today()))

    def told_decided(self, told: str) -> None:
        """Say what came of a decision."""
        self.notify(told, markup=False)

    def refuse(self, refused: UserError) -> None:
        """Say in a line why something can't be decided."""
        self.notify(refused.message, severity="warning", markup=False)

    @property
    def reviewer(self) -> str:
        """Who decides: who did last, else who is logged in."""
        return self.dashboard.view.reviewer or login_name()

    def _asked(self, kind: RulingKind, commitment: str, piece: Weighed | None, by: str) -> DecisionQuestions:
        """Return what to ask; runs in a thread. Raises UserError where there is nothing to decide."""
        dossier = self.service.dossier(commitment, self.day)
        promise = dossier.row.commitment
        if kind is RulingKind.NOTE:
            return asked_note(promise, by)
        if kind is RulingKind.DELIVERED:
            return asked_delivered(dossier, by, self.day or self.service.today())
        weighed = piece or decisive(dossier)
        if weighed is None:
            raise _nothing(dossier)
        if kind is RulingKind.ACCEPT and weighed.ruling == "accepted":
            raise UserError("A person has accepted this already.", "x rejects it, r puts it right")
        return asked_of_piece(kind, weighed, promise, by, blind=self.blind)


def _nothing(dossier: Dossier) -> UserError:
    """Say why there is nothing to accept where a promise's status rests on no document."""
    row = dossier.row
    found = deciding(row)
    if row.standing is Standing.DELIVERED and found and found.proof and found.proof.confirmed:
        why = f"{found.proof.by} has ruled so already"
    else:
        why = f"{row.standing.value} follows from its dates, and no document says otherwise"
    return UserError(f"There is nothing to check: {why}.", "D records that it was delivered")
