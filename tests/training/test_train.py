"""Do the same labels give the same weights, byte for byte, and does what was left out stay unseen?"""

import os
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest

from monitor.judging.claims import weights as kept
from tests.needed import absent
from tests.training import tiny

ROOT = Path(__file__).resolve().parents[2]
CLASSES = {"published": "published", "publish": "published", "weeks": "weeks", "talks": "talks"}
MAKING = """
import sys
from pathlib import Path
from tests.training.test_train import make
make([Path(name) for name in sys.argv[2:]], Path(sys.argv[1]))
"""


@pytest.fixture(autouse=True)
def _learning() -> None:
    if find_spec("sklearn") is None:
        absent("scikit-learn is not installed (pip install '.[training]')")


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, ...]:
    return tuple(tiny.write(tmp_path / name, tiny.answers(name)) for name in ("a", "b", "c", "d"))


def make(folders: Iterable[Path], into: Path) -> None:
    from training import gathering, train  # noqa: PLC0415

    pairs = gathering.gathered(tuple(folders), {})
    train.write(train.learned(pairs, CLASSES), into, train.head(date(2031, 6, 1), pairs, ["a note"]))


def held(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_the_same_sets_give_the_same_bytes(folders: tuple[Path, ...], tmp_path: Path) -> None:
    make(folders, tmp_path / "out")
    words = [sys.executable, "-c", MAKING, str(tmp_path / "other"), *map(str, folders)]
    subprocess.run(words, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "1"}, check=True)
    first, again = held(tmp_path / "out"), held(tmp_path / "other")
    assert list(first) == ["claims.tsv", "quotes.tsv", "relations.tsv", "words.tsv"]
    assert first == again
    read = kept.read(tmp_path / "out")
    assert read.classes == CLASSES
    assert read.claims.columns == kept.CLAIMS
    assert len(read.claims.rows) > 20
    head = first["claims.tsv"].decode().splitlines()[:3]
    assert head == [
        "# made on 2031-06-01 by training/train.py of 128 pairs with 128 claims",
        "# sets: a, b, c, d",
        "# a note",
    ]


def test_what_is_left_out_is_left_out_with_its_documents_in_other_sets(
    folders: tuple[Path, ...], tmp_path: Path
) -> None:
    from training import gathering  # noqa: PLC0415
    from training.fitting import sentences  # noqa: PLC0415
    from training.leaving import without  # noqa: PLC0415

    shared = tiny.write(tmp_path / "e", tiny.answers("e") | tiny.answers("a"))
    every = sentences(gathering.gathered((*folders, shared), {}), CLASSES)
    rest = without(every, "a")
    assert {p.set for p in rest.pairs} == {"b", "c", "d", "e"}
    assert not any(p.version.document.key.startswith("a-") for p in rest.pairs)
    assert len(rest.pairs) == 128
    assert rest.rows.shape[0] == len(rest.sets) == len(rest.says["done"]) == 3 * 128
    assert {p.set for p in every.pairs} == {"a", "b", "c", "d", "e"}, "it is as it was"


def test_two_sets_of_one_name_are_refused(folders: tuple[Path, ...]) -> None:
    from training import gathering  # noqa: PLC0415

    with pytest.raises(ValueError, match="two sets of one name: a"):
        gathering.gathered((*folders, folders[0]), {})


def texts() -> Iterator[str]:
    chance = random.Random(7)
    known = [
        f"{a}{b}{c}"
        for a in "bdfgklmnp"
        for b in ("al", "ol", "in", "un")
        for c in ("e", "y", "o", "a", "ing", "s", "ed")
    ]
    for _ in range(300):
        yield " ".join(chance.choices(known, k=40))


def test_words_are_put_in_the_same_classes_again() -> None:
    from training.words import classes  # noqa: PLC0415

    first, again = classes(texts()), classes(texts())
    assert first == again
    assert list(first) == list(again)
    assert all(name == words[0] for name, words in first.items())
    words = [word for of in first.values() for word in of]
    assert len(words) == len(set(words)) > 240


def test_the_day_is_handed_in_and_no_clock_is_read() -> None:
    from training import train  # noqa: PLC0415

    assert train.head(date(2031, 6, 1), (), ())[0].startswith("made on 2031-06-01 ")
    with pytest.raises(SystemExit):
        train.main([])
