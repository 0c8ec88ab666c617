"""Do README and docs/ say what the program does: each command, option, key, field and setting?"""

import io
import json
import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from textwrap import indent
from typing import Any, get_args

import pytest

from monitor.judging.delivery import by_words
from monitor.model.boards import Move, Proof, Status, Stop
from monitor.model.commitments import RulingKind
from monitor.model.documents import to_spool
from monitor.model.evidence import Relation
from monitor.model.sources import Problem
from monitor.registers import form
from monitor.registers.checking import check
from monitor.reports.shapes import dossier_shape, health_shape, scan_shape
from monitor.status.accepted_evidence import NEWS, SURE
from spiders.catalogue import CARDS
from state.config import Config, SourceSettings
from tests import builders as a
from tests.builders.register_files import SOUND
from tests.documented import DOCS, commands, options, remade
from tui.cli import run
from tui.commands.publish import DATEBOOK, FEEDS, OTHERS

ROOT = DOCS.parent
PAGES = ("dashboard", "commands", "configuration", "feeds", "judging", "json", "registers", "running")
READ = (ROOT / "README.md", *(DOCS / f"{name}.md" for name in PAGES))
LINK = re.compile(r"\]\(([^)#\s]+)?(?:#([^)\s]+))?\)")
KEY = re.compile(r'"([a-z_]+)"(?=:|`)')
SHARED = "Shapes used in several places"
TOML = re.compile(r"\n\n((?:    .*\n|\n)+)")
BY_NAME = frozenset({"chances", "likely", "counts", "answers", "next"})
"""Keys of objects whose own keys are names: of claims, relations, statuses, people, sources."""

Ask = Callable[..., Any]


def page(name: str) -> str:
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


def sections(text: str) -> dict[str, str]:
    """The parts of a page by their headings; those below a heading of the second rank are in its part too."""
    return {part.split("\n", 1)[0].strip(): part for part in re.split(r"(?m)^## ", text)[1:]}


def anchor(heading: str) -> str:
    return re.sub(r"[^a-z0-9 _-]", "", heading.lower()).replace(" ", "-")


def keys(shape: Any) -> set[str]:
    if isinstance(shape, dict):
        return set(shape) | {key for name, value in shape.items() if name not in BY_NAME for key in keys(value)}
    return {key for value in shape for key in keys(value)} if isinstance(shape, list) else set()


@pytest.mark.parametrize("path", [*READ, ROOT / "DESIGN.md"], ids=lambda path: path.name)
def test_what_the_program_makes_of_a_page_is_as_the_program_makes_it_today(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert remade(text) == text, "write it anew: python -m tests.documented"


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "DESIGN.md"])
def test_every_python_file_that_a_page_for_contributors_names_is_there(name: str) -> None:
    there = [f"/{path.relative_to(ROOT).as_posix()}" for path in ROOT.rglob("[!.]*/**/*.py")]
    named = set(re.findall(r"[\w/]+\.py\b", (ROOT / name).read_text(encoding="utf-8")))
    assert len(named) > 1
    assert [file for file in sorted(named) if not any(path.endswith(f"/{file}") for path in there)] == []


@pytest.mark.parametrize("path", READ, ids=lambda path: path.name)
def test_a_page_keeps_its_measure_and_each_of_its_links_leads_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if len(line) > 130] == []
    for file, part in LINK.findall(text):
        there = path.parent / file if file else path
        assert file.startswith("http") or there.exists(), file
        if part:
            headings = re.findall(r"(?m)^#+ (.*)$", there.read_text(encoding="utf-8"))
            assert part in map(anchor, headings), f"{file}#{part}"


def test_the_first_page_is_short_names_all_others_and_they_are_packed_with_it() -> None:
    first = READ[0].read_text(encoding="utf-8")
    assert len(first.splitlines()) <= 150
    assert {path.name for path in DOCS.iterdir()} == {*(f"{name}.md" for name in PAGES), "pictures"}
    assert [name for name in PAGES if f"(docs/{name}.md)" not in first] == []
    built = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    assert {"docs", "README.md"} <= set(built["targets"]["sdist"]["include"])


@pytest.mark.parametrize(
    ("path", "command"), list(commands()), ids=lambda said: " ".join(said) if type(said) is tuple else ""
)
def test_each_command_has_an_example_and_every_option_of_it(path: tuple[str, ...], command: Any) -> None:
    called = " ".join(("bywhen", *path))
    parts = re.split(r"(?m)^##+ ", page("commands"))
    (part,) = [p for p in parts if p.split("\n", 1)[0].removeprefix("The dashboard: ") == f"`{called}`"]
    assert path == ("register",) or re.search(rf"(?m)^    (?:.*\| )?bywhen\b.*{' '.join(path)}", part), "no example"
    shared = {"--state", "--register", "--config"} if path else set()
    for option in options(command):
        for name in (*option.opts, *option.secondary_opts):
            assert f"`{name}" in part or f"/{name}" in part or (name in shared and "common options" in part), name


def test_every_kind_of_ruling_and_every_relation_is_explained() -> None:
    ruled, judged = sections(page("commands"))["`bywhen rule`"], sections(page("judging"))
    assert [kind for kind in RulingKind if f"`{kind}`" not in ruled] == []
    assert [relation for relation in Relation if f"| `{relation}` |" not in judged["Relations"]] == []
    for limit in (SURE, NEWS):
        assert f"{limit:g}".removeprefix("0") in judged["What strength means"]


def test_every_word_of_the_configuration_is_explained_and_the_example_is_read() -> None:
    text = page("configuration")
    words = (*(name for name in Config.model_fields if name != "sources"), *SourceSettings.model_fields)
    assert [word for word in words if f"| `{word}` |" not in text and f"`{word}`, " not in text] == []
    (example,) = [m for m in TOML.findall(text) if "[sources" in m]
    read = Config.model_validate(tomllib.loads(re.sub(r"(?m)^    ", "", example)))
    assert set(read.sources) <= set(CARDS)


EXAMPLES: list[str] = re.findall(r"```yaml\n(.*?)```", page("registers"), re.DOTALL)
"""The small register, and then the forms of promises."""


def with_form(form_: str) -> str:
    """The small register with a form in it: a milestone among its own, or a commitment."""
    place, deep = ("commitments:\n", "  ") if "watch:" in form_ else ("    milestones:\n", "      ")
    return EXAMPLES[0].replace(place, place + indent(form_, deep))


@pytest.mark.parametrize("form_", EXAMPLES[1:], ids=lambda said: said.split("\n")[0].removeprefix("- id: "))
def test_every_form_of_a_promise_is_sound_and_leaves_nothing_to_look_at_again(form_: str) -> None:
    found = check(with_form(form_), date(2025, 6, 1))
    assert (found.faults, found.doubts) == ((), ())


TOLD = {
    "strategy-published": ("Since the publication of the coastal lights strategy on 3 March, much is lit.",),
    "chair-named": (
        "We have appointed Ada Marsh as chair of the harbour lights panel.",
        "The lamp board has been set up.",
    ),
    "keepers": ("We have now recruited 3,050 additional lighthouse keepers.",),
    "recommendations-accepted": ("We have accepted all 40 recommendations.",),
    "duty-in-force": ("The duty to report dark lamps came into force on 1 April.",),
    "evaluation": ("The evaluation of the pothole plan was released in May.",),
}
UNTOLD = {
    "keepers": ("We have now recruited 1,204 additional lighthouse keepers.",),
    "recommendations-accepted": ("We have accepted 38 of the 40 recommendations.",),
    "duty-in-force": ("Regulations for the duty to report dark lamps have been made.",),
}


@pytest.mark.parametrize("told", [True, False], ids=["met", "not met"])
def test_every_form_is_met_by_other_words_of_its_deed_and_by_no_less(*, told: bool) -> None:
    for name, spoken in (TOLD if told else UNTOLD).items():
        register = check(with_form(next(e for e in EXAMPLES if f"- id: {name}\n" in e)), date(2025, 6, 1)).register
        assert register is not None
        milestone = register.commitments[0].milestone(name)
        assert milestone is not None
        for said in spoken:
            assert bool(by_words(milestone, said, date(2026, 6, 1))) is told, said


def test_every_field_of_a_register_is_explained_and_the_example_is_sound() -> None:
    text = page("registers")
    for held in forms(form.RegisterForm, set()):
        for name, field in held.model_fields.items():
            assert f"`{field.alias or name}`" in text, f"{held.__name__}: {name}"
    assert [
        kind for kind in get_args(form.LedgerForm.model_fields["ruling"].annotation) if f"`{kind}`" not in text
    ] == []
    found = check(EXAMPLES[0], date(2025, 6, 1))
    assert (found.faults, found.doubts) == ((), ())


def forms(held: Any, seen: set[Any]) -> Iterator[type[form.Form]]:
    """The forms that stand in a form, each once, and itself."""
    if isinstance(held, type) and issubclass(held, form.Form) and held not in seen:
        seen.add(held)
        yield held
        for field in held.model_fields.values():
            yield from forms(field.annotation, seen)
    for part in get_args(held):
        yield from forms(part, seen)


def test_every_file_that_publish_writes_is_named() -> None:
    files = (*(file for _, file in (*FEEDS, *OTHERS)), DATEBOOK, "index.html")
    assert [file for file in files if f"`{file}`" not in page("feeds")] == []


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """What a command prints as JSON, of a state in which two answers are held; no source is asked for anything."""
    monkeypatch.chdir(tmp_path)
    for name in ("BYWHEN_STATE", "BYWHEN_BY"):
        monkeypatch.delenv(name, raising=False)
    off = "".join(f"[sources.{name}]\nenabled = false\n" for name in (*CARDS, "whatson"))
    (tmp_path / "off.toml").write_text(off, encoding="utf-8")
    (tmp_path / "roads.yaml").write_text(SOUND, encoding="utf-8")
    late = "The pothole plan will be published by the end of May. We will set out a strategy for verges by the autumn."
    answers = [
        a.answer(late, date(2025, 3, 17), "1001", question="To ask when the pothole plan will be published."),
        a.answer("The pothole plan was published on 5 June 2025.", date(2025, 6, 17), "1002", question="To ask of it."),
    ]
    lines = "".join(json.dumps(to_spool(document)) + "\n" for document in answers)
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")

    def call(*words: str) -> Any:
        capsys.readouterr()
        run(["--state", "try.sqlite", "--register", "roads.yaml", "--config", "off.toml", *words, "--json"])
        return json.loads(capsys.readouterr().out)

    call("ingest", "a.jsonl")
    return call


ASKED = (
    "status",
    "show mend-roads",
    "changes",
    "diff 2025-01-20 2025-06-30",
    "evidence",
    "explain written-questions/1001",
    "review",
    "scan",
    "replay",
    "discover",
    "report",
    "publish out",
    "register check roads.yaml --fit",
    "doctor",
)


@pytest.mark.parametrize("asked", ASKED)
def test_every_key_that_a_command_prints_stands_in_its_part_of_the_page(asked: str, ask: Ask) -> None:
    name = " ".join(asked.split()[: 2 if asked.startswith("register") else 1])
    found = keys(ask(*asked.split()))
    assert found, "nothing was printed"
    assert found - told(f"`{name} --json`") == set()


def test_every_key_of_answers_and_of_a_feed_stands_on_the_page(ask: Ask) -> None:
    waiting = ask("review")
    given = ask("review", "--by", "Ada", "--answer", waiting[0]["id"], "accept")
    review = told("`review --json`")
    assert keys(given) | keys(ask("review", "--export", "labels")) <= review
    for who in ("Ada", "Bo"):
        ask("review", "--blind", who, "--answer", waiting[1]["id"], "accept" if who == "Bo" else "reject")
    agreed = ask("review", "--agreement")
    assert agreed[0]["differ"]
    assert keys(agreed) <= review
    assert keys(ask("publish", "out", "--link", "https://www.example.org/")) <= told("`publish --json`")
    feed = json.loads(Path("out/feed.json").read_text(encoding="utf-8"))
    assert keys(feed) <= told("The file `feed.json`")


def test_every_key_of_due_words_stands_on_the_page(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    asked = b'{"sentence": "We will publish it after Royal Assent, by May.", "said_on": "2026-01-16"}\n'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(asked)))
    run(["deadlines", "--json"])
    found = keys(json.loads(capsys.readouterr().out))
    assert "anchor" in found
    assert found <= told("`deadlines --json`")


def test_every_key_that_is_seldom_told_stands_on_the_page() -> None:
    moved = Move(date(2031, 3, 1), a.due("later in May", date(2031, 5, 31)), "q", a.LINK)
    proof = Proof(on=None, known_on=date(2031, 6, 16), confirmed=False, quote="Out.", url=a.LINK, by="r", caution="one")
    stop = Stop(date(2031, 9, 1), "superseded", "new-lamps", "q", a.LINK, confirmed=False)
    row = a.row(milestones=(a.milestone_row(status=Status.DELIVERED, moves=(moved,), proof=proof),), stop=stop)
    dossier = a.dossier(row, evidence=(a.weighed(),), rulings=(a.ruling(),), changes=(a.change(because=a.because()),))
    assert keys(dossier_shape(dossier, date(2031, 7, 1))) <= told("`show --json`")
    bad = Problem("hansard", "timeout", "no answer in 60 s")
    scanned = scan_shape(changes=(a.change(),), problems=(bad,), read=(), failed=("hansard",), documents=7)
    assert keys(scanned) <= told("`scan --json`")
    assert keys(health_shape([a.health("hansard", problems=(bad,))])) <= told("`doctor --json`")


def test_no_key_stands_on_the_page_that_the_program_does_not_know() -> None:
    parts = (path.read_text(encoding="utf-8") for room in ("monitor", "tui") for path in (ROOT / room).rglob("*.py"))
    code = "\n".join(parts)
    assert {key for key in KEY.findall(page("json")) if f'"{key}"' not in code} == set()


def told(heading: str) -> set[str]:
    """The keys that stand in one part of the page, and in the shapes that several share."""
    parts = sections(page("json"))
    return set(KEY.findall(parts[heading])) | set(KEY.findall(parts[SHARED]))
