"""Which files of a publication are to be read, and how does one read as a document?

A file is a document of its own, under its own path: when it can't be fetched, its parent does not seem to have lost its
text. A replaced file has a new path, so each is fetched once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from monitor.model.cleaning import clean_line
from monitor.model.documents import BY_OCR, Document, Passage
from monitor.model.sources import GOV_UK
from spiders import pdf, pdf_ocr
from spiders.failures import why_failed, why_refused
from spiders.html_text import folded
from spiders.settings import ASSETS
from spiders.strict_fields import Fields, SourceChanged

LARGEST = 25_000_000
"""Bytes of a file that is still read."""
UNREAD = "unread-file"
_PDF = "application/pdf"
_FILES = ("/media/", "/government/uploads/")
"""Where files stand on the assets host: no page of GOV.UK has such a path."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of a publication: its path on the assets host, its title, and the document it belongs to."""

    path: str
    title: str
    size: int
    parent: Document


def attached(payload: object, where: str, parent: Document) -> tuple[Attached, ...]:
    """Return the PDFs of a content item, those aside that stand as HTML beside it, under the same title."""
    details = Fields(payload, where).inner_or_none("details")
    files = details.each_found("attachments") if details else ()
    rows = [(file, clean_line(file.find("title", str) or "")) for file in files]
    kinds = [(file.find("attachment_type", str), title) for file, title in rows]
    as_html = {folded(title) for kind, title in kinds if kind == "html"}
    found = []
    for (file, title), (kind, _) in zip(rows, kinds, strict=True):
        path = _path(file.find("url", str) or "")
        if kind == "file" and file.find("content_type", str) == _PDF and path and folded(title) not in as_html:
            found.append(Attached(path, title, file.find("file_size", int) or 0, parent))
    return tuple(found)


def expected(title: str, wanted: Iterable[str]) -> bool:
    """Return whether a title holds every word of one of the titles that a register expects."""
    words = set(folded(title).split())
    return any(set(folded(one).split()) <= words for one in wanted)


def why_unread(failure: Failure) -> tuple[str, str | None]:
    """Return what was seen where a file could not be fetched, and its address."""
    wrong, request = failure.value, getattr(failure, "request", None)
    _, seen = why_refused(wrong.response) if isinstance(wrong, HttpError) else why_failed(wrong or ValueError())
    return seen, request.url if request is not None else None


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What was read of a file: its documents, and what to say where it was not read whole."""

    documents: tuple[Document, ...]
    partly: str | None = None


def read_file(file: Attached, body: bytes, where: str) -> ReadFile:
    """Return what a file's body says; SourceChanged, of the kind `unread-file`, where no text can be had.

    What stands in pictures is a document of its own, where it can be recognised.
    """
    try:
        read = pdf.text(body)
    except pdf.PicturesOnlyError as wrong:
        if not (seen := _seen(file, body)):
            raise _unread(file, wrong, where) from None
        return ReadFile(seen, f"{file.title}: only pictures, read by OCR")
    except pdf.UnreadablePdfError as wrong:
        raise _unread(file, wrong, where) from None
    seen = _seen(file, body, read.pictures) if read.pictures else ()
    title = f"{file.title or file.parent.title}{f' ({read.partly})' if read.partly else ''}"
    told = f"{file.title}: {read.partly}{', read by OCR' if seen else ''}" if read.partly else None
    return ReadFile((_document(file, file.path, title, "attachment", read.text), *seen), told)


def _seen(file: Attached, body: bytes, pages: tuple[int, ...] = ()) -> tuple[Document, ...]:
    """Return the document of what a file shows in pictures; none without the extra, or where nothing is recognised.

    `pages`: which of them are pictures; all where none is named.
    """
    try:
        said = pdf_ocr.text(body, pages) if pdf_ocr.installed() else ""
    except pdf.UnreadablePdfError:
        return ()
    title = f"{file.title or file.parent.title} (pictures read by OCR: letters may be wrong)"
    return (_document(file, f"{file.path}#ocr", title, BY_OCR, said),) if said else ()


def _unread(file: Attached, wrong: pdf.UnreadablePdfError, where: str) -> SourceChanged:
    return SourceChanged(clean_line(f"{file.title}: {wrong}"), where, UNREAD)


def _document(file: Attached, key: str, title: str, kind: str, said: str) -> Document:
    parent = file.parent
    return Document(
        source=GOV_UK,
        key=key,
        url=ASSETS + file.path,
        title=title,
        kind=kind,
        published_on=max([parent.published_on, *(day for day, _ in parent.notes)]),
        body=parent.body,
        passages=(Passage("text", said),),
    )


def is_file(path: str) -> bool:
    """Return whether a path is one of a file on the assets host, and of no page."""
    return path.startswith(_FILES)


def _path(url: str) -> str | None:
    """Return the path of a file on the assets host; None for one that lies elsewhere."""
    parts = urlsplit(url)
    proper = f"{parts.scheme}://{parts.netloc}" == ASSETS and is_file(parts.path)
    steps = unquote(parts.path).split("/")
    return parts.path if proper and len(url) < 500 and not {".", "..", ""} & set(steps[1:]) else None
