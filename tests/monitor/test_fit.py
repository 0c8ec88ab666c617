"""Does the help to register-writers say which words are too common, what matches and what nearly does?"""

from datetime import date

import pytest

from monitor.model.commitments import Commitment, Expectation, Watch, WordsExpected
from monitor.registers.fit import Fit, fits
from monitor.registers.proper_names import names_one_thing
from tests import builders as b

ON = date(2031, 6, 16)
TOLD = ("The lamp report is ready.", "Lamps are lit by keepers.", "A keeper counts the ships.", "Nothing of the kind.")


def fit(watch: Watch, *texts: str) -> Fit:
    held = [b.version(b.answer(text, ON, f"q{n}")) for n, text in enumerate(texts)]
    commitment: Commitment = b.commitment(watch=watch)
    documents, (found,) = fits(b.register(commitment), [held[:2], held[2:]])
    assert documents == len(texts)
    return found


def test_what_matches_is_counted_and_shown_with_its_reasons() -> None:
    found = fit(Watch(names=("lamp report",)), *TOLD)
    assert (found.matches, found.nearly, found.common) == (1, 0, ())
    assert [(e.key, e.why) for e in found.matching] == [("q0", "named: “lamp report”")]


def test_a_name_that_stands_in_many_documents_is_too_common() -> None:
    many = [f"The keeper wrote letter {n}." for n in range(12)]
    found = fit(Watch(names=("keeper", "lamp report")), *TOLD, *many)
    assert found.common == (("keeper", 13),)


def test_a_set_of_words_that_brings_much_by_itself_is_too_common_and_one_vouched_for_is_not() -> None:
    many = [f"The keeper of port {n} counts his ships." for n in range(12)]
    sets = ((("keeper*",), ("ships",)), (("lamp",), ("report",)))
    found = fit(Watch(names=("lamp report",), together=sets), *many, *["The lamp report is ready."] * 12)
    assert (found.matches, found.common) == (24, (("keeper* + ships", 12),))


FULL = [f"The Harbour Safety Plan was raised by port {n}, as was the Home Office." for n in range(30)]


def test_the_proper_name_of_one_thing_is_not_too_common_in_a_state_full_of_its_subject() -> None:
    assert fit(Watch(names=("Harbour Safety Plan",)), *FULL).common == ()
    assert fit(Watch(names=("harbour safety plan",)), *FULL).common == (("harbour safety plan", 30),)
    assert fit(Watch(names=("Home Office",)), *FULL).common == (("Home Office", 30),)
    many = [*FULL, *[f"The keeper wrote letter {n}." for n in range(300)]]
    assert fit(Watch(names=("Harbour Safety Plan",)), *many).common == ()
    assert fit(Watch(names=("keeper",)), *many).common == (("keeper", 300),)


def test_a_set_of_words_is_weighed_by_what_it_brings_though_a_name_stands_in_it() -> None:
    sets = ((("Harbour",), ("port",)),)
    assert fit(Watch(names=("Harbour Safety Plan",), together=sets), *FULL).common == ()
    assert fit(Watch(names=(), together=sets), *FULL).common == (("Harbour + port", 30),)


@pytest.mark.parametrize(
    ("phrase", "promised", "one"),
    [
        ("Crime and Policing Bill", "", True),
        ("National Review of Lighthouses", "", True),
        ("10-Year Prison Capacity Strategy", "", True),
        ("Lamp Safety Fund", "", True),
        ("Independent Lamp Commission", "We will set up an Independent Lamp Commission.", True),
        ("Independent Lamp Commission", "", False),
        ("Low Pay Commission", "", False),
        ("NHS England", "NHS England will say more.", False),
        ("Department for Transport", "The Department for Transport will say more.", False),
        ("Secretary of State", "", False),
        ("National Plan", "", False),
        ("lamp plan", "We will publish a lamp plan.", False),
        ("Lighthouses", "Lighthouses will be mended.", False),
    ],
)
def test_which_names_are_of_one_thing(phrase: str, promised: str, *, one: bool) -> None:
    assert names_one_thing(phrase, promised) is one


def test_a_set_of_words_that_its_context_narrows_is_counted_with_it() -> None:
    many = [f"The keeper of port {n} counts his ships." for n in range(12)]
    found = fit(Watch(names=(), together=((("keeper",), ("ships",)),), context=("harbour",)), *many)
    assert (found.matches, found.common) == (0, ())


def test_what_lacks_one_group_of_words_or_the_context_nearly_matches() -> None:
    groups = ((("lamp*",), ("keeper*",), ("light", "lit")), (("ship*",), ("keeper*",), ("storm",)))
    found = fit(Watch(names=(), together=groups), *TOLD)
    assert [e.key for e in found.matching] == ["q1"]
    assert [(e.key, e.why) for e in found.near] == [("q2", "only one of “storm” is missing")]
    found = fit(Watch(names=("lamp report",), context=("harbour",)), *TOLD)
    assert [(e.key, e.why) for e in found.near] == [("q0", "none of its context words stands there")]


def test_a_name_within_a_namesake_is_told_as_such() -> None:
    found = fit(Watch(names=("lamp report",), namesakes=("The lamp report is ready",)), *TOLD)
    assert [e.why for e in found.near] == ["“lamp report” stands there only within a namesake"]


def test_words_that_were_never_seen_are_named() -> None:
    assert fit(Watch(names=("lamp report", "beacon plan")), *TOLD).unseen == ("beacon plan",)


def test_the_same_document_in_two_versions_counts_once() -> None:
    old, new = b.version(b.answer(TOLD[0], ON)), b.version(b.answer(TOLD[0] + " Yes.", ON), number=2)
    documents, (found,) = fits(b.register(), [(old, new)])
    assert (documents, found.matches) == (1, 1)


def expecting(thing: str, deed: str, watch: Watch, *texts: str, body: str | None = None) -> Fit:
    held = [b.version(b.answer(text, ON, f"q{n}", body=body)) for n, text in enumerate(texts)]
    milestone = b.milestone(expect=Expectation("It is there.", words=(WordsExpected((thing,), (deed,)),)))
    _, (found,) = fits(b.register(b.commitment(watch=watch, milestones=(milestone,))), [held])
    return found


def test_what_would_be_told_as_delivered_is_shown_with_its_sentence() -> None:
    said = "An expert advisory panel has been established on lamps."
    found = expecting("advisory panel", "established", Watch(names=("advisory panel",)), said, "No panel yet.")
    assert [(e.key, e.why) for e in found.delivering] == [("q0", f"report: “{said}”")]


def test_an_expectation_that_documents_on_other_matters_meet_is_too_common() -> None:
    others = [f"A panel has been established on ships of port {n}." for n in range(12)]
    found = expecting("panel", "established", Watch(names=("lamp panel",)), *others)
    assert (found.matches, found.loose) == (0, (("report", 12),))
    assert expecting("lamp panel", "established", Watch(names=("lamp panel",)), *others).loose == ()


def test_matches_from_departments_that_the_register_does_not_name_are_counted() -> None:
    named = Watch(names=("lamp report",), bodies=("Home Office",))
    assert expecting("x y", "z", named, TOLD[0], body="Treasury").elsewhere == (("Treasury", 1),)
    assert expecting("x y", "z", named, TOLD[0], body="Home Office").elsewhere == ()
    assert expecting("x y", "z", Watch(names=("lamp report",)), TOLD[0], body="Treasury").elsewhere == ()
