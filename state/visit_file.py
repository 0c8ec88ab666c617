"""What is kept of the reader's own from one visit of the dashboard to the next? Not part of what is recorded."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from platformdirs import user_state_path

_MOST = 1_000_000
"""Bytes of the file beyond which it is not ours."""


def visit_place() -> Path:
    """Return the file in the user's own folder for such things; it need not exist."""
    return user_state_path("bywhen", appauthor=False) / "dashboard.json"


def read_visits(place: Path) -> dict[str, Any]:
    """Return what is kept, by name; empty where nothing is, or where it can't be read."""
    try:
        with place.open(encoding="utf-8") as file:
            found = json.loads(file.read(_MOST))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def keep_visits(place: Path, kept: Mapping[str, Any]) -> bool:
    """Keep values, by name, in place of those before; return whether they could be kept."""
    made = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        made.write_text(json.dumps(kept, sort_keys=True), encoding="utf-8")
        made.replace(place)
    except OSError:
        with suppress(OSError):
            made.unlink()
        return False
    return True
