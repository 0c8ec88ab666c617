"""The dashboard in a real terminal: keys are typed, and the screen is read."""

from pathlib import Path

import pytest

from spiders.catalogue import CARDS
from tests.tui.tmux import terminal


@pytest.fixture
def switched_off(home: Path) -> tuple[str, ...]:
    """Options by which no source is asked for anything."""
    toml = "".join(f"[sources.{name}]\nenabled = false\n" for name in (*CARDS, "whatson"))
    (home / "off.toml").write_text(toml, encoding="utf-8")
    return ("--config", "off.toml", "--register", "roads.yaml", "--state", "try.sqlite")


def test_the_demo_fills_the_board_while_keys_answer(home: Path) -> None:
    with terminal(home, "demo", "--speed", "60", size=(120, 36)) as shown:
        shown.wait_for("Grooming gangs", "pending", "What would count as kept")
        shown.press("h")
        shown.wait_for("Sources", "hansard")
        shown.press("Escape")
        shown.wait_for("Promise")
        shown.press("/")
        shown.type("councils")
        shown.wait_for("1 of", "councils")
        shown.press("Escape")
        shown.wait_for("pending", without="1 of")
        shown.press("q")
        assert "Traceback" not in shown.wait_for("ended with 0")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)])
def test_at_every_size_the_board_is_whole_and_the_program_ends(
    switched_off: tuple[str, ...], home: Path, size: tuple[int, int]
) -> None:
    with terminal(home, *switched_off, size=size, NO_COLOR="1") as shown:
        seen = shown.wait_for("Status", "Roads mended", "Open")
        assert all(len(line) <= size[0] for line in seen.splitlines())
        shown.press("?")
        shown.wait_for("Enter")
        shown.press("Escape")
        shown.wait_for("Roads mended", without="Enter")  # Escape and a key at once would be one key with Alt
        shown.press("q")
        shown.wait_for("ended with 0")


def test_a_terminal_that_can_not_be_drawn_on_gets_the_board_as_text(switched_off: tuple[str, ...], home: Path) -> None:
    with terminal(home, *switched_off, TERM="dumb") as shown:
        assert "1 commitment" in shown.wait_for("ended with 0")
