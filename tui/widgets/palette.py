"""Which style has each word on the screen, so that it can be read on every theme, and also without colour?

Texts name their style by what it is for ("overdue", "muted", "warning"), never by a colour. The styles themselves are
worked out for the theme that is on, and given to the app's console, which looks the names up.
"""

from collections.abc import Mapping

from rich.style import Style
from rich.theme import Theme as StyleNames
from textual.color import Color
from textual.theme import Theme

from monitor.model.boards import Standing

LEAST_CONTRAST = 4.5
"""Between each of the colours and the grounds it stands on: what WCAG asks of text."""

GLYPHS: Mapping[Standing, str] = {
    Standing.DELIVERED: "✓",
    Standing.OVERDUE: "✗",
    Standing.PENDING: "…",
    Standing.CANT_SAY: "?",
    Standing.STOPPED: "■",
}
"""What stands before the word: colour is never the only sign."""

_HUES = {
    "delivered": "#3fae5a",
    "overdue": "#e5484d",
    "pending": "#c9971c",
    "cant-say": "#9d6fe0",
    "stopped": "#7d8899",
    "warning": "#d9730d",
    "link": "#3b82c4",
    "muted": "#868e99",
}
"""The colour from which each style's own is made, lighter or darker as the theme's grounds ask for."""

_WEIGHT = {"overdue": "bold", "warning": "bold", "cant-say": "italic", "delivered": "bold"}

_PLAIN = {
    "delivered": Style(bold=True),
    "overdue": Style(bold=True, reverse=True),
    "pending": Style(),
    "cant-say": Style(italic=True, underline=True),
    "stopped": Style(strike=False),
    "warning": Style(bold=True, underline=True),
    "link": Style(underline=True),
    "muted": Style(),
}
"""Where the terminal's own colours are used: its text can be read, but whether its red can nobody knows."""


def style_names(theme: Theme) -> StyleNames:
    """Return the styles of a theme by their names, for Rich's console."""
    return StyleNames(dict(_PLAIN) if theme.ansi else _coloured(theme), inherit=True)


def _coloured(theme: Theme) -> dict[str, Style]:
    found = grounds(theme)
    colours = {name: legible(Color.parse(hue), found).hex for name, hue in _HUES.items()}
    return {name: Style.parse(f"{_WEIGHT.get(name, '')} {colour}") for name, colour in colours.items()}


def grounds(theme: Theme) -> tuple[Color, ...]:
    """Return the colours behind text in a theme: the screen's, a panel's, and that of what stands over it."""
    made = theme.to_color_system().generate()
    return tuple(Color.parse(made[name]) for name in ("background", "surface", "panel"))


def legible(colour: Color, behind: tuple[Color, ...]) -> Color:
    """Return the nearest shade of a colour that can be read on each ground; the best there is, where none can."""
    shades = [shade for n in range(0, 101, 2) for shade in (colour.lighten(n / 100), colour.darken(n / 100))]
    read = (shade for shade in shades if _least(shade, behind) >= LEAST_CONTRAST)
    return next(read, max(shades, key=lambda shade: _least(shade, behind)))


def _least(colour: Color, behind: tuple[Color, ...]) -> float:
    pairs = [(colour, ground) for ground in behind]
    greys = [(one.monochrome, other.monochrome) for one, other in pairs]  # what NO_COLOR leaves of them
    return min(contrast(one, other) for one, other in (*pairs, *greys))


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    """Return the relative luminance of WCAG 2, from 0 (black) to 1 (white)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
