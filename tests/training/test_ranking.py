"""Do readers' quotes teach which of a document's sentences is the decisive one?"""

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.needed import absent
from tests.training import tiny
from training.labels import read_set


def test_the_quote_of_a_pair_is_found_by_its_number_or_its_text(tmp_path: Path) -> None:
    folder = tiny.write(tmp_path / "a", tiny.answers("a"))
    assert {pair.quoted for pair in read_set(folder, {})} == {(False, True, False)}
    row = ("a-published-0", "lamp-report", "", "delivers", "", 2, "harbour 0 has its own lamp")
    tiny.rows(folder / "agreed.csv", f"{tiny.AGREED},quote", [row])
    (pair,) = read_set(folder, {})
    assert pair.quoted == (False, False, True), "the text goes before the number"
    tiny.rows(folder / "agreed.csv", tiny.AGREED, [(*row[:5], "1 3")])
    (pair,) = read_set(folder, {})
    assert pair.quoted == (True, False, True)


def test_what_quoted_sentences_have_in_common_weighs_for_its_relation() -> None:
    if find_spec("sklearn") is None:
        absent("scikit-learn is not installed (pip install '.[training]')")
    from training.ranking import Choice, ranked  # noqa: PLC0415

    named, early = {"named": 1.0}, {"early": 1.0}
    choices = [
        *(Choice((named, early), (True, False), "progress") for _ in range(20)),
        *(Choice((named, early), (False, True), "delays") for _ in range(20)),
        *(Choice((early, named, {}), (False, True, True), "progress") for _ in range(5)),
    ]
    names, weights = ranked(choices, ("delays", "progress", "weakens"))
    assert names == ["early", "named"]
    assert weights.shape == (2, 3)
    late, moving, _ = weights.T
    assert late[0] > late[1]
    assert moving[1] > moving[0]
    again, same = ranked(choices, ("delays", "progress", "weakens"))
    assert again == names
    assert same == pytest.approx(weights, abs=0)
