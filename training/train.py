"""Make the weights from labelled sets: `python -m training.train [--corpus FILE] FOLDER... --into FOLDER`.

The same sets give the same bytes. `--without SET` leaves a set out, to be measured on; `score.py` in benchmarks does
that for each set in turn.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from monitor.claims.weights import Table, Weights
from training.fitting import learn, sentences
from training.labels import Pair, read_documents, read_set
from training.words import classes

TABLES = Path(__file__).resolve().parents[1] / "monitor" / "claims"


def main(words: Sequence[str] | None = None) -> int:
    """Write the tables of weights; return 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", help="sets of labels")
    parser.add_argument("--corpus", type=Path, required=True, help="a spool file: words are classed by it")
    parser.add_argument("--into", type=Path, default=TABLES, help="where the tables are written")
    parser.add_argument("--without", action="append", default=[], help="a set to leave out")
    given = parser.parse_args(words)
    folders = [folder for folder in given.folders if folder.name not in given.without]
    weights, pairs = learned(folders, given.corpus)
    write(weights, given.into, [f"learned from {len(pairs)} pairs of: {', '.join(f.name for f in folders)}"])
    return 0


def learned(folders: Sequence[Path], corpus: Path) -> tuple[Weights, tuple[Pair, ...]]:
    """Return the weights that some sets teach, and the pairs of those sets."""
    documents = read_documents(corpus)
    pairs = tuple(pair for folder in folders for pair in read_set(folder, documents))
    texts = (passage.text for document in documents.values() for passage in document.passages)
    named = {word: name for name, of in classes(texts).items() for word in of}
    return learn(sentences(pairs, named), [folder.name for folder in folders], named), pairs


def write(weights: Weights, folder: Path, notes: Sequence[str]) -> None:
    """Write the three tables, with notes at the head of the table of claims."""
    folder.mkdir(parents=True, exist_ok=True)
    by_class: dict[str, list[str]] = {}
    for word, name in weights.classes.items():
        by_class.setdefault(name, []).append(word)
    lines = [" ".join((name, *words)) for name, words in sorted(by_class.items())]
    (folder / "words.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    _write(weights.claims, folder / "claims.tsv", notes)
    _write(weights.relations, folder / "relations.tsv", notes)


def _write(table: Table, file: Path, notes: Sequence[str]) -> None:
    rows: Mapping[str, tuple[int, ...]] = table.rows
    lines = [f"# {note}" for note in notes]
    lines.append("\t".join(("feature", *table.columns)))
    lines += ["\t".join((name, *map(str, rows[name]))) for name in sorted(rows)]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
