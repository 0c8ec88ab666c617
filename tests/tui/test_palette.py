"""Can every word be read on every theme, with colour and without?"""

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import Monochrome
from textual.theme import BUILTIN_THEMES, Theme

from monitor.model.boards import Standing
from tui.widgets.palette import GLYPHS, LEAST_CONTRAST, contrast, grounds, style_names
from tui.widgets.texts import standing_style

OURS = ("delivered", "overdue", "pending", "cant-say", "stopped", "warning", "link", "muted")
COLOURED = sorted(name for name, theme in BUILTIN_THEMES.items() if not theme.ansi)
TERMINALS = sorted(name for name, theme in BUILTIN_THEMES.items() if theme.ansi)


def drawn(style: Style, ground: Color, *, colour: bool) -> float:
    """Return the contrast of a style on a ground as the terminal gets it; without `colour`, as NO_COLOR leaves it."""
    segments = [Segment("x", Style(bgcolor=ground.rich_color) + style)]
    if not colour:
        segments = Monochrome().apply(segments, ground)
    shown = segments[0].style
    assert shown
    assert shown.color
    assert shown.bgcolor
    return contrast(Color.from_rich_color(shown.color), Color.from_rich_color(shown.bgcolor))


@pytest.mark.parametrize("colour", [True, False], ids=["colour", "NO_COLOR"])
@pytest.mark.parametrize("name", COLOURED)
def test_every_style_can_be_read_on_every_ground_of_a_theme(name: str, *, colour: bool) -> None:
    theme: Theme = BUILTIN_THEMES[name]
    styles = style_names(theme).styles
    for ground in grounds(theme):
        for style in OURS:
            assert drawn(styles[style], ground, colour=colour) >= LEAST_CONTRAST, (style, ground.hex)


@pytest.mark.parametrize("name", TERMINALS)
def test_where_the_terminal_has_its_own_colours_none_of_ours_is_used(name: str) -> None:
    styles = style_names(BUILTIN_THEMES[name]).styles
    assert all(styles[style].color is None and styles[style].bgcolor is None for style in OURS)


def test_each_state_has_a_glyph_and_a_style_of_its_own() -> None:
    assert set(GLYPHS) == set(Standing)
    assert len(set(GLYPHS.values())) == len(Standing)
    assert len({standing_style(standing) for standing in Standing}) == len(Standing)
    for theme in BUILTIN_THEMES.values():
        if not theme.ansi:
            styles = style_names(theme).styles
            assert len({styles[standing_style(standing)].color for standing in Standing}) == len(Standing)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)
