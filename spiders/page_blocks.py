"""What do the blocks of a page of GOV.UK say, in the order of the page, with their dates, states and numbers?

A block is any object, a row any list of cells. What a block holds in fields stands beside its title, as in
“Lamp plan (due date: 1 May 2026; rating: amber)”; what the page itself holds in fields stands in lines of its own.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from monitor.model.cleaning import clean, clean_line
from monitor.model.london import london_day
from monitor.model.wording import day as in_words
from spiders import page_settings as names
from spiders.html_text import plain
from spiders.strict_fields import Fields

_DEEPEST = 40
"""Blocks within blocks, at the most: a page is not deeper than a dozen."""
_LONGEST_TITLE, _LONGEST_FACT = 200, 80
_GREATEST = 10**15
_DAY = re.compile(r"\A\d{4}-\d\d-\d\d(?:\Z|[T ]\d\d:\d\d\S*\Z)")
_OF_THE_PAGE = "metadata"
_NO_PICTURE = "placeholder"
Fact = tuple[str, str]


class Blocks:
    """Reads what is left of a page's details. `spoke`: has anything been read but the words beside pictures?"""

    def __init__(self, details: Fields) -> None:
        self._details = details
        self._pictures = 0
        self.spoke = False

    def read(self, left: dict[str, Any]) -> tuple[str, ...]:
        """Return the paragraphs, each sentence once; without the facts of the page itself."""
        found: dict[str, None] = {}
        said: list[str] = []
        for text in self._block(left, "", 0):
            if text not in found or not names.sentence(text):  # “On track” may be said of two things
                said.append(text)
            found[text] = None
        return tuple(said)

    def lines(self, fields: Any) -> list[str]:
        """Return the dates, states and numbers that stand in fields of the page, as in “Closing date: 1 May 2026.”."""
        facts = self._facts(fields) if isinstance(fields, dict) else []
        self.spoke |= bool(facts)
        return [f"{what[:1].upper()}{what[1:]}: {said}." for what, said in facts]

    def _any(self, value: Any, name: str, depth: int) -> Iterator[str]:
        """Yield what any value says, whatever it is."""
        if depth > _DEEPEST:
            self._details.refuse(f"blocks within blocks, more than {_DEEPEST} deep", "unread-page")
        self._pictures += names.of_picture(name)
        if in_formats(value):
            yield from self._told(in_one_format(value))
        elif isinstance(value, dict):
            yield from self._block(value, name, depth)
        elif isinstance(value, list):
            yield from self._list(value, name, depth)
        else:
            yield from self._told(self._text(value, name))
        self._pictures -= names.of_picture(name)

    def _list(self, value: list[Any], name: str, depth: int) -> Iterator[str]:
        if names.of_row(name) and (line := self._row(value)):
            yield from self._told(line)
            return
        for item in value:
            line = self._row(item) if isinstance(item, list) else ""
            yield from self._told(line) if line else self._any(item, name, depth + 1)

    def _row(self, cells: list[Any]) -> str:
        """Return the cells of a row as one line, nothing where one of them is more than a cell."""
        shown = []
        for cell in cells:
            held = _named(cell) if isinstance(cell, dict) else [("text", cell)]
            if any(isinstance(one, dict | list) for _, one in held):
                return ""
            texts = [text for name, one in held if (text := self._text(one, name))]
            if len(texts) > 1:
                return ""
            shown += [clean_line(text) for text in texts]
        return "".join(f"{text} " if text[-1] in ".!?" else f"{text}, " for text in shown).rstrip(", ")

    def _block(self, value: dict[str, Any], name: str, depth: int) -> Iterator[str]:
        """Yield what a block says: its facts beside its title, the texts of its fields, the blocks within it."""
        facts = [] if depth == 0 or (depth == 1 and name == _OF_THE_PAGE) else self._facts(value)
        self.spoke |= bool(facts) and not self._pictures
        beside = "; ".join(f"{what}: {said}" for what, said in sorted(facts, key=_dates_first))
        for text, is_title in self._texts(value, depth):
            if beside and is_title:
                yield f"{text} ({beside})"
                beside = ""
            else:
                yield text
        if beside:
            yield f"{beside[:1].upper()}{beside[1:]}."

    def _texts(self, value: dict[str, Any], depth: int) -> Iterator[tuple[str, bool]]:
        """Yield the texts of a block and whether each can be its title."""
        for one, held in _named(value):
            if self._fact(one, held):
                continue
            if " " in one and not isinstance(held, dict):  # a name for people, as a row's head is
                yield from ((said, False) for said in self._told(clean_line(one)))
            own = " " not in one and not isinstance(held, dict | list)
            for text in self._any(held, one, depth + 1):
                yield text, own and "\n" not in text and len(text) <= _LONGEST_TITLE

    def _facts(self, value: dict[str, Any]) -> list[Fact]:
        """Return what a block says in words, numbers and days, each with the name of its field."""
        found = [(one, fact) for one, held in _named(value) if (fact := self._fact(one, held))]
        return [(clean_line(one).replace("_", " ")[:_LONGEST_TITLE], fact) for one, fact in found]

    def _fact(self, name: str, value: Any) -> str:
        """Return what a field says of its block in a word, a number or a day; nothing if it is a text or a setting."""
        if isinstance(value, list) and not names.of_row(name):
            several = [self._fact(name, item) for item in value if not isinstance(item, dict | list)]
            return ", ".join(several) if len(several) == len(value) and all(several) else ""
        if isinstance(value, dict | list) or names.of_text(name):
            return ""
        said = clean_line(self._text(value, name))
        whole = names.sentence(said) and (not names.of_facts(name) or said.endswith((".", "!", "?")))
        if not said or len(said) > _LONGEST_FACT or whole:
            return ""
        if " " in said and not names.of_facts(name) and _day(str(value).strip()) is None:
            return ""
        return said.replace("_", " ").removesuffix(".")

    def _text(self, value: Any, name: str) -> str:
        """Return what a value that holds no others says, a day in words; nothing where it is a setting."""
        if value is None or isinstance(value, bool) or (self._pictures and not names.of_text(name)):
            return ""
        if isinstance(value, int | float):
            if not -_GREATEST < value < _GREATEST:
                self._details.refuse(f"{clean_line(name)[:60]} is a number beyond all bounds", "unread-page")
            said = str(value)
        else:
            said = plain(value) if "<" in value or "&" in value else clean(value).strip()
        if names.setting(name, said) or (self._pictures and said.casefold() == _NO_PICTURE):
            return ""
        return in_words(day) if (day := _day(said)) else said

    def _told(self, text: str) -> Iterator[str]:
        if text:
            self.spoke |= not self._pictures
            yield text


def _named(value: dict[str, Any]) -> list[tuple[str, Any]]:
    """Return the fields of a block that are seen, what stands first in front."""
    found = []
    for given, held in value.items():
        name = in_words(day) if (day := _day(given)) else names.plainly(given)
        if not names.unseen(name, held):
            found.append((name, _headed(name, held)))
    return sorted(found, key=lambda field: names.TITLES.index(field[0]) if field[0] in names.TITLES else 99)


def _headed(name: str, held: Any) -> Any:
    """Return a block with its name for a title, where that is a name for people."""
    return {"title": name, **held} if " " in name and isinstance(held, dict) else held


def _dates_first(fact: Fact) -> tuple[bool, str]:
    """Return the place of a fact: it is the same however the fields are sorted."""
    return not names.of_date(fact[0]), fact[0]


def _day(said: str) -> date | None:
    """Return the day of a moment in London, or of a date alone; None where it is neither."""
    if not _DAY.match(said):
        return None
    try:
        moment = datetime.fromisoformat(said)
        return london_day(moment) if moment.utcoffset() is not None else moment.date()
    except (ValueError, OverflowError):
        return None


def in_formats(value: object) -> bool:
    """Return whether a value is one text in several formats."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(f, dict) and str(f.get("content_type")).startswith("text/") for f in value)
        and all(isinstance(f.get("content"), str) for f in value)
    )


def in_one_format(value: Any) -> str:
    """Return the text in the best of its formats: HTML, or the first."""
    best = "text/html" if any(f["content_type"] == "text/html" for f in value) else value[0]["content_type"]
    return "\n\n".join(filter(None, (plain(f["content"]) for f in value if f["content_type"] == best)))
