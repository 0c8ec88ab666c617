"""bywhen publish: feeds, pages and files for others, into a folder."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from monitor.model.errors import UserError
from tui.commands.common import as_json, aside, common, opened_service, say

if TYPE_CHECKING:
    from monitor.pipeline.service import Service

FEEDS = (("RSS", "feed.xml"), ("Atom", "atom.xml"), ("JSON Feed", "feed.json"))
DATEBOOK = "deadlines.ics"
OTHERS = (("calendar of due dates", DATEBOOK), ("status as JSON", "status.json"), ("status as CSV", "status.csv"))
HOME = "https://github.com/bywhen/bywhen"
"""What the feeds link to when nobody says where they will stand."""


@click.command("publish")
@common
@as_json
@click.argument("folder", metavar="DIR")
@click.option("--link", metavar="URL", help="Where DIR will be read: the address of its folder, for the feeds.")
def command(folder: str, link: str | None, *, shaped: bool) -> None:
    """Write feeds, pages and status files into DIR.

    These are feed.xml (RSS 2.0), atom.xml, feed.json, deadlines.ics (a calendar of the due dates), index.html, a page
    for each commitment, status.json, status.csv. Each file in DIR is replaced whole, and none where one can't be. What
    stands in it beside them is left alone. DIR is made where there is none, but no folder above it.
    """
    from monitor.reports import shapes  # noqa: PLC0415
    from tui.files import make_folder, replace_files  # noqa: PLC0415

    address = _checked(link)
    with opened_service(reading=True) as staff:
        files = dict(_files(staff, address))
        place = make_folder(folder)
        written = list(map(str, replace_files({place / name: text for name, text in files.items()})))
    if shaped:
        say(shapes.as_json({"files": written}))
    for name in () if shaped else written:
        say(name)
    aside(f"{len(written)} files written")


def _checked(link: str | None) -> str | None:
    """Return the address of the folder, with a slash at its end."""
    from monitor.model.cleaning import safe_link  # noqa: PLC0415

    if link is None:
        return None
    if safe_link(link) is None:
        raise UserError(f"{link} is not a link.", "give an http or https address")
    return link if link.endswith("/") else f"{link}/"


def _files(staff: "Service", address: str | None) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file, all of one board."""
    from monitor.reports import shapes  # noqa: PLC0415
    from monitor.reports.feeds import atom, feed_json, rss  # noqa: PLC0415
    from monitor.reports.formats import report  # noqa: PLC0415
    from monitor.reports.icalendar_file import datebook  # noqa: PLC0415
    from monitor.reports.pages import INDEX, commitment_page, index_page, page_name  # noqa: PLC0415

    board, told, health = staff.board(), staff.changes(), staff.health()
    title = f"bywhen: {'; '.join(r.title for r in staff.registers)}"
    for (_, name), write in zip(FEEDS, (rss, atom, feed_json), strict=True):
        yield name, write(told, title, address or HOME, address=f"{address}{name}" if address else None)
    yield DATEBOOK, datebook(board, staff.registers, told, title).decode()
    for row in board.rows:
        dossier = staff.dossier(row.commitment.id, board.as_of)
        yield page_name(row.commitment.id), commitment_page(dossier, board.as_of, health)
    yield INDEX, index_page(board, told, health, (*FEEDS, *OTHERS))
    yield "status.json", shapes.as_json(shapes.status_shape(board)) + "\n"
    yield "status.csv", report(board, told, health, "csv")
