"""How is a report written in Markdown, so that nobody's text can turn into markup?"""

import re
from collections.abc import Iterator
from urllib.parse import quote

from monitor.reports.findings import Findings, Quoted
from monitor.reports.sections import Item, Section, sections, title

_MEANT = re.compile(r"[\\`*_\[\]|~$]")
_LEADING = re.compile(r"^(\d*)([#+=.)-])")
_SAFE = ":/?#[]@!$&'*+,;=%~-._"
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"}


def markdown(findings: Findings) -> str:
    """Return the report as Markdown (CommonMark with GitHub's tables)."""
    parts = [f"# {escaped(title(findings))}"]
    for section in sections(findings):
        parts += ["", f"## {escaped(section.heading)}", "", *_section(section)]
    return "\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Return text that Markdown shows as it stands: no emphasis, links, HTML, tables, headings or mentions."""
    text = "".join(_ENTITIES.get(c, c) for c in text)
    text = _MEANT.sub(r"\\\g<0>", text)
    return _LEADING.sub(r"\1\\\2", text).replace("://", ":&#47;/").replace("www.", "www&#46;")


def link(url: str, text: str | None = None) -> str:
    """Return a link; `url` has been found safe, and whatever could end it early is percent-encoded."""
    return f"[{escaped(text or url)}](<{quote(url, safe=_SAFE)}>)"


def _section(section: Section) -> Iterator[str]:
    for line in section.lines:
        yield from (escaped(line), "")
    for item in section.items:
        yield from _item(item)
    for n, row in enumerate(section.table):
        yield f"| {' | '.join(escaped(cell) for cell in row)} |"
        if n == 0:
            yield "|" + " --- |" * len(row)


def _item(item: Item) -> Iterator[str]:
    yield f"- {escaped(item.text)}"
    for line in item.details:
        yield from ("", f"  {escaped(line)}")
    for proof in item.proofs:
        yield from _proof(proof)


def _proof(proof: Quoted) -> Iterator[str]:
    if proof.quote:
        yield from ("", f"  > {escaped(proof.quote)}")
    if proof.url:
        yield from ("", f"  {link(proof.url)}")
