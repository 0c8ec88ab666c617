"""Is input that nobody could read told in one line, with exit 2 and within bounds, whatever it is?"""

import gzip
import json
import re
import resource
import subprocess
from pathlib import Path

import pytest

from monitor.model.documents import Document
from tests.tui.calling import BYWHEN, Said, environment
from tests.tui.conftest import Call
from tests.tui.test_cli_records import PAGE, ROW, TODAY, spool

MEMORY = 1_500_000_000
"""Bytes of addresses that a command may take in these tests; what is endless would take all."""


def bounded(home: Path, *words: str, stdin: str = "/dev/null", largest: int | None = None) -> Said:
    """Return what a command says in a process of its own that may take so much memory, and write files so large."""

    def limits() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        if largest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    with Path(stdin).open("rb") as given:
        done = subprocess.run(
            [*BYWHEN, *words], cwd=home, env=environment(home), stdin=given, capture_output=True, encoding="utf-8",
            timeout=100, check=False, preexec_fn=limits,
        )  # fmt: skip
    return Said(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    "words",
    [
        "--register ~nosuch/r.yaml status",
        "--config ~nosuch/c.toml status",
        "--state ~nosuch/s.sqlite status",
        "--state ~nosuch/s.sqlite scan",
        "report --output ~nosuch/report.txt",
        "publish ~nosuch/site",
        "ingest ~nosuch/a.jsonl",
        "register check ~nosuch/r.yaml",
        "register new --text ~nosuch/said.txt",
        "review --export ~nosuch/labels",
    ],
)
def test_the_home_folder_of_nobody_is_no_bug(bywhen: Call, words: str) -> None:
    said = bywhen(*words.split())
    assert (said.code, said.out, len(said.asides)) == (2, "", 2), said
    assert "nosuch" in said.asides[0]


@pytest.mark.parametrize("key", ["state = '~nosuch/s.sqlite'", "registers = ['~nosuch/r.yaml']"])
def test_nor_where_the_configuration_names_it(bare: Call, home: Path, key: str) -> None:
    (home / "b.toml").write_text(key, encoding="utf-8")
    for words in ("status", "scan"):
        said = bare("--config", "b.toml", words)
        assert (said.code, said.out, len(said.asides)) == (2, "", 2), said
        assert "nosuch" in said.asides[0]


@pytest.mark.parametrize(
    "address",
    [
        "http://[::1", "http://[not-one]/", "https://api.example.org:99999", "https://api.example.org:port", "http://",
        "https://:443", "ftp://api.example.org", "api.example.org", "https://a b.example", "https://..", "https://a..b",
        "https://ada@api.example.org", "https://api.example.org/?x=1", "https://api.example.org/#x", "https://x\\u0007y",
        "", "https://" + "a" * 70 + ".example",
    ],
)  # fmt: skip
@pytest.mark.parametrize("source", ["hansard", "whatson"])
def test_an_ill_formed_address_is_told_before_anything_is_asked(
    bare: Call, home: Path, address: str, source: str
) -> None:
    (home / "b.toml").write_text(f'[sources.{source}]\naddress = "{address}"\n', encoding="utf-8")
    said = bare("--config", "b.toml", "--register", "roads.yaml", "status")
    assert (said.code, said.out, len(said.asides)) == (2, "", 2), said
    assert f"sources.{source}.address" in said.asides[0]


@pytest.mark.parametrize(
    "address",
    ["https://api.example.org", "http://127.0.0.1:8000/", "https://[::1]:80/x", "https://xn--bcher-kva.example"],
)
def test_an_address_that_is_one_is_taken(bare: Call, home: Path, address: str) -> None:
    (home / "b.toml").write_text(f'[sources.hansard]\naddress = "{address}"\n', encoding="utf-8")
    assert bare("--config", "b.toml", "--register", "roads.yaml", "status").code == 0


@pytest.mark.parametrize(
    "held",
    [
        "x = " + "[" * 5_000,
        "x = " + "{a=" * 5_000,
        "x = " + "9" * 6_000,
        "[sources.hansard]\nfewest = " + "9" * 6_000,
        "[sources.hansard]\ndelay = 1e999",
        "[sources.hansard]\nevery_minutes = -" + "9" * 400,
    ],
    ids=["lists", "tables", "integer", "fewest", "delay", "minutes"],
)
def test_a_configuration_of_any_depth_or_size_is_told_in_one_line(bare: Call, home: Path, held: str) -> None:
    (home / "b.toml").write_text(held, encoding="utf-8")
    for words in ("status", "scan", "doctor"):
        said = bare("--config", "b.toml", "--register", "roads.yaml", words)
        assert (said.code, said.out, len(said.asides)) == (2, "", 2), said
        assert len(said.err) < 1_000


@pytest.mark.parametrize("held", ["[" * 50_000, "{a: " * 50_000, "- " * 50_000, "register: " + "9" * 6_000])
def test_a_register_of_any_depth_is_told_by_line(bare: Call, home: Path, held: str) -> None:
    (home / "deep.yaml").write_text(held, encoding="utf-8")
    checked, shown = bare("register", "check", "deep.yaml"), bare("--register", "deep.yaml", "status")
    assert (checked.code, shown.code) == (1, 2)
    assert "Traceback" not in checked.err + shown.err


@pytest.mark.parametrize(
    "line",
    [
        '{"sentence": "We will act by May.", "said_on": "0001-01-01"}',
        '{"sentence": "We will act in ten years.", "said_on": "9999-12-31"}',
        '{"sentence": "We will act by May.", "said_on": "1899-12-31"}',
        '{"sentence": "We will act by May.", "said_on": ' + "9" * 6_000 + "}",
        "[" * 100_000,
    ],
    ids=["first year", "last year", "before 1900", "integer", "deep"],
)
def test_a_line_of_deadlines_that_nobody_can_resolve_is_named_and_the_next_is_resolved(home: Path, line: str) -> None:
    sound = json.dumps({"sentence": "We will publish it by Easter.", "said_on": "2026-01-16"})
    (home / "in").write_text(f"{line}\n{sound}\n", encoding="utf-8")
    said = bounded(home, "deadlines", "--json", stdin=str(home / "in"))
    assert (said.code, len(said.out.splitlines())) == (1, 1)
    assert said.asides[0].startswith("line 1 is left out")


@pytest.mark.parametrize("days", [["2190-01-01"], ["2190-01-01", "2185-05-02"], ["2199-12-31"] * 3])
def test_documents_of_days_to_come_are_named_once(bywhen: Call, home: Path, days: list[str]) -> None:
    rows = [
        json.dumps({**ROW, "key": f"to-come-{n}", "published_on": day, "passages": []}) for n, day in enumerate(days)
    ]
    said = bywhen("ingest", spool(home / "a.jsonl", [PAGE], *rows))
    first = f"{ROW['source']}/to-come-{days.index(min(days))}"
    told = f"{len(days)} document{'s' * (len(days) > 1)} dated after today ({first}, "
    assert (said.code, len(said.asides)) == (0, 1), said
    assert said.asides[0].startswith(f"a.jsonl: {told}")


@pytest.mark.parametrize(
    ("documents", "read"), [([], "1 document read"), ([PAGE], "2 documents read"), ([PAGE, TODAY], "3 documents read")]
)
def test_numbers_and_their_nouns_agree(bywhen: Call, home: Path, documents: list[Document], read: str) -> None:
    said = bywhen(
        "ingest",
        spool(
            home / "a.jsonl",
            documents,
            json.dumps({**ROW, "key": "one-more", "published_on": "2025-06-02", "passages": []}),
        ),
    )
    assert said.out.startswith(f"{read}, ")
    assert not re.search(r"\b1 (?:documents|changes|lines)\b", said.out), said.out


@pytest.mark.parametrize("day", ["0001-01-01", "1066-10-14", "1899-12-31"])
@pytest.mark.parametrize(
    "words",
    ["status --as-of", "changes --since", "report --since", "report --as-of", "scan --since", "show mend-roads --as-of",
     "rule note mend-roads --why x --on", "discover --since", "register new --text t --said-on"],
)  # fmt: skip
def test_a_day_before_1900_is_wrong_use(bywhen: Call, home: Path, words: str, day: str) -> None:
    (home / "t").write_text("We will publish a plan.", encoding="utf-8")
    said = bywhen(*words.split(), day)
    assert (said.code, said.out, len(said.asides)) == (2, "", 2), said
    assert "is before 1900" in said.asides[0]


@pytest.mark.parametrize("day", ["0001-01-01", "1812-06-24", "9999-12-31"])
def test_a_document_of_a_day_that_nobody_reads_is_left_out_and_named(bywhen: Call, home: Path, day: str) -> None:
    line = json.dumps({**ROW, "published_on": day, "passages": []})
    said = bywhen("ingest", spool(home / "a.jsonl", [PAGE], line))
    assert said.code == 1
    assert said.asides[0].startswith(f"a.jsonl:2: published_on is {day}: only days from 1900")
    assert bywhen("status").code == 0


ENDLESS = [
    "ingest /dev/zero", "register check /dev/zero", "--register /dev/zero status", "--config /dev/zero status",
    "--config /dev/zero scan", "--state /dev/zero status", "--state /dev/zero scan", "register new --text /dev/zero",
    "register check /dev/urandom", "ingest /dev/urandom",
]  # fmt: skip


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no endless device here")
@pytest.mark.parametrize("words", ENDLESS)
def test_what_is_endless_is_told_in_one_line_and_takes_no_memory(home: Path, words: str) -> None:
    said = bounded(home, *words.split())
    assert (said.code, said.out, len(said.asides)) == (2, "", 2), said


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no endless device here")
def test_endless_input_is_told_as_well(home: Path) -> None:
    said = bounded(home, "deadlines", "--json", stdin="/dev/zero")
    assert (said.code, said.out, len(said.asides)) == (2, "", 2)


@pytest.mark.parametrize("line", [b"\n", b"{}\n"])
def test_a_small_file_of_very_many_lines_is_refused_within_bounds(home: Path, line: bytes) -> None:
    with gzip.open(home / "many.jsonl.gz", "wb", compresslevel=1) as packed:
        packed.write(line * 2_100_000)
    said = bounded(home, "--state", "s.sqlite", "--register", "roads.yaml", "ingest", "many.jsonl.gz")
    assert (said.code, said.out, len(said.asides)) == (2, "", 2), said
    assert "more than 2,000,000 lines" in said.asides[0]
    assert not (home / "s.sqlite").exists()


@pytest.mark.parametrize("code", ["cp1252", "latin-1", "mac-roman"])
def test_a_line_that_is_not_utf8_is_left_out_and_named(bywhen: Call, home: Path, code: str) -> None:
    row = {**ROW, "published_on": "2025-02-16", "passages": [{"role": "text", "text": "A café costs £3."}]}
    odd = json.dumps(row, ensure_ascii=False).encode(code)
    (home / "a.jsonl").write_bytes((home / spool(home / "b.jsonl", [PAGE])).read_bytes() + b"\n" + odd + b"\n")
    said = bywhen("ingest", "a.jsonl", "--json")
    assert (said.code, said.asides[0]) == (1, "a.jsonl:2: not UTF-8; this line is left out")
    assert said.shape["documents"] == 1


def test_where_no_line_is_utf8_nothing_is_recorded_and_the_sound_copy_is_new(bywhen: Call, home: Path) -> None:
    row = {**ROW, "published_on": "2025-02-16", "passages": [{"role": "text", "text": "A café costs £3."}]}
    line = json.dumps(row, ensure_ascii=False)
    (home / "odd.jsonl").write_bytes(line.encode("cp1252"))
    (home / "sound.jsonl").write_text(line, encoding="utf-8")
    odd = bywhen("ingest", "odd.jsonl")
    assert (odd.code, odd.asides[0]) == (1, "odd.jsonl:1: not UTF-8; this line is left out")
    assert bywhen("ingest", "sound.jsonl", "--json").shape["documents"] == 1
    assert [c["kind"] for c in bywhen("changes", "--json").shape if c["kind"] in ("amended", "corrected")] == []


@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_file_in_utf16_is_called_so(bywhen: Call, home: Path, code: str) -> None:
    text = (home / spool(home / "b.jsonl", [PAGE, TODAY])).read_text(encoding="utf-8")
    (home / "a.jsonl").write_bytes(text.encode(code))
    (home / "r.yaml").write_bytes((home / "roads.yaml").read_text(encoding="utf-8").encode(code))
    name = code.upper()[:6]
    for words in ("ingest a.jsonl", "register check r.yaml"):
        said = bywhen(*words.split())
        assert (said.code, said.out) == (2, "")
        assert f"{name} text" in said.asides[0]


def test_a_table_for_spreadsheets_begins_with_a_byte_order_mark(bywhen: Call, home: Path) -> None:
    bywhen("publish", "out")
    bywhen("report", "--format", "csv", "--output", "board.csv")
    for place in (home / "out" / "status.csv", home / "board.csv"):
        assert place.read_bytes()[:5] == b"\xef\xbb\xbfid"


@pytest.mark.parametrize("words", ["scan", "rule note mend-roads --why x", "publish out", "report --output report.html",
                                   "ingest a.jsonl"])  # fmt: skip
def test_a_full_disk_is_told_in_one_line(bare: Call, home: Path, words: str) -> None:
    spool(home / "a.jsonl", [PAGE, TODAY])
    (home / "off.toml").write_text(
        "".join(f"[sources.{name}]\nenabled = false\n" for name in
                ("gov-uk", "written-questions", "written-statements", "hansard", "committees", "bills", "whatson")),
        encoding="utf-8",
    )  # fmt: skip
    common = ("--state", "s.sqlite", "--register", "roads.yaml", "--config", "off.toml")
    assert bare(*common, "rule", "note", "mend-roads", "--why", "so that there is a state").code == 0
    before = sorted(p.name for p in home.rglob("*") if "sqlite" not in p.name)
    said = bounded(home, *common, *words.split(), largest=1_024)
    assert said.code in (1, 2), said
    assert "Traceback" not in said.err
    assert len(said.asides) <= 4
    after = sorted(p.name for p in home.rglob("*") if "sqlite" not in p.name)
    assert [name for name in after if name not in before and name != "out"] == []
    assert bare(*common, "status").code == 0
