"""On which files does it depend what a scan looks for, and has any of them been altered?"""

import io
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from monitor.model.user_paths import LONGEST, read_text
from monitor.registers.rulebook import interest

SHIPPED = files("monitor") / "registers" / "cooper-grooming-gangs.yaml"
"""The register that comes with the product; its package is not loaded for its text."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The registers' texts by the names of their files, and what stands for all that is looked for."""

    registers: Mapping[str, str]
    interest: str


def inputs(registers: Sequence[str], config: Path | None, calendar: Path) -> Inputs:
    """Return what a scan depends on; raise UserError where a register can't be read. No other file need be there."""
    texts = {path: read_text(path) for path in registers} or {SHIPPED.name: SHIPPED.read_text(encoding="utf-8")}
    said = [text for pair in texts.items() for text in pair]
    return Inputs(texts, interest((*said, _text(config), _text(calendar))))


def parsed(config: Path) -> dict[str, Any]:
    """Return what a configuration says, unchecked; nothing where there is none. ValueError where it is no TOML."""
    return tomllib.loads(_text(config))


def _text(path: Path | None) -> str:
    try:
        with path.open("rb") if path else io.BytesIO() as file:
            return file.read(LONGEST).decode("utf-8", errors="replace")
    except OSError:
        return ""
