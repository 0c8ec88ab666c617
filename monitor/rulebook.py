"""By which rules was something judged? What was read by other rules than today's is read again."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import resources

_RULES = (
    "matching",
    "watchwords",
    "leads",
    "tokens",
    "sentences",
    "near",
    "asserting",
    "listing",
    "moods",
    "dating",
    "relations",
    "speaking",
    "expecting",
    "judging",
)
"""The rooms on whose text the evidence found in a document depends."""


def interest(said: Iterable[str]) -> str:
    """Return what stands for registers, and whatever else they depend on, read by these rules: as texts."""
    return hashlib.sha256("\0".join((fingerprint(), *said)).encode()).hexdigest()[:32]


@cache
def fingerprint() -> str:
    """Return a hash of the rules as they stand in the code: equal for equal rules, on every machine."""
    room = resources.files("monitor")
    rooms = [room / f"{name}.py" for name in _RULES]
    rooms += sorted((r for r in (room / "deadlines").iterdir() if r.name.endswith(".py")), key=lambda r: r.name)
    return hashlib.sha256(b"\x00".join(r.read_bytes() for r in rooms)).hexdigest()
