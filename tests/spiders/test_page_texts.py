"""Is what a page says read whatever its schema, its dates and states too, and is one of which nothing is read told?"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from monitor.model.sources import GOV_UK
from monitor.pipeline.coverage.harvest_check import MISREAD, WARNINGS
from spiders.content_items import content_item
from spiders.strict_fields import SourceChanged
from tests.spiders.serving import SHARED, Reply, as_json, gov_uk
from tests.spiders.walking import walked

WHERE = "https://www.gov.uk/api/content/lamps"
FIELD = SHARED / "field"


def page(schema: str, details: Mapping[str, Any], **fields: Any) -> dict[str, Any]:
    """Return a content item of a schema, with what every item has."""
    plain: dict[str, Any] = {
        "base_path": "/lamps",
        "title": "Lamps",
        "description": None,
        "document_type": schema,
        "links": {},
    }
    days = {"first_published_at": "2026-01-12T09:00:00Z", "public_updated_at": "2026-01-12T09:00:00Z"}
    return {**plain, **days, "schema_name": schema, "details": dict(details), **fields}


def said(schema: str, details: Mapping[str, Any]) -> str:
    return "\n\n".join(p.text for p in content_item(page(schema, details), WHERE).passages)


def govspeak(text: str) -> dict[str, Any]:
    return {"type": "govspeak", "content": f"<p>{text}</p>"}


PROMISE = "We will relight 40 lighthouses by the end of June 2026."
PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "a heading and a text": ("landing_page", {"blocks": [{"type": "heading", "content": "Lamps"}, govspeak(PROMISE)]}),
    "a card in a column in a box": (
        "plan_for_change_landing_page",
        {
            "blocks": [
                {
                    "type": "columns_layout",
                    "blocks": [{"type": "card", "card_content": {"blocks": [govspeak(PROMISE)]}}],
                }
            ]
        },
    ),
    "a kind of block that nobody knows": (
        "landing_page",
        {"blocks": [{"type": "tabs", "tabs": [{"label": "By the sea", "panel": f"<p>{PROMISE}</p>"}]}]},
    ),
    "a quotation": ("landing_page", {"blocks": [{"type": "quote", "text": PROMISE, "cite": "The harbour minister"}]}),
    "a step of a step by step": (
        "step_by_step_nav",
        {
            "step_by_step_nav": {
                "title": "Light a lamp: step by step",
                "introduction": [{"content_type": "text/govspeak", "content": "Before you begin."}],
                "steps": [{"title": "Wait", "contents": [{"type": "paragraph", "text": PROMISE}]}],
            }
        },
    ),
    "a transaction": (
        "transaction",
        {
            "introductory_paragraph": [{"content_type": "text/html", "content": f"<p>{PROMISE}</p>"}],
            "start_button_text": "Start now",
            "transaction_start_link": "https://lamps.example/start",
        },
    ),
    "the only format there is": (
        "answer",
        {"body": [{"content_type": "text/govspeak", "content": PROMISE}]},
    ),
    "a manual's sections": (
        "manual",
        {"child_section_groups": [{"title": "Lamps", "child_sections": [{"title": "Oil", "description": PROMISE}]}]},
    ),
    "a contact": (
        "contact",
        {"title": "Lamp line", "phone_numbers": [{"title": "Keepers", "number": "020", "open_hours": PROMISE}]},
    ),
    "a node of a smart answer": (
        "simple_smart_answer",
        {"nodes": [{"kind": "outcome", "slug": "dark", "title": "It is dark", "body": f"<p>{PROMISE}</p>"}]},
    ),
    "a schema of next year": ("harbour_plan", {"chapters": {"one": {"paragraphs": [PROMISE, "More follows."]}}}),
}


@pytest.mark.parametrize("where", PAGES)
def test_what_a_page_says_is_read_wherever_it_stands(where: str) -> None:
    schema, details = PAGES[where]
    text = said(schema, details)
    assert text.count(PROMISE) == 1
    assert "https://" not in text
    assert not {"govspeak", "Start now", "columns_layout"} & set(text.split("\n\n"))


def test_texts_stand_in_the_order_of_the_page_a_heading_before_its_text() -> None:
    blocks = [{"content": "Oil", "type": "heading"}, {"body": "It burns.", "title": "Whale"}, govspeak("And gas.")]
    assert said("landing_page", {"blocks": blocks}) == "Oil\n\nWhale\n\nIt burns.\n\nAnd gas."


def test_settings_of_a_page_are_no_text() -> None:
    settings = {"theme": "blue and grey", "image": {"alt": "", "sources": {"desktop": "a b.png"}}}
    assert (
        said("landing_page", {"blocks": [settings | govspeak("Lit.")], "breadcrumbs": [{"title": "Home page"}]})
        == "Lit."
    )


@pytest.mark.parametrize(
    ("schema", "details"),
    [
        ("landing_page", {"blocks": []}),
        ("plan_for_change_landing_page", {"blocks": [{"type": "hero", "image": {"alt": "A lamp at night"}}]}),
        ("harbour_plan", {"chapters": [{"chapter_id": 4, "scroll_url": "/lamps/four"}]}),
        ("step_by_step_nav", {}),
        ("news_article", {"body": "", "image": {"alt_text": "A lamp, lit.", "url": "https://lamps.example/a.png"}}),
        ("speech", {"body": " <p> </p>", "location": "Harbour Hall, Quay Street, Dover"}),
        ("publication", {"body": ""}),
        ("answer", {"body": []}),
        ("guide", {"parts": []}),
    ],
)
async def test_a_page_of_which_no_text_is_read_is_a_problem_that_names_it_and_no_day_counts(
    schema: str, details: Mapping[str, Any]
) -> None:
    def answer(path: str, query: Mapping[str, str]) -> Reply:
        return as_json(page(schema, details)) if path == "/api/content/lamps" else gov_uk(path, query)

    walk = await walked(GOV_UK, answer, pages=("/lamps",))
    (told,) = [p for p in walk.problems if p.kind == "unread-page"]
    assert (told.where or "").endswith("/lamps")
    assert schema in told.seen
    assert told.kind not in WARNINGS | MISREAD
    assert "/lamps" not in walk.documents


def test_blocks_without_end_are_refused_and_not_read_by_half() -> None:
    deep: dict[str, Any] = govspeak(PROMISE)
    for _ in range(200):
        deep = {"blocks": [deep]}
    with pytest.raises(SourceChanged) as refused:
        content_item(page("landing_page", deep), WHERE)
    assert refused.value.kind == "unread-page"


@pytest.mark.parametrize(
    ("schema", "details"),
    [
        ("person", {}),
        ("organisation", {"brand": "lamps"}),
        ("taxon", {"internal_name": "Lamps and lights"}),
        ("document_collection", {"collection_groups": []}),
    ],
)
def test_pages_that_are_lists_or_hold_files_need_say_nothing(schema: str, details: Mapping[str, Any]) -> None:
    assert said(schema, details) == ""


@pytest.mark.parametrize(
    ("schema", "details", "stands"),
    [
        (
            "consultation",
            {"body": "<p>Lit?</p>", "closing_date": "2026-07-01T23:45:00+01:00"},
            "Lit?\n\nClosing date: 1 July 2026.",
        ),
        ("call_for_evidence", {"body": "", "opening_date": "2026-03-02T00:30:00+00:00"}, "Opening date: 2 March 2026."),
        ("topical_event", {"body": "", "end_date": "2026-05-04"}, "End date: 4 May 2026."),
        ("specialist_document", {"body": "", "metadata": {"case_state": "open"}}, "Case state: open."),
        ("travel_advice", {"parts": [], "alert_status": ["avoid_all_travel"]}, "Alert status: avoid all travel."),
    ],
)
def test_dates_and_states_in_fields_are_part_of_what_is_said(
    schema: str, details: Mapping[str, Any], stands: str
) -> None:
    assert said(schema, details) == stands


SAID: dict[str, tuple[Any, str]] = {
    "a table": (
        {"table": {"rows": [["Name", "Due", "How it goes"], ["Oil plan", "2026-06-30", "Amber"]]}},
        "Name, Due, How it goes\n\nOil plan, 30 June 2026, Amber",
    ),
    "a table whose cells are blocks": (
        {"rows": [{"cells": [{"text": "Oil plan"}, {"text": "Red", "type": "tag"}]}]},
        "Oil plan, Red",
    ),
    "a table by names": (
        {"plans": {"Oil plan": "June 2026", "Wick plan": "Late", "Tin plan": {"rating": "green"}}},
        "Tin plan (rating: green)\n\nOil plan: June 2026; Wick plan: Late.",
    ),
    "dates and states beside a title": (
        {"lamps": [{"state": "on_track", "target_date": "2026-06-30", "title": "Relight", "slug": "relight"}]},
        "Relight (target date: 30 June 2026; state: on track)",
    ),
    "the same state of two": (
        {"lamps": [{"name": "Oil", "rag": "Red"}, {"name": "Gas", "rag": "Red"}]},
        "Oil (rag: Red)\n\nGas (rag: Red)",
    ),
    "a day in a field of no known name": (
        {"box": {"publishing": "2026-06-30", "text": "Lit."}},
        "Lit. (publishing: 30 June 2026)",
    ),
    "names written otherwise": (
        {"box": {"targetDate": "2026-06-30", "imageUrl": "a.png", "cardTitle": "Oil"}},
        "Oil (target date: 30 June 2026)",
    ),
    "a day in a few words": (
        {"box": {"title": "Oil", "due": "by the end of June 2026", "level": "Red"}},
        "Oil (due: by the end of June 2026; level: Red)",
    ),
    "days as names": ({"days": {"2026-06-30": "Lamps lit"}}, "30 June 2026: Lamps lit."),
    "a table with a head": (
        {"table": {"head": ["Name", "Due"], "body": [["Oil", "May 2026"]]}},
        "Name, Due\n\nOil, May 2026",
    ),
    "a sentence in a field of states": ({"box": {"oil_status": f"Late: {PROMISE}"}}, f"Late: {PROMISE}"),
    "a sentence in a setting": ({"box": {"type": PROMISE}}, PROMISE),
    "a word in a text": ({"box": {"type": "tag", "badge_text": "Paused"}}, "Paused"),
    "a word in a field of no known name": ({"box": {"found_by_keepers": "Unlit"}}, "Found by keepers: Unlit."),
    "a day before a sentence": ({"box": {"content": f"2026-06-30 {PROMISE}"}}, f"2026-06-30 {PROMISE}"),
    "a number": ({"box": {"value": 14000, "caption": "lamps", "columns": 3}}, "14000\n\nlamps"),
    "a number in a field of no known name": ({"box": {"title": "Oil", "lamps_lit": 120}}, "Oil (lamps lit: 120)"),
    "words beside a picture": (
        {
            "body": "Lit.",
            "box": {"picture": {"alt": "Chart: 40 lit", "caption": "In June", "sizes": "100vw", "tint": "red"}},
        },
        "Lit.\n\nChart: 40 lit\n\nIn June",
    ),
    "a menu": ({"navigation_groups": [{"id": "top", "name": "Harbours"}]}, "Harbours"),
    "what is featured": (
        {"ordered_featured_links": [{"title": "Oil plan", "summary": f"<p>{PROMISE}</p>", "href": "/oil"}]},
        f"Oil plan\n\n{PROMISE}",
    ),
    "metadata": (
        {"metadata": {"outcome": "Refused", "opened_date": "2026-06-30", "reasons_given": "Too dark to see."}},
        "Outcome: Refused.\n\nOpened date: 30 June 2026.\n\nToo dark to see.",
    ),
    "a field that ends in a word for days": ({"will_go_on_on": PROMISE}, PROMISE),
    "two texts of one format": (
        {
            "box": [
                {"content_type": "text/html", "content": "<p>Lit.</p>"},
                {"content_type": "text/html", "content": "Dark."},
            ]
        },
        "Lit.\n\nDark.",
    ),
    "a list of files": ({"box": [{"content_type": "image/png", "title": "Lamps", "url": "/a.png"}]}, "Lamps"),
    "more in a part": (
        {"parts": [{"title": "Oil", "body": "Lit.", "slug": "oil", "next_review_date": "2026-06-30"}]},
        "Oil\n\nLit.\n\nNext review date: 30 June 2026.",
    ),
    "headings that the text does not have": (
        {"body": "<h2>Oil</h2>Lit.", "headers": [{"text": "Oil", "level": 2}, {"text": "Gas"}]},
        "Oil\n\nLit.\n\nGas",
    ),
}


@pytest.mark.parametrize("what", SAID)
def test_all_in_a_page_is_text_but_its_settings(what: str) -> None:
    details, stands = SAID[what]
    assert said("lamp_tracker", details) == stands
    assert said("lamp_tracker", json.loads(json.dumps(details))) == stands


SETTINGS: dict[str, Any] = {
    "type": "two_column", "variant": "primary", "hero_alignment": "left", "font_size": "large", "banner": "secondary",
    "content_type": "image/png", "picture_type": "image/png", "shape": "image/png", "found": "/lamps/oil", "order": 4,
    "more": "https://lamps.example", "content_id": "5e2fd5e9-7631-11e4-a3cb-005056011aef", "mark": "5e2fd5e976311e4a",
    "who": "keeper@lamps.example", "tint": "#ff00aa", "drawn": "lamps.csv", "wide": True, "locale": "cy", "level": 2,
    "updated_at": "2026-06-30T09:00:00Z", "first_published_at": "2026-06-30T09:00:00Z", "ga4_event": "We lit a lamp",
    "navigation_group_id": "Top", "template_name": "lamps", "opens": "_blank", "gap": "2rem", "tags": {"a": ["Oil"]},
    "image": {"sources": {"desktop": "a b.png", "mobile": "c"}, "content_type": "image/jpeg", "alt": "Placeholder"},
}  # fmt: skip


@pytest.mark.parametrize("name", SETTINGS)
def test_a_setting_that_changes_alters_nothing_of_what_a_page_says(name: str) -> None:
    assert said("landing_page", {"blocks": [govspeak("Lit.") | {name: SETTINGS[name]}]}) == "Lit."


def test_a_portrait_s_name_is_no_text_and_a_caption_is() -> None:
    image = {"alt_text": "The keeper", "caption": "The keeper in May", "url": "/a.png"}
    assert said("news_article", {"body": "Lit.", "image": image}) == "Lit.\n\nThe keeper in May"
    assert "40 lit" in said("news_article", {"body": "Lit.", "image": {"alt_text": "Chart: 40 lit"}})


def test_facts_of_a_block_stand_in_one_order_however_its_fields_are_sorted() -> None:
    fields = {"title": "Oil", "rating": "red", "due_date": "2026-06-30", "lamps": 3, "start_date": "2026-01-05"}
    other = dict(reversed(fields.items()))
    assert said("lamp_tracker", {"all": [fields]}) == said("lamp_tracker", {"all": [other]})


@pytest.mark.parametrize(
    "odd",
    [
        [[[[]]], {}, None, [None, {"": ""}]],
        {"content": {"content": [{"content_type": 3, "content": {"text": "Dark"}}]}},
        {"rows": [[{"text": ["Oil"]}, 3, True, None], "Gas"], "cells": {"row": [[1, 2]]}},
        {
            "title": "\x1b[31mOil\u202e",
            "state": "\x1b]0;red\x07",
            "\x1b[2J lamps \u202e": "now",
            "due_date": "0001-01-01T00:00:00+14:00",
        },
        ["Lamp"] * 50_000,
        {"image": [{"alt": "Oil"}, ["Gas"], 3]},
        ["w_" * 50_000 + "!", "w_" * 90 + "!", "a-" * 50_000, "a." * 99 + "!", "x" * 100_000, "lit " * 50_000],
    ],
)
def test_odd_shapes_are_read_clean_and_never_raise(odd: object) -> None:
    text = said("lamp_tracker", {"body": "Lit.", "odd": odd})
    assert text.startswith("Lit.")
    assert not {"\x1b", "\u202e", "\x07"} & set(text)
    assert "{" not in text


@pytest.mark.parametrize("number", [10**5000, 1e300], ids=("whole", "broken"))
def test_a_number_beyond_all_bounds_is_told(number: float) -> None:
    with pytest.raises(SourceChanged):
        said("lamp_tracker", {"body": "Lit.", "number": number})


def released(**fields: Any) -> tuple[str, tuple[tuple[date, str], ...]]:
    moved_on = fields.pop("public_updated_at", "2026-01-12T09:00:00Z")
    details = {"display_date": "4 June 2026 9:30am", "state": "confirmed", "format_sub_type": "official", **fields}
    read = content_item(page("statistics_announcement", details, public_updated_at=moved_on), WHERE)
    return "\n\n".join(p.text for p in read.passages), read.notes


def test_a_release_that_is_moved_says_so_with_its_note_and_on_its_day() -> None:
    assert released() == ("Release date: 4 June 2026 9:30am (confirmed).", ())
    text, notes = released(
        display_date="2 July 2026 9:30am",
        previous_display_date="4 June 2026 9:30am",
        latest_change_note="More time is needed.",
        public_updated_at="2026-05-06T10:00:00Z",
    )
    assert text == "Release date: 2 July 2026 9:30am (confirmed)."
    moved = "Release date moved from 4 June 2026 9:30am to 2 July 2026 9:30am: More time is needed."
    assert notes == ((date(2026, 5, 6), moved),)


@pytest.mark.parametrize(
    ("why", "told"), [("Not enough lamps.", "Release cancelled: Not enough lamps."), (None, "Release cancelled.")]
)
def test_a_release_that_is_cancelled_says_why_and_when(why: str | None, told: str) -> None:
    text, notes = released(state="cancelled", cancelled_at="2026-04-30T23:30:00Z", cancellation_reason=why)
    assert text.endswith(told)
    assert notes == ((date(2026, 5, 1), told),)


def test_the_pages_that_failed_in_the_field_are_read() -> None:
    if not FIELD.is_dir():
        pytest.skip("no folder `shared` beside the checkout")
    found = {}
    for path in (*FIELD.glob("21-*/*.json"), *FIELD.glob("22-*/*.json")):
        read = content_item(json.loads(path.read_text(encoding="utf-8")), WHERE)
        found[path.stem] = " ".join((*(p.text for p in read.passages), *(note for _, note in read.notes)))
    assert "by the end of April 2026" in found["missions-v1"]
    assert "in due course" in found["missions-v2"]
    assert "20 May 2026" in found["statistics-1"]
    assert "20 January 2027" in found["statistics-2-moved"]
    assert "Put off." in found["statistics-2-moved"]
    assert "cancelled: No longer produced." in found["statistics-3-cancelled"]
