"""Of what does a crawl consist, and how often does it speak?"""

import json
from datetime import date

import pytest
from scrapy.settings import default_settings

from spiders.__main__ import teller
from spiders.jobs import Job
from spiders.settings import settings

LEFT_OUT = {
    "HttpAuthMiddleware", "MetaRefreshMiddleware", "CookiesMiddleware", "HttpCacheMiddleware",
    "RefererMiddleware", "UrlLengthMiddleware", "DepthMiddleware", "MetaCopyDetectionMiddleware",
    "TelnetConsole", "MemoryUsage", "MemoryDebugger", "CloseSpider", "FeedExporter", "LogStats", "SpiderState",
    "AutoThrottle", "RemoteControl",
}  # fmt: skip
REPLACED = {"OffsiteMiddleware", "RobotsTxtMiddleware", "RetryMiddleware", "RedirectMiddleware"}


def _parts(name: str) -> dict[str, int]:
    given: dict[str, int] = settings(Job("bills", "http://127.0.0.1", date.min, date.min, 0.0))[name]
    return given


def test_each_part_that_scrapy_ships_is_used_replaced_or_left_out_on_purpose() -> None:
    lists = ("DOWNLOADER_MIDDLEWARES_BASE", "SPIDER_MIDDLEWARES_BASE", "EXTENSIONS_BASE")
    missing = {part for name in lists for part in getattr(default_settings, name) if part not in _parts(name)}
    assert {part.rpartition(".")[2] for part in missing} == LEFT_OUT | REPLACED


def test_what_is_used_of_scrapy_stands_where_scrapy_has_it() -> None:
    for name in ("DOWNLOADER_MIDDLEWARES_BASE", "SPIDER_MIDDLEWARES_BASE"):
        theirs = getattr(default_settings, name)
        assert all(theirs[part] == place for part, place in _parts(name).items() if part.startswith("scrapy."))


def test_only_the_web_is_read_and_no_file_of_this_machine() -> None:
    assert _parts("DOWNLOAD_HANDLERS_BASE").keys() == {"http", "https"}


def test_a_crawl_says_how_far_it_has_come_ten_times_a_second_at_most(capfd: pytest.CaptureFixture[str]) -> None:
    ticks = iter((0.0, 0.0, 0.05, 0.09, 0.1, 0.5))
    tell = teller(lambda: next(ticks), gap=0.1)
    for documents in range(5):
        tell(documents, "reading")
    told = [json.loads(line)["documents"] for line in capfd.readouterr().out.splitlines()]
    assert told == [0, 3, 4]
