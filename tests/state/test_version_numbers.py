"""Under which number does a version stand?"""

import pytest

from state.document_rows import numbered


@pytest.mark.parametrize(
    ("held", "wanted", "fingerprint", "number"),
    [
        pytest.param({}, 1, "a", 1, id="the first of all"),
        pytest.param({1: "a"}, 2, "b", 2, id="the next one"),
        pytest.param({1: "a"}, 1, "a", 1, id="held already"),
        pytest.param({1: "a", 2: "b"}, 1, "a", 1, id="held already, and superseded since"),
        pytest.param({1: "a"}, 2, "a", 1, id="the same words as the last"),
        pytest.param({1: "a", 2: "b"}, 2, "a", 1, id="the same words as the one before"),
        pytest.param({1: "a", 2: "b"}, 3, "a", 3, id="the first words again"),
        pytest.param({1: "a"}, 1, "b", 2, id="somebody was quicker"),
        pytest.param({1: "a", 2: "b", 3: "c"}, 1, "b", 2, id="somebody was quicker, and it was moved behind them"),
        pytest.param({1: "a", 2: "b", 3: "c", 4: "d"}, 2, "c", 3, id="it was moved, and superseded since"),
        pytest.param({1: "a", 2: "b", 3: "a", 4: "b"}, 1, "b", 2, id="it was moved, and its words came again since"),
        pytest.param({1: "a", 2: "b", 3: "a", 4: "c"}, 4, "b", 5, id="not taken for an older one that reads the same"),
    ],
)
def test_a_version_stands_under_its_number_unless_it_is_held_or_taken(
    held: dict[int, str], wanted: int, fingerprint: str, number: int
) -> None:
    assert numbered(held, wanted, fingerprint) == number
