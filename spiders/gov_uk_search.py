"""What is asked of GOV.UK's search, and what does it say of a page?"""

from collections import Counter
from datetime import timedelta

from spiders.content_items import own_path
from spiders.jobs import Job, Query
from spiders.paging import PAGE, PagedList
from spiders.strict_fields import Fields

SEARCH = "/api/search.json"
TERM_RESULTS = 20
SWEEP = 1500
"""Results of one page of all that was published; the search gives no more at once."""
A_DAY = 500
"""So many pages are published on GOV.UK a day, about: to tell what a pass over many days would cost."""
_FIELDS = "title,link,description,public_timestamp,content_store_document_type"
_OF_ROW = (
    "content_store_document_type",
    "public_timestamp",
    "index",
    "es_score",
    "_id",
    "elasticsearch_type",
    "document_type",
)
"""What a result holds besides: some of it always, whatever is asked for."""
Row = tuple[str, str, str | None]
"""A result: its path on GOV.UK, its title and summary, and when it was last altered as the search knows it."""


def department_query(job: Job, start: int) -> Query:
    """Return the query for one page of what the followed organisations published, newest first."""
    fields: Query = {"fields": f"{_FIELDS},organisations", "count": PAGE}
    return {"filter_organisations": job.organisations, **everything_query(job, start), **fields}


def everything_query(job: Job, start: int) -> Query:
    """Return the query for one page of what anybody published, newest first."""
    order = {"order": "-public_timestamp", "fields": _FIELDS}
    return {"filter_public_timestamp": _span(job), **order, "start": start, "count": SWEEP}


def term_query(job: Job, term: str) -> Query:
    """Return the query for what speaks of a term, best first; only what was published in the days wanted."""
    quoted = '"{}"'.format(term.replace('"', " ")[:500])
    return {"q": quoted, "filter_public_timestamp": _span(job), "fields": _FIELDS, "count": TERM_RESULTS}


def _span(job: Job) -> str:
    """Return the days as the search filters by them. It counts in UTC: a summer day in London begins the day before."""
    return f"from:{job.since - timedelta(days=1)},to:{job.until}"


def rows(
    payload: object, where: str, reading: PagedList, strange: set[str], came: Counter[str] | None = None
) -> tuple[list[Row], int, bool]:
    """Return the results of a page that are on GOV.UK, how many there were at all, and whether there are more.

    `came` is told of the organisations that published them, where the results say so.
    """
    answer = Fields(payload, where, "", strange)
    links, found = [], []
    for result in answer.each("results"):
        links.append(result.take("link", str))
        said = f"{result.find('title', str) or ''} {result.find('description', str) or ''}"
        if path := own_path(links[-1]):
            found.append((path, said, result.find("public_timestamp", str)))
        by = [organisation.find("slug", str) for organisation in result.each_found("organisations")]
        if came is not None:
            came.update(slug for slug in by if slug)
        result.drop(*_OF_ROW)
        result.done()
    more = reading.page(tuple(links), answer.take("total", int), answer)
    answer.drop("start", "aggregates", "suggested_queries", "suggested_autocomplete", "es_cluster")
    answer.drop("facets", "discovery_engine_attribution_token", "result_sets")
    answer.done()
    return found, len(links), more
