"""How do a register's rows become bytes, and the same rows again? Promises are left out: the register has them."""

import hashlib
import json
import zlib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from pydantic import TypeAdapter

from monitor.judging.rulebook import fingerprint
from monitor.model.boards import Row
from monitor.model.commitments import Register

_LEFT_OUT: Any = {"__all__": {"commitment": True, "milestones": {"__all__": {"milestone"}}}}
_ROOMS = ("model", "status", "pipeline")
"""The folders, beside those of the rules, on whose code it depends what stands in a row, and how it is packed."""


def pack(rows: Sequence[Row]) -> bytes:
    """Return rows as bytes."""
    named = [[row.commitment.id, *(m.milestone.id for m in row.milestones)] for row in rows]
    said = _adapter().dump_python(tuple(rows), mode="json", exclude=_LEFT_OUT)
    return zlib.compress(json.dumps([named, said], separators=(",", ":")).encode(), level=1)


def unpack(register: Register, packed: bytes) -> tuple[Row, ...]:
    """Return the rows that were packed, of a register's promises; raises ValueError where they can't be those."""
    promises = {promise.id: promise for promise in register.commitments}
    try:
        named, said = json.loads(zlib.decompress(packed))
        for (id_, *milestones), row in zip(named, said, strict=True):
            row["commitment"] = promises[id_]
            for milestone, of in zip(milestones, row["milestones"], strict=True):
                of["milestone"] = promises[id_].milestone(milestone)
    except (zlib.error, LookupError, TypeError) as wrong:
        raise ValueError("these are no rows of the register") from wrong
    return _adapter().validate_python(said)


@cache
def code() -> str:
    """Return a hash of the code by which boards are worked out: what another version of it worked out is not taken."""
    house = resources.files("monitor")
    files = [f for room in _ROOMS for f in house.joinpath(room).iterdir() if f.name.endswith(".py")]
    said = b"\0".join(f.read_bytes() for f in sorted(files, key=lambda f: (f.name, str(f))))
    return hashlib.sha256(fingerprint().encode() + said).hexdigest()[:32]


@cache
def _adapter() -> TypeAdapter[tuple[Row, ...]]:
    return TypeAdapter(tuple[Row, ...])
