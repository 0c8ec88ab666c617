"""Is the house in order: how long are the rooms, what is said at their doors, and what goes into the wheel?"""

import ast
import re
import subprocess
import tomllib
from collections import Counter
from importlib import resources
from pathlib import Path

import pytest

from tui.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("spiders", "monitor", "tui", "state")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
MOST_LINES, MOST_OF_A_FUNCTION = 250, 40
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

MACHINE = re.compile(r"(?<![\w.~-])/(?:work|farm|root|home|Users)/[A-Za-z.]|/tmp/[a-z]/|--(?:extra-)?index-url")
"""Paths that stand for one machine only, and where packages are fetched from."""


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_every_module_says_at_its_door_which_question_it_settles() -> None:
    said = {named(path): ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "" for path in MODULES}
    first = {name: text.partition("\n")[0] for name, text in said.items()}
    assert {name: line for name, line in first.items() if not line.endswith((".", "?", ":", ")"))} == {}


def test_no_room_and_no_function_has_grown_past_its_measure() -> None:
    rooms = {named(p): len(p.read_text(encoding="utf-8").splitlines()) for p in MODULES}
    assert {name: lines for name, lines in rooms.items() if lines > MOST_LINES} == {}
    functions = {
        f"{named(path)}:{found.name}": (found.end_lineno or 0) - found.lineno + 1
        for path in MODULES
        for found in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(found, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: lines for name, lines in functions.items() if lines > MOST_OF_A_FUNCTION} == {}


def test_no_file_names_a_place_on_one_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    guilty = []
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.is_file() and path != Path(__file__) and path.suffix not in (".svg", ".png", ".gz"):
            text = path.read_text(encoding="utf-8", errors="replace")
            guilty += [f"{name}:{n}" for n, line in enumerate(text.splitlines(), 1) if MACHINE.search(line)]
    assert guilty == []


def test_no_lock_file_that_records_package_addresses_is_kept() -> None:
    names = ("uv.lock", "poetry.lock", "package-lock.json", "pylock.toml")
    assert [name for name in names if (ROOT / name).exists()] == []


def test_the_four_rooms_go_into_one_wheel_and_the_command_is_in_it() -> None:
    assert set(PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == set(ROOMS)
    assert PROJECT["project"]["scripts"] == {"bywhen": "tui.cli:main"}
    assert (ROOT / "training" / "__init__.py").is_file(), "it is a package, but of the repository only"
    for room in ROOMS:
        assert (ROOT / room / "__init__.py").is_file(), "a room without it would be left out by some installers"


@pytest.mark.parametrize(
    ("room", "name"),
    [
        ("monitor.registers", "cooper-grooming-gangs.yaml"),
        ("monitor.registers", "counted-promises.yaml"),
        ("monitor.judging.claims", "claims.tsv"),
        ("monitor.judging.claims", "quotes.tsv"),
        ("monitor.judging.claims", "relations.tsv"),
        ("monitor.judging.claims", "words.tsv"),
        ("spiders.replica", "timeline.yaml"),
        ("state.migrations", "env.py"),
        ("state.migrations.versions", "step_0001_ledger.py"),
    ],
)
def test_what_is_no_code_but_belongs_to_a_room_is_found_as_its_resource(room: str, name: str) -> None:
    held = resources.files(room).joinpath(name)
    assert held.is_file()
    assert held.read_text(encoding="utf-8").strip()
    tracked = ROOT.joinpath(*room.split("."), name)
    assert tracked.is_file()
    ignored = subprocess.run(["git", "check-ignore", "-q", str(tracked)], cwd=ROOT, check=False)
    assert ignored.returncode != 0, "git ignores it, and hatchling leaves out what git ignores"


def test_every_command_has_a_room_of_its_own() -> None:
    rooms = {module for module, _ in COMMANDS.values()}
    there = {path.stem for path in (ROOT / "tui" / "commands").glob("*.py")}
    assert there - rooms == {"__init__", "common", "dashboard"}
    assert rooms <= there


SHARED = {"text"}
"""Names that several modules may bear: “text” is text wherever it stands."""


def test_no_name_of_a_module_means_two_things() -> None:
    """A command's file bears the command's name; all other modules have names of their own."""
    named_for_commands = {path.stem for path in (ROOT / "tui" / "commands").glob("*.py")}
    stems = Counter(p.stem for p in MODULES if not p.stem.startswith("__") and p.parent.name != "commands")
    assert {stem for stem, count in stems.items() if count > 1} <= SHARED
    twice = {stem for stem in named_for_commands & set(stems) if not stem.startswith("__")}
    assert twice == {"changes", "evidence", "replay"}, "the command shows what the module is about"


def test_no_name_of_a_class_means_two_things() -> None:
    classes = Counter(
        node.name for path in MODULES for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )  # fmt: skip
    assert {name for name, count in classes.items() if count > 1} == set()


def test_monitor_has_few_folders_and_no_loose_file() -> None:
    inside = [path for path in (ROOT / "monitor").iterdir() if path.name != "__pycache__"]
    assert [path.name for path in inside if path.is_file()] == ["__init__.py"]
    assert len([path for path in inside if path.is_dir()]) == 7
