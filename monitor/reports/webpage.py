"""How is a report written as one web page that loads nothing from anywhere?"""

from collections.abc import Iterator, Sequence
from html import escape

from monitor.reports.findings import Findings, Quoted
from monitor.reports.sections import Item, Section, sections, title

_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;"
    "border-bottom:1px solid #888;padding:.3rem .5rem}blockquote{margin:.5rem 0 .5rem 1rem;"
    "padding-left:1rem;border-left:3px solid #888}a{overflow-wrap:anywhere}"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def webpage(findings: Findings) -> str:
    """Return the report as an HTML page."""
    return page(title(findings), sections(findings))


def page(name: str, told: Sequence[Section], links: Sequence[tuple[str, str]] = ()) -> str:
    """Return an HTML page; everything in it is escaped, and a policy forbids it to load or run.

    `links` are names with the file that stands beside this page.
    """
    body = "\n".join(line for s in told for line in _section(s))
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(name)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<h1>{escape(name)}</h1>\n{_links(links)}{body}\n</body>\n</html>\n"
    )


def _links(links: Sequence[tuple[str, str]]) -> str:
    items = "\n".join(f'<li><a href="{escape(file)}">{escape(name)}</a></li>' for name, file in links)
    return f"<nav>\n<ul>\n{items}\n</ul>\n</nav>\n" if links else ""


def _section(section: Section) -> Iterator[str]:
    yield f"<h2>{escape(section.heading)}</h2>"
    for line in section.lines:
        yield f"<p>{escape(line)}</p>"
    if section.items:
        yield from ("<ul>", *(line for item in section.items for line in _item(item)), "</ul>")
    if section.table:
        yield from ("<table>", *_table(section.table), "</table>")


def _item(item: Item) -> Iterator[str]:
    yield f"<li><p>{escape(item.text)}</p>"
    for line in item.details:
        yield f"<p>{escape(line)}</p>"
    for proof in item.proofs:
        yield from _proof(proof)
    yield "</li>"


def _proof(proof: Quoted) -> Iterator[str]:
    if proof.quote:
        yield f"<blockquote><p>{escape(proof.quote)}</p></blockquote>"
    if proof.url:
        yield f'<p><a href="{escape(proof.url)}" rel="noreferrer">{escape(proof.url)}</a></p>'


def _table(table: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    head, *rows = table
    headings = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    yield f"<thead><tr>{headings}</tr></thead>\n<tbody>"
    for row in rows:
        yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>"
    yield "</tbody>"
