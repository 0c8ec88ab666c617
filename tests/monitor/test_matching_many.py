"""Does it make no difference among how many commitments one is looked for, nor how quickly?"""

from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.judging.matching.matcher import Matcher
from monitor.model.commitments import Commitment, Watch
from monitor.model.documents import Document, Passage
from monitor.model.sentences import phrase_words, words
from tests import builders as b

SAID = st.sampled_from(["lamp", "lamps", "gas", "report", "tide's", "£5", "1.5", "pilot"])
TEXTS = st.lists(SAID | st.sampled_from([".", ", ", "\n\n", "-", "’s"]), max_size=14).map(" ".join)
WORDS = SAID | st.sampled_from(["lamp*", "re*", "tide"])
PHRASES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
GROUPS = st.lists(PHRASES, min_size=1, max_size=2).map(tuple)
SETS = st.lists(GROUPS, min_size=2, max_size=3).map(tuple)


def few(of: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(of, max_size=2).map(tuple)


WATCHES = st.builds(
    Watch,
    names=few(PHRASES),
    together=st.lists(SETS, max_size=2).map(tuple),
    context=few(WORDS),
    namesakes=few(PHRASES),
)
KNOWN = st.lists(WATCHES, min_size=1, max_size=6).map(
    lambda watches: [b.commitment(f"c{n}", watch=watch) for n, watch in enumerate(watches)]
)
ROLES = st.sampled_from([("question", "answer"), ("text", "text"), ("speech", "speech")])


@st.composite
def papers(draw: st.DrawFn) -> Document:
    passages = tuple(Passage(role, draw(TEXTS)) for role in draw(ROLES))
    return b.document(title=draw(TEXTS), body=None, passages=passages)


def places(phrase: str, text: str) -> list[set[int]]:
    """The numbers of the words that each occurrence of a phrase covers, by trying each place there is."""
    parts, said = phrase_words(phrase), [w.text for w in words(text)]
    return [
        set(range(n, n + len(parts)))
        for n in range(len(said) - len(parts) + 1)
        if all(w.startswith(p[:-1]) if p.endswith("*") else w == p for p, w in zip(parts, said[n:], strict=False))
    ]


def units(paper: Document) -> list[list[str]]:
    """The texts that are read as one: no phrase runs from one into the next, all may count together."""
    said = [p.text for p in paper.passages]
    return {"question": [said], "text": [[paper.title, *said]]}.get(paper.passages[0].role, [[text] for text in said])


def speaks(watch: Watch, paper: Document, unit: list[str]) -> bool:
    def clear(phrase: str) -> bool:
        return any(
            all(place.isdisjoint(taken) for name in watch.namesakes for taken in places(name, text))
            for text in unit
            for place in places(phrase, text)
        )

    everywhere = [paper.title, *chain.from_iterable(units(paper))]
    inside = not watch.context or any(places(phrase, text) for phrase in watch.context for text in everywhere)
    together = any(all(any(map(clear, group)) for group in groups) for groups in watch.together)
    return inside and (any(map(clear, watch.names)) or together)


def found(known: list[Commitment], paper: Document) -> list[tuple[str, tuple[str, ...], float]]:
    matches = Matcher(known).match(b.version(paper))
    return [(m.commitment.id, tuple(p.text for p in m.unit.passages), m.strength) for m in matches]


@settings(max_examples=300, deadline=None)
@given(KNOWN, papers())
def test_many_are_found_where_one_plain_look_at_each_word_finds_them(known: list[Commitment], paper: Document) -> None:
    plainly = [c.id for unit in units(paper) for c in known if speaks(c.watch, paper, unit)]
    assert [name for name, _, _ in found(known, paper)] == plainly


@settings(max_examples=150, deadline=None)
@given(KNOWN, papers())
def test_each_is_found_among_many_as_it_is_found_alone(known: list[Commitment], paper: Document) -> None:
    alone = chain.from_iterable(found([commitment], paper) for commitment in known)
    assert sorted(found(known, paper)) == sorted(alone)
