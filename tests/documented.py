"""Which parts of docs/ and DESIGN are made from the code? `python -m tests.documented` writes them anew."""

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from textwrap import wrap
from typing import Any

import click
from textual.app import App
from textual.widget import Widget

from monitor.deadlines import CONVENTIONS, resolve
from monitor.judging.english.deed_forms import ASKED, Kind
from monitor.model.board_words import WORDS
from spiders.catalogue import CARDS
from tui.app import BywhenApp
from tui.cli import bywhen
from tui.key_list import expanded, key_rows
from tui.screens.board_screen import BoardScreen
from tui.screens.changes_screen import ChangesScreen
from tui.screens.commitment_screen import CommitmentScreen
from tui.screens.deciding_screen import DecidingScreen
from tui.screens.health_screen import HealthScreen
from tui.screens.review_screen import ReviewScreen
from tui.widgets.row_list import RowList
from tui.widgets.timeline_chart import TimelineChart
from tui.widgets.timeline_signs import ASCII_SIGNS, SIGNS, meanings

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PACKAGES = ("tui", "spiders", "state", "monitor")
WIDTH = 120
"""Characters of a line that is made; a page may have 130."""

PLACE = re.compile(r"(<!-- made by the program: ([a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)
COMMON = ("--state", "--register", "--config")
SAID_ON = date(2026, 1, 16)
SAID = (
    "by the end of May",
    "within three months",
    "in spring 2026",
    "by Easter",
    "by the summer recess",
    "by the end of the year",
    "this financial year",
    "in the first half of 2026",
    "early next year",
    "in the coming weeks",
    "within 20 working days",
    "w/c 9 March 2026",
    "this Parliament",
    "after Royal Assent",
    "in due course",
)
"""Due words that show how windows are read."""


def commands(command: click.Command = bywhen, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command with the words that call it, `bywhen` itself without any."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=" ".join(("bywhen", *path)))
        for name in command.list_commands(context):
            if found := command.get_command(context, name):
                yield from commands(found, *path, name)


def options(command: click.Command) -> list[click.Option]:
    return [param for param in command.params if isinstance(param, click.Option)]


def made(name: str) -> str:
    """Return the part of that name, as it has to stand in its page."""
    if name.startswith("options"):
        path = tuple(name.split()[1:])
        return _options(next(command for words, command in commands() if words == path), path)
    return _MADE[name]()


def remade(text: str) -> str:
    """Return a page with all its parts made anew."""
    return PLACE.sub(lambda place: f"{place[1]}{made(place[2])}{place[3]}", text)


def _options(command: click.Command, path: tuple[str, ...]) -> str:
    arguments = [_argument(p, command) for p in command.params if isinstance(p, click.Argument)]
    wanted = [] if isinstance(command, click.Group) else arguments
    more = ["COMMAND"] if isinstance(command, click.Group) else []
    own = [option for option in options(command) if not path or option.opts[0] not in COMMON]
    lines = [f"Usage: `{' '.join(('bywhen', *path, '[OPTIONS]', *wanted, *more))}`", ""]
    lines += [line for option in own for line in _point(f"`{_called(option)}`: {_help(option)}")]
    shared = len(own) < len(options(command))
    lines += ["- the common options"] if shared else []
    return "\n".join(lines).rstrip() + "\n"


def _argument(param: click.Argument, command: click.Command) -> str:
    said = param.make_metavar(click.Context(command))
    plain = (param.name or "").upper() if "|" in said else said
    return plain if param.required else f"[{plain.strip('[]')}]"


def _called(option: click.Option) -> str:
    names = "/".join((option.opts[0], *option.secondary_opts))
    if option.is_flag:
        return names
    said = option.metavar or ("WORD" if isinstance(option.type, click.Choice) else "NUMBER")
    return f"{names} {'TEXT' if option.name == 'why' else said}"


def _help(option: click.Option) -> str:
    said = option.help or ""
    if isinstance(option.type, click.Choice):
        said = f"{said} One of {', '.join(option.type.choices)}.".strip()
    if isinstance(option.type, click.IntRange):
        said += f" From {option.type.min} to {option.type.max}."
    if option.show_default:
        said += f" [default: {option.default}]"
    if option.required:
        said += " Has to be given."
    return " ".join(said.split())


def _point(text: str) -> list[str]:
    return wrap(
        text, WIDTH, initial_indent="- ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )


_KEYED: tuple[tuple[str, tuple[type[App[Any] | Widget], ...]], ...] = (
    ("Everywhere", (BywhenApp,)),
    ("In a list", (RowList,)),
    ("On the board", (BoardScreen,)),
    ("Deciding, on the board and on a promise's page", (DecidingScreen,)),
    ("On a promise's page", (CommitmentScreen,)),
    ("In the review", (ReviewScreen,)),
    ("In the changes", (ChangesScreen,)),
    ("On the timeline", (TimelineChart,)),
    ("Among the sources", (HealthScreen,)),
)
"""Who binds keys, under the headings of the documentation."""


def _keys() -> str:
    lines: list[str] = []
    for heading, owners in _KEYED:
        rows = [row for owner in owners for row in key_rows(expanded(vars(owner).get("BINDINGS", ())))]
        lines += [f"{heading}:", "", *(f"- `{keys}`: {does}" for keys, does in rows), ""]
    return "\n".join(lines)


def _listed(pairs: tuple[tuple[str, str], ...], mark: str) -> str:
    return "".join(f"{line}\n" for name, said in pairs for line in _point(f"{mark}{name}{mark}: {said}"))


def _words() -> str:
    return "".join(
        f"{line}\n"
        for word, short, means in WORDS
        for line in _point(f"*{word}*{f' (in short: *{short}*)' if short else ''}: {means}")
    )


def _table(*rows: tuple[str, ...]) -> str:
    head, *others = (f"| {' | '.join(row)} |\n" for row in rows)
    return f"{head}|{'---|' * len(rows[0])}\n{''.join(others)}"


def _sources() -> str:
    rows = [
        (f"`{c.name}`", c.publisher, _often(c.every), f"{c.delay:g}", str(c.fewest), "yes" if c.departments else "no")
        for c in CARDS.values()
    ]
    head = ("NAME", "what it is", "every", "`delay`", "`fewest`", "`departments`")
    read = "".join(
        line + "\n"
        for card in CARDS.values()
        if card.departments
        for line in _point(f"`{card.name}`, where no `departments` are named: {', '.join(card.departments)}")
    )
    return f"{_table(head, *rows)}\n{read}"


def _often(every: timedelta) -> str:
    minutes = int(every.total_seconds()) // 60
    return f"{minutes // 60} hours" if minutes >= 120 else f"{minutes} minutes"


def _windows() -> str:
    rows = [("due words", "first day", "last day")]
    for said in SAID:
        found = resolve(f"We will publish it {said}.", SAID_ON)
        rows.append((f"“{said}”", str(found.earliest or "none"), str(found.latest or "none")))
    return _table(*rows)


def _floors() -> str:
    """Draw who may import whom: what stands higher may import what stands lower, as the contracts say."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = {c["containers"][0] if "containers" in c else c["name"]: c["layers"] for c in contracts if "layers" in c}
    outer, inner = layers["Everything points at monitor"], layers["monitor"]
    rows = [*outer[:-1], *(f"{outer[-1]}.{name}" for name in inner)]
    about = {row: _question(ROOT.joinpath(*row.split("."))) for row in rows if "|" not in row}
    about |= {row: " | ".join(_question(ROOT / name.strip()) for name in row.split("|")) for row in rows if "|" in row}
    width = max(map(len, rows))
    return "".join(f"    {line}\n" for row in rows for line in _beside(row.ljust(width + 2), about[row]))


def _tree() -> str:
    """Draw the folders of the four packages, each with its question and its modules."""
    folders = (p.parent for package in PACKAGES for p in sorted((ROOT / package).rglob("__init__.py")))
    return "".join(f"    {line}\n" for folder in folders for line in _folder(folder))


def _folder(folder: Path) -> Iterator[str]:
    depth = len(folder.relative_to(ROOT).parts) - 1
    modules = sorted(p.stem for p in folder.glob("*.py") if not p.stem.startswith("__"))
    yield f"{'  ' * depth}{folder.name}/  {_question(folder)}"
    yield from wrap(
        ", ".join(modules), WIDTH - 4, initial_indent=_IN * (depth + 2), subsequent_indent=_IN * (depth + 2)
    )


def _signs() -> str:
    """Show each sign of the timeline, also as terminals without Unicode have it."""
    pairs = zip(meanings(SIGNS), meanings(ASCII_SIGNS), strict=True)
    rows = ((f"`{sign}`", f"`{plain}`".replace("|", "\\|"), means) for (sign, means), (plain, _) in pairs)
    return _table(("sign", "in ASCII", "what it means"), *rows)


_IN = "  "


def _question(folder: Path) -> str:
    said = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    return said.split("\n", 1)[0]


def _beside(head: str, said: str) -> list[str]:
    return wrap(said, WIDTH - 4, initial_indent=head, subsequent_indent=" " * len(head))


def _deeds() -> str:
    """Show by which words each family of deeds is asked for, and by which others it is told."""
    rows = []
    for asked, _, forms in ASKED:
        told = dict.fromkeys(form.words for form in forms if form.kind is not Kind.DOING)
        rows.append((", ".join(asked), ", ".join(told)))
    return _listed(tuple(rows), "*")


_MADE: dict[str, Callable[[], str]] = {
    "floors": _floors,
    "tree": _tree,
    "keys": _keys,
    "words": _words,
    "signs": _signs,
    "conventions": lambda: _listed(CONVENTIONS, "*"),
    "sources": _sources,
    "windows": _windows,
    "deeds": _deeds,
}

if __name__ == "__main__":
    for page in (ROOT / "DESIGN.md", *sorted(DOCS.glob("*.md"))):
        page.write_text(remade(page.read_text(encoding="utf-8")), encoding="utf-8")
