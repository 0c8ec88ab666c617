"""bywhen publish: feeds and files for others, into a folder."""

from pathlib import Path

import click

from tui.commands.common import aside, common, desk, say


@click.command("publish")
@common
@click.argument("folder", metavar="DIR")
@click.option("--link", default="https://github.com/bywhen/bywhen", metavar="URL", help="The site the feeds belong to.")
def command(folder: str, link: str) -> None:
    """Write feed.xml (RSS 2.0), atom.xml, feed.json, status.json and status.csv into DIR."""
    from monitor.feed import atom, feed_json, rss  # noqa: PLC0415
    from monitor.report import report  # noqa: PLC0415
    from monitor.shapes import as_json, status_shape  # noqa: PLC0415
    from tui.files import replace_file  # noqa: PLC0415

    with desk() as staff:
        board, told, health = staff.board(), staff.changes(), staff.health()
        title = "; ".join(r.title for r in staff.registers)
    title = f"bywhen: {title}"
    files = {
        "feed.xml": rss(told, title, link),
        "atom.xml": atom(told, title, link),
        "feed.json": feed_json(told, title, link),
        "status.json": as_json(status_shape(board)) + "\n",
        "status.csv": report(board, told, health, "csv"),
    }
    for name, text in files.items():
        replace_file(Path(folder) / name, text)
        say(str(Path(folder) / name))
    aside(f"{len(told)} changes, {len(board.rows)} commitments")
