"""Which sources are there, and what does each say of itself?

The cards stand here and not in the spider files because those import Scrapy (about 0.8 s and 60 MB), and
the command line, the board and the schedule need the cards long before anything is fetched. Each spider
file begins with `CARD = catalogue.…`, so a reader finds its card at the top all the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from monitor.sources import GOV_UK, HANSARD, WRITTEN_QUESTIONS, WRITTEN_STATEMENTS, Card

_OPL = "Contains Parliamentary information licensed under the Open Parliament Licence v3.0."
_OGL = "Contains public sector information licensed under the Open Government Licence v3.0."
_QUESTIONS_API = "https://questions-statements-api.parliament.uk"
_QUESTIONS_SITE = "https://questions-statements.parliament.uk"

GOV_UK_CARD = Card(
    name=GOV_UK,
    publisher="GOV.UK",
    address="https://www.gov.uk",
    site="https://www.gov.uk",
    licence=_OGL,
    every=timedelta(minutes=30),
    delay=1.0,
    overlap=timedelta(days=3),
    fewest=1,
    most=2_000,
)
"""The edge bans addresses that ask too often; pages are cached for 5 minutes, so asking sooner is useless."""

WRITTEN_QUESTIONS_CARD = Card(
    name=WRITTEN_QUESTIONS,
    publisher="UK Parliament, written questions",
    address=_QUESTIONS_API,
    site=_QUESTIONS_SITE,
    licence=_OPL,
    every=timedelta(hours=6),
    delay=0.5,
    overlap=timedelta(days=7),
    fewest=0,
    most=12_000,
    hours=(6, 23),
)
"""In recess there may be no question at all. A healthy answer has its text; holding answers are marked."""

WRITTEN_STATEMENTS_CARD = Card(
    name=WRITTEN_STATEMENTS,
    publisher="UK Parliament, written statements",
    address=_QUESTIONS_API,
    site=_QUESTIONS_SITE,
    licence=_OPL,
    every=timedelta(hours=2),
    delay=0.5,
    overlap=timedelta(days=3),
    fewest=0,
    most=1_000,
    hours=(7, 23),
)
"""A pass reads every statement whole; the Lords copy of a Commons statement is left out."""

HANSARD_CARD = Card(
    name=HANSARD,
    publisher="UK Parliament, Hansard",
    address="https://hansard-api.parliament.uk",
    site="https://hansard.parliament.uk",
    licence=_OPL,
    every=timedelta(hours=2),
    delay=1.0,
    overlap=timedelta(days=7),
    fewest=0,
    most=2_000,
    hours=(7, 24),
)
"""Taken: ministerial statements, urgent questions, Written Corrections, and any debate, with those below it,
whose title holds a followed term; also debates relied on already. Not taken: other debates, amendments,
divisions, and written answers and statements, which have their own sources. The site itself refuses scripts
and is only linked to."""

CARDS: Mapping[str, Card] = MappingProxyType(
    {c.name: c for c in (GOV_UK_CARD, WRITTEN_QUESTIONS_CARD, WRITTEN_STATEMENTS_CARD, HANSARD_CARD)}
)


@dataclass(frozen=True, slots=True)
class SpiderPath:
    """Where a spider is imported from, without importing it."""

    module: str
    name: str


SPIDERS: Mapping[str, SpiderPath] = MappingProxyType(
    {
        GOV_UK: SpiderPath("spiders.gov_uk", "GovUkSpider"),
        WRITTEN_QUESTIONS: SpiderPath("spiders.written_questions", "WrittenQuestionsSpider"),
        WRITTEN_STATEMENTS: SpiderPath("spiders.written_statements", "WrittenStatementsSpider"),
        HANSARD: SpiderPath("spiders.hansard", "HansardSpider"),
    }
)
