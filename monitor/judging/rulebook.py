"""By which rules was something judged? What was read by other rules than today's is read again."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import resources

_RULES = ("deadlines", "judging", "judging/claims", "judging/english", "judging/matching")
"""The folders on whose code and weights, with how sentences are cut, the evidence found in a document depends."""


def interest(said: Iterable[str]) -> str:
    """Return what stands for registers, and whatever else they depend on, read by these rules: as texts."""
    return hashlib.sha256("\0".join((fingerprint(), *said)).encode()).hexdigest()[:32]


@cache
def fingerprint() -> str:
    """Return a hash of the rules as they stand in the code: equal for equal rules, on every machine."""
    house = resources.files("monitor")
    files = [house / "model" / "sentences.py"]
    for room in _RULES:
        files += sorted(
            (f for f in house.joinpath(*room.split("/")).iterdir() if f.name.endswith((".py", ".tsv"))),
            key=lambda f: f.name,
        )
    return hashlib.sha256(b"\x00".join(f.read_bytes() for f in files)).hexdigest()
