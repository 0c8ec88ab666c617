"""The pages behind the board: a commitment, the changes, the sources' health."""

from datetime import date

from textual.widgets import Static

from monitor.model.sources import Problem
from tests import builders as a
from tests.tui.fake_service import TODAY, FakeService
from tests.tui.opening import HARMLESS, HOSTILE, a_rich_dossier, opened, settled, shown, toasts, where
from tui.screens.board_screen import BoardScreen
from tui.screens.changes_screen import ChangesScreen
from tui.screens.commitment_screen import CommitmentScreen
from tui.widgets.board_table import BoardTable


async def test_hostile_quotes_links_and_reasons_are_shown_as_plain_text() -> None:
    heard = a.weighed(a.evidence(quote=HOSTILE, reasons=(HOSTILE,), url="javascript:alert(1)"))
    change = a.change(headline=HOSTILE, because=a.because(HOSTILE, HOSTILE))
    dossier = a.dossier(a.row(a.commitment(words=HOSTILE)), evidence=(heard,), changes=(change,))
    service = FakeService(dossiers={"lamp-report": dossier}, told=(a.told(change),))
    async with opened(service, size=(200, 40)) as (app, pilot):
        for keys in (["enter"], ["2"], ["3"], ["escape", "c"]):
            await pilot.press(*keys)
            await settled(app, pilot)
            text = shown(app)
            assert HARMLESS in text
            assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u200b"} & set(text)


async def test_enter_opens_the_commitment_and_escape_comes_back_to_its_row() -> None:
    rows = [a.row(a.commitment(f"c{n}", title=f"Promise {n}")) for n in range(5)]
    service = FakeService(rows=a.board(*rows, as_of=TODAY), dossiers={"c2": a.dossier(rows[2])})
    async with opened(service) as (app, pilot):
        await pilot.press("down", "down", "enter")
        await settled(app, pilot)
        assert where(app) is CommitmentScreen
        assert "Promise 2" in shown(app)
        await pilot.press("escape")
        assert where(app) is BoardScreen
        assert app.screen.query_one(BoardTable).current == 2


async def test_a_commitment_s_page_tells_promise_proof_moves_and_stop() -> None:
    async with opened(FakeService(dossiers={"lamp-report": a_rich_dossier()}), size=(120, 60)) as (app, pilot):
        await pilot.press("enter")
        await settled(app, pilot)
        text = shown(app)
    for words in ("We will publish a report on the lamps", "Ada Marsh", "16 January 2031", "three months from the day"):
        assert words in text
    for words in ("61 days late", "“It is published.”", "https://example.org/proof", "not checked by a person"):
        assert words in text
    for words in (
        "Moved on 28 April 2031",
        "“It will come later in May.”",
        "Clock stopped on 17 June 2031: replaced by",
        "new-report",
    ):
        assert words in text


async def test_choosing_evidence_shows_its_whole_quote_reasons_and_link() -> None:
    async with opened(FakeService(dossiers={"lamp-report": a_rich_dossier()})) as (app, pilot):
        await pilot.press("enter", "2")
        await settled(app, pilot)
        assert "https://example.org/first" in shown(app)
        assert "says later" not in shown(app)
        await pilot.press("down")
        await pilot.pause()
        assert "“Second sentence.”" in shown(app)
        assert "says later" in shown(app)


async def test_history_holds_both_changes_and_rulings() -> None:
    async with opened(FakeService(dossiers={"lamp-report": a_rich_dossier()})) as (app, pilot):
        await pilot.press("enter", "3")
        await settled(app, pilot)
        text = shown(app)
    assert "ruled delivered" in text
    assert "Overdue: a report on the lamps" in text


async def test_only_http_links_are_opened() -> None:
    went: list[str] = []

    def opener(url: str) -> bool:
        went.append(url)
        return True

    heard = (
        a.weighed(a.evidence(quote="Good.", url="https://example.org/good")),
        a.weighed(a.evidence(quote="Bad.", url="javascript:alert(1)")),
    )
    service = FakeService(dossiers={"lamp-report": a.dossier(evidence=heard)})
    async with opened(service, opener=opener) as (app, pilot):
        await pilot.press("enter", "2")
        await settled(app, pilot)
        await pilot.press("o", "down", "o")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "There is no http or https link here." in toasts(app)
    assert went == ["https://example.org/good"]


async def test_where_no_browser_opens_the_address_is_told() -> None:
    service = FakeService(dossiers={"lamp-report": a_rich_dossier()})
    async with opened(service, opener=lambda url: False) as (app, pilot):
        await pilot.press("enter")
        await settled(app, pilot)
        await pilot.press("o")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert any("https://example.org/proof" in toast for toast in toasts(app))


async def test_a_commitment_no_register_has_is_told_on_its_page() -> None:
    async with opened(FakeService()) as (app, pilot):
        await pilot.press("enter")
        await settled(app, pilot)
        assert "no commitment is called lamp-report: bywhen status lists them" in shown(app)
        await pilot.press("escape")
        assert where(app) is BoardScreen


async def test_changes_stand_newest_first_and_lead_to_their_commitment() -> None:
    told = tuple(
        a.told(a.change(named=str(n), at=a.at(date(2031, 4, n)), headline=f"Change {n}", because=a.because()))
        for n in (1, 2, 3)
    )
    service = FakeService(told=told, dossiers={"lamp-report": a_rich_dossier()})
    async with opened(service) as (app, pilot):
        await pilot.press("c")
        await settled(app, pilot)
        text = shown(app)
        assert text.index("Change 3") < text.index("Change 2") < text.index("Change 1")
        assert "“The lamp report was published today.”" in text
        await pilot.press("enter")
        await settled(app, pilot)
        assert where(app) is CommitmentScreen
        await pilot.press("escape")
        assert where(app) is ChangesScreen


async def test_a_source_never_looked_at_does_not_read_as_nothing_found() -> None:
    broken = a.health("gov-uk", failures=3, problems=(Problem("gov-uk", "shape", "no field body", "https://e.org/x"),))
    service = FakeService(sources=(a.health("hansard", reach=None, tried_at=None), broken))
    async with opened(service) as (app, pilot):
        assert "hansard: not looked at yet" in shown(app)
        await pilot.press("h")
        await settled(app, pilot)
        assert "That is not “nothing found”." in shown(app)
        await pilot.press("down")
        await pilot.pause()
        assert "no field body" in shown(app)
        assert "3 tries failed since" in shown(app)


async def test_static_texts_of_the_screens_are_never_markup() -> None:
    async with opened(FakeService(dossiers={"lamp-report": a_rich_dossier()})) as (app, pilot):
        await pilot.press("enter")
        await settled(app, pilot)
        assert not [s for s in app.screen.query(Static) if isinstance(s.content, str) and s.content]
