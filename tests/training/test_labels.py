"""Are labels read as they were given: to the right sentence, of the right document, and of no pair that nobody read?"""

from functools import cache
from pathlib import Path

import pytest

from monitor.model.documents import Document
from monitor.registers import load
from tests.training import tiny
from training import gathering
from training.labels import Label, read_set

KEY = ("lamp-report", "a-published-0")


def test_a_number_is_that_of_the_sentence_in_the_answer_and_counts_no_question(tmp_path: Path) -> None:
    (pair, *_) = read_set(tiny.write(tmp_path / "a", tiny.answers("a")), {})
    assert [m.text for m in pair.mentions][1] == "The lamp report was published on 2 June 2031."
    assert pair.labels == ((), (Label("done", "", ""),), ())
    assert (pair.relation, pair.also) == ("delivers", frozenset())


def test_documents_that_may_not_be_copied_are_found_by_their_keys(tmp_path: Path) -> None:
    documents = tiny.answers("a")
    copied, found = (
        tiny.write(tmp_path / "one" / "a", documents),
        tiny.write(tmp_path / "two" / "a", documents, beside=False),
    )
    more = documents | tiny.answers("never-labelled")
    assert {p.version.document.key: p for p in read_set(copied, {})} == {
        p.version.document.key: p for p in read_set(found, more)
    }


def test_a_document_that_is_nowhere_is_told_by_its_key(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="a-aims-0"):
        read_set(tiny.write(tmp_path / "a", tiny.answers("a"), beside=False), {})


def test_a_text_is_found_wherever_it_stands_and_goes_before_a_number(tmp_path: Path) -> None:
    folder = tiny.write(tmp_path / "a", tiny.answers("a"))
    said = "Harbour 0 has its own lamp."
    tiny.rows(folder / "claims.csv", f"{tiny.CLAIMS},sentence", [(*reversed(KEY), "named", "", "", 1, said.upper())])
    (pair, *_) = read_set(folder, {})
    assert pair.labels == ((), (), (Label("named", "", ""),))


@pytest.mark.parametrize("whole", [True, False])
def test_a_pair_without_a_row_teaches_nothing_but_where_the_set_was_read_whole(tmp_path: Path, *, whole: bool) -> None:
    folder = tiny.write(tmp_path / "a", tiny.answers("a"))
    tiny.rows(folder / "agreed.csv", tiny.AGREED, [(*reversed(KEY), "", "delivers", "", 2)])
    if whole:
        tiny.rows(folder / "labels.csv", "key,commitment", [])
    pairs = read_set(folder, {})
    assert len(pairs) == (32 if whole else 1)
    assert {p.relation for p in pairs} == ({"delivers", None} if whole else {"delivers"})


HELD_BACK = gathering.ROOT / "training" / "held_back"
OWN = (*gathering.own(), *(folder for folder in sorted(HELD_BACK.iterdir()) if gathering.is_set(folder)))


@cache
def corpus() -> dict[str, Document]:
    return gathering.corpus(gathering.BESIDE)


@pytest.mark.parametrize("folder", OWN, ids=lambda f: f.name)
def test_our_own_sets_hold_nobodys_text(folder: Path) -> None:
    register = load((folder / "register.yaml").read_text(encoding="utf-8"), folder.name)
    if (folder / "documents.jsonl").exists():
        assert folder.name.startswith("invented")
        return
    links = [link for c in register.commitments for m in c.milestones for link in (*c.said_in, *m.said_in)]
    assert [link.quote for link in links if link.quote] == []
    for name, columns in (("claims.csv", tiny.CLAIMS), ("agreed.csv", tiny.AGREED)):
        assert (folder / name).read_text(encoding="utf-8").split("\n", 1)[0] == columns


@pytest.mark.parametrize("folder", OWN, ids=lambda f: f.name)
def test_every_row_of_our_own_sets_is_of_a_pair_and_says_what_the_guide_knows(folder: Path) -> None:
    documents = corpus()
    if not gathering.readable([folder], documents):
        pytest.skip("the corpus does not lie beside the project")
    labelled = [line for line in (folder / "agreed.csv").read_text(encoding="utf-8").splitlines()[1:] if line]
    pairs = read_set(folder, documents)
    assert {p.relation for p in pairs} <= {
        "delivers", "supersedes", "weakens", "delays", "announces", "progress", "mentions-only", "asks-about", "none",
    }  # fmt: skip
    assert len({(p.version.document.key, p.commitment.id) for p in pairs}) >= len(labelled) * 0.9
    said = {label.says for p in pairs for labels in p.labels for label in labels}
    assert said <= {"done", "part-done", "under-way", "will", "late", "refused", "replaced", "named"}
    assert len(said) >= 5
