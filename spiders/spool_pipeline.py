"""Where does a document go once a spider has read it? Into the spool, a line each, at once."""

import json
from pathlib import Path
from typing import IO

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from monitor.model.documents import Document, SpoolError, from_spool, to_spool
from spiders.source_spider import SourceSpider


class SpoolPipeline:
    """Writes each document as a line, at once: what a killed crawl had read can be told from what it had not."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.file: IO[str] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "SpoolPipeline":
        return cls(crawler)

    def open_spider(self) -> None:
        self.file = Path(self.crawler.settings["SPOOL"]).open("w", encoding="utf-8", newline="\n")  # noqa: SIM115 - closed with the spider

    def process_item(self, item: Document) -> Document:
        """Write a document; one that could not be read back becomes a problem and is left out."""
        row = to_spool(item)
        try:
            from_spool(row)
        except SpoolError as wrong:
            if isinstance(self.crawler.spider, SourceSpider):
                self.crawler.spider.trouble("unfit", str(wrong), item.url)
            raise DropItem(str(wrong)) from None
        if self.file is not None:
            self.file.write(json.dumps(row, ensure_ascii=True) + "\n")
            self.file.flush()
        return item

    def close_spider(self) -> None:
        if self.file is not None:
            self.file.close()
