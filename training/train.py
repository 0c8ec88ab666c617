"""Make the weights from labelled sets: `python -m training.train --day DAY [FOLDER...]`, or `make train`.

All sets of training/sets are learned from, those of gold2 and gold where they lie beside the project, and any further
folder that is named. Words are classed anew by the corpus beside; where there is none, the classes stay as they are,
and sets without documents of their own are left out. The same sets give the same bytes; a line of progress goes to
stderr, and the last line of stdout is a JSON object.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from threadpoolctl import threadpool_limits

from monitor.judging.claims import weights as kept
from monitor.judging.claims.weights import Table, Weights
from monitor.model.documents import Document
from training import gathering
from training.fitting import learn, sentences
from training.labels import Pair
from training.words import classes

TABLES = gathering.ROOT / "monitor" / "judging" / "claims"
_LINE = 118
_TOLD = ("bearing_kappa", "bearing_precision", "relation", "quote", "false_deliveries", "false_moves")
"""The figures of `make score` that stand at the head of the table."""


def main(words: Sequence[str] | None = None) -> int:
    """Write the tables of weights; return 0, or 2 where that would replace those shipped by what few sets teach."""
    given = _parser().parse_args(words)
    documents = gathering.corpus(given.shared)
    if not documents and given.into == TABLES:
        _say("the corpus that most sets are of is not there: name another place for the tables (--into FOLDER)")
        return 2
    every = (*gathering.own(), *gathering.beside(given.shared), *given.folders)
    folders = [f for f in gathering.readable(every, documents) if f.name not in given.without]
    _say(f"{len(folders)} of {len(every)} sets; reading")
    pairs = gathering.gathered(folders, documents)
    with threadpool_limits(1):
        named = classed(documents) if documents else kept.shipped().classes
        _say(f"{len(pairs)} pairs; learning")
        weights = learned(pairs, named)
    figures = _figures(given.figures) if given.figures else ()
    write(weights, given.into, head(given.day, pairs, (*figures, *given.note)))
    counted = {"sets": len(folders), "pairs": len(pairs)}
    sys.stdout.write(f"{json.dumps(counted | {'rows': len(weights.claims.rows), 'words': len(named)})}\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="training.train", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*", help="further sets of labels")
    parser.add_argument("--day", type=date.fromisoformat, required=True, help="told at the head of the table")
    parser.add_argument("--shared", type=Path, default=gathering.BESIDE, help="holds gold2/, gold/ and corpus/")
    parser.add_argument("--into", type=Path, default=TABLES, help="where the tables are written")
    parser.add_argument("--without", action="append", default=[], metavar="SET", help="a set to leave out")
    parser.add_argument("--figures", type=Path, help="what `make score` printed: its last line is told at the head")
    parser.add_argument("--note", action="append", default=[], help="a further line at the head of the table")
    return parser


def learned(pairs: Sequence[Pair], named: Mapping[str, str]) -> Weights:
    """Return the weights that the pairs of some sets teach; `named`: the class of each common word."""
    return learn(sentences(pairs, named), tuple(dict.fromkeys(pair.set for pair in pairs)), named)


def classed(documents: Mapping[str, Document]) -> dict[str, str]:
    """Return the class of each common word of a corpus."""
    texts = (passage.text for document in documents.values() for passage in document.passages)
    return {word: name for name, of in classes(texts).items() for word in of}


def head(day: date, pairs: Sequence[Pair], notes: Sequence[str]) -> list[str]:
    """Return what stands at the head of the table of claims: the day, the sets, and the figures."""
    claims = sum(len(labels) for pair in pairs for labels in pair.labels)
    names = ", ".join(dict.fromkeys(pair.set for pair in pairs))
    return [
        f"made on {day.isoformat()} by training/train.py of {len(pairs)} pairs with {claims} claims",
        *_wrapped(f"sets: {names}"),
        *(line for note in notes for line in _wrapped(note)),
    ]


def _wrapped(text: str) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= _LINE:
            lines.append("  ")
        lines[-1] += word if not lines[-1].strip() else f" {word}"
    return lines


def _figures(file: Path) -> tuple[str, ...]:
    """Return the figures of a run of `make score`, as one line; nothing of one that scored text that it had seen."""
    said = json.loads(file.read_text(encoding="utf-8").rstrip().rsplit("\n", 1)[-1])
    if said["weights"] != "unseen" or said["together"] is None:
        raise SystemExit(f"{file.name}: these figures are not of sets that were left out")
    told = ", ".join(f"{name.replace('_', ' ')} {said['together'][name]}" for name in _TOLD)
    return (f"figures, each set left out in turn, {len(said['sets'])} sets together: {told}",)


def write(weights: Weights, folder: Path, notes: Sequence[str]) -> None:
    """Write the four tables, with notes at the head of the table of claims."""
    folder.mkdir(parents=True, exist_ok=True)
    by_class: dict[str, list[str]] = {}
    for word, name in weights.classes.items():
        by_class.setdefault(name, []).append(word)
    _put(folder / "words.tsv", [" ".join((name, *words)) for name, words in sorted(by_class.items())])
    _put(folder / "claims.tsv", [*(f"# {note}" for note in notes), *_lines(weights.claims)])
    for name, table in (("relations", weights.relations), ("quotes", weights.quotes)):
        _put(folder / f"{name}.tsv", ["# made with claims.tsv", *_lines(table)])


def _lines(table: Table) -> list[str]:
    rows: Mapping[str, tuple[int, ...]] = table.rows
    return [
        "\t".join(("feature", *table.columns)),
        *("\t".join((name, *map(str, rows[name]))) for name in sorted(rows)),
    ]


def _put(file: Path, lines: Sequence[str]) -> None:
    file.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _say(what: str) -> None:
    sys.stderr.write(f"{what}\n")


if __name__ == "__main__":
    sys.exit(main())
