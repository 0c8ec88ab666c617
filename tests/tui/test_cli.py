"""Does the command line take what it is given, say what it does not, and end as it should?"""

import io
import json
import os
import shlex
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from monitor.model.day_words import HINT
from monitor.model.london import LONDON
from tests.builders.register_files import SOUND
from tests.tui.calling import BYWHEN, ROOT, environment, spawned
from tests.tui.conftest import Call
from tui.cli import COMMANDS


def test_a_day_can_be_said_in_words_and_what_is_no_day_is_told_with_what_to_write(bywhen: Call) -> None:
    said = bywhen("status", "--as-of", "3rd February 2025", "--json")
    assert (said.code, said.shape["as_of"]) == (0, "2025-02-03")
    assert bywhen("status", "--as-of", "End of May 2025", "--json").shape["as_of"] == "2025-05-31"
    yesterday = bywhen("status", "--as-of", "yesterday", "--json").shape["as_of"]
    assert 0 < (datetime.now(LONDON).date() - date.fromisoformat(yesterday)).days <= 2
    wrong = bywhen("changes", "--since", "x 5")
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.asides == ["“x 5” is not a day", HINT]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("nope", "No such command"),
        ("--nope", "No such option"),
        ("status extra", "unexpected extra argument"),
        ("status --as-of soon", "“soon” is not a day"),
        ("status --as-of ''", "is not a day"),
        ("status --as-of '31 June'", "“31 June” is in no calendar"),
        ("status --as-of tomorrow", "is yet to come"),
        ("status --as-of 2999-01-01", "is yet to come"),
        ("changes --since 2999-01-01", "is yet to come"),
        ("report --as-of 2999-01-01", "is yet to come"),
        ("report --as-of 2025-03-01 --since 2025-03-02", "is later than --as-of 2025-03-01"),
        ("scan --since 2999-01-01", "is yet to come"),
        ("scan --source nowhere", "no source called nowhere"),
        ("show", "Missing argument"),
        ("show nothing", "No register has a commitment called nothing"),
        ("show mend-roads --as-of 2024-01-01", "was not promised until 2025-01-16"),
        ("evidence --commitment nothing", "No register has a commitment called nothing"),
        ("evidence --commitment ''", "No register has a commitment called"),
        ("rule", "Missing argument"),
        ("rule guess mend-roads --why x", "is not one of"),
        ("rule note nothing --why x", "No register has a commitment called nothing"),
        ("rule delivered mend-roads plans --why x", "has no milestone called plans"),
        ("rule accept mend-roads --why x", "the document that it is about"),
        ("rule moved mend-roads --on 2025-01-20 --why x", "the words of the new date"),
        ("rule moved mend-roads --due May --why x", "the day on which the new date was said"),
        ("rule note mend-roads --why x --on 2999-01-01", "is yet to come"),
        ("rule note mend-roads --why x --source javascript:alert(1)", "is not an address"),
        ("report --format poem", "is not one of"),
        ("report --output roads.yaml/report", "roads.yaml"),
        ("report --output nowhere/report", "There is no folder nowhere"),
        ("report --output ''", "is not a file"),
        ("publish", "Missing argument"),
        ("publish roads.yaml", "roads.yaml"),
        ("publish nowhere/out", "There is no folder nowhere"),
        ("publish ''", "is not a folder"),
        ("publish out --link ftp://example.org", "is not an address"),
        ("ingest nothing.jsonl", "No such file"),
        ("ingest .", "Is a directory"),
        ("ingest roads.yaml", "not one line holds a document"),
        ("register", "Missing command"),
        ("register check nothing.yaml", "No such file"),
        ("demo --speed 0", "is not in the range"),
        ("--state . status", "can't be used"),
        ("--state roads.yaml status", "can't be used"),
        ("--state mysql://host/db status", "is not an address that a state can have"),
        ("--config nothing.toml status", "No such file"),
        ("--config roads.yaml status", "not TOML"),
        ("--register nothing.yaml status", "No such file"),
        ("--register again.yaml status", "stands in two registers|same id"),
    ],
)
def test_wrong_use_is_told_in_two_lines_what_and_how_to_mend_it(bywhen: Call, words: str, what: str) -> None:
    said = bywhen(*shlex.split(words))
    assert (said.code, said.out, len(said.asides)) == (2, "", 2), said
    assert any(part in said.asides[0] for part in what.split("|"))
    assert said.asides[1].strip()


@pytest.mark.parametrize(
    ("toml", "what"),
    [
        ("stat = 'x'", "stat: "),
        ("[sources.gov-uk]\ndelay = 'slow'", "sources.gov-uk.delay: "),
        ("[sources.gov-uk]\naddress = 'file:///etc'", "sources.gov-uk.address: "),
        ("[sources.govuk]\nenabled = false", "no source is called govuk"),
        ("registers = 3", "registers: "),
    ],
)
def test_every_word_of_the_configuration_must_be_understood(bywhen: Call, home: Path, toml: str, what: str) -> None:
    (home / "bywhen.toml").write_text(toml, encoding="utf-8")
    said = bywhen("--config", "bywhen.toml", "status")
    assert (said.code, said.out, len(said.asides)) == (2, "", 2)
    assert what in said.asides[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_how_it_is_used(bare: Call, name: str) -> None:
    said = bare(name, "--help")
    assert (said.code, said.err) == (0, "")
    assert f"Usage: bywhen {name}" in said.out
    assert name in bare("--help").out


def test_the_version_is_told(bare: Call) -> None:
    said = bare("--version")
    assert said.code == 0
    assert said.out.startswith("bywhen")


@pytest.mark.parametrize(
    "words", ["status", "show mend-roads", "changes", "evidence", "report", "publish out", "register check roads.yaml"]
)
def test_every_command_that_shows_something_shows_it_as_json_too(bywhen: Call, words: str) -> None:
    plain, shaped = bywhen(*words.split()), bywhen(*words.split(), "--json")
    assert (plain.code, shaped.code) == (0, 0)
    assert plain.out
    assert isinstance(shaped.shape, dict | list)


NOTE = ("rule", "note", "mend-roads", "--why", "noted")


def test_options_mean_the_same_before_and_after_the_name_of_the_command(bare: Call, home: Path) -> None:
    bare(*NOTE, "--state", "a.sqlite", "--register", "roads.yaml")
    bare("--state", "b.sqlite", "--register", "roads.yaml", *NOTE)
    after = bare("status", "--json", "--state", "a.sqlite", "--register", "roads.yaml")
    before = bare("--state", "b.sqlite", "--register", "roads.yaml", "status", "--json")
    assert after.shape == before.shape
    assert [c["id"] for c in after.shape["commitments"]] == ["mend-roads"]
    assert (home / "a.sqlite").exists()
    assert (home / "b.sqlite").exists()


def test_registers_given_before_and_after_the_name_of_the_command_add_up(bywhen: Call, home: Path) -> None:
    for name in ("rail", "canal"):
        other = SOUND.replace("register: a-test", f"register: {name}").replace("id: mend-roads", f"id: mend-{name}")
        (home / f"{name}.yaml").write_text(other, encoding="utf-8")
    said = bywhen("--register", "rail.yaml", "status", "--register", "canal.yaml", "--json")
    assert [c["id"] for c in said.shape["commitments"]] == ["mend-roads", "mend-rail", "mend-canal"]


def test_the_environment_names_the_state_and_an_option_outranks_it(
    bare: Call, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BYWHEN_STATE", str(home / "named" / "by-environment.sqlite"))
    bare(*NOTE, "--register", "roads.yaml")
    assert (home / "named" / "by-environment.sqlite").exists()
    bare(*NOTE, "--register", "roads.yaml", "--state", "by-option.sqlite")
    assert (home / "by-option.sqlite").exists()


def test_the_configuration_names_state_and_registers_from_where_it_stands(bare: Call, home: Path) -> None:
    (home / "etc").mkdir()
    (home / "etc" / "b.toml").write_text("state = 'kept.sqlite'\nregisters = ['../roads.yaml']", encoding="utf-8")
    bare("--config", "etc/b.toml", *NOTE)
    assert (home / "etc" / "kept.sqlite").exists()
    said = bare("--config", "etc/b.toml", "status", "--json")
    assert [c["id"] for c in said.shape["commitments"]] == ["mend-roads"]


def test_without_state_option_or_environment_the_state_is_in_the_users_own_data_folder(bare: Call, home: Path) -> None:
    assert bare(*NOTE, "--register", "roads.yaml").code == 0
    assert [p.name for p in home.rglob("bywhen.sqlite")] == ["bywhen.sqlite"]


def test_a_register_with_faults_is_told_by_line_and_ends_with_one(bare: Call, home: Path) -> None:
    (home / "bad.yaml").write_text(SOUND.replace("due: by Easter", "due: by Estaer"), encoding="utf-8")
    said, shaped = bare("register", "check", "bad.yaml"), bare("register", "check", "bad.yaml", "--json")
    assert (said.code, shaped.code) == (1, 1)
    assert "bad.yaml:19: " in said.out
    assert [fault["line"] for fault in shaped.shape["faults"]] == [19]


def test_the_board_says_why_a_commitment_is_stale(bywhen: Call) -> None:
    said = bywhen("status", "--as-of", "2025-06-01", "--without-rulings")
    assert said.code == 0
    assert "mend-roads: gov-uk not looked at yet" in said.out.partition("Can't say whether")[2]


@pytest.mark.parametrize("end", [RuntimeError("broken"), KeyboardInterrupt()])
def test_a_bug_ends_with_seventy_and_an_interruption_without_a_traceback(
    bywhen: Call, monkeypatch: pytest.MonkeyPatch, end: BaseException
) -> None:
    class Broken(io.StringIO):
        def write(self, _text: str) -> int:
            raise end

    bywhen("status")
    with monkeypatch.context() as changed:
        changed.setattr(sys, "stdout", Broken())
        said = bywhen("status")
    bug = isinstance(end, RuntimeError)
    assert said.code == (70 if bug else 130)
    assert ("Traceback" in said.err) is bug
    assert ("a bug in bywhen" in said.err) is bug


def test_a_reader_who_leaves_early_is_no_error(home: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    spawned(home, "--state", "s.sqlite", "--register", "roads.yaml", *NOTE)
    words = [*BYWHEN, "--state", "s.sqlite", "--register", "roads.yaml", "changes", "--json"]
    done = subprocess.run(
        words, cwd=home, env=environment(home), stdout=write, stderr=subprocess.PIPE, timeout=60, check=False
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_locale_without_our_quotation_marks_is_no_error(home: Path) -> None:
    words = ("--state", "s.sqlite", "--register", "roads.yaml")
    spawned(home, *words, *NOTE)
    said = spawned(home, *words, "status", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (said.code, said.err) == (0, "")
    assert "\\u201cby Easter\\u201d" in said.out


def test_help_loads_neither_textual_nor_scrapy_nor_sqlalchemy(home: Path) -> None:
    asked = "import sys; from tui.cli import run; run(['--help']); print(*sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-P", "-c", asked], cwd=ROOT, env=environment(home), capture_output=True, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert "click" in loaded
    heavy = {"textual", "rich", "scrapy", "twisted", "sqlalchemy", "alembic", "httpx", "aiohttp", "apscheduler"}
    assert not loaded & (heavy | {"pydantic", "yaml", "lxml", "icalendar", "feedgenerator"})


def test_who_only_reads_does_not_wait_for_what_fetches(home: Path) -> None:
    asked = "import sys, tui.wiring; print(*sorted({'scrapy', 'twisted', 'httpx', 'aiohttp'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-P", "-c", asked], cwd=home, env=environment(home), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_deadlines_are_resolved_a_line_for_a_line(home: Path) -> None:
    lines = ["We will publish it by Easter.", "[\u202e] no date \u001b[31m in here"]
    given = "\ufeff" + "\n".join(json.dumps({"sentence": s, "said_on": "2025-01-16"}) for s in lines)
    said = spawned(home, "deadlines", "--json", stdin=given)
    rows = [json.loads(line) for line in said.out.splitlines()]
    assert (said.code, said.err) == (0, "")
    assert [row["sentence"] for row in rows] == lines
    assert list(rows[0]) == ["sentence", "said_on", "phrase", "kind", "earliest", "latest", "rule", "windows"]
    assert list(rows[0]["windows"][0]) == ["phrase", "kind", "earliest", "latest", "rule", "anchor"]
    assert (rows[0]["latest"], rows[1]["kind"]) == ("2025-04-20", "none")
    assert not {"\u202e", "\u001b"} & set(said.out), "what is echoed must not steer a terminal"


@pytest.mark.parametrize(
    "line", ["no JSON", "[]", "{}", '{"sentence": "x", "said_on": "soon"}', '{"sentence": 3, "said_on": "2025-01-16"}',
             "[" * 20_000, "\udc80"]
)  # fmt: skip
def test_a_line_that_asks_nothing_is_named_and_the_others_are_resolved(
    bare: Call, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    asked = json.dumps({"sentence": "We will publish it by Easter.", "said_on": "2025-01-16"})
    given = io.BytesIO(f"{asked}\n{line}\n\n{asked}".encode("utf-8", errors="surrogateescape"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(given))
    said = bare("deadlines", "--json")
    assert (said.code, len(said.out.splitlines()), len(said.asides)) == (1, 2, 1)
    assert said.asides[0].startswith("line 2 ")
    assert '"said_on"' in said.asides[0]
