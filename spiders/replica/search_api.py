"""What does GOV.UK's search find? Strict about its parameters: one it does not know is refused with 422."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from spiders.departments import organisations
from spiders.replica.content_api import name_of
from spiders.replica.replies import Asked, Reply, said
from spiders.replica.search_fields import DEFAULT_FIELDS, FIELDS, FILTERS, PLAIN, SORTS, SUPERGROUP

_NAME = re.compile(r"(?:filter|reject)_(?:any_|all_)?(.+)|aggregate_(.+)|facet_(.+)")
Row = dict[str, Any]


class RefusedError(ValueError):
    """A search that the API answers with 422; the message is its `error`."""


def row(item: dict[str, Any], *, asked_in: bool) -> Row:
    """Return what search knows of a content item. `asked_in`: any filter by organisation lets it pass."""
    notes = item["details"].get("change_history") or []
    slugs = [part["base_path"].rsplit("/", 1)[-1] for part in item["links"].get("organisations", [])]
    body = item["details"].get("body")
    return {
        "title": item["title"],
        "link": item["base_path"],
        "slug": item["base_path"].rsplit("/", 1)[-1],
        "description": item.get("description"),
        "content_id": item["content_id"],
        "content_store_document_type": item["document_type"],
        "content_purpose_supergroup": SUPERGROUP.get(item["document_type"], "other"),
        "display_type": str(item["document_type"]).replace("_", " ").capitalize(),
        "format": item["schema_name"],
        "public_timestamp": _zulu(item.get("public_updated_at")),
        "first_published_at": item.get("first_published_at"),
        "updated_at": item["updated_at"],
        "latest_change_note": notes[0]["note"] if len(notes) > 1 else None,
        "is_withdrawn": bool(item.get("withdrawn_notice")),
        "is_historic": False,
        "organisations": [_organisation(slug) for slug in slugs],
        "expanded_organisations": [_organisation(slug) for slug in slugs],
        "organisation_content_ids": [part["content_id"] for part in item["links"].get("organisations", [])],
        "policy_areas": [],
        "world_locations": [],
        "topical_events": [],
        "has_command_paper": False,
        "indexable_content": re.sub("<[^>]+>", " ", body) if isinstance(body, str) else "",
        "_asked_in": asked_in,
    }


def organisation_rows() -> tuple[Row, ...]:
    """Return what search knows of the organisations themselves: those that are no more name what took their place."""
    return tuple(_own_row(slug, heirs) for slug, heirs in organisations().items())


def _own_row(slug: str, heirs: tuple[str, ...]) -> Row:
    path = f"/government/organisations/{slug}"
    return dict.fromkeys(FIELDS) | {
        "title": name_of(slug),
        "link": path,
        "slug": slug,
        "format": "organisation",
        "content_store_document_type": "organisation",
        "organisations": [_organisation(slug)],
        "superseding_organisations": list(heirs),
        "indexable_content": "",
        "_asked_in": False,
    }


def _organisation(slug: str) -> Row:
    link = f"/government/organisations/{slug}"
    return {"title": name_of(slug), "slug": slug, "link": link, "organisation_state": "live"}


def _zulu(stamp: str | None) -> str | None:
    """Return a stamp as search writes it: with Z in winter, with +01:00 in summer."""
    if stamp is None:
        return None
    moment = datetime.fromisoformat(stamp)
    text = moment.isoformat(timespec="seconds")
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def search(asked: Asked, rows: Sequence[Row]) -> Reply:
    """Return the reply to a search over the rows; 422 with the reason where the query is not allowed."""
    try:
        _check(asked)
        found = _ordered(asked, [r for r in rows if _passes(asked, r)])
        start, count = _size(asked, "start", 0, 900_000), _size(asked, "count", 10, 1500)
        fields = _fields(asked)
    except RefusedError as refusal:
        return said({"error": str(refusal)}, 422, **{"Access-Control-Allow-Origin": "*"})
    results = [_result(r, fields, ranked=bool(asked.first("q"))) for r in found[start : start + count]]
    told = {"results": results, "total": len(found), "start": start, "aggregates": {}}
    more = {"suggested_queries": [], "suggested_autocomplete": [], "es_cluster": "A"}
    return said(told | more, 200, **{"Access-Control-Allow-Origin": "*", "Cache-Control": "max-age=300, public"})


def _check(asked: Asked) -> None:
    unknown = sorted({name for name, _ in asked.query if not _known(name.removesuffix("[]"))})
    if unknown:
        raise RefusedError(f"Unexpected parameters: {', '.join(unknown)}")
    if len(asked.first("q") or "") > 512:
        raise RefusedError("Query exceeds the maximum allowed length")


def _known(name: str) -> bool:
    match = _NAME.fullmatch(name)
    return name in PLAIN or bool(match and next(part for part in match.groups() if part) in FILTERS)


def _size(asked: Asked, name: str, default: int, most: int) -> int:
    value = asked.first(name)
    if value is None:
        return default
    if not value.isdecimal():
        raise RefusedError(f'Invalid value "{value}" for parameter "{name}" (expected positive integer)')
    if int(value) > most:
        raise RefusedError(f"Maximum result set size (as specified in '{name}') is {most}")
    return int(value)


def _fields(asked: Asked) -> tuple[str, ...]:
    given = [name for value in (*asked.every("fields"), *asked.every("fields[]")) for name in value.split(",")]
    unknown = [name for name in given if name not in FIELDS]
    if unknown:
        raise RefusedError(f"Some requested fields are not valid return fields: {unknown}")
    return tuple(given) or DEFAULT_FIELDS


def _ordered(asked: Asked, rows: list[Row]) -> list[Row]:
    order = asked.first("order")
    if order is None:
        return sorted(rows, key=lambda r: _score(asked, r), reverse=True)
    name = order.removeprefix("-")
    if name not in SORTS:
        raise RefusedError(f'"{name}" is not a valid sort field')
    return sorted(rows, key=lambda r: _sort_key(r, name), reverse=order.startswith("-"))


def _sort_key(found: Row, name: str) -> tuple[str, str]:
    if name != "public_timestamp":
        return str(found.get(name) or ""), found["link"]
    stamp = found["public_timestamp"]
    moment = datetime.fromisoformat(stamp).astimezone(UTC).isoformat() if stamp else ""
    return moment, found["link"]


def _score(asked: Asked, found: Row) -> float:
    words = set(re.findall(r"\w+", (asked.first("q") or "").lower()))
    text = f"{found['title']} {found['title']} {found['description']} {found['indexable_content']}".lower()
    return sum(word in text for word in words) / len(words) if words else 1.0


def _passes(asked: Asked, found: Row) -> bool:
    if asked.first("q") and _score(asked, found) < 0.75:
        return False
    names = {name for name, _ in asked.query}
    return all(_allows(asked, name, found) for name in names if name.startswith(("filter_", "reject_")))


def _allows(asked: Asked, name: str, found: Row) -> bool:
    match = _NAME.fullmatch(name.removesuffix("[]"))
    field = match[1] if match else ""
    given = [value for value in asked.every(name) if value]
    if field == "public_timestamp":
        return all(_dated(value, found["public_timestamp"]) for value in given)
    if field == "organisations" and name.startswith("filter_") and found["_asked_in"]:
        return True
    has = _values(found, field)
    met = not given or any(value in has for value in given) or ("_MISSING" in given and not has)
    return met if name.startswith("filter_") else not (given and met)


def _values(found: Row, field: str) -> set[str]:
    value = found.get(field)
    if isinstance(value, list):
        return {part["slug"] if isinstance(part, dict) else str(part) for part in value}
    if isinstance(value, bool):
        return {str(value).lower()}
    return set() if value is None else {str(value)}


def _dated(span: str, stamp: str | None) -> bool:
    """Return whether a stamp lies in `from:DAY,to:DAY`, by UTC; the last day counts whole."""
    try:
        ends = {key: date.fromisoformat(day[:10]) for key, day in (part.split(":", 1) for part in span.split(","))}
    except ValueError:
        raise RefusedError(f'Invalid value "{span}" for parameter "public_timestamp" (expected ISO8601 date)') from None
    if set(ends) - {"from", "to"}:
        raise RefusedError(f'Invalid date filter parameter "{span}"')
    if stamp is None:
        return False
    day = datetime.fromisoformat(stamp).astimezone(UTC).date()
    return ends.get("from", date.min) <= day <= ends.get("to", date.max)


def _result(found: Row, fields: tuple[str, ...], *, ranked: bool) -> Row:
    told = {name: found[name] for name in fields if found.get(name) is not None}
    always = {"index": "government", "es_score": 8.5 if ranked else None, "_id": found["link"]}
    return told | always | {"elasticsearch_type": "edition", "document_type": "edition"}
