"""A promise with a delivery found by the rules, held by the fake service and by a real one with its own state."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from textual.pilot import Pilot

from monitor.model.boards import Proof, Status
from monitor.model.contexts import Setting
from monitor.model.documents import Passage
from monitor.model.dossiers import Dossier
from monitor.model.evidence import Relation
from monitor.pipeline.service import Service
from monitor.status.review_queue import Suggestion
from state.ledger import open_ledger
from tests import builders as a
from tests.tui.fake_service import FakeService
from tests.tui.opening import settled
from tui.app import BywhenApp

QUOTE = "The lamp report was published today."
OTHER = "The report on the lamps will now come later in May."


def kept(quote: str = QUOTE) -> Dossier:
    """Return a promise that was delivered by the rules' word, with the evidence, and a delay before it."""
    proof = Proof(date(2031, 6, 16), date(2031, 6, 16), False, quote, "https://example.org/proof", "the rules")
    done = a.milestone_row(status=Status.DELIVERED, proof=proof, delivered_on=date(2031, 6, 16), days_late=61)
    row = a.row(status=Status.DELIVERED, milestones=(done,), delivered_on=date(2031, 6, 16), days_late=61, evidence=2)
    heard = (
        a.weighed(a.evidence(Relation.DELIVERS, quote=quote, url="https://example.org/first")),
        a.weighed(a.evidence(Relation.DELAYS, quote=OTHER, says="will", reasons=("says later",))),
    )
    return a.dossier(row, evidence=heard)


def held(dossier: Dossier | None = None, **more: object) -> FakeService:
    """Return a service that holds a promise, a passage around its sentence, and two suggestions."""
    found = dossier or kept()
    around = Setting("Ada Marsh", "Minister", "I thank him.\n\n", QUOTE, " It is long.", "Where is it?", "Lou Hope")
    waiting = tuple(Suggestion(f"s{n}", found.row.commitment, w.evidence) for n, w in enumerate(found.evidence))
    board = a.board(found.row)
    given = {"dossiers": {"lamp-report": found}, "rows": board, "settings": {QUOTE: around}, "waiting": waiting}
    return FakeService(**(given | more))  # type: ignore[arg-type]


async def done(app: BywhenApp, pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after another, each once what the one before set off has been done."""
    for key in keys:
        await pilot.press(key)
        for _ in range(3):
            await settled(app, pilot)
            busy = [w for w in app.workers if w.group in ("read", "answer", "passage", "explain") and not w.is_finished]
            if busy:
                await app.workers.wait_for_complete(busy)
        await pilot.pause(0.05)
        await settled(app, pilot)


class Ticking:
    """A clock that goes on by a minute each time it is asked."""

    def __init__(self) -> None:
        self.now = datetime(2031, 6, 17, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def staffed(place: Path) -> Service:
    """Return a real service over SQLite, once it holds the answer in which the delivery is told."""
    service = Service((a.register(),), open_ledger(str(place)), (), Ticking(), holder="us")
    passages = (
        Passage("question", "To ask where the lamp report is.", "Lou Hope"),
        Passage("answer", f"I thank him for it.\n\n{QUOTE} It is long.", "Ada Marsh", "Minister for Lighthouses"),
    )
    answer = a.document(published_on=date(2031, 6, 16), passages=passages)
    service.ingest([a.harvest(answer), a.harvest(source="hansard")])
    return service
