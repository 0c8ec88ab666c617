"""Who is in post, as the page of a minister's role says it?"""

from monitor.model.cleaning import clean_line
from monitor.model.documents import Passage
from monitor.model.incumbents import passage
from spiders.strict_fields import Fields


def in_post(title: str | None, links: Fields | None) -> tuple[Passage, ...]:
    """Return a passage for each person who holds the role now; the page lists everybody who ever did."""
    found = []
    for appointment in links.each_found("role_appointments") if links else ():
        details = appointment.inner("details")
        within = appointment.inner_or_none("links")
        names = [person.find("title", str) for person in within.each_found("person")] if within else []
        if details.find("current", bool) and names and names[0]:
            found.append(passage(clean_line(names[0]), clean_line(title or ""), details.london_day("started_on")))
    return tuple(found)
