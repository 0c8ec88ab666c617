"""Is a PDF that is read in part said to be, and is what stands in its pictures never taken for sure?"""

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from monitor.judging.judge import judge
from monitor.judging.matching.matcher import Matcher
from monitor.model.documents import BY_OCR, Document, Passage, Version
from monitor.model.evidence import Relation
from monitor.model.sources import GOV_UK
from monitor.status.accepted_evidence import SURE
from spiders import pdf, pdf_ocr
from spiders.attachments import Attached, read_file
from spiders.pdf import PicturesOnlyError, UnreadablePdfError
from tests import builders as b

LETTER, PHOTO, NONE = (1240, 1754), (300, 200), (0, 0)
"""The dots of a scanned page, and of a small picture."""
LONG = "The harbour board met in March and heard of the lamps. " * 8
Page = tuple[str, tuple[int, int]]


def paper(*pages: Page) -> bytes:
    """Return a PDF of some pages, each with a text and a picture of so many dots."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for said, (width, height) in pages:
        kids.append(f"{len(objects) + 1} 0 R")
        objects += _page(len(objects) + 1, said, width, height)
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body, places = "%PDF-1.4\n", []
    for number, said in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{said}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode()


def _page(number: int, said: str, width: int, height: int) -> Iterator[str]:
    drawn = f"BT /F1 9 Tf 40 780 Td ({said}) Tj ET" if said else ""
    drawn += " q 595 0 0 842 0 0 cm /I1 Do Q" if width else ""
    fonts, pictures = "/Font << /F1 3 0 R >>", f"/XObject << /I1 {number + 2} 0 R >>" if width else ""
    yield (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R "
        f"/Resources << {fonts} {pictures} >> >>"
    )
    yield f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream"
    size = f"/Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 1"
    yield f"<< /Type /XObject /Subtype /Image {size} /Length 1 >>\nstream\n0\nendstream"


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ([(LONG, NONE), *[("", LETTER)] * 9], "read in part: 1 of 10 pages; 9 are pictures"),
        ([(LONG, NONE), (LONG, NONE), ("", LETTER)], "read in part: 2 of 3 pages; 1 is a picture"),
        ([("Department of Harbours", LETTER)] * 3, "read in part: 0 of 3 pages; 3 are pictures"),
        ([("Department of Harbours", LETTER)], "read in part: 0 of 1 page; 1 is a picture"),
        ([(LONG, NONE)] * 3, None),
        ([("The harbour plan", LETTER), (LONG, NONE), (LONG, NONE)], None),
        ([(LONG, PHOTO), (LONG, LETTER)], None),
        ([(LONG, NONE), ("", NONE)], None),
    ],
)
def test_pages_that_are_pictures_are_counted_and_a_cover_or_an_empty_page_is_none(
    pages: list[Page], said: str | None
) -> None:
    read = pdf.text(paper(*pages))
    assert (read.partly, read.pages) == (said, len(pages))


def test_pages_beyond_the_limit_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    fields = pdf.extracted(paper(*[(LONG, NONE)] * 5))
    assert (fields["pages"], fields["beyond"], fields["pictures"]) == (5, 3, [])
    monkeypatch.setattr(pdf, "LONGEST_TEXT", 10)
    assert pdf.extracted(paper((LONG, NONE), (LONG, NONE)))["beyond"] == 1


def test_a_page_that_can_not_be_read_leaves_the_others_alone() -> None:
    broken = paper((LONG, NONE), ("lamps", NONE)).replace(b"(lamps) Tj", b"<<lam>) Tj")
    read = pdf.text(broken)
    assert "harbour board" in read.text


def file_of(title: str = "The lamp plan") -> Attached:
    parent = Document(
        GOV_UK, "/plan", "https://www.gov.uk/plan", title, "policy_paper", date(2025, 6, 2), "Home Office", ()
    )
    return Attached("/media/a/plan.pdf", title, 10, parent)


def test_what_is_read_in_part_says_so_in_its_title_and_as_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_ocr, "installed", lambda: False)
    read = read_file(file_of(), paper((LONG, NONE), ("", LETTER)), "x")
    (only,) = read.documents
    assert only.title == "The lamp plan (read in part: 1 of 2 pages; 1 is a picture)"
    assert read.partly == "The lamp plan: read in part: 1 of 2 pages; 1 is a picture"
    whole = read_file(file_of(), paper((LONG, NONE)), "x")
    assert (whole.documents[0].title, whole.partly) == ("The lamp plan", None)


def test_what_is_recognised_in_pictures_is_a_document_of_its_own_and_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_ocr, "installed", lambda: True)
    monkeypatch.setattr(pdf_ocr, "text", lambda _body, _pages: "Forty lamps are lit.")
    both = read_file(file_of(), paper((LONG, NONE), ("", LETTER)), "x").documents
    assert [(d.key, d.kind) for d in both] == [("/media/a/plan.pdf", "attachment"), ("/media/a/plan.pdf#ocr", BY_OCR)]
    only = read_file(file_of(), paper(("", LETTER)), "x")
    assert [d.kind for d in only.documents] == [BY_OCR]
    assert "letters may be wrong" in only.documents[0].title
    assert only.partly


@pytest.mark.parametrize(
    ("pages", "pictures"),
    [
        ([(LONG, NONE), ("", LETTER)], [2]),
        ([("", LETTER), (LONG, NONE), (LONG, NONE), ("", LETTER)], [1, 4]),
        ([*[(LONG, NONE)] * 25, ("", LETTER)], [26]),
        ([*[(LONG, NONE)] * 2, *[("", LETTER)] * 30], [*range(3, 23)]),
        ([("", LETTER)] * 2, []),
    ],
)
def test_only_pages_that_are_pictures_are_recognised(
    monkeypatch: pytest.MonkeyPatch, pages: list[tuple[str, tuple[int, int]]], pictures: list[int]
) -> None:
    """What stands as text is not read twice, nor does it use up the pages that may be recognised; none means all."""
    asked = list[tuple[str, ...]]()

    def ran(_module: str, _body: bytes, _seconds: float, *words: str) -> str:
        asked.append(words)
        return "Forty lamps are lit."

    monkeypatch.setattr(pdf_ocr, "installed", lambda: True)
    monkeypatch.setattr(pdf_ocr, "run", ran)
    read_file(file_of(), paper(*pages), "x")
    assert asked == [tuple(map(str, pictures))]


def test_what_nobody_recognises_stays_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_body: bytes, _pages: tuple[int, ...]) -> str:
        raise UnreadablePdfError("nothing in its pictures could be read")

    monkeypatch.setattr(pdf_ocr, "installed", lambda: True)
    monkeypatch.setattr(pdf_ocr, "text", nothing)
    with pytest.raises(Exception, match="no text in it"):
        read_file(file_of(), paper(("", LETTER)), "x")
    with pytest.raises(PicturesOnlyError):
        pdf.text(paper(("", LETTER)))


@pytest.mark.parametrize("kind", [BY_OCR, "attachment"])
def test_what_was_recognised_in_a_picture_never_delivers_by_itself(kind: str) -> None:
    promise = b.commitment(milestones=(b.milestone(expect=b.expectation(things=("lamp report",))),))
    on = promise.made_on
    said = "The lamp report was published today."
    document = Document(
        GOV_UK, "/media/a", "https://www.gov.uk/a", "Lamp report", kind, on, None, (Passage("text", said),)
    )
    found = judge(Matcher((promise,)), Version(document, 1, datetime(2031, 6, 2, tzinfo=UTC), on))
    strengths = [e.strength for e in found if e.relation is Relation.DELIVERS]
    assert strengths
    assert all((strength < SURE) is (kind == BY_OCR) for strength in strengths)
    assert all(("read by OCR: letters may be wrong" in e.reasons) is (kind == BY_OCR) for e in found)


def test_a_scan_is_recognised_where_the_extra_is_installed() -> None:
    if not pdf_ocr.installed():
        pytest.skip("the extra `ocr` is not installed")
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415 - comes with the extra

    sheet = Image.new("RGB", LETTER, "white")
    lines = ("We will relight forty lighthouses by June 2026.", "The harbour board met in March.")
    for number, line in enumerate(lines):
        ImageDraw.Draw(sheet).text((100, 200 + 80 * number), line, fill="black", font=ImageFont.load_default(size=34))
    into = io.BytesIO()
    sheet.save(into, "PDF", resolution=150)
    assert pdf_ocr.text(into.getvalue()).splitlines() == list(lines)
    assert pdf_ocr.text(into.getvalue(), (1,)).splitlines() == list(lines)
