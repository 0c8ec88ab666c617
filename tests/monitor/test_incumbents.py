"""Who holds a post today, as its page on GOV.UK says?"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from monitor.model.documents import Document, Presence, Version
from monitor.model.incumbents import Incumbent, incumbent
from spiders.content_items import content_item, vanished
from tests import builders as b
from tests.builders.register_files import sound
from tui.words import holders

READ = b.at(date(2025, 9, 8), 12)
SAMPLE = Path(__file__).resolve().parents[2].parent / "shared" / "samples" / "gov-uk" / "role-prime_minister.json"


def appointed(name: str, since: str, *, current: bool) -> dict[str, Any]:
    details = {"started_on": since, "ended_on": None if current else "2025-09-05T00:00:00+01:00", "current": current}
    return {"title": f"{name} - Minister", "details": details, "links": {"person": [{"title": name}]}}


def role(*appointments: dict[str, Any]) -> Document:
    item = {
        "base_path": "/government/ministers/lamps",
        "document_type": "ministerial_role",
        "title": "Minister for Lamps",
        "description": None,
        "first_published_at": "2024-07-05T09:00:00Z",
        "details": {"body": "Sees to lamps."},
        "links": {"role_appointments": list(appointments)},
    }
    return content_item(item, "x")


def test_a_page_of_a_post_tells_who_holds_it_now_and_not_who_did() -> None:
    page = role(
        appointed("Ann Other", "2024-07-05T00:00:00+01:00", current=False),
        appointed("Bo Next", "2025-09-05T00:00:00+01:00", current=True),
    )
    assert incumbent(Version(page, 2, READ, READ.date())) == Incumbent("Bo Next", date(2025, 9, 8))
    assert page.passages[-1].text == "Bo Next has held this post since 2025-09-05."


@pytest.mark.parametrize(
    "page", [role(), b.answer("I hold it.", READ.date()), vanished("/government/ministers/lamps", READ.date())]
)
def test_nothing_is_said_of_a_post_where_its_page_says_nothing(page: Document) -> None:
    assert incumbent(Version(page, 1, READ, READ.date())) is None
    assert incumbent(None) is None
    assert page.presence in (Presence.LIVE, Presence.GONE)


def test_what_gov_uk_says_of_a_post_goes_before_the_register() -> None:
    post = b.register().commitments[0].post
    said = holders(post, "Ann Other", date(2025, 9, 8), Incumbent("Bo Next", date(2025, 9, 8)))
    assert said == "held by Bo Next now (GOV.UK, read on 8 September 2025)"


def test_the_page_of_a_post_is_watched_as_any_other() -> None:
    register = sound(
        "    title: Minister for Roads\n", "    title: Minister for Roads\n    page: /government/ministers/roads\n"
    )
    assert register.pages == ("/government/ministers/roads",)
    assert register.commitments[0].post.page == "/government/ministers/roads"


@pytest.mark.skipif(not SAMPLE.exists(), reason="the recorded payloads are not beside this checkout")
def test_the_recorded_page_of_a_role_whose_holder_has_left_names_nobody() -> None:
    item = json.loads(SAMPLE.read_text(encoding="utf-8"))
    strange: set[str] = set()
    assert incumbent(Version(content_item(item, "x", strange), 1, READ, READ.date())) is None
    assert strange == set()
    item["links"]["role_appointments"][0]["details"]["current"] = True
    found = incumbent(Version(content_item(item, "x"), 1, READ, READ.date()))
    assert found == Incumbent("The Rt Hon David Cameron", READ.date())
