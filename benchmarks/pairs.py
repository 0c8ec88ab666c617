"""What is said of the pairs of a labelled set, and how right is it? Judged in-process, marked by score_pairs.py."""

import importlib.util
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from monitor.judging.claims.weights import Weights, shipped
from monitor.judging.judge import judge
from monitor.judging.matching.matcher import Matcher
from monitor.model.dossiers import Weighed
from monitor.registers import load
from monitor.reports import shapes
from training import gathering
from training.labels import as_published, read_documents

if TYPE_CHECKING:
    from training.fitting import Sentences

AT_ONCE = 2
_held: list["Sentences"] = []
"""What is learned from, where the processes that learn find it: it is made once, and they are forks of this one."""


def by(folder: Path, weights: Weights) -> str:
    """Return what `evidence --json` would print for the register and the documents of a set, by some weights."""
    matcher = Matcher(load((folder / "register.yaml").read_text(encoding="utf-8"), "register.yaml").commitments)
    versions = map(as_published, read_documents(folder / "documents.jsonl").values())
    found = (piece for version in versions for piece in judge(matcher, version, weights))
    return shapes.as_json(shapes.evidence_shape(Weighed(piece, None) for piece in found))


def unseen(folders: Sequence[Path], shared: Path) -> dict[str, str]:
    """Return what is said of each set by what all other sets teach."""
    from training.fitting import sentences  # noqa: PLC0415  scikit-learn is loaded only where something is learned

    documents = gathering.corpus(shared)
    every = gathering.readable((*gathering.own(), *gathering.beside(shared)), documents)
    _say(f"reading {len(every)} sets")
    _held[:] = [sentences(gathering.gathered(every, documents), shipped().classes)]
    _say(f"learning {len(folders)} times, each without the set that is scored")
    if "fork" not in get_all_start_methods():
        return dict(map(_without, folders))
    with ProcessPoolExecutor(AT_ONCE, mp_context=get_context("fork")) as pool:
        return dict(pool.map(_without, folders))


def _without(folder: Path) -> tuple[str, str]:
    from threadpoolctl import threadpool_limits  # noqa: PLC0415

    from training.leaving import learned_without  # noqa: PLC0415

    with threadpool_limits(1):
        said = by(folder, learned_without(_held[0], folder.name, shipped()))
    _say(f"  {folder.name}")
    return folder.name, said


class Marking:
    """The marking of score_pairs.py, set by set; the figures of some of them together."""

    def __init__(self, tool: Path) -> None:
        spec = importlib.util.spec_from_file_location("score_pairs", tool)
        if spec is None or spec.loader is None:
            raise SystemExit(f"{tool.name} is not there")
        self._tool: Any = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self._tool)
        self._all: Counter[Any] = Counter()
        self._each: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def marked(self, folder: Path, said: str, *, together: bool) -> dict[str, Any]:
        """Print the marks of a set; return its figures. `together`: it counts among those together."""
        with TemporaryDirectory() as home:
            evidence = Path(home) / "evidence.json"
            evidence.write_text(said, encoding="utf-8")
            files = (folder / "agreed.csv", folder / "documents.jsonl", evidence)
            counts, each, wrong = self._tool.count(*self._tool.load(*map(str, files)))
        if together:
            self._add(counts, each)
        name = folder.name if together else f"{folder.name}, by agreed.csv"
        self._tool.show(name, counts, each, wrong)
        figures: dict[str, Any] = self._tool.figures(counts, each)
        return figures

    def _add(self, counts: Counter[Any], each: dict[str, Counter[str]]) -> None:
        self._all += counts
        for relation, of in each.items():
            self._each[relation] += of

    def together(self) -> dict[str, Any]:
        """Print the marks of all that count together; return the figures."""
        each = {relation: self._each[relation] for relation in self._tool.BEARING}
        self._tool.show("together", self._all, each, [])
        figures: dict[str, Any] = self._tool.figures(self._all, each)
        return figures


def _say(what: str) -> None:
    sys.stderr.write(f"{what}\n")
    sys.stderr.flush()
