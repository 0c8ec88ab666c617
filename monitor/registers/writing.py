"""How are drafted entries, and a register of them, written as people write YAML?"""

import io
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from monitor.registers import blanks


def as_yaml(entries: Iterable[dict[str, Any]]) -> str:
    """Return entries as they stand under `commitments:` in a register file."""
    text = _dumped(list(entries))
    return "".join(f"  {line}" if line.strip() else line for line in text.splitlines(keepends=True))


def whole(
    entries: Iterable[dict[str, Any]], register: str, today: date, titles: Mapping[str, str] | None = None
) -> str:
    """Return a register of its own with some entries, in which a person has everything to finish.

    `titles`: those of the posts, by their ids, as far as they are known.
    """
    listed = list(entries)
    posts = {e["made"]["post"]: e["made"] for e in reversed(listed)}
    head = {
        "register": register,
        "title": f"{blanks.BLANK}: what this register is called",
        "about": f"{blanks.BLANK}: what it follows, and from which sources it was compiled",
        "compiled_by": blanks.BLANK,
        "compiled_on": today,
        "posts": {id_: _post((titles or {}).get(id_), made) for id_, made in posts.items()},
    }
    return f"{_dumped(head)}commitments:\n{as_yaml(listed)}"


def _post(title: str | None, made: dict[str, Any]) -> dict[str, Any]:
    return {"title": title or blanks.BLANK, "held": [{"name": made["by"], "since": made["on"]}]}


def _dumped(value: Any) -> str:
    yaml = YAML(typ="rt", pure=True)
    yaml.width = 110
    yaml.allow_unicode = True
    yaml.representer.ignore_aliases = lambda _: True  # the same day twice is written out, and not as an alias
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(_laid_out(value), out)
    text = out.getvalue()
    if isinstance(value, list):  # ruamel sets a list's own dashes in, which the one who puts it into a file does too
        text = "".join(line.removeprefix("  ") for line in text.splitlines(keepends=True))
    return text


def _laid_out(value: Any) -> Any:
    """Return a value with its short lists, and who made a promise, on one line each, as people write them."""
    if isinstance(value, dict):
        laid = CommentedMap({key: _laid_out(held) for key, held in value.items()})
        if {"on", "by", "post"} == value.keys():
            laid.fa.set_flow_style()
        return laid
    if not isinstance(value, list):
        return value
    row = CommentedSeq(_laid_out(held) for held in value)
    if not any(isinstance(held, dict) for held in value):
        row.fa.set_flow_style()
    return row
