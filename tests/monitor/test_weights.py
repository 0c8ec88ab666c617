"""Are the stored weights whole, and does the same text give the same answer on every machine?"""

import os
import subprocess
import sys
from decimal import Decimal, localcontext
from importlib import resources
from pathlib import Path

import pytest

from monitor.judging.claims.weights import _LIMITS, BIAS, CLAIMS, WHOLE, Table, chance, shipped
from monitor.judging.comparison import BEARS
from monitor.model.evidence import Relation

ROOT = Path(__file__).resolve().parents[2]
TABLES = {"claims": shipped().claims, "relations": shipped().relations}


@pytest.mark.parametrize("name", TABLES)
def test_every_weight_is_a_whole_number_and_every_row_has_one_for_each_column(name: str) -> None:
    table = TABLES[name]
    assert BIAS in table.rows
    assert {len(row) for row in table.rows.values()} == {len(table.columns)}
    assert {type(weight) for row in table.rows.values() for weight in row} == {int}
    assert max(abs(weight) for row in table.rows.values() for weight in row) < 12 * WHOLE


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_its_rows_in_order_and_each_once(name: str) -> None:
    text = resources.files("monitor.judging.claims").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")][1:]
    names = [name for name, *_ in rows]
    assert names == sorted(set(names))
    assert all(str(int(weight)) == weight for _, *weights in rows for weight in weights)


def test_the_columns_are_those_that_are_asked_for() -> None:
    assert shipped().claims.columns == CLAIMS
    assert set(shipped().relations.columns) == {*(r.value for r in Relation), BEARS}


def test_a_chance_never_falls_as_odds_rise_and_is_what_the_formula_gives() -> None:
    limits = [_limit(n) for n in range(WHOLE)]
    for odds in range(-9_000, 9_001):
        given = chance(odds)
        assert given == sum(1 for limit in limits[max(0, given - 2) : given + 2] if limit <= odds) + max(0, given - 2)
    assert [chance(odds) for odds in (-(10**9), 0, 10**9)] == [0, WHOLE // 2, WHOLE]
    assert list(_LIMITS) == sorted(_LIMITS)


def _limit(n: int) -> int:
    """The least log odds in thousandths whose chance is rounded past n thousandths, worked out to fifty digits."""
    with localcontext() as exact:
        exact.prec = 50
        border = 1000 * (Decimal(2 * n + 1) / Decimal(2 * WHOLE - 2 * n - 1)).ln()
        return int(border.to_integral_value())


def test_no_limit_is_so_near_a_border_of_rounding_that_a_machine_could_round_it_otherwise() -> None:
    with localcontext() as exact:
        exact.prec = 50
        for n in range(WHOLE):
            border = 1000 * (Decimal(2 * n + 1) / Decimal(2 * WHOLE - 2 * n - 1)).ln()
            half = abs(border - border.to_integral_value(rounding="ROUND_FLOOR") - Decimal("0.5"))
            assert half > Decimal("1e-9"), f"{n}: {border}"
            assert _LIMITS[n] == int(border.to_integral_value())


def test_amounts_weigh_in_whole_thousandths() -> None:
    table = Table(("a",), {BIAS: (10,), "half": (101,), "minus": (-101,)})
    assert table.weighed({"half": 500}) == (60,)
    assert table.weighed({"minus": 500}) == (-41,), "rounded down, as Python's whole division does everywhere"
    assert table.weighed({"unknown": 500}) == table.sums(["unknown"]) == (10,)


def test_the_classes_of_words_are_many_and_each_word_is_in_one() -> None:
    text = resources.files("monitor.judging.claims").joinpath("words.tsv").read_text(encoding="utf-8")
    lines = [line.split(" ") for line in text.splitlines() if not line.startswith("#")]
    words = [word for _, *of in lines for word in of]
    assert len(words) == len(set(words)) == len(shipped().classes) > 5_000
    assert [name for name, *_ in lines] == sorted({name for name, *_ in lines})
    assert 50 < len(lines) < 1_000
    assert all(name in of for name, *of in lines), "a class is called by one of its words"
    assert not [word for word in words if not word or word != word.lower() or word.strip() != word]
    together = (("publish", "launch"), ("spring", "autumn"), ("january", "march"), ("weeks", "months"))
    assert [pair for pair in together if len({shipped().classes[word] for word in pair}) > 1] == []


JUDGING = """
from datetime import date
from monitor.reports import shapes
from monitor.model.dossiers import Weighed
from monitor.judging.judge import judge
from monitor.judging.matching.matcher import Matcher
from monitor.registers import SHIPPED, load, shipped
from tests import builders as b
matcher = Matcher(load(shipped(), SHIPPED).commitments)
names = [c.watch.names[0] for c in load(shipped(), SHIPPED).commitments if c.watch.names]
said = ["The {} will be published later this year.", "We aim to publish the {} in due course.",
        "Work on the {} is under way: it has cost 3.5 million pounds.", "The {} was published on 3 June 2026."]
for n, text in enumerate(said):
    answer = b.answer(" ".join(text.format(name) for name in names), date(2026, 6, 20), f"q{n}")
    print(shapes.as_json(shapes.evidence_shape(Weighed(e, None) for e in judge(matcher, b.version(answer)))))
"""


def test_the_same_text_is_judged_alike_whatever_the_order_of_sets() -> None:
    told = [
        subprocess.run(
            [sys.executable, "-c", JUDGING], cwd=ROOT, check=True, capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
        ).stdout
        for seed in "010"
    ]  # fmt: skip
    assert len(told[0]) > 2_000
    assert told[0] == told[1] == told[2]
