"""Which sources are there, and what does each say of itself?

The cards stand here and not in the spider files because those import Scrapy (about 0.8 s and 60 MB), and
the command line, the board and the schedule need the cards long before anything is fetched. Each spider
file begins with `CARD = catalogue.…`, so a reader finds its card at the top all the same.
"""

from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType

from monitor.model.sources import BILLS, COMMITTEES, GOV_UK, HANSARD, WRITTEN_QUESTIONS, WRITTEN_STATEMENTS, Card

_OPL = "Contains Parliamentary information licensed under the Open Parliament Licence v3.0."
_OGL = "Contains public sector information licensed under the Open Government Licence v3.0."
_QUESTIONS_API = "https://questions-statements-api.parliament.uk"
_QUESTIONS_SITE = "https://questions-statements.parliament.uk"
_ANSWERING = (
    "home-office",
    "ministry-of-justice",
    "department-for-education",
    "ministry-of-housing-communities-local-government",
    "department-for-transport",
)
"""Not only the Home Office answers questions about its promises."""

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
    departments=("home-office",),
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
    departments=_ANSWERING,
    quiet=8,
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
    departments=_ANSWERING,
    quiet=40,
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
    overlap=timedelta(days=3),
    fewest=0,
    most=2_000,
    hours=(7, 24),
    sitting=True,
    again=(2, 3, 7, 14, 30, 60, 100),
)
"""Taken: ministerial statements, urgent questions, Written Corrections, and any debate, with those below it,
whose title holds a followed term, or in which one was spoken.
Debates relied on already are read again on the days named: the first text is provisional, and may change for months.
Not taken: other debates, amendments, divisions, and written answers and statements, which have their own sources. The
site itself refuses scripts and is only linked to."""

COMMITTEES_CARD = Card(
    name=COMMITTEES,
    publisher="UK Parliament, select committees",
    address="https://committees-api.parliament.uk",
    site="https://committees.parliament.uk",
    licence=_OPL,
    every=timedelta(hours=6),
    delay=1.0,
    overlap=timedelta(days=14),
    fewest=0,
    most=500,
    hours=(7, 23),
)
"""Taken: what the government can respond to, what can be a response, and letters, where the title or the inquiry
speaks of a followed term; also what is relied on already, because a deadline or a response may be added later. Not
taken: evidence, estimates, news; and the reports' own text, which comes as a file. What a pass reads at least is
every publication of its days, so a healthy one says how many were offered, and takes few of them."""

BILLS_CARD = Card(
    name=BILLS,
    publisher="UK Parliament, Bills",
    address="https://bills-api.parliament.uk",
    site="https://bills.parliament.uk",
    licence=_OPL,
    every=timedelta(hours=6),
    delay=1.0,
    overlap=timedelta(days=7),
    fewest=0,
    most=1_000,
    hours=(7, 23),
    stretch=timedelta(days=36_500),
)
"""Taken: every stage so far of the Bills whose title a register names, in each pass all of them, however long ago.
Not taken: amendments, publications, other Bills. A register that names no Bill makes no request."""

_CARDS = (GOV_UK_CARD, WRITTEN_QUESTIONS_CARD, WRITTEN_STATEMENTS_CARD, HANSARD_CARD, COMMITTEES_CARD, BILLS_CARD)
CARDS: Mapping[str, Card] = MappingProxyType({card.name: card for card in _CARDS})
WHATSON_ADDRESS = "https://whatson-api.parliament.uk"
"""Where sitting days, recesses and sessions are asked for (spiders.whatson): a calendar, no source of documents."""


def spider_path(source: str) -> str:
    """Return where the spider of a source is imported from: `spiders.written_statements.WrittenStatementsSpider`."""
    words = source.split("-")
    return f"spiders.{'_'.join(words)}.{''.join(word.title() for word in words)}Spider"
