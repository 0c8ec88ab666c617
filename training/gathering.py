"""Which sets of labels are there to learn from? Our own, and those that lie beside the project."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from monitor.model.documents import Document
from training.labels import Pair, read_documents, read_set

ROOT = Path(__file__).resolve().parents[1]
OWN = ROOT / "training" / "sets"
BESIDE = ROOT.parent / "shared"
_CORPUS = Path("corpus") / "written-answers.jsonl.gz"


def is_set(folder: Path) -> bool:
    return (folder / "agreed.csv").is_file() and (folder / "claims.csv").is_file()


def own() -> tuple[Path, ...]:
    """Return the sets of labels of the project, by their names."""
    return tuple(folder for folder in sorted(OWN.iterdir()) if is_set(folder))


def beside(shared: Path) -> tuple[Path, ...]:
    """Return the sets that lie beside the project: those of gold2 by their names, then gold; none where none do."""
    folders = (*(sorted((shared / "gold2").iterdir()) if (shared / "gold2").is_dir() else ()), shared / "gold")
    return tuple(folder for folder in folders if is_set(folder))


def corpus(shared: Path) -> dict[str, Document]:
    """Return the documents of the corpus by their keys; none where it is not there."""
    file = shared / _CORPUS
    return read_documents(file) if file.is_file() else {}


def readable(folders: Sequence[Path], documents: Mapping[str, Document]) -> tuple[Path, ...]:
    """Return the sets whose documents are there: their own, or those of the corpus."""
    return tuple(folder for folder in folders if documents or (folder / "documents.jsonl").is_file())


def gathered(folders: Sequence[Path], documents: Mapping[str, Document]) -> tuple[Pair, ...]:
    """Return the pairs of some sets. Raises ValueError for two of one name, KeyError for no document."""
    names = [folder.name for folder in folders]
    if len(set(names)) < len(names):
        raise ValueError(f"two sets of one name: {', '.join(sorted(n for n in set(names) if names.count(n) > 1))}")
    return tuple(pair for folder in folders for pair in read_set(folder, documents))
