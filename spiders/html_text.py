"""How does published HTML read as plain text?

An own walker over lxml's tree that knows blocks: lxml's text_content() glues "first" and "second" paragraph
into "firstsecond". Paragraphs come out parted by a blank line.
"""

import re
from urllib.parse import parse_qs, urlsplit

from lxml import etree, html

from monitor.model.cleaning import clean, safe_link

_PARAGRAPHS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "ul",
    ]
)
_LINES = frozenset(("br", "tr"))
_CELLS = frozenset(("td", "th"))
_UNREAD = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "title",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "select",
        "button",
        "textarea",
    ]
)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")  # libxml2 stops at NUL and at lone surrogates
_SAFELINK = re.compile(r"https?://[\w.-]+\.safelinks\.protection\.outlook\.com/\?[^\s\"'<>]+", re.IGNORECASE)


def plain(markup: str, *, breaks: bool = False) -> str:
    """Return markup as text, paragraphs parted by a blank line.

    `breaks`: line breaks in the source part paragraphs, as they do in Hansard; otherwise they are mere space.
    """
    markup = _UNFIT.sub("", markup)
    if not markup.strip():
        return ""
    # huge_tree: without it libxml2 silently leaves out what lies deeper than 256 elements
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    tree = html.document_fromstring(f"<div>{markup}</div>".encode(), parser=parser)
    return unwrapped(clean("".join(_pieces(tree, breaks=breaks))))


def _pieces(tree: html.HtmlElement, *, breaks: bool) -> list[str]:
    """Return the pieces of text in reading order, with breaks where blocks begin and end."""
    pieces: list[str] = []
    unread = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        hidden = tag in _UNREAD or (tag == "span" and "column-number" in element.get("class", "").split())
        if event == "start":
            unread += hidden
            if not unread:
                pieces += [_opening(tag), _spaced(element.text, breaks=breaks)]
        else:
            if not unread:
                pieces.append(_closing(tag))
            unread -= hidden
            if not unread:
                pieces.append(_spaced(element.tail, breaks=breaks))
    return pieces


def _opening(tag: str) -> str:
    if tag in _PARAGRAPHS:
        return "\n\n"
    return "\n" if tag in _LINES else ""


def _closing(tag: str) -> str:
    if tag in _PARAGRAPHS:
        return "\n\n"
    return " " if tag in _CELLS else ""


def _spaced(text: str | None, *, breaks: bool) -> str:
    if not text:
        return ""
    return re.sub(r"[^\S\n]+", " ", text.replace("\r\n", "\n")) if breaks else re.sub(r"\s+", " ", text)


def unwrapped(text: str) -> str:
    """Return text with links freed that Outlook has wrapped for its own checks."""
    return _SAFELINK.sub(lambda found: _target(found.group()), text)


def _target(link: str) -> str:
    """Return the address an Outlook link leads to, the link itself where it holds none; wrapped up to four deep."""
    for _ in range(4):
        inside = parse_qs(urlsplit(link.replace("&amp;", "&")).query).get("url")
        target = safe_link(inside[0]) if inside else None
        if target is None:
            break
        link = target
        if not _SAFELINK.match(link):
            break
    return link


def folded(text: str) -> str:
    """Return text for comparing: no case, no punctuation but what is inside words, single spaces."""
    return " ".join(re.findall(r"\w+(?:['\u2019-]\w+)*", text.replace("\u2019", "'").casefold()))


def speaks_of(title: str, terms: tuple[str, ...]) -> bool:
    """Return whether a title holds one of the terms as whole words."""
    said = f" {folded(title)} "
    return any(f" {folded(term)} " in said for term in terms if folded(term))
