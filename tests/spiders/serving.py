"""What stands at the other end? A loopback server that answers as it is told, and notes what it was asked."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from aiohttp import web

from monitor.model.ports import Progress, Watchlist
from monitor.model.sources import Harvest
from spiders.catalogue import CARDS
from spiders.crawl import CrawlBounds, CrawledSource
from spiders.fork_server import ForkServer
from spiders.replica.pdfs import pdf

SAMPLES = Path(__file__).parent / "samples"
SHARED = Path(__file__).resolve().parents[2].parent / "shared"
FORK_SERVER = ForkServer()
"""It starts the crawls of these tests, as it starts those of a scan; it ends with them, or for want of work."""
NOW = datetime(2025, 6, 20, 12, 0, tzinfo=UTC)
SINCE, UNTIL = date(2025, 6, 10), date(2025, 6, 20)
Asked = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Reply:
    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    stalls: bool = False


Answer = Callable[[str, Mapping[str, str]], Reply]


@dataclass(slots=True)
class Served:
    address: str
    asked: list[Asked] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@asynccontextmanager
async def serving(answer: Answer) -> AsyncIterator[Served]:
    served = Served("")
    done = asyncio.Event()

    async def handle(request: web.Request) -> web.StreamResponse:
        served.asked.append((request.path, tuple(request.query.items())))
        served.headers.append(dict(request.headers))
        reply = answer(request.path, request.query)
        if reply.stalls:
            await done.wait()
        return web.Response(body=reply.body, status=reply.status, headers=reply.headers)

    app = web.Application()
    app.router.add_get("/{path:.*}", handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    served.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield served
    finally:
        done.set()
        await runner.cleanup()


def payload(name: str) -> object:
    return json.loads((SAMPLES / name).read_text(encoding="utf-8"))


def sample(name: str) -> Reply:
    return Reply((SAMPLES / name).read_bytes(), headers={"Content-Type": "application/json"})


def as_json(value: object, status: int = 200) -> Reply:
    return Reply(json.dumps(value).encode(), status, {"Content-Type": "application/json"})


MISSING = Reply(b'{"message": "not here"}', 404, {"Content-Type": "application/json"})

_GOV_UK = {
    "/api/search.json": "search",
    "/api/content/government/publications/safer-harbours-plan": "plan",
    "/api/content/government/publications/safer-harbours-plan/safer-harbours-plan-accessible": "plan-accessible",
    "/api/content/guidance/old-berth-rules": "withdrawn",
    "/api/content/government/news/harbour-news": "redirect",
    "/api/content/government/news/buoy-news": "gone",
    "/api/content/government/speeches/harbours-statement": "oral-statement",
}


def gov_uk(path: str, query: Mapping[str, str]) -> Reply:
    if path == "/api/content/government/news/no-more":
        return Reply(b"", 410)
    if path.startswith("/media/"):
        return Reply(pdf("A plan in a file").encode(), headers={"Content-Type": "application/pdf"})
    return sample(f"gov-uk/{_GOV_UK[path]}.json") if path in _GOV_UK else MISSING


def questions(path: str, query: Mapping[str, str]) -> Reply:
    """The list holds the same four questions; each window gets those whose day lies in it, as the service would do."""
    if path == "/api/writtenquestions/questions":
        return as_json(_window(query))
    if path == "/api/writtenstatements/statements":
        return sample("written-statements/list.json")
    folder = "written-questions" if path.startswith("/api/writtenquestions/") else "written-statements"
    name = f"{folder}/{path.rpartition('/')[2]}.json"
    return sample(name) if path.startswith("/api/") and (SAMPLES / name).exists() else MISSING


def _window(query: Mapping[str, str]) -> object:
    listed = json.loads((SAMPLES / "written-questions/list.json").read_text(encoding="utf-8"))["results"]
    for name, dated in (("tabled", "dateTabled"), ("answered", "dateAnswered"), ("corrected", "dateAnswerCorrected")):
        if since := query.get(f"{name}WhenFrom"):
            until = query[f"{name}WhenTo"]
            rows = [r for r in listed if r["value"][dated] and since <= r["value"][dated][:10] <= until]
            return {"totalResults": len(rows), "results": rows[int(query["skip"]) :][: int(query["take"])]}
    return {"totalResults": len(listed), "results": listed}


def hansard(path: str, query: Mapping[str, str]) -> Reply:
    if path == "/overview/calendar.json":
        sat = query["house"] == "Commons" and (query["year"], query["month"]) == ("2025", "6")
        return as_json([{"House": "Commons", "ItemDate": "2025-06-16T00:00:00", "Metadata": None}] if sat else [])
    if path == "/overview/sectionsforday.json":
        sat = query["date"] == "2025-06-16" and query["house"] == "Commons"
        return sample("hansard/sections.json") if sat else as_json([])
    if path == "/overview/sectiontrees.json":
        return sample("hansard/trees.json")
    if path.startswith("/search/contributions/"):
        return as_json({"SearchTerms": [], "SpokenResultCount": 0, "Results": [], "TotalResultCount": 0})
    name = f"hansard/{path.removeprefix('/debates/debate/').removesuffix('.json').upper()}.json"
    return sample(name) if path.startswith("/debates/debate/") and (SAMPLES / name).exists() else MISSING


def bills(path: str, query: Mapping[str, str]) -> Reply:
    if path == "/api/v1/Bills":
        return sample("bills/list.json")
    name = f"bills/{path.removeprefix('/api/v1/Bills/').replace('/Stages', '-stages')}.json"
    return sample(name) if path.endswith("/Stages") and (SAMPLES / name).exists() else MISSING


def committees(path: str, query: Mapping[str, str]) -> Reply:
    if path == "/api/PublicationType":
        return sample("committees/types.json")
    if path == "/api/Publications":
        return sample("committees/list.json")
    name = f"committees/{path.rpartition('/')[2]}.json"
    return sample(name) if path.startswith("/api/Publications/") and (SAMPLES / name).exists() else MISSING


def whatson(path: str, query: Mapping[str, str]) -> Reply:
    if path == "/calendar/sessions/list.json":
        return sample("whatson/sessions.json")
    if path == "/calendar/events/nonsitting.json":
        return sample(f"whatson/{query['queryParameters.house'].lower()}-off.json")
    house = path.removeprefix("/calendar/proceduraldates/").partition("/")[0].lower()
    return sample(f"whatson/{house}-sitting.json") if path.endswith("/sittingdates.json") else MISSING


FAITHFUL: dict[str, Answer] = {
    "gov-uk": gov_uk,
    "written-questions": questions,
    "written-statements": questions,
    "hansard": hansard,
    "committees": committees,
    "bills": bills,
}


def source(name: str, address: str, timeout: float = 20.0, delay: float = 0.0) -> CrawledSource:
    reach = CrawlBounds(address=address, delay=delay, timeout=timeout, grace=0.2)
    return CrawledSource(CARDS[name], lambda: NOW, reach, FORK_SERVER)


async def harvest(
    name: str,
    address: str,
    watch: Watchlist | None = None,
    *,
    told: list[Progress] | None = None,
    seconds: float = 20.0,
) -> Harvest:
    tell = (told if told is not None else []).append
    return await source(name, address, seconds).harvest(SINCE, UNTIL, watch or Watchlist(), tell)
