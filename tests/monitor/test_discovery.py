"""What do ministers undertake that no register has, in which order, and is the entry drafted of it sound?"""

import gzip
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from monitor.judging.matching.matcher import Matcher
from monitor.model.commitments import Register
from monitor.model.documents import Document, Passage, read_spool
from monitor.registers import examine, load, shipped
from monitor.registers.discovery import Undertaking, discover, ranked, undertakings
from monitor.registers.drafting import draft
from monitor.registers.yaml_writing import as_yaml, whole
from tests import builders as b

ON = date(2031, 6, 16)
CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "written-answers.jsonl.gz"
COOPER = load(shipped(), "shipped")


def found(*documents: Document, matcher: Matcher | None = None) -> tuple[Undertaking, ...]:
    return discover((b.version(d) for d in documents), [matcher] if matcher else [])


def sentences(*documents: Document, matcher: Matcher | None = None) -> list[str]:
    return [u.sentence for u in found(*documents, matcher=matcher)]


def test_only_who_speaks_for_the_government_undertakes_anything() -> None:
    said = "We will publish a plan by May."
    assert sentences(b.answer(said, ON)) == [said]
    assert sentences(b.speech(said, ON)) == [said]
    assert sentences(b.speech(said, ON, post=None)) == []
    assert sentences(b.speech(said, ON, post="Shadow Minister for Lighthouses")) == []
    assert sentences(b.answer("Nothing is planned.", ON, question=said)) == []


def test_a_holding_answer_undertakes_nothing() -> None:
    assert sentences(b.answer("We will publish a plan by May.", ON, holding=True)) == []


def test_what_a_register_has_already_is_not_discovered_again() -> None:
    text = "We will publish the lamp report by May. We will consult on foghorns this autumn."
    matcher = Matcher([b.commitment()])
    assert sentences(b.answer(text, ON), matcher=matcher) == ["We will consult on foghorns this autumn."]


def test_what_has_a_date_comes_first_and_what_is_only_intended_after_what_is_willed() -> None:
    text = (
        "We will consult on foghorns. We will publish a plan in due course. We plan to publish a map by July 2031. "
        "We will lay the order by September 2031."
    )
    kinds = [(u.kind, u.deed.firm) for u in found(b.answer(text, ON))]
    assert kinds == [("dated", True), ("dated", False), ("indefinite", True), ("undated", True)]


def test_the_same_words_given_to_several_questions_are_one_undertaking() -> None:
    said = "We will publish a plan by May."
    (one,) = found(*(b.answer(said, ON, f"q{n}") for n in range(3)))
    assert (one.version.document.key, one.also_in) == ("q0", 2)


def test_only_the_newest_version_of_a_document_counts() -> None:
    old = b.version(b.answer("We will publish a plan by May.", ON))
    new = b.version(b.answer("We will publish a plan by July.", ON), number=2)
    for order in ((old, new), (new, old)):
        assert [u.sentence for u in discover(order, [])] == ["We will publish a plan by July."]


def test_the_window_counts_from_the_day_it_was_said() -> None:
    (one,) = found(b.answer("We will publish a plan within three months.", ON))
    assert one.due is not None
    assert (one.due.said, one.due.latest) == ("within three months", date(2031, 9, 16))


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("We will explore new routes in 2032 and we will publish a report on lamps.", None),
        ("The inquiry reports by July 2031 and we will shortly set out our plans for lamps.", "shortly"),
        ("We will publish a strategy to light the harbours over the next decade.", None),
        ("We will introduce new lamps, with further details to be set out by the end of the year.", None),
        ("We will publish a first study later this year, with another study planned in 2035.", "later this year"),
        (
            "We will set out plans early in the new year and that money will be spent from 2034-35.",
            "early in the new year",
        ),
        ("We will publish more this autumn, followed by the settlement for lamps next year.", "this autumn"),
        (
            "We will publish a draft early next year, before choosing the harbours later in the spring.",
            "early next year",
        ),
        ("We will share an update with harbours in due course.", "in due course"),
        ("We will consult this year on lamps and we will consider foghorns.", "this year"),
        ("We will consult on whether to ban foghorns later in this Parliament.", "later in this Parliament"),
    ],
)
def test_due_words_are_those_of_the_deed_and_not_of_what_stands_beside_it(said: str, due: str | None) -> None:
    (one,) = found(b.answer(said, ON))
    assert (one.due and one.due.said) == due


TEXTS = [
    "We will publish a national lighthouse strategy by Easter 2032.",
    "I will write to the hon. Member.",
    "We will lay 1 thing.",
    "The Government will respond in due course.",
    "We will set out: details, “quotes” & {braces} # not a comment.",
    "A response will be issued as soon as possible.",
    "We will publish the findings in the first half of next year.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_an_entry_drafted_of_it_is_accepted_by_the_check_of_a_register(text: str) -> None:
    (one,) = found(b.answer(text, date(2026, 1, 5)))
    put_in = examine(shipped().rstrip("\n") + "\n" + as_yaml([draft(one, COOPER)]))
    assert isinstance(put_in, Register), put_in
    drafted = put_in.commitments[-1]
    if one.due is not None:
        assert drafted.due is not None
        assert (drafted.due.earliest, drafted.due.latest) == (one.due.earliest, one.due.latest)
    alone = examine(whole([draft(one, COOPER)], "mine", date(2026, 1, 5)))
    assert isinstance(alone, Register), alone


def test_a_drafted_entry_finds_the_sentence_it_was_drafted_from_and_takes_no_id_twice() -> None:
    (one,) = found(b.answer(TEXTS[0], date(2026, 1, 5)))
    first = draft(one, COOPER)
    assert draft(one, COOPER, {first["id"]})["id"] != first["id"]
    register = load(whole([first], "mine", date(2026, 1, 5)), "mine")
    assert [m.commitment.id for m in Matcher(register.commitments).match(one.version)] == [first["id"]]
    assert sentences(one.version.document, matcher=Matcher(register.commitments)) == []


def test_a_draft_names_who_the_source_names_and_says_so_where_it_names_nobody() -> None:
    (named,) = found(b.answer(TEXTS[0], ON))
    register = b.register()
    entry = draft(named, register)
    assert entry["made"] == {"on": ON, "by": "Ada Marsh", "post": "lighthouses"}
    assert "does not name" not in entry["caution"]
    (nobody,) = found(b.document(passages=(Passage("answer", TEXTS[0]),)))
    assert "does not name" in draft(nobody, register)["caution"]


def test_a_thing_that_is_not_told_from_others_lets_no_rule_say_delivered() -> None:
    (one,) = found(b.answer("We will publish a response by May 2032.", ON))
    assert "words" not in draft(one, COOPER)["milestones"][0]["expect"]


def test_every_entry_drafted_of_real_answers_is_accepted_by_the_check() -> None:
    if not CORPUS.is_file():
        pytest.skip("../shared is not here")
    matcher = Matcher(COOPER.commitments)
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        some = [d for _, d in islice(read_spool(lines), 500) if isinstance(d, Document)]
    listed = ranked(u for d in some for u in undertakings(b.version(d), [matcher]))
    entries, taken = [], set[str]()
    for one in listed[:25]:
        entries.append(draft(one, COOPER, taken))
        taken.add(entries[-1]["id"])
    assert len(entries) == 25
    assert isinstance(examine(shipped().rstrip("\n") + "\n" + as_yaml(entries)), Register)
