"""Do the published pages stand up in a real browser: is hostile text shown as text, and does nothing run or load?"""

import json
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from monitor.model.boards import Move, Stop
from monitor.model.commitments import Link
from monitor.model.documents import Document, Passage, to_spool
from monitor.model.dossiers import Dossier
from monitor.reports.html_report import page as web_page
from monitor.reports.pages import INDEX, commitment_page
from tests import builders as a
from tests.builders.register_files import SOUND
from tests.chromium import Shown, browser, shown
from tui.cli import run

RAN = "document.title='ran';document.documentElement.setAttribute('data-ran','1')"
"""What each hostile piece would do if it were run: both can be seen from outside."""

SCRIPT = f"<script>{RAN}</script>"
PIECES = (
    SCRIPT,
    f"</title></style></p>{SCRIPT}",
    f'"><img src=x onerror="{RAN}">',
    f"' onmouseover='{RAN}' autofocus onfocus='{RAN}'",
    f"<svg onload={RAN}>",
    f"<iframe srcdoc='{SCRIPT}'></iframe><base href='https://evil.example/'>",
    "<style>@import 'https://evil.example/x.css';</style><link rel=stylesheet href=//evil.example/y.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "&lt;b&gt; &#60;b&#62; {{7*7}} ]]> <!-- -->",
)
STEERING = "\u202e\u202c\u200b\u2066"
WORDS = " ".join(PIECES)
RUNNING = PIECES[0] + PIECES[2]
"""What stays on its page, so that it can be looked at; the rest may lead away from it."""


BUILT = "built.html"
"""A page of what no door lets in: links of other kinds, text that was never cleaned."""

SCRIPTED = "javascript:document.title='ran'"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `publish` writes of a register and documents that are hostile all over; and the page built by hand."""
    browser()
    home = tmp_path_factory.mktemp("published")
    (home / "register.yaml").write_text(register(), encoding="utf-8")
    common = ["--state", str(home / "s.sqlite"), "--register", str(home / "register.yaml")]
    lines = (json.dumps(to_spool(document(str(number), piece))) for number, piece in enumerate(PIECES))
    (home / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert run([*common, "ingest", str(home / "a.jsonl")]) == 0
    assert run([*common, "publish", str(home / "out")]) == 0
    (home / "out" / BUILT).write_text(commitment_page(dossier(), date(2031, 6, 16)), encoding="utf-8")
    return home / "out"


def register() -> str:
    """A sound register whose every text is hostile: JSON is YAML, and what it escapes is read as it was."""
    said = SOUND
    for line in ("Roads mended", "All roads will be mended.", "The plan published", "It came out."):
        assert said.count(f": {line}\n") == 1
        said = said.replace(f": {line}\n", f": {json.dumps(WORDS)}\n")
    return said


def document(key: str, piece: str) -> Document:
    url = "https://www.gov.uk/x?a=<b>&\"'"
    passage = Passage("text", f"The pothole plan was published today. {WORDS}{STEERING}")
    title = f"The pothole plan {piece}{STEERING}"
    return a.document(
        key, source="gov-uk", kind="policy_paper", title=title, url=url, published_on=date(2025, 3, 3), body=piece,
        passages=(passage,),
    )  # fmt: skip


def dossier() -> Dossier:
    evil = f"{WORDS}{STEERING}\x1b\x00"
    made = a.commitment(evil, title=evil, words=evil, made_by=evil, caution=evil, said_in=(Link(evil, SCRIPTED),))
    move = Move(date(2031, 4, 28), a.due(evil, date(2031, 5, 31), rule=evil), evil, f" {SCRIPTED}")
    stop = Stop(date(2031, 5, 1), evil, evil, evil, "data:text/html,x", confirmed=True)
    row = a.row(made, milestones=(a.milestone_row(a.milestone(title=evil), moves=(move,), stale=(evil,)),), stop=stop)
    found = a.evidence(quote=evil, url="vbscript:x", reasons=(evil,))
    change = a.change(headline=evil, before=evil, after=evil, because=a.because(evil, "file:///etc/passwd"))
    ruling = a.ruling(by=evil, why=evil, quote=evil, source=SCRIPTED.upper())
    return a.dossier(row, evidence=(a.weighed(found, evil),), rulings=(ruling,), changes=(change,))


@pytest.fixture(scope="module", params=[INDEX, "commitment-mend-roads.html", BUILT])
def opened(request: pytest.FixtureRequest, published: Path, tmp_path_factory: pytest.TempPathFactory) -> Shown:
    return shown(published / request.param, tmp_path_factory.mktemp("profile"))


def test_the_browser_of_these_tests_does_run_what_a_page_lets_it_run(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(f"<!DOCTYPE html><title>still</title>{RUNNING}", encoding="utf-8")
    seen = shown(tmp_path / "page.html", tmp_path)
    assert (seen.title, seen.tree.get("data-ran")) == ("ran", "1")


def test_hostile_text_is_shown_as_text_and_none_of_it_runs(opened: Shown) -> None:
    assert opened.tree.get("data-ran") is None
    assert "ran" not in opened.title.split()
    for piece in PIECES:
        assert " ".join(piece.split()) in opened.text
    assert not set(f"{STEERING}\x1b") & set(opened.text)


def test_no_element_or_attribute_came_of_hostile_text(opened: Shown) -> None:
    tags = {element.tag for element in opened.tree.iter() if isinstance(element.tag, str)}
    known = {"html", "head", "meta", "title", "link", "style", "body", "nav", "h1", "h2", "p", "ul", "li", "blockquote"}
    assert tags <= known | {"a", "table", "thead", "tbody", "tr", "th", "td"}
    names = {name for element in opened.tree.iter() for name in element.attrib}
    assert names <= {"lang", "charset", "http-equiv", "content", "name", "rel", "type", "href", "scope", "data-name"}
    assert [e.get("http-equiv") for e in opened.tree.iter("meta") if e.get("http-equiv")] == ["Content-Security-Policy"]


def test_every_link_is_the_webs_or_leads_to_a_file_that_stands_beside_the_page(opened: Shown, published: Path) -> None:
    links = [str(element.get("href")) for element in opened.tree.iter("a", "link")]
    assert links
    for link in links:
        parts = urlsplit(link)
        if parts.scheme:
            assert parts.scheme in ("http", "https")
            assert parts.hostname in ("www.gov.uk", "hansard.example.org", "www.example.org")
        else:
            assert not parts.netloc
            assert (published / unquote(parts.path)).is_file(), link


def test_a_page_loads_nothing(opened: Shown) -> None:
    assert opened.tree.xpath("//*[@src or @srcset or @srcdoc or @data or @poster or @background or @style]") == []
    assert {str(element.get("rel")) for element in opened.tree.iter("link")} <= {"alternate"}
    assert not {"url(", "@import"} & set(str(opened.tree.findtext(".//style")).replace("(", "( ").split())


def test_even_if_markup_got_into_a_page_its_policy_would_let_nothing_run(tmp_path: Path) -> None:
    safe = web_page("still", ())
    (tmp_path / "page.html").write_text(safe.replace("</h1>", f"</h1>{RUNNING}"), encoding="utf-8")
    seen = shown(tmp_path / "page.html", tmp_path)
    assert seen.tree.xpath("//h1/following::script"), "the markup was not read as such"
    assert (seen.title, seen.tree.get("data-ran")) == ("still", None)
