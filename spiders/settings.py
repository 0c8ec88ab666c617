"""With which settings does every crawl run?"""

from collections.abc import Mapping
from typing import Any

from spiders.catalogue import GOV_UK_CARD
from spiders.jobs import Job

CONTACT = "https://github.com/bywhen/bywhen"
USER_AGENT = f"bywhen/0.1 (+{CONTACT}; watches what ministers promised)"
LARGEST = 32 * 1024 * 1024
"""Bytes of one answer, unpacked; Scrapy's own limit is a gigabyte."""
ASSETS = "https://assets.publishing.service.gov.uk"
TIMEOUT = 60.0
"""Seconds for one whole answer; Parliament's services are slow."""

LENGTHENED, LENGTHENING = 1.1, 0.1
"""The delay is lengthened by a tenth, give or take a tenth: so the gaps vary, and none is shorter than the delay."""


STACK: Mapping[str, Mapping[str, int | str]] = {
    "DOWNLOADER_MIDDLEWARES_BASE": {
        "spiders.middlewares.SameOrigin": 50,
        "spiders.middlewares.SerialRobotsTxt": 100,
        "scrapy.downloadermiddlewares.downloadtimeout.DownloadTimeoutMiddleware": 350,
        "scrapy.downloadermiddlewares.defaultheaders.DefaultHeadersMiddleware": 400,
        "scrapy.downloadermiddlewares.useragent.UserAgentMiddleware": 500,
        "spiders.middlewares.PatientRetry": 550,
        "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": 590,
        "spiders.middlewares.Onward": 600,
        "scrapy.downloadermiddlewares.httpproxy.HttpProxyMiddleware": 750,
        "scrapy.downloadermiddlewares.stats.DownloaderStats": 850,
        "spiders.middlewares.PublicPeer": 900,
    },
    "SPIDER_MIDDLEWARES_BASE": {
        "scrapy.spidermiddlewares.start.StartSpiderMiddleware": 25,  # with it the first requests keep their order
        "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": 50,
    },
    "EXTENSIONS_BASE": {"scrapy.extensions.corestats.CoreStats": 0, "scrapy.extensions.logcount.LogCount": 0},
    "DOWNLOAD_HANDLERS_BASE": dict.fromkeys(
        ("http", "https"), "scrapy.core.downloader.handlers.http11.HTTP11DownloadHandler"
    ),
    "ITEM_PIPELINES": {"spiders.spool_pipeline.SpoolPipeline": 100},
}
"""All that a crawl consists of, in its order, in the place of Scrapy's own lists. What those hold besides would be
loaded at each start and asked at each answer, opens servers and files, and drops a long address without a word."""


def files_address(job: Job) -> str:
    """Return where the files lie that a source's pages lead to: on GOV.UK a host of their own, else the source's."""
    return ASSETS if job.address.rstrip("/") == GOV_UK_CARD.address else job.address.rstrip("/")


def settings(job: Job, timeout: float = TIMEOUT) -> dict[str, Any]:
    """Return the Scrapy settings for one job."""
    return {
        "SOURCE_ADDRESS": job.address,
        "FILES_ADDRESS": files_address(job),
        "USER_AGENT": USER_AGENT,
        # Two servers of Scrapy's own that would take orders from anyone on this machine, one of them on by default
        "REMOTE_CONTROL_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "DOWNLOAD_VERIFY_CERTIFICATES": True,  # Scrapy's default is False
        "DOWNLOAD_MAXSIZE": LARGEST,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_TIMEOUT": timeout,
        "CONCURRENT_REQUESTS": 1,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": job.delay,
        "DOWNLOAD_DELAY_JITTER": 0,
        "DOWNLOAD_SLOTS": {
            job.host: {"concurrency": 1, "delay": job.delay * LENGTHENED, "jitter": LENGTHENING / LENGTHENED}
        },
        "RETRY_TIMES": 3,
        "RETRY_PRIORITY_ADJUST": 1,  # again at once, after the pause: by default everything else would be asked first
        "REDIRECT_MAX_TIMES": 5,
        "METAREFRESH_ENABLED": False,
        "COOKIES_ENABLED": False,
        "ROBOTSTXT_OBEY": True,
        "HTTPCACHE_ENABLED": False,
        "LOG_LEVEL": "INFO",
        # It reads the source of the callback for each answer, a quarter of a crawl's time; ours are linted
        "WARN_ON_GENERATOR_RETURN_VALUE": False,
        "DEFAULT_REQUEST_HEADERS": {"Accept": "application/json", "Accept-Language": "en"},
        # At each answer Scrapy starts so many workers for its items, 100 by default; ours come one after the other
        "CONCURRENT_ITEMS": 1,
        **STACK,
    }
