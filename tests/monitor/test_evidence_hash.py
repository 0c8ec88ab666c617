"""Are pieces of evidence told apart, and equal ones found, though their hash looks at few of their words?"""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from monitor.model.evidence import Relation
from tests import builders as b


def test_equal_pieces_are_one_and_each_field_parts_two() -> None:
    piece = b.evidence()
    assert {piece: 1}[b.evidence()] == 1
    others: dict[str, Any] = {
        "relation": Relation.DELAYS,
        "strength": 0.1,
        "reasons": (),
        "moved_to": b.due(),
        "happened_on": date.max,
    }
    cited: dict[str, Any] = {"document": replace(piece.document, version=2)}
    for field in fields(piece):
        said = (others | cited).get(field.name, "another")
        altered = replace(piece, **{field.name: said})
        assert len({piece, altered}) == 2
