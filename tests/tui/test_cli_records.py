"""What do ingest, rule, report and publish take in and hand out?"""

import csv
import gzip
import json
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from icalendar import Calendar

from monitor.model.documents import Document, Passage, to_spool
from monitor.model.london import london_day
from monitor.reports.site_origin import ORIGIN
from tests import builders as a
from tests.tui.calling import environment
from tests.tui.conftest import Call

PAGE = a.document(
    "/government/publications/pothole-plan",
    source="gov-uk",
    kind="policy_paper",
    title="The pothole plan",
    published_on=date(2025, 3, 3),
    body="Department for Roads",
    passages=(Passage("text", "This pothole plan sets out how we mean to mend the roads."),),
)
TODAY = a.document(
    "/government/news/lamps",
    source="gov-uk",
    kind="news_story",
    title="Lamps",
    published_on=london_day(datetime.now(UTC)),
    passages=(Passage("text", "New lamps."),),
)
"""Of the day of the test, so that its source counts as read to today."""
ASKED = a.answer("The pothole plan will be published shortly.", date(2025, 2, 20), "1001")


def spool(place: Path, documents: Sequence[Document], *more: str) -> str:
    """Write documents and further lines in the spool format, and return the file's name."""
    lines = [*(json.dumps(to_spool(d)) for d in documents), *more]
    text = "\n".join(lines).encode()
    place.write_bytes(gzip.compress(text) if place.suffix == ".gz" else text)
    return place.name


def test_a_file_is_taken_as_if_its_source_had_sent_it(bywhen: Call, home: Path) -> None:
    said = bywhen("ingest", spool(home / "a.jsonl", [PAGE, ASKED]), "--json")
    assert (said.code, said.shape["documents"], said.shape["failed"]) == (0, 2, [])
    assert sorted(said.shape["read"]) == ["gov-uk", "written-questions"]
    row = bywhen("status", "--without-rulings", "--as-of", "2025-03-04", "--json").shape["commitments"][0]
    assert (row["status"], row["confirmed"], row["delivered_on"]) == ("delivered", False, "2025-03-03")
    assert {e["relation"] for e in bywhen("evidence", "--json").shape} == {"delivers", "mentions-only"}


def test_the_same_file_again_packed_or_not_changes_nothing(bywhen: Call, home: Path) -> None:
    bywhen("ingest", spool(home / "a.jsonl", [PAGE, ASKED]))
    before = [bywhen(name, "--json").out for name in ("status", "changes", "evidence")]
    for name in ("a.jsonl", "a.jsonl.gz"):
        again = bywhen("ingest", spool(home / name, [PAGE, ASKED]), "--json")
        assert (again.code, again.shape["documents"], again.shape["changes"]) == (0, 0, [])
    assert [bywhen(name, "--json").out for name in ("status", "changes", "evidence")] == before


def test_a_bad_line_is_left_out_and_told_and_its_file_makes_no_source_fresh(bywhen: Call, home: Path) -> None:
    said = bywhen("ingest", spool(home / "a.jsonl", [PAGE], "{}", "no JSON \x1b]0;x\x07"), "--json")
    assert said.code == 1
    assert [line.partition(";")[0] for line in said.asides] == ["a.jsonl:2: no field 'source'", "a.jsonl:3: not JSON"]
    assert (said.shape["documents"], said.shape["read"], said.shape["failed"]) == (1, [], ["gov-uk"])
    assert "gov-uk: tried, and never read soundly" in " ".join(bywhen("status").out.split())
    row = bywhen("status", "--without-rulings", "--json").shape["commitments"][0]
    assert row["status"] == "delivered", "what could be read counts all the same"


ROW = {"source": "gov-uk", "key": "/a", "url": "https://a.test/", "title": "A", "kind": "news", "body": None}


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ({"source": "nope"}, "no source is called nope; the sources are gov-uk, written-questions, "),
        ({"source": "whatson"}, "no source is called whatson; the sources are gov-uk, "),
        ({"passages": [1]}, "a passage is not an object"),
        ({"passages": {}}, "passages is not a list"),
        ({"passages": [{"role": "text", "text": "x", "columns": [1]}]}, "columns is not a list of pairs"),
        ({"published_on": "soon"}, "published_on is no day as 2025-01-16"),
        ({"corrected_on": 3}, "corrected_on is no day as 2025-01-16"),
        ({"notes": [3]}, "notes is not a list of pairs"),
        ({"notes": [["2025-01-16", 3]]}, "a note is not text"),
        ({"presence": []}, "presence is none of live, withdrawn, redirected, gone"),
    ],
)
def test_what_is_wrong_with_a_line_is_said_in_peoples_words(
    bywhen: Call, home: Path, more: dict[str, object], what: str
) -> None:
    line = json.dumps({**ROW, "published_on": "2025-01-16", "passages": [], **more})
    said = bywhen("ingest", spool(home / "a.jsonl", [PAGE], line))
    assert said.code == 1
    assert said.asides[0].startswith(f"a.jsonl:2: {what}")


def test_many_bad_lines_are_told_as_a_number(bywhen: Call, home: Path) -> None:
    said = bywhen("ingest", spool(home / "a.jsonl", [PAGE], *["{}"] * 5000))
    assert said.code == 1
    assert len(said.asides) < 20
    assert "4,990 more lines" in said.err


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("cut.jsonl.gz", gzip.compress(b'{"source": ' * 9000)[:60]),
        ("bomb.jsonl.gz", gzip.compress(b"0" * 41_000_000)),
        ("odd.jsonl", b"\xff\xfe\x00{}"),
        ("deep.jsonl", b"[" * 100_000),
    ],
    ids=["cut", "bomb", "odd", "deep"],
)
def test_a_file_that_holds_nothing_is_refused_with_nothing_recorded(
    bywhen: Call, home: Path, name: str, held: bytes
) -> None:
    (home / name).write_bytes(held)
    said = bywhen("ingest", name)
    assert (said.code, said.out, len(said.asides)) == (2, "", 2)
    assert bywhen("doctor", "--json").shape["sources"][0]["documents"] == 0


def test_a_ruling_outranks_the_rules_and_can_be_left_out(bywhen: Call, home: Path) -> None:
    bywhen("ingest", spool(home / "a.jsonl", [PAGE, TODAY]))
    said = bywhen("rule", "not-delivered", "mend-roads", "--why", "A plan mends nothing.", "--by", "Cy", "--json")
    assert said.code == 0
    assert [c["to"] for c in said.shape if c["kind"] == "status"] == ["overdue"]
    ruled = bywhen("status", "--json").shape["commitments"][0]
    alone = bywhen("status", "--json", "--without-rulings").shape["commitments"][0]
    assert (ruled["status"], alone["status"], alone["confirmed"]) == ("overdue", "delivered", False)
    assert bywhen("show", "mend-roads", "--json").shape["rulings"][-1]["by"] == "Cy"


def test_evidence_can_be_rejected_and_accepted_by_its_document(bywhen: Call, home: Path) -> None:
    bywhen("ingest", spool(home / "a.jsonl", [PAGE]))
    named = f"{PAGE.source}/{PAGE.key}"
    for kind, ruling in (("reject", "rejected"), ("accept", "accepted")):
        assert bywhen("rule", kind, "mend-roads", named, "--why", "Read it.").code == 0
        assert [e["ruling"] for e in bywhen("evidence", "--json").shape] == [ruling]


def test_the_report_looks_back_seven_days_unless_told_otherwise(bywhen: Call, home: Path) -> None:
    bywhen("ingest", spool(home / "a.jsonl", [PAGE]))
    usual, all_of_it = bywhen("report", "--json"), bywhen("report", "--json", "--since", "2025-01-01")
    assert "last 7 days" in bywhen("report", "--help").out
    assert usual.shape["since"] > "2025-06-01"
    assert len(usual.shape["changes"]) < len(all_of_it.shape["changes"])


def test_the_report_of_a_past_day_has_that_days_board_and_nothing_that_happened_after_it(
    bywhen: Call, home: Path
) -> None:
    bywhen("ingest", spool(home / "a.jsonl", [PAGE, ASKED]))
    everything = bywhen("report", "--json", "--since", "2025-01-01").shape["changes"]
    assert [change["at"][:10] for change in everything] == ["2025-01-16", "2025-02-01"]
    before = bywhen("report", "--json", "--as-of", "2025-01-31", "--since", "2025-01-01").shape
    assert (before["as_of"], before["changes"]) == ("2025-01-31", everything[:1])
    on_the_day = bywhen("report", "--json", "--as-of", "2025-02-01").shape
    assert (on_the_day["since"], on_the_day["changes"]) == ("2025-01-25", everything[1:])
    said = [
        bywhen("report", "--as-of", f"2025-02-0{n}", "--since", "2025-02-01", "--fail-on", "changed") for n in (1, 2)
    ]
    assert [one.code for one in said] == [1, 1]
    assert bywhen("report", "--as-of", "2025-01-31", "--since", "2025-01-20", "--fail-on", "changed").code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("--fail-on overdue", 1),
        ("--fail-on changed", 1),
        ("--fail-on changed --since 2025-01-01", 1),
        ("--fail-on changed --fail-on overdue", 1),
        ("", 0),
    ],
)
def test_the_report_ends_with_one_when_it_finds_what_it_was_asked_to_find(
    bywhen: Call, home: Path, words: str, code: int
) -> None:
    bywhen("ingest", spool(home / "a.jsonl", [TODAY]))
    bywhen("rule", "not-delivered", "mend-roads", "--why", "It fell short.", "--on", "2025-03-01")
    said = bywhen("report", "--output", "report.txt", *words.split())
    assert (said.code, said.out, said.err) == (code, "", "")
    assert "Roads mended" in Path("report.txt").read_text(encoding="utf-8")


def test_what_is_published_is_sound_linked_and_the_same_the_next_time(bywhen: Call, home: Path) -> None:
    hostile = a.document(
        "1002", title="</title><script>x</script>", published_on=date(2025, 2, 21), passages=ASKED.passages
    )
    bywhen("ingest", spool(home / "a.jsonl", [PAGE, ASKED, hostile]))
    first = bywhen("publish", "out", "--link", "https://example.org/roads")
    held = {p.name: p.read_bytes() for p in (home / "out").iterdir()}
    assert first.code == 0
    assert first.out.split() == [str(Path("out") / name) for name in ORDER]
    assert set(held) == set(ORDER), "no half-written file is left"
    assert b"<script" not in b"".join(held.values()).lower()
    bywhen("publish", "out", "--link", "https://example.org/roads")
    assert {p.name: p.read_bytes() for p in (home / "out").iterdir()} == held


ORDER = (
    "feed.xml",
    "atom.xml",
    "feed.json",
    "deadlines.ics",
    "commitment-mend-roads.html",
    "index.html",
    "status.json",
    "status.csv",
    ORIGIN,
)


def test_the_feeds_are_read_without_complaint_and_say_where_they_stand(bywhen: Call, home: Path) -> None:
    bywhen("ingest", spool(home / "a.jsonl", [PAGE, ASKED]))
    bywhen("publish", "out", "--link", "https://example.org/roads")
    wanted = {change["id"] for change in bywhen("changes", "--json").shape}
    rss, atom = (feedparser.parse((home / "out" / name).read_bytes()) for name in ("feed.xml", "atom.xml"))
    told = json.loads((home / "out" / "feed.json").read_text(encoding="utf-8"))
    assert not rss.bozo
    assert not atom.bozo
    assert {entry.id for entry in rss.entries} == {item["id"] for item in told["items"]} == wanted
    assert len({entry.id for entry in atom.entries}) == len(wanted)
    assert told["feed_url"] == "https://example.org/roads/feed.json"
    assert "https://example.org/roads/feed.xml" in {link.href for link in rss.feed.links}


def test_the_calendar_holds_the_due_dates_and_only_publish_loads_what_writes_it(bywhen: Call, home: Path) -> None:
    bywhen("publish", "out")
    text = (home / "out" / "deadlines.ics").read_bytes()
    calendar: Any = Calendar.from_ical(text)
    (event,) = calendar.walk("VEVENT")
    assert (event["dtstart"].dt, event["summary"]) == (date(2025, 4, 20), "Delivered: The plan published")
    assert b"\r\n" in text
    assert text.count(b"\n") == text.count(b"\r\n")
    asked = "import sys; from tui.cli import run; run(sys.argv[1:]); sys.exit('icalendar' in sys.modules)"
    for words, loaded in ((["status"], 0), (["publish", "out"], 1)):
        common = ["--state", "try.sqlite", "--register", "roads.yaml", *words]
        done = subprocess.run([sys.executable, "-P", "-c", asked, *common], env=environment(home), check=False)
        assert done.returncode == loaded


def test_the_index_leads_to_every_page_and_feed_and_the_table_can_be_read(bywhen: Call, home: Path) -> None:
    bywhen("publish", "out")
    index = (home / "out" / "index.html").read_text(encoding="utf-8")
    assert [name for name in ORDER if name not in ("index.html", ORIGIN) and f'href="{name}"' not in index] == []
    rows = list(csv.DictReader((home / "out" / "status.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [row["id"] for row in rows] == ["mend-roads"]
    shape = json.loads((home / "out" / "status.json").read_text(encoding="utf-8"))
    assert shape == bywhen("status", "--json").shape
