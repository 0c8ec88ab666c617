"""bywhen publish: feeds, pages and files for others, into a folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.model.cleaning import safe_link
from monitor.model.errors import UserError
from monitor.model.user_paths import user_path
from monitor.reports import shapes
from monitor.reports.feeds import atom, feed_json, rss
from monitor.reports.formats import report
from monitor.reports.icalendar_file import datebook
from monitor.reports.pages import INDEX, commitment_page, index_page, page_name
from monitor.reports.site_origin import ORIGIN, origin, refuse_less
from tui.commands.common import as_json, aside, common, opened_service, say
from tui.site_folder import replace_folder
from tui.words import count

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
@click.option(
    "--link", metavar="URL", help="The address at which readers will find DIR: the feeds name it as their own."
)
@click.option("--from-less", is_flag=True, help="Replace even a site that was made from more than the state holds.")
def command(folder: str, link: str | None, *, from_less: bool, shaped: bool) -> None:
    """Write feeds, pages and status files into DIR.

    These are feed.xml (RSS 2.0), atom.xml, feed.json, deadlines.ics (a calendar of the due dates), index.html, a page
    for each commitment, status.json, status.csv, and made-from.json: how much the state held. A new folder with all of
    them takes the place of DIR in one step, or nothing does. Other files in DIR are left alone. DIR is made if it does
    not exist, but the folder above it must exist.
    """
    address = _checked(link)
    with opened_service(reading=True) as service:
        if wrong := service.ahead():
            raise UserError(wrong, "nothing was published")
        files = dict(_files(service, address))
        if not from_less and (before := _before(user_path(folder) / ORIGIN)) is not None:
            refuse_less(before, files[ORIGIN])
        written = list(map(str, replace_folder(folder, files)))
    if shaped:
        say(shapes.as_json({"files": written}))
    for name in () if shaped else written:
        say(name)
    aside(f"{count(len(written), 'file')} written")


def _before(place: Path) -> str | None:
    """Return what the file says of which the site there was made, None where there is none."""
    try:
        with place.open(encoding="utf-8", errors="replace") as file:
            return file.read(100_000)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as wrong:
        raise UserError(f"{place}: {wrong.strerror}", "name a folder that can be read") from None


def _checked(link: str | None) -> str | None:
    """Return the address of the folder, with a slash at its end."""
    if link is None:
        return None
    if safe_link(link) is None:
        raise UserError(f"{link} is not an address.", "give one that begins with http:// or https://")
    return link if link.endswith("/") else f"{link}/"


def _files(service: "Service", address: str | None) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file, all of one board."""
    board, told, health = service.board(), service.changes(), service.health()
    title = f"bywhen: {'; '.join(r.title for r in service.registers)}"
    for (_, name), write in zip(FEEDS, (rss, atom, feed_json), strict=True):
        yield name, write(told, title, address or HOME, address=f"{address}{name}" if address else None)
    yield DATEBOOK, datebook(board, service.registers, told, title).decode()
    for row in board.rows:
        dossier = service.dossier(row.commitment.id, board.as_of)
        yield page_name(row.commitment.id), commitment_page(dossier, board.as_of, health)
    yield INDEX, index_page(board, told, health, (*FEEDS, *OTHERS))
    yield "status.json", shapes.as_json(shapes.status_shape(board)) + "\n"
    yield "status.csv", report(board, told, health, "csv")
    yield ORIGIN, origin(board.as_of, service.counts(), service.ledger.extent())
