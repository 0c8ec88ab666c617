"""How do README and docs come by their pictures of the dashboard? `python -m tests.pictures` makes them anew.

The program makes them itself: it reads the shipped register and an invented year (pictured_year.jsonl, the replica's
documents) as on a day of that year, and its screens are taken as they are drawn.
"""

import asyncio
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from monitor.model.documents import Document, read_spool
from monitor.model.ports import Entry
from monitor.model.sources import SOURCES, Span
from monitor.pipeline.coverage.file_harvests import harvests
from monitor.pipeline.service import Service
from monitor.registers import SHIPPED, load, shipped
from state.ledger import open_ledger
from tui.app import BywhenApp

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "pictures"
DOCUMENTS = Path(__file__).with_name("pictured_year.jsonl")
NOON = datetime(2025, 6, 10, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Picture:
    """What is typed before a screen is taken, and how large it is, in columns and lines."""

    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (120, 36)


PICTURES: Mapping[str, Picture] = {
    "board": Picture(),
    "timeline": Picture(("T",)),
    "promise": Picture(("enter",)),
    "review": Picture(("R",)),
}
"""By the names of their files, without the ending."""


@contextmanager
def pictured_service() -> Iterator[Service]:
    """Open a service that has read the invented year up to its day, over a state that is thrown away."""
    with TemporaryDirectory() as folder:
        ledger = open_ledger(str(Path(folder) / "pictured.sqlite"))
        try:
            service = Service((load(shipped(), SHIPPED),), ledger, (), lambda: NOON, holder="pictures")
            lines = DOCUMENTS.read_text(encoding="utf-8").splitlines()
            read = [d for _, d in read_spool(lines) if isinstance(d, Document) and d.published_on <= NOON.date()]
            service.ingest(harvests(read, NOON))
            for source in SOURCES:
                ledger.record(Entry(source, NOON, Span(date(2025, 1, 1), NOON.date())))
            service.look_again()
            yield service
        finally:
            ledger.close()


async def taken(service: Service, picture: Picture) -> str:
    """Return a screen as SVG, with no address in it from which a font would be fetched."""
    app = BywhenApp(service)
    async with app.run_test(size=picture.size) as pilot:
        await _settled(app, pilot)
        for key in picture.keys:
            await pilot.press(key)
            await _settled(app, pilot)
        drawn = app.export_screenshot(title="bywhen")
    return re.sub(r"@font-face \{.*?\}\s*|<!--.*?-->\s*", "", drawn, flags=re.DOTALL)


async def _settled(app: BywhenApp, pilot: Pilot[None]) -> None:
    """Wait until no question is on its way."""
    for _ in range(1000):
        await pilot.pause()
        if not any(worker.group == "ask" for worker in app.workers):
            break
        await asyncio.sleep(0.01)
    await pilot.pause()


async def made() -> dict[str, str]:
    """Return all pictures, by name."""
    with pictured_service() as service:
        return {name: await taken(service, picture) for name, picture in PICTURES.items()}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, drawn in asyncio.run(made()).items():
        (FOLDER / f"{name}.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
