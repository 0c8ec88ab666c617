"""How is a report written as one web page that loads nothing from anywhere?"""

from collections.abc import Iterator, Sequence
from html import escape

from monitor.reports.findings import Findings, Quoted
from monitor.reports.sections import Item, Section, sections, title

_STYLE = """
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:break-word}
h1,h2{line-height:1.2}h1{font-size:clamp(1.5rem,5vw,2rem)}h2{margin-top:2rem}
ul{padding-left:1.25rem}li{margin-bottom:1rem}li p{margin:.25rem 0}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0}nav li{margin:0}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;border-bottom:1px solid #888;padding:.3rem .5rem}tbody th{font-weight:400}
blockquote{margin:.5rem 0 .5rem 1rem;padding-left:1rem;border-left:3px solid #888}a{overflow-wrap:anywhere}
@media screen and (max-width:45rem){
thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
tbody,tr,tbody th,td{display:block}tbody th,td{border:0;padding:.1rem 0}tr{border-bottom:1px solid #888;padding:.5rem 0}
td:empty{display:none}td::before{content:attr(data-name) ": ";font-weight:600}
}
@media print{
body{max-width:none;margin:0;font-size:10pt}nav{display:none}h2{break-after:avoid}tr,blockquote{break-inside:avoid}
}
"""
"""Light or dark as the reader's device is set; on a narrow screen each row of a table is a block of its own."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def webpage(findings: Findings) -> str:
    """Return the report as an HTML page."""
    return page(title(findings), sections(findings))


def page(
    name: str, told: Sequence[Section], links: Sequence[tuple[str, str]] = (), feeds: Sequence[tuple[str, str]] = ()
) -> str:
    """Return an HTML page; everything in it is escaped, and a policy forbids it to load or run.

    `links` are names with the file that stands beside this page; `feeds` are media types with such a file, for readers
    that look for one.
    """
    body = "\n".join(line for s in told for line in _section(s))
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(name)}</title>\n{_alternates(feeds)}<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<h1>{escape(name)}</h1>\n{_links(links)}{body}\n</body>\n</html>\n"
    )


def _alternates(feeds: Sequence[tuple[str, str]]) -> str:
    return "".join(f'<link rel="alternate" type="{escape(kind)}" href="{escape(file)}">\n' for kind, file in feeds)


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
        yield from ("<table>", *_table(section), "</table>")


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


def _table(section: Section) -> Iterator[str]:
    """Yield the lines of a table; each cell names its column, for screens too narrow for columns."""
    names, *rows = section.table
    headings = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    yield f"<thead><tr>{headings}</tr></thead>\n<tbody>"
    for (first, *cells), file in zip(rows, section.files or ("",) * len(rows), strict=True):
        head = f'<a href="{escape(file)}">{escape(first)}</a>' if file else escape(first)
        told = (f'<td data-name="{escape(n)}">{escape(cell)}</td>' for n, cell in zip(names[1:], cells, strict=True))
        yield f'<tr><th scope="row">{head}</th>{"".join(told)}</tr>'
    yield "</tbody>"
