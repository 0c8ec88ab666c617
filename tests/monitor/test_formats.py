"""Does a report tell all there is, in each format, and harm nobody?"""

import csv
import io
import json
import re
from datetime import date
from urllib.parse import urlsplit

import pytest
from markdown_it import MarkdownIt

from monitor.model.boards import Board, FlagName, Move, Proof, Row, Status, Stop
from monitor.model.commitments import Link
from monitor.model.errors import UserError
from monitor.model.ports import Told
from monitor.model.sources import Problem, SourceHealth
from monitor.reports.formats import FORMATS, alarmed, report
from tests import builders as a

DAY = date(2031, 6, 16)
MOVED = a.due("later in May", date(2031, 5, 31), earliest=date(2031, 5, 1), said_on=date(2031, 4, 28), rule="May")
PROSE = pytest.mark.parametrize("form", ["text", "markdown", "html"])


def late() -> Row:
    move = Move(date(2031, 4, 28), MOVED, "It will come later in May.", "https://hansard.parliament.uk/move")
    rows = (a.milestone_row(status=Status.OVERDUE, days_late=61, moves=(move,)),)
    flags = (a.flag(FlagName.LATE, "late by 61 days"), a.flag(FlagName.SLIPPED, said="date moved once"))
    return a.row(status=Status.OVERDUE, flags=flags, days_late=61, milestones=rows)


def delivered() -> Row:
    proof = Proof(
        on=DAY, known_on=DAY, confirmed=False, quote="Keepers are in post.", url=a.LINK, by="r", caution="one source"
    )
    made = a.commitment("keepers", title="Keepers for every lamp")
    rows = (a.milestone_row(status=Status.DELIVERED, delivered_on=DAY, days_late=61, proof=proof),)
    flags = (a.flag(FlagName.UNCONFIRMED),)
    return a.row(made, Status.DELIVERED, flags=flags, delivered_on=DAY, days_late=61, milestones=rows)


def soon() -> Row:
    made = a.commitment("oil", title="Better oil", due=a.due("by the summer", date(2031, 6, 28), rule="summer"))
    return a.row(made, flags=(a.flag(FlagName.DUE_SOON),))


def stale() -> Row:
    made = a.commitment("ships", title="Ships to reach them")
    rows = (a.milestone_row(stale=("gov-uk not looked at yet",)),)
    return a.row(made, flags=(a.flag(FlagName.STALE),), milestones=rows)


def board() -> Board:
    return a.board(late(), delivered(), soon(), stale(), as_of=DAY)


def told() -> list[Told]:
    return [a.told(a.change(because=a.because("The time has passed.", a.LINK)))]


def sound() -> tuple[SourceHealth, ...]:
    return (a.health("hansard", reach=DAY), a.health("gov-uk", reach=DAY))


def sick() -> tuple[SourceHealth, ...]:
    seen = Problem("gov-uk", "timeout", "no answer in 60 s", "https://www.gov.uk/x")
    return (a.health("hansard", reach=DAY), a.health("gov-uk", reach=date(2031, 6, 1), failures=3, problems=(seen,)))


def words(text: str) -> str:
    return " ".join(text.split())


@PROSE
@pytest.mark.parametrize(
    "said",
    [
        "16 June 2031",
        "4 commitments: 1 delivered, 1 overdue, 2 pending.",
        "What changed since 1 April 2031",
        "The time has passed.",
        "61 days late",
        "promised by Ada Marsh, Minister for Lighthouses, on 16 January 2031",
        "by 16 April 2031",
        "It will come later in May.",
        "12 days left",
        "Waiting for a person to check",
        "Keepers are in post.",
        "Doubt: one source",
        "gov-uk: read to 1 June 2031; 3 tries failed since",
        "no answer in 60 s",
        "gov-uk not looked at yet",
        "1 to 31 May 2031 (May)",
        "Open Parliament Licence v3.0",
        "Open Government Licence v3.0",
    ],
)
def test_a_report_for_people_tells_what_stands_behind_each_status(form: str, said: str) -> None:
    assert said in words(report(board(), told(), sick(), form, since=date(2031, 4, 1)))


@PROSE
def test_silence_of_sound_sources_reads_as_no_change(form: str) -> None:
    assert "Nothing changed." in report(a.board(soon(), as_of=DAY), [], sound(), form)


@PROSE
@pytest.mark.parametrize("health", [(), sick(), (a.health(reach=None, tried_at=None),)])
def test_silence_of_a_source_not_read_never_reads_as_no_change(form: str, health: tuple[SourceHealth, ...]) -> None:
    text = words(report(a.board(soon(), as_of=DAY), [], health, form))
    assert "Nothing changed" not in text
    assert "something may have happened that is not shown here" in text


def test_nothing_looked_at_is_told_from_nothing_done() -> None:
    text = words(report(a.board(soon(), as_of=DAY), [], (), "text"))
    assert "No source has been looked at yet. That does not mean that nothing was done." in text
    assert "last heard: not looked at yet" in text


def test_a_reshuffle_shows_in_what_is_overdue() -> None:
    text = report(a.board(late(), as_of=date(2031, 10, 1)), [], sound(), "text")
    assert "the post is now held by Ben Field" in text


def test_a_stop_that_no_person_confirmed_waits_for_one() -> None:
    stop = Stop(DAY, "dropped", None, "That work has ended.", a.LINK, confirmed=False)
    text = words(report(a.board(a.row(stop=stop), as_of=DAY), [], sound(), "text"))
    assert "A report on the lamps: dropped, 16 June 2031, not checked by a person" in text
    assert "That work has ended." in text


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_board_gives_the_same_report(form: str) -> None:
    assert report(board(), told(), sick(), form) == report(board(), told(), sick(), form)


def test_plain_text_keeps_to_eighty_characters_and_links_whole() -> None:
    lines = report(board(), told(), sick(), "text").splitlines()
    assert [line for line in lines if len(line) > 80 and "://" not in line] == []
    assert f"    {a.LINK}" in lines


def test_an_unknown_format_is_the_users_to_mend() -> None:
    with pytest.raises(UserError) as wrong:
        report(board(), [], (), "pdf")
    assert "markdown" in wrong.value.hint


@pytest.mark.parametrize(
    ("asked", "alarm"),
    [((), False), (("overdue",), True), (("changed",), True), (("overdue", "changed"), True)],
)
def test_an_alarm_goes_off_only_for_what_was_asked(asked: tuple[str, ...], *, alarm: bool) -> None:
    assert alarmed(board(), told(), asked) is alarm
    assert alarmed(a.board(soon()), [], asked) is False


HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[click](javascript:alert(1)) ![x](http://evil.example/x.png) <http://evil.example>",
    "# Heading | cell | `code` **bold** ~~struck~~ http://evil.example www.evil.example @someone",
    "1. one\n\n    code\n\n---\n\n> quoted &lt;b&gt; &amp; \\<b>",
    "+ plus",
    "===",
    "]]> --> \x1b[31m \u202e \x9b \x07",
)


def attacked(text: str) -> Board:
    made = a.commitment(
        title=text,
        words=text,
        made_by=text,
        said_in=(Link(text, f"javascript:{text}"), Link(text, "https://x.example/a)<b>\"'|`[c](d)")),
        due=a.due(text, date(2031, 4, 16), rule=text),
        milestones=(a.milestone(title=text),),
    )
    proof = Proof(on=DAY, known_on=DAY, confirmed=False, quote=text, url=f"data:{text}", by=text, caution=text)
    flags = (a.flag(FlagName.WEAKENED, text, text, said=text),)
    moves = (Move(DAY, a.due(text, DAY, rule=text), text, "vbscript:x"),)
    rows = (a.milestone_row(made.milestones[0], Status.DELIVERED, proof=proof, moves=moves, stale=(text,)),)
    return a.board(a.row(made, Status.OVERDUE, flags=flags, days_late=61, milestones=rows), as_of=DAY)


def attack(form: str, text: str) -> str:
    change = a.change(headline=text, before=text, after=text, commitment=text, because=a.because(text, text))
    problem = Problem("gov-uk", text, text, text)
    health = (a.health(text, reach=None), a.health("gov-uk", failures=1, problems=(problem,)))
    return report(attacked(text), [a.told(change)], health, form)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_brings_no_steering_characters_into_a_report(form: str, text: str) -> None:
    assert not set(attack(form, text)) & set("\x1b\u202e\x9b\x07")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_no_markup_in_markdown(text: str) -> None:
    html = MarkdownIt("gfm-like", {"html": True}).enable("table").render(attack("markdown", text))
    tags = set(re.findall(r"<\s*([a-z0-9]+)", html))
    assert tags <= {"h1", "h2", "p", "ul", "li", "blockquote", "a", "table", "thead", "tbody", "tr", "th", "td"}
    assert {urlsplit(link).hostname for link in re.findall(r'href="([^"]*)"', html)} == {"x.example"}
    assert html.count("<h1>") == 1
    assert {row.count("<td>") for row in re.findall(r"<tr>\s*<td>.*?</tr>", html, re.DOTALL)} == {6}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_no_markup_in_a_web_page(text: str) -> None:
    page = attack("html", text)
    tags = set(re.findall(r"<\s*/?([a-z0-9]+)", page))
    known = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "ul", "li", "blockquote", "a"}
    assert tags <= known | {"table", "thead", "tbody", "tr", "th", "td"}
    assert set(re.findall(r'href="([^"]*)"', page)) == {"https://x.example/a)&lt;b&gt;&quot;&#x27;|`[c](d)"}


def test_a_web_page_forbids_itself_to_load_or_run_anything() -> None:
    page = report(board(), told(), sound(), "html")
    assert "default-src &#x27;none&#x27;" in page
    assert "<script" not in page


def read(text: str) -> str:
    """Return the text of a table without the mark at its head, which spreadsheets look for."""
    assert text.startswith("\ufeff")
    return text.removeprefix("\ufeff")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "\uff1d", "\u200b="])
def test_no_cell_of_a_spreadsheet_is_taken_for_a_formula(start: str) -> None:
    evil = f"{start}HYPERLINK(1)"
    made = a.commitment(title=evil, made_by=evil, due=a.due(evil))
    (row,) = csv.DictReader(io.StringIO(read(report(a.board(a.row(made)), [], (), "csv"))))
    assert all(row[name].startswith("'") for name in ("title", "made_by", "due_said"))


def test_a_spreadsheet_has_a_row_for_each_commitment_with_days_as_iso() -> None:
    rows = list(csv.DictReader(io.StringIO(read(report(board(), [], (), "csv")))))
    assert [r["id"] for r in rows] == ["lamp-report", "keepers", "oil", "ships"]
    first = rows[0]
    assert (first["status"], first["due_latest"], first["days_late"]) == ("overdue", "2031-04-16", "61")
    assert (first["delivered_on"], first["last_heard"]) == ("", "")


def test_the_json_report_puts_the_promised_shapes_together() -> None:
    data = json.loads(report(board(), told(), sick(), "json", since=date(2031, 4, 1)))
    assert data["counts"] == {"delivered": 1, "overdue": 1, "pending": 2}
    assert (data["certain"], data["since"]) == (False, "2031-04-01")
    assert (data["overdue"], data["due_soon"], data["stale"]) == (["lamp-report"], ["oil"], ["ships"])
    assert data["unconfirmed"][0]["quote"] == "Keepers are in post."
    assert data["changes"][0]["because"]["url"] == a.LINK
    assert data["conventions"][0]["rule"] == "three months from the day it was said"
