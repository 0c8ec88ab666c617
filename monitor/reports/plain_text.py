"""How is a report written for a terminal or a mail: plain text, lines of at most 80 characters, links unbroken."""

import textwrap
from collections.abc import Iterator

from monitor.model import wording
from monitor.reports.findings import Findings, Quoted
from monitor.reports.sections import Item, Section, sections, title

WIDTH = 80


def plain(findings: Findings) -> str:
    """Return the report as plain text."""
    parts = [title(findings), "=" * len(title(findings))]
    for section in sections(findings):
        parts += ["", section.heading, "-" * len(section.heading), *_section(section)]
    return "\n".join(parts) + "\n"


def _section(section: Section) -> Iterator[str]:
    for line in section.lines:
        yield from _wrap(line)
    for item in section.items:
        yield from _item(item)
    for row in section.table[1:]:
        yield from _row(row)


def _item(item: Item) -> Iterator[str]:
    yield from _wrap(item.text, "- ", "  ")
    for line in item.details:
        yield from _wrap(line, "  ", "  ")
    for proof in item.proofs:
        yield from _proof(proof)


def _row(row: tuple[str, ...]) -> Iterator[str]:
    name, status, due, timing, flags, heard = row
    yield from _wrap(f"{status:<10}{name}", "", " " * 10)
    by = due if due == wording.UNDATED else f"due {due}"
    rest = "; ".join(t for t in (by, timing, flags, f"last heard: {heard}") if t)
    yield from _wrap(rest, " " * 10, " " * 10)


def _proof(proof: Quoted) -> Iterator[str]:
    if proof.quote:
        yield from _wrap(f"\u201c{proof.quote}\u201d", "    ", "    ")
    if proof.url:
        yield f"    {proof.url}"


def _wrap(text: str, first: str = "", then: str = "") -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=then, break_long_words=False, break_on_hyphens=False
    )
