"""The review screen: one key for each answer, blind or not, and what is recorded by it."""

from pathlib import Path

import pytest
from textual.widgets import Input

from monitor.model.commitments import RulingKind
from monitor.model.errors import UserError
from tests.tui.opening import HARMLESS, HOSTILE, opened, shown, where
from tests.tui.pages import OTHER, QUOTE, done, held, kept, staffed
from tui.screens.board_screen import BoardScreen
from tui.screens.reading_screen import ReadingScreen
from tui.screens.review_screen import ReviewScreen
from tui.view import View

SIZES = pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
KNOWN = View(reviewer="Cy")


@SIZES
async def test_a_suggestion_is_shown_with_the_promise_what_was_found_and_its_passage(size: tuple[int, int]) -> None:
    async with opened(held(), size, view=KNOWN) as (app, pilot):
        await done(app, pilot, "R")
        text = shown(app)
        assert "1 of 2" in text
        assert "0 done this visit" in text
        assert "We will publish a report on the lamps" in " ".join(text.split())
        assert "The rules: delivers report 90%" in text
        await done(app, pilot, *"jjjjjjjj", "k")
        assert "I thank him." in shown(app)
        await done(app, pilot, "n")
        assert "2 of 2" in shown(app)
        await done(app, pilot, "space", "p")
        assert "2 of 2" in shown(app)
        await done(app, pilot, "escape")
        assert where(app) is BoardScreen


@SIZES
async def test_each_answer_is_one_key_and_goes_on_to_the_next(size: tuple[int, int]) -> None:
    service = held()
    async with opened(service, size, view=KNOWN) as (app, pilot):
        await done(app, pilot, "R", "a")
        assert "1 done this visit" in shown(app)
        assert "Accepted. A report on the lamps" in shown(app)
        await done(app, pilot, "x")
        assert "No suggestion waits" in shown(app)
        await done(app, pilot, "a", "x", "3", "n", "o", "E", "j")
    assert [(d.kind, d.evidence and d.evidence.quote) for d in service.decisions] == [
        (RulingKind.ACCEPT, QUOTE),
        (RulingKind.REJECT, OTHER),
    ]


@pytest.mark.parametrize(("key", "kind", "relation"), [("2", "relation", "progress"), ("3", "accept", None)])
async def test_a_number_answers_with_a_relation_and_that_of_the_rules_accepts_it(
    key: str, kind: str, relation: str | None
) -> None:
    service = held()
    async with opened(service, (80, 24), view=KNOWN) as (app, pilot):
        await done(app, pilot, "R", key)
    assert [(d.kind, d.relation) for d in service.decisions] == [(kind, relation)]


async def test_r_asks_for_another_relation_and_e_explains() -> None:
    service = held()
    async with opened(service, (80, 24), view=KNOWN) as (app, pilot):
        await done(app, pilot, "R", "E")
        assert where(app) is ReadingScreen
        await done(app, pilot, "escape", "r")
        app.screen.query_one("#field-relation", Input).value = "weakens"
        await done(app, pilot, "enter")
        assert where(app) is ReviewScreen
    assert [(d.kind, d.relation) for d in service.decisions] == [("relation", "weakens")]


async def test_blind_what_the_rules_found_is_hidden_until_it_is_answered() -> None:
    service = held()
    async with opened(service, (80, 24), view=KNOWN) as (app, pilot):
        await done(app, pilot, "R", "b")
        assert "suggestions Cy" in service.asked
        for key in ("n", "p", "a", "E", "r", "escape"):
            await done(app, pilot, key)
            assert "The rules" not in shown(app)
            assert "90%" not in shown(app)
        assert service.decisions == []
        await done(app, pilot, "2")
        assert "The rules: delivers." in shown(app)
        await done(app, pilot, "b")
        assert "No longer blind." in shown(app)
    assert [(d.relation, d.blind) for d in service.decisions] == [("progress", True)]


async def test_a_refused_answer_waits_on_and_is_told_in_a_line() -> None:
    service = held(wrong_decision=UserError("The state can't be written.", "hint"))
    async with opened(service, (80, 24), view=KNOWN) as (app, pilot):
        await done(app, pilot, "R", "a")
        assert "The state can't be written." in shown(app)
        await done(app, pilot, "n", "n")
        assert "of 2" in shown(app)


async def test_hostile_suggestions_are_plain_text() -> None:
    async with opened(held(kept(HOSTILE)), (120, 36), view=KNOWN) as (app, pilot):
        await done(app, pilot, "R")
        assert HARMLESS in " ".join(shown(app).split())
        assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u200b"} & set(shown(app))


async def test_what_is_answered_in_review_is_recorded_and_waits_again_once_taken_back(tmp_path: Path) -> None:
    service = staffed(tmp_path / "try.sqlite")
    async with opened(service, (120, 36), view=KNOWN) as (app, pilot):  # type: ignore[arg-type]
        await done(app, pilot, "R")
        assert "1 of 1" in shown(app)
        await done(app, pilot, "a")
        assert service.suggestions() == ()
        (ruled,) = service.dossier("lamp-report").rulings
        assert (ruled.kind, ruled.by, ruled.why) == ("accept", "Cy", "read and accepted in review")
        await done(app, pilot, "u")
        assert "1 of 1" in shown(app)
        assert len(service.suggestions()) == 1


async def test_a_blind_answer_and_its_taking_back_are_seen_by_nobody(tmp_path: Path) -> None:
    service = staffed(tmp_path / "try.sqlite")
    async with opened(service, (120, 36), view=KNOWN) as (app, pilot):  # type: ignore[arg-type]
        await done(app, pilot, "R", "b", "2")
        assert service.suggestions("Cy") == ()
        assert len(service.suggestions("Bo")) == 1
        await done(app, pilot, "u")
        assert len(service.suggestions("Cy")) == 1
        assert service.dossier("lamp-report").rulings == ()
