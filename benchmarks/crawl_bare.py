"""What is the least that Scrapy takes to fetch some addresses? One request at a time of each host, nothing read."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response


class Bare(Spider):
    """Fetches what a file lists. Each port is a host of its own, as the sources are."""

    name = "bare"

    def __init__(self, addresses: tuple[str, ...] = (), **kept: Any) -> None:
        super().__init__(**kept)
        self.addresses = addresses

    async def start(self) -> AsyncIterator[Request]:
        for url in self.addresses:
            yield Request(url, meta={"download_slot": urlsplit(url).netloc}, dont_filter=True)

    def parse(self, response: Response) -> None:
        """Do nothing with it."""


def main(listed: Path) -> None:
    """Fetch every address of a file and print how many answers came."""
    settings = {
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": 0,
        "LOG_LEVEL": "ERROR",
        "HTTPERROR_ALLOW_ALL": True,
    }
    process = AsyncCrawlerProcess(settings | {"TELNETCONSOLE_ENABLED": False})
    crawler = process.create_crawler(Bare)
    process.crawl(crawler, addresses=tuple(listed.read_text(encoding="utf-8").split()))
    process.start()
    print(crawler.stats.get_value("response_received_count", 0) if crawler.stats else 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
