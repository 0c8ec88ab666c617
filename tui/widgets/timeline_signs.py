"""With which characters is a timeline drawn? One sign for each thing, so that nothing is told by colour alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import combining, normalize

from monitor.model.boards import Standing
from monitor.reports.promise_bars import MarkKind, StretchKind
from tui.widgets.palette import GLYPHS


@dataclass(frozen=True, slots=True)
class Signs:
    """Characters, each one cell wide. `parts`: marks of steps, and of one milestone of several.

    `several`: more than one thing fell within this cell. `before`, `after`: the bar lies outside of what is shown.
    """

    stretches: Mapping[StretchKind, str]
    marks: Mapping[MarkKind, str]
    parts: Mapping[MarkKind, str]
    standings: Mapping[Standing, str]
    several: str
    today: str
    year: str
    tick: str
    before: str
    after: str
    cursor: str
    ascii: bool = False

    def of(self, kind: MarkKind, *, part: bool) -> str:
        return self.parts.get(kind, self.marks[kind]) if part else self.marks[kind]

    def text(self, words: str) -> str:
        """Return words in characters that the terminal has."""
        if not self.ascii:
            return words
        plain = "".join(c for c in normalize("NFKD", words.translate(_PLAIN)) if not combining(c))
        return plain.encode("ascii", "replace").decode("ascii")


_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "·": "-", "£": "GBP "})

SIGNS = Signs(
    stretches={
        StretchKind.LEFT: "·",
        StretchKind.RUNNING: "─",
        StretchKind.WINDOW: "▒",
        StretchKind.UNKNOWN: "?",
        StretchKind.LATE: "═",
    },
    marks={
        MarkKind.PROMISED: "●",
        MarkKind.DUE: "○",
        MarkKind.MOVED: "◆",
        MarkKind.DELIVERED_BY: "≤",
        MarkKind.DELIVERED: "✓",
        MarkKind.STOPPED: "■",
        MarkKind.MISSED: "✗",
    },
    parts={
        MarkKind.PROMISED: "•",
        MarkKind.DUE: "∘",
        MarkKind.MOVED: "◇",
        MarkKind.DELIVERED_BY: "√",
        MarkKind.DELIVERED: "√",
        MarkKind.MISSED: "×",
    },
    standings=GLYPHS,
    several="✚",
    today="│",
    year="┊",
    tick="╷",
    before="‹",
    after="›",
    cursor="▸",
)

ASCII_SIGNS = Signs(
    stretches={
        StretchKind.LEFT: ".",
        StretchKind.RUNNING: "-",
        StretchKind.WINDOW: "~",
        StretchKind.UNKNOWN: "?",
        StretchKind.LATE: "=",
    },
    marks={
        MarkKind.PROMISED: "*",
        MarkKind.DUE: "O",
        MarkKind.MOVED: "M",
        MarkKind.DELIVERED_BY: "B",
        MarkKind.DELIVERED: "V",
        MarkKind.STOPPED: "#",
        MarkKind.MISSED: "X",
    },
    parts={
        MarkKind.PROMISED: "*",
        MarkKind.DUE: "o",
        MarkKind.MOVED: "m",
        MarkKind.DELIVERED_BY: "v",
        MarkKind.DELIVERED: "v",
        MarkKind.MISSED: "x",
    },
    standings={
        Standing.DELIVERED: "V",
        Standing.OVERDUE: "X",
        Standing.PENDING: ".",
        Standing.CANT_SAY: "?",
        Standing.STOPPED: "#",
    },
    several="+",
    today="|",
    year=":",
    tick="'",
    before="<",
    after=">",
    cursor=">",
    ascii=True,
)


def meanings(signs: Signs) -> tuple[tuple[str, str], ...]:
    """Return every sign of a bar with what it means."""
    parts = " ".join(dict.fromkeys(signs.parts.values()))
    return (
        *((signs.marks[kind], kind.value) for kind in MarkKind),
        *((signs.stretches[kind], kind.value) for kind in reversed(StretchKind)),
        (
            parts,
            "the same of a step, or of one milestone of several; the promise is not settled by it",
        ),
        (signs.several, "several things fell within this cell: zoom in"),
        (signs.today, "the day looked at"),
        (signs.year, "a new year"),
        (f"{signs.before} {signs.after}", "the whole bar is earlier or later than what is shown"),
    )


def signs_for(environ: Mapping[str, str]) -> Signs:
    """Return the signs that a terminal has, by the locale that its user set: LC_ALL, LC_CTYPE, LANG.

    Python puts C.UTF-8 into LC_CTYPE where the locale is C (PEP 538), so that value of it says nothing of the user.
    Where none is set nothing is known, and terminals of today read UTF-8.
    """
    by_python = environ.get("LC_CTYPE") == "C.UTF-8"
    names = ("LC_ALL", "LANG") if by_python else ("LC_ALL", "LC_CTYPE", "LANG")
    said = next((environ[name] for name in names if environ.get(name)), "UTF-8")
    return SIGNS if "utf8" in said.lower().replace("-", "") else ASCII_SIGNS
