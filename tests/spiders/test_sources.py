"""Has each source all its parts? What a new one still lacks is named here, with the file that it belongs in."""

import pytest
from scrapy.utils.misc import load_object

from monitor.model.sources import SOURCES, WHATSON
from spiders.catalogue import CARDS, spider_path
from spiders.probe_requests import PROBES
from spiders.replica.server import HOSTS
from spiders.shape_check import STEPS
from spiders.source_spider import SourceSpider
from tests.spiders.serving import FAITHFUL
from tests.spiders.serving import SAMPLES as FOLDER

PARTS = {
    "spiders/catalogue.py: CARDS": CARDS,
    "spiders/probe_requests.py: PROBES": PROBES,
    "spiders/shape_check.py: STEPS": STEPS,
    "spiders/replica/server.py: HOSTS": {name for _, names in HOSTS.values() for name in names} - {WHATSON},
    "tests/spiders/serving.py: FAITHFUL": FAITHFUL,
    "tests/spiders/samples": {path.name for path in FOLDER.iterdir() if path.is_dir()} - {WHATSON},
}


@pytest.mark.parametrize("part", PARTS)
def test_no_source_lacks_a_part(part: str) -> None:
    assert set(PARTS[part]) == set(SOURCES)


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_has_its_spider_where_its_name_leads(source: str) -> None:
    spider = load_object(spider_path(source))
    assert issubclass(spider, SourceSpider)
    assert spider.name == source
