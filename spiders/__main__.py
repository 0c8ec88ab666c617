"""How is one crawl run by itself?

    python -P -m spiders SOURCE --into SPOOL --job JOB.json
    python -P -m spiders --fork-server IDLE

Documents go to SPOOL, a line each as they are read; how it went goes to SPOOL.stats.json at the end. The exit code
says nothing: Scrapy's is 0 whatever happens. Lines of JSON on stdout tell how far it has come, and when nobody reads
them any more, the parent is gone and the crawl stops. The second form runs many; spiders.fork_server says how.
"""

import argparse
import json
import logging
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from time import monotonic
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.exceptions import CloseSpider
from scrapy.utils.misc import load_object

from spiders.catalogue import CARDS, spider_path
from spiders.fork_server import wait_for_job
from spiders.jobs import Job
from spiders.settings import STACK, TIMEOUT, settings
from spiders.source_spider import SourceSpider

GAP = 0.1
"""Seconds between two lines on how far a crawl has come."""


def main(arguments: list[str]) -> int:
    """Run one crawl; return 0 where its stats were written."""
    if arguments[:1] == ["--fork-server"]:
        load()
        arguments = wait_for_job(float(arguments[1]))
    asked = _parser().parse_args(arguments)
    job = Job.load(Path(asked.job).read_text(encoding="utf-8"))
    spider = load_object(spider_path(asked.source))
    logging.disable(logging.DEBUG)  # Scrapy makes several records of each answer, which nobody would see
    process = AsyncCrawlerProcess({**settings(job, asked.timeout), "SPOOL": asked.into})
    crawler = process.create_crawler(spider)
    process.crawl(crawler, job=job, tell=teller(monotonic))
    process.start()
    _write(Path(f"{asked.into}.stats.json"), _stats(crawler))
    return 0


def load() -> None:
    """Load all that any crawl needs; none of it starts a thread or Twisted's reactor, which no fork would survive."""
    spiders = {spider_path(source) for source in CARDS}
    parts = {str(word) for part in STACK.values() for pair in part.items() for word in pair}
    for path in spiders | {word for word in parts if "." in word}:  # the others are orders and schemes
        load_object(path)


def teller(clock: Callable[[], float], gap: float = GAP) -> Callable[[int, str], None]:
    """Return who says on stdout how far the crawl has come, and ends it where nobody listens any more.

    `clock` counts seconds; what is to be said less than `gap` after the last line is left out.
    """
    free = clock()

    def tell(documents: int, doing: str) -> None:
        nonlocal free
        now = clock()
        if now < free:
            return
        free = now + gap
        line = json.dumps({"documents": documents, "doing": doing}) + "\n"
        try:
            os.write(sys.stdout.fileno(), line.encode())  # past Python's buffer: a line is whole or not there
        except ConnectionError:  # a pipe breaks, a socket may be reset
            raise CloseSpider("parent-gone") from None

    return tell


def _stats(crawler: Crawler) -> dict[str, Any]:
    """Return how the crawl went, from Scrapy's own counts and from what the spider noted."""
    counts = crawler.stats.get_stats() if crawler.stats else {}
    spider = crawler.spider if isinstance(crawler.spider, SourceSpider) else None
    raised = [name.partition("/")[2] for name in counts if name.startswith("spider_exceptions/")]
    return {
        "finish_reason": counts.get("finish_reason"),
        "documents": counts.get("item_scraped_count", 0),
        "refused": counts.get("item_dropped_count", 0),
        "found": spider.written if spider else 0,
        "requests": counts.get("downloader/request_count", 0),
        "bytes": counts.get("downloader/response_bytes", 0),
        "offered": spider.offered if spider else None,
        "raised": sorted(set(raised) - {"count"}),
        "listed": spider.listed if spider else 0,
        "visits": [asdict(v) for v in spider.visits.values()] if spider else [],
        "problems": [asdict(p) for p in spider.all_problems()] if spider else [],
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -P -m spiders", description="Read one source into a spool.")
    parser.add_argument("source", choices=sorted(CARDS))
    parser.add_argument("--into", required=True, metavar="SPOOL", help="where the documents go, as JSON lines")
    parser.add_argument("--job", required=True, metavar="JOB.json", help="what to read")
    parser.add_argument("--timeout", type=float, default=TIMEOUT, help="seconds for one answer")
    return parser


def _write(path: Path, stats: Mapping[str, Any]) -> None:
    """Write the stats whole or not at all."""
    half = path.with_suffix(".half")
    half.write_text(json.dumps(stats), encoding="utf-8")
    half.replace(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
