"""Is every kind of slip in a register refused, on the right line, with a word on how to mend it?"""

from datetime import date

import pytest

from monitor.model.commitments import Link, Register, RulingKind
from monitor.model.errors import UserError
from monitor.registers import Fault, examine, load, schema
from tests.builders.register_files import SOUND, faults, line_with, sound


def test_a_sound_register_becomes_commitments() -> None:
    register = sound()
    commitment = register.commitments[0]
    plan, money = commitment.milestones
    assert (register.id, commitment.id, commitment.post.title) == ("a-test", "mend-roads", "Minister for Roads")
    assert commitment.due is not None
    assert (commitment.due.said, commitment.due.latest) == ("by Easter", date(2025, 4, 20))
    assert plan.due == commitment.due, "a milestone without a date of its own has the whole's"
    assert money.due is None, "a step has none"
    assert commitment.ledger[0].kind is RulingKind.DELIVERED
    assert commitment.ledger[0].by == "nobody"


def test_a_post_knows_who_held_it_on_a_day() -> None:
    post = sound().commitments[0].post
    assert post.holder(date(2025, 2, 28)) == "Ann Other"
    assert post.holder(date(2025, 3, 1)) == "Bo Next", "the successor holds it from the day of the change"
    assert post.holder(date(2020, 1, 1)) is None


def test_the_digest_changes_when_anything_in_the_file_does() -> None:
    assert sound().digest == sound().digest
    assert sound("All roads", "Most roads").digest != sound().digest


def test_windows_endings_and_a_byte_order_mark_change_nothing() -> None:
    found = examine("\ufeff" + SOUND.replace("\n", "\r\n"))
    assert isinstance(found, Register)
    assert found.commitments == sound().commitments


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "mend"),
    [
        (
            "    title: Roads mended",
            "\ttitle: Roads mended",
            14,
            "not YAML: this line begins with a tab",
            "the space bar",
        ),
        ("relies_on: [gov-uk]", "relies_on: [gov-uk", 31, "not YAML: the [ on this line is not closed", "add the ]"),
        ("    title: Roads mended", "    title: A\n    title: B", 15, "duplicate key", "one of them out"),
        ("    words: All roads", "    wrods: All roads", 15, "wrods: is no field", "did you mean `words`?"),
        ("about: Two", "zzqqy: Two", 3, "is no field", "take the line out"),
        ("        relies_on: [gov-uk]\n", "", 25, "relies_on: is missing", "add `relies_on:` here"),
        ("    title: Roads mended\n", "", 13, "mend-roads, title: is missing", "add `title:` here"),
        ("on: 2025-02-01", "on: 1st Feb", 38, "is not a date", "2025-01-16"),
        ("on: 2025-02-01", "on: 2025-02-30", 38, "“2025-02-30” is a day that is in no calendar", "2025-01-16"),
        ("on: 2025-02-01", "on: 2025-02-01T10:00:00Z", 38, "is not a date", "2025-01-16"),
        ("- id: money", "- id: plan", 25, "the milestone id plan comes twice", "another id"),
        ("- id: mend-roads", "- id: Mend Roads", 13, "is not an id", "small letters"),
        ("post: roads-minister", "post: rail-minister", 16, "no post rail-minister", "one of: roads-minister"),
        ("milestone: plan", "milestone: plans", 40, "no milestone plans", "one of: money, plan"),
        ("        milestone: plan\n", "", 38, "which milestone was delivered", "add `milestone:`"),
        ("due: by Easter", "due: by Estaer", 19, "no date is understood from “by Estaer”", "earliest"),
        ("due: by Easter", "due: in Sprnig 2025", 19, "“Sprnig” is not", "did you mean “spring”?"),
        ("due: by Easter", "due: by 31 February 2025", 19, "no such day", "correct the day"),
        ("due: by Easter", "due: {said: x, earliest: 2025-05-02, latest: 2025-05-01}", 19, "ends before", "latest"),
        ("on: 2025-02-01", "on: 2025-01-15", 38, "before the promise", "correct one of the days"),
        ("        source: https://www.example.org/plan\n", "", 38, "no source", "caution"),
        ("ruling: delivered", "ruling: kept", 39, "“kept” is no kind of ruling", "write delivered: it was done"),
        ("ruling: delivered", "ruling: moved", 38, "to which date it was moved", "add `due:`"),
        ("why: It came out.", "why: Yes.\n        successor: rail", 42, "no commitment rail", "this register"),
        ("relies_on: [gov-uk]", "relies_on: [govuk]", 31, "'gov-uk'", "schema"),
        ("        step: true", "        promised_on: 2024-01-01", 34, "before the commitment was made", "correct"),
        ("until: 2025-03-01", "until: 2024-03-01", 10, "Ann Other leaves the post before taking it", "swap"),
        ("about: Two", "pages: [/a/../b]\nabout: Two", 3, "GOV.UK path", "schema"),
        ("about: Two", "pages: ['https://www.gov.uk.example.org/x']\nabout: Two", 3, "GOV.UK path", "schema"),
        ("names: [pothole plan]", "names: ['**']", 21, "no word in it", "schema"),
        ("- [[road, roads], [mend*]]", "- [[road, roads], []]", 23, "at least one", "add one"),
    ],
)
def test_a_slip_is_told_on_its_line_with_how_to_mend_it(old: str, new: str, line: int, what: str, mend: str) -> None:
    found = faults(old, new)
    match = [f for f in found if what in f.what and mend in f.mend]
    assert match, found
    assert match[0].line == line, found


SECOND = SOUND.partition("commitments:\n")[2].replace("id: mend-roads", "id: light-roads")


@pytest.mark.parametrize(
    ("slips", "told"),
    [
        ({"    title: Roads mended": "    titel: A\n    title: B\n    title: C"}, ["titel: is no", "duplicate key"]),
        ({"on: 2025-02-01": "on: 2025-02-30", "compiled_on: 2025-06-01": "compiled_on: 2025-06-31"}, ["calendar"] * 2),
        ({"title: Promises": "title: \x07Promises", "why: It came": "why: It \x1bcame"}, ["control character"] * 2),
        ({"title: Promises": "title: \x07Promises", "words: All": "wrods: All"}, ["control", "missing", "wrods"]),
        ({"words: All": "wrods: All", "relies_on: [gov-uk]": "relies_on: [moon]"}, ["missing", "wrods", "relies_on"]),
        ({"title: Promises\n": "", "due: by Easter": "due: by Estaer"}, ["title: is missing", "by Estaer"]),
        (
            {"until: 2025-03-01": "until: 2024-03-01", "title: Promises\n": ""},
            ["title: is missing", "leaves the post before"],
        ),
    ],
)
def test_all_that_is_wrong_is_told_in_one_go(slips: dict[str, str], told: list[str]) -> None:
    text = SOUND
    for old, new in slips.items():
        assert old in text
        text = text.replace(old, new)
    found = examine(text)
    assert not isinstance(found, Register)
    assert [part for part, fault in zip(told, found, strict=True) if part not in fault.what] == [], found
    assert [f.line for f in found] == sorted(f.line for f in found)


@pytest.mark.parametrize("unformed", ["title: Roads mended", "post: roads-minister"])
def test_a_part_that_is_not_well_formed_hides_no_slip_in_the_others_and_makes_none(unformed: str) -> None:
    half = SECOND.replace("due: by Easter", "due: by Estaer").replace(
        "why: It came out.", "why: x\n        successor: mend-roads"
    )
    found = examine(SOUND.replace(unformed, f"x{unformed}", 1) + half)
    assert not isinstance(found, Register)
    assert {f.what for f in found if f.line > SOUND.count("\n")} == {"no date is understood from “by Estaer”"}


def test_posts_that_can_not_be_read_make_no_one_of_a_commitment_unknown() -> None:
    assert [f.what for f in faults("    title: Minister for Roads\n", "")] == [
        "the post roads-minister, title: is missing"
    ]
    assert [f.what for f in faults("posts:\n", "ports:\n")] == ["posts: is missing", "ports: is no field of a register"]


def test_the_lines_of_the_table_are_those_of_the_sample() -> None:
    pieces = {"Roads mended": 14, "id: plan": 25, "id: money": 32, "2025-02-01": 38, "milestone: plan": 40}
    assert {piece: line_with(piece) for piece in pieces} == pieces


def test_one_slip_deep_inside_is_told_once_and_not_for_everything_around_it() -> None:
    assert len(faults("    words: All roads will be mended.\n", "")) == 1
    assert len(faults("due: by Easter", "due: {said: by Easter, latest: 2025-04-31}")) == 1


def test_all_slips_are_told_in_the_order_of_the_file() -> None:
    text = SOUND.replace("about: Two", "abuot: Two").replace("on: 2025-02-01", "on: soon").replace("Easter", "Eastre")
    found = examine(text)
    assert not isinstance(found, Register)
    assert [f.line for f in found] == sorted(f.line for f in found)
    assert len(found) >= 3


def test_an_id_given_to_two_commitments_is_told_at_both() -> None:
    again = SOUND[SOUND.index("  - id: mend-roads") :]
    found = examine(SOUND + again)
    assert not isinstance(found, Register)
    assert [f.line for f in found] == [13, 13 + again.count("\n")]
    assert all("comes twice" in f.what for f in found)


def test_a_commitment_that_nothing_could_find_is_refused() -> None:
    text = SOUND.replace("      names: [pothole plan]\n      together:\n        - [[road, roads], [mend*]]\n", "")
    found = examine(text.replace("    watch:\n", "    watch: {}\n"))
    assert found == (Fault(20, "there are no words to watch for", "give `names:` or `together:`"),)


def test_a_promise_needs_a_milestone_that_is_more_than_a_step_and_a_position_needs_none() -> None:
    bare = SOUND[: SOUND.index("    milestones:")]
    found = examine(bare)
    assert not isinstance(found, Register)
    assert "no milestones" in found[0].what
    assert isinstance(examine(bare + "    position: true\n"), Register)
    steps = faults("        title: The plan published", "        title: The plan published\n        step: true")
    assert "all its milestones are steps" in steps[0].what


@pytest.mark.parametrize("words", ["in due course", "shortly", "as soon as parliamentary time allows"])
def test_indefinite_words_are_let_in_and_give_no_date(words: str) -> None:
    due = sound("by Easter", words).commitments[0].due
    assert due is not None
    assert (due.said, due.earliest, due.latest, due.dated) == (words, None, None, False)


def test_a_register_may_overrule_the_conventions_for_one_window() -> None:
    window = "{said: by Easter, earliest: 2025-04-01, latest: 2025-04-18, rule: Good Friday was meant}"
    due = sound("due: by Easter", f"due: {window}").commitments[0].due
    assert due is not None
    assert (due.earliest, due.latest, due.rule) == (date(2025, 4, 1), date(2025, 4, 18), "Good Friday was meant")


def test_loading_tells_the_first_fault_with_file_and_line_and_how_many_more() -> None:
    broken = SOUND.replace("about: Two", "abuot: Two")
    with pytest.raises(UserError) as told:
        load(broken, "mine.yaml")
    assert told.value.message.startswith("mine.yaml, line ")
    assert "1 more: bywhen register check mine.yaml" in told.value.message
    assert told.value.hint


def test_the_schema_tells_editors_every_field() -> None:
    told = schema()
    assert told["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"register", "commitments", "posts", "pages", "terms"} <= told["properties"].keys()
    assert told["additionalProperties"] is False
    assert {"watch", "milestones", "ledger", "due"} <= told["$defs"]["CommitmentForm"]["properties"].keys()


PLAN = "        title: The plan published\n"
ELSEWHERE = """\
        promised_on: 2025-02-10
        due: by the end of May
"""
SAID_THERE = """\
        said_in:
          - {title: An answer, url: "https://www.example.org/answer", quote: It will be out by the end of May.}
"""
ANNOUNCED = """\
    ledger:
      - on: 2025-02-10
        ruling: announced
        milestone: plan
        why: An answer gave a date.
        quote: It will be out by the end of May.
        source: https://www.example.org/answer
"""


def plan_promised(milestone: str, ledger: str = "    ledger:\n") -> Link | None:
    """Where the plan of the sound register was promised, with something more said of it."""
    found = examine(SOUND.replace(PLAN, PLAN + milestone).replace("    ledger:\n", ledger))
    assert isinstance(found, Register), found
    return found.commitments[0].milestones[0].promise


def test_a_milestone_that_was_promised_with_the_whole_was_promised_where_the_whole_was() -> None:
    for said in ("", "        due: by the end of May\n"):
        assert plan_promised(said) == Link("Hansard", "https://hansard.example.org/1"), said


def test_a_milestone_that_was_promised_elsewhere_is_never_proved_by_where_the_whole_was() -> None:
    answer = ("https://www.example.org/answer", "It will be out by the end of May.")
    for found in (plan_promised(ELSEWHERE + SAID_THERE), plan_promised(ELSEWHERE, ANNOUNCED)):
        assert found is not None
        assert (found.url, found.quote) == answer
    assert plan_promised(ELSEWHERE) is None
