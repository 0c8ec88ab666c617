"""The pages behind the board: a promise, what changed, the sources' health."""

from datetime import date

import pytest
from textual.widgets import Static

from monitor.model.dossiers import Dossier
from monitor.model.sources import Problem
from tests import builders as a
from tests.tui.fake_service import TODAY, FakeService
from tests.tui.opening import HARMLESS, HOSTILE, a_rich_dossier, eventually, opened, settled, shown, toasts, where
from tests.tui.pages import OTHER, QUOTE, done, held
from tui.screens.board_screen import BoardScreen
from tui.screens.changes_screen import ChangesScreen
from tui.screens.commitment_screen import CommitmentScreen
from tui.screens.reading_screen import ReadingScreen
from tui.screens.wording_screen import WordingScreen
from tui.widgets.block_list import BlockList
from tui.widgets.board_table import BoardTable

SIZES = pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 60)])
STEERING = {"\x1b", "\x07", "\x9b", "\u202e", "\u200b"}


@SIZES
async def test_hostile_quotes_links_and_reasons_are_shown_as_plain_text(size: tuple[int, int]) -> None:
    heard = a.weighed(a.evidence(quote=HOSTILE, reasons=(HOSTILE,), url="javascript:alert(1)"))
    change = a.change(headline=HOSTILE, because=a.because(HOSTILE, HOSTILE))
    promise = a.commitment(title=HOSTILE, words=HOSTILE, made_by=HOSTILE)
    dossier = a.dossier(a.row(promise), evidence=(heard,), changes=(change,), rulings=(a.ruling(why=HOSTILE),))
    async with opened(FakeService(dossiers={"lamp-report": dossier}, told=(a.told(change),)), size) as (app, pilot):
        for keys in (
            ["enter"],
            ["2"],
            ["3"],
            ["space"],
            ["w"],
            ["escape", "E"],
            ["escape", "x"],
            ["escape", "escape", "c"],
        ):
            await done(app, pilot, *keys)
            text = shown(app)
            assert not STEERING & set(text)
            assert HARMLESS[:20] in text.replace("\n", "")


async def test_enter_opens_the_promise_and_escape_comes_back_to_its_row_in_one_step() -> None:
    rows = [a.row(a.commitment(f"c{n}", title=f"Promise {n}")) for n in range(5)]
    service = FakeService(rows=a.board(*rows, as_of=TODAY), dossiers={"c2": a.dossier(rows[2])})
    async with opened(service) as (app, pilot):
        await done(app, pilot, "down", "down", "enter")
        assert where(app) is CommitmentScreen
        assert "Promise 2" in shown(app)
        await pilot.press("escape")
        assert where(app) is BoardScreen
        assert app.screen.query_one(BoardTable).current == 2


async def test_a_page_begins_with_the_verdict_its_proof_and_what_was_read_for_it() -> None:
    async with opened(FakeService(dossiers={"lamp-report": a_rich_dossier()}), size=(120, 60)) as (app, pilot):
        await done(app, pilot, "enter")
        text = shown(app)
    verdict = text[: text.index("We will publish a report on the lamps")]
    for words in (
        "✓ delivered, 61 days late",
        "“It is published.”",
        "https://example.org/proof",
        "not checked by a pe",
    ):
        assert words in verdict
    assert "Read for it: hansard to 16 June 2031; written-questions not looked at yet" in verdict
    assert "Clock stopped on 17 June 2031: replaced by new-report" in verdict
    for words in ("Ada Marsh", "16 January 2031", "three months from the day", "Moved on 28 April 2031"):
        assert words in text


async def test_what_came_of_it_stands_in_one_row_newest_first_without_the_title() -> None:
    change = a.change(headline="Delayed to May – A report on the lamps", because=a.because())
    heard = a.weighed(a.evidence(quote="First."), "accepted")
    ruled = a.ruling(why="I read it.", on=date(2031, 6, 17))
    dossier = a.dossier(evidence=(heard,), rulings=(ruled,), changes=(change,))
    async with opened(FakeService(dossiers={"lamp-report": dossier}), (120, 36)) as (app, pilot):
        await done(app, pilot, "enter", "3")
        text = shown(app)
    story = text[text.index("Timeline, newest first (3)") :]
    assert story.index("ruled: delivered by C. Clerk") < story.index("“First.”") < story.index("Delayed to May")
    assert "delivers 90% ✓ checked" in story
    assert "why: names the lamp report" in story
    assert "A report on the lamps" not in story


@SIZES
async def test_enter_and_space_show_the_passage_with_its_sentence_marked(size: tuple[int, int]) -> None:
    async with opened(held(), size) as (app, pilot):
        await done(app, pilot, "enter", "3")
        for key in ("enter", "space"):
            assert "I thank him." not in shown(app)
            await done(app, pilot, key)
            assert "Where is it?" in shown(app)
            assert "I thank him." in shown(app)
            marked = [
                s for strip in app.screen._compositor.render_strips() for s in strip if s.style and s.style.reverse
            ]
            assert any("lamp report" in segment.text for segment in marked)
            await done(app, pilot, key)


async def test_on_the_verdict_enter_shows_the_passage_of_what_makes_it() -> None:
    async with opened(held(), (120, 60)) as (app, pilot):
        await done(app, pilot, "enter", "1", "space")
        assert "I thank him." in shown(app)
        assert f"setting {QUOTE}" in app.service.asked  # type: ignore[attr-defined]


@pytest.mark.parametrize(("size", "beside"), [((80, 24), False), ((120, 36), True), ((200, 60), True)])
async def test_w_shows_the_wording_then_and_now(size: tuple[int, int], beside: bool) -> None:
    async with opened(held(), size) as (app, pilot):
        await done(app, pilot, "enter", "w")
        assert where(app) is WordingScreen
        lines = shown(app).splitlines()
        assert any("Then: 16 January 2031" in one and "Now: 16 June 2031" in one for one in lines) is beside
        assert "within three months" in shown(app)
        assert "later in May" in shown(app)
        await done(app, pilot, "left", "right", "w")
        assert where(app) is CommitmentScreen


async def test_w_says_where_it_was_said_in_no_other_words() -> None:
    async with opened(FakeService(dossiers={"lamp-report": a.dossier()})) as (app, pilot):
        await done(app, pilot, "enter", "w")
        assert "in no other words since" in shown(app)


async def test_e_explains_the_evidence_under_the_cursor() -> None:
    async with opened(held()) as (app, pilot):
        await done(app, pilot, "enter", "3", "j", "E")
        assert f"explanation {OTHER}" in app.service.asked  # type: ignore[attr-defined]
        assert where(app) is ReadingScreen
        assert "Why it was judged so" in shown(app)
        await done(app, pilot, "j", "k", "space", "escape")
        assert where(app) is CommitmentScreen


async def test_where_there_is_no_evidence_the_page_says_so() -> None:
    async with opened(FakeService(dossiers={"lamp-report": a.dossier()})) as (app, pilot):
        await done(app, pilot, "enter", "space", "E")
        assert toasts(app) == ["There is no evidence here: go to a line of the timeline (3)."] * 2
        await done(app, pilot, "3")
        assert "Nothing found" in shown(app)


async def test_the_page_follows_the_day() -> None:
    async with opened(held()) as (app, pilot):
        await done(app, pilot, "enter", "left_square_bracket")
        assert "dossier lamp-report 2031-06-15" in app.service.asked  # type: ignore[attr-defined]
        assert "as of 15 Jun 2031 (0: today)" in shown(app)


def a_long_story(number: int) -> Dossier:
    heard = tuple(a.weighed(a.evidence(quote=f"Sentence {n} says “that” of the lamps. " * 8)) for n in range(number))
    return a.dossier(evidence=heard)


async def test_thousands_of_entries_stay_smooth_and_every_one_can_be_reached() -> None:
    async with opened(held(a_long_story(4000), waiting=()), (80, 24)) as (app, pilot):
        await done(app, pilot, "enter", "3", "pagedown", "pageup", "j", "k", "G")
        assert "Sentence 3999" in shown(app)
        page = app.screen.query_one(BlockList)
        assert len(page._made) < 200, "only what is seen was made"
        await done(app, pilot, "g")
        assert page.key == "Status"


@SIZES
async def test_each_line_can_be_read_going_down_key_by_key(size: tuple[int, int]) -> None:
    async with opened(held(a_rich_dossier()), size) as (app, pilot):
        await done(app, pilot, "enter")
        page, read = app.screen.query_one(BlockList), set[str]()
        for _ in range(60):
            read |= {line[2:].strip() for line in shown(app).splitlines()}
            await pilot.press("j")
            await pilot.pause()
        every = {line.plain.strip() for n in range(len(page._blocks)) for line in page._lines(n)}
        assert {one for one in every if one} <= {one.rstrip("▁▂▃▄▅▆▇█ ") for one in read}


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
        await done(app, pilot, "enter", "3", "o", "j", "o")
        await eventually(lambda: bool(went))
        assert "There is no http or https link here." in toasts(app)
    assert went == ["https://example.org/good"]


async def test_where_no_browser_opens_the_address_is_told() -> None:
    service = FakeService(dossiers={"lamp-report": a_rich_dossier()})
    async with opened(service, opener=lambda url: False) as (app, pilot):
        await done(app, pilot, "enter", "o")
        await eventually(lambda: any("https://example.org/proof" in toast for toast in toasts(app)))


async def test_a_commitment_no_register_has_is_told_on_its_page() -> None:
    async with opened(FakeService()) as (app, pilot):
        await done(app, pilot, "enter", "space", "w", "E", "a", "1", "3", "j", "G")
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
        await done(app, pilot, "c")
        text = shown(app)
        assert text.index("Change 3") < text.index("Change 2") < text.index("Change 1")
        assert "“The lamp report was published today.”" in text
        await done(app, pilot, "enter")
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
        await done(app, pilot, "enter", "a")
        assert not [s for s in app.screen.query(Static) if isinstance(s.content, str) and s.content]
