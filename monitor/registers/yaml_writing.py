"""How are drafted entries, and a register of them, written as people write YAML?"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import yaml

from monitor.registers import placeholders


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
        "title": f"{placeholders.BLANK}: what this register is called",
        "about": f"{placeholders.BLANK}: what it follows, and from which sources it was compiled",
        "compiled_by": placeholders.BLANK,
        "compiled_on": today,
        "posts": {id_: _post((titles or {}).get(id_), made) for id_, made in posts.items()},
    }
    return f"{_dumped(head)}commitments:\n{as_yaml(listed)}"


def _post(title: str | None, made: dict[str, Any]) -> dict[str, Any]:
    return {"title": title or placeholders.BLANK, "held": [{"name": made["by"], "since": made["on"]}]}


def _dumped(value: Any) -> str:
    return yaml.dump(_laid_out(value), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)


class _Dumper(yaml.SafeDumper):
    """Writes YAML as people do: lists set in, the same day twice written out, not as an alias, and `on` as a word."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as PyYAML has it
        first: [(tag, shape) for tag, shape in known if not tag.endswith(":bool") or first in "tTfF"]
        for first, known in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - as PyYAML asks
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - as PyYAML asks
        return True


class _Line:
    """What is written on one line."""

    def __init__(self, value: dict[str, Any] | list[Any]) -> None:
        self.value = value


def _on_a_line(dumper: _Dumper, line: _Line) -> yaml.Node:
    if isinstance(line.value, dict):
        return dumper.represent_mapping("tag:yaml.org,2002:map", line.value, flow_style=True)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", line.value, flow_style=True)


_Dumper.add_representer(_Line, _on_a_line)


def _laid_out(value: Any) -> Any:
    """Return a value with its short lists, and who made a promise, on one line each, as people write them."""
    if isinstance(value, dict):
        laid = {key: _laid_out(held) for key, held in value.items()}
        return _Line(laid) if {"on", "by", "post"} == value.keys() else laid
    if not isinstance(value, list):
        return value
    row = [_laid_out(held) for held in value]
    return row if any(isinstance(held, dict) for held in value) else _Line(row)
