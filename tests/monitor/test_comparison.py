"""What do claims do to a promise when they are held against its register, whatever was learned?"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from monitor.deadlines import Dated, windows
from monitor.judging.claims.mentions import Mention
from monitor.judging.claims.promised_thing import thing
from monitor.judging.claims.relevant_sentences import Mentions
from monitor.judging.claims.sentence_claims import Claim
from monitor.judging.claims.weights import BIAS, CLAIM, CLAIMS, WHOLE, Table, Weights
from monitor.judging.comparison import (
    BEARS,
    ITS_DEED,
    ComparedClaim,
    amounts,
    compare_with_record,
    likely,
    milestone_of,
    showing,
)
from monitor.judging.evidence_pieces import moved
from monitor.judging.matching.matcher import Matcher
from monitor.judging.reasons import why
from monitor.judging.relations import relations
from monitor.model.commitments import Commitment
from monitor.model.due import Due
from monitor.model.evidence import Relation
from tests import builders as b

BEFORE, AFTER = date(2031, 3, 3), date(2031, 6, 16)
"""Days on which something is said: before the promised day, 16 April 2031, and after it."""
LAMPS = b.commitment()
UNDATED = b.commitment(due=None, milestones=(b.milestone(due=None),))
MAY = "The lamp report will be published in May 2032."
PLAIN = "The lamp report will be published."
NOTHING = dict.fromkeys(CLAIMS, 0)
R = Relation
TIMES = frozenset(
    ("later", "may be later", "nearer", "same time", "first time", "after an event", "in due course", "soon", "no time")
)
"""Facts of which one holds of every claim."""


def mention(text: str, of: Commitment, said_on: date) -> Mention:
    """The last sentence of a speech beside the thing."""
    matches = Matcher([of]).match(b.version(b.speech(text, said_on)))
    return list(Mentions(matches).of(matches[0]))[-1]


def held(
    text: str,
    said_on: date = BEFORE,
    of: Commitment = LAMPS,
    *,
    times: tuple[Dated, ...] | None = None,
    told: Mapping[str, int] = NOTHING,
    **more: int,
) -> ComparedClaim:
    """Return a claim made by hand, held against the record: what is told with no chance has none."""
    said = mention(text, of, said_on)
    named = windows(said.text, said_on) if times is None else times
    return compare_with_record(Claim(said, thing(of), {**NOTHING, **told, **more}, named, {}), of, said_on)


def does(text: str, said_on: date = BEFORE, of: Commitment = LAMPS, **told: int) -> dict[Relation, int]:
    """Return what a claim does of all that it may do."""
    return {relation: far for relation, far in held(text, said_on, of, told=told).does.items() if far}


@pytest.mark.parametrize(
    ("when", "fact"),
    [
        ("in May 2031", "later"),
        ("in May 2032", "later"),
        ("by 30 November 2031", "may be later"),
        ("by 17 April 2031", "may be later"),
        ("by 16 April 2031", "same time"),
        ("by 15 April 2031", "nearer"),
        ("in March 2031", "nearer"),
        ("once the storms end", "after an event"),
    ],
)
def test_a_time_is_held_against_the_day_that_was_promised(when: str, fact: str) -> None:
    found = held(f"The lamp report will be published {when}.")
    assert fact in found.facts
    assert {"a time", "dated", "before the due"} <= found.facts
    assert not found.facts & TIMES - {fact}
    assert found.time is not None
    assert found.time.phrase == when


@pytest.mark.parametrize("when", ["in May 2031", "by 15 April 2031"])
def test_where_the_register_has_no_day_every_time_is_the_first(when: str) -> None:
    facts = held(f"The lamp report will be published {when}.", of=UNDATED).facts
    assert facts & TIMES == {"first time"}
    assert "undated" in facts
    assert not facts & {"dated", "before the due", "after the due"}


@pytest.mark.parametrize(
    ("when", "fact"),
    [
        ("in due course", "in due course"),
        ("shortly", "soon"),
        ("soon", "soon"),
        ("as soon as possible", "soon"),
        ("at the earliest opportunity", "soon"),
        ("with care", "no time"),
    ],
)
def test_a_vague_time_or_none_is_no_time_of_the_thing(when: str, fact: str) -> None:
    found = held(f"The lamp report will be published {when}.")
    assert found.facts & TIMES == {fact}
    assert "a time" not in found.facts
    assert found.time is None


def test_a_day_beside_a_vague_time_is_the_time_that_counts() -> None:
    assert held("The lamp report will be published soon, in May 2032.").facts & TIMES == {"later"}


def test_a_time_that_is_over_or_is_not_promised_is_not_to_come() -> None:
    (may,) = windows(MAY, AFTER)
    over = replace(may, earliest=date(2031, 6, 1), latest=AFTER - timedelta(days=1))
    today = replace(over, latest=AFTER)
    assert held(MAY, AFTER, times=(over,)).time is None
    assert held(MAY, AFTER, times=(replace(may, promised=False),)).time is None
    assert held(MAY, AFTER, times=(over, today, may)).time == today


@pytest.mark.parametrize(("day", "fact"), [(date(2031, 4, 16), "before the due"), (date(2031, 4, 17), "after the due")])
def test_the_promised_day_itself_is_not_after_it(day: date, fact: str) -> None:
    assert held(PLAIN, day).facts & {"before the due", "after the due"} == {fact}


DRAFT = b.milestone(
    "draft",
    title="A first draft is sent to the keepers of an old harbour",
    due=b.due("in March", date(2031, 3, 31)),
    expect=b.expectation(things=("draft",), deeds=("sent",)),
    step=True,
)
STEPS = b.commitment(due=None, milestones=(DRAFT, b.milestone()))


@pytest.mark.parametrize(
    ("sentence", "fact", "milestone"),
    [
        ("A draft of the lamp report will be sent to keepers by 9 April 2031.", "may be later", "draft"),
        ("The lamp report will be published by 9 April 2031.", "nearer", "report"),
        ("It will be sent by 9 April 2031.", "may be later", "draft"),
        ("Keepers will be dry by 9 April 2031.", "nearer", None),
        ("It will be dry by 9 April 2031.", "nearer", None),
    ],
)
def test_a_time_is_held_against_the_due_of_the_milestone_that_it_fits_else_the_last(
    sentence: str, fact: str, milestone: str | None
) -> None:
    found = held(f"The lamp report is long. {sentence}", of=STEPS)
    fitting = milestone_of(found.claim, STEPS)
    assert found.facts & TIMES == {fact}
    assert (fitting.id if fitting else None) == milestone


def test_a_milestone_without_a_day_is_held_against_the_day_of_the_whole() -> None:
    buoys = b.milestone("buoys", title="Buoys are laid", due=b.due("in two years", date(2033, 1, 16)))
    whole = b.commitment(due=b.due("in a year", date(2032, 1, 16)), milestones=(b.milestone(due=None), buoys))
    assert "nearer" in held("The lamp report will be published by 9 April 2031.", of=whole).facts
    assert "later" in held(MAY, of=whole).facts


def test_where_there_is_no_milestone_the_day_of_the_whole_holds() -> None:
    assert {"dated", "later"} <= held(MAY, of=b.commitment(milestones=())).facts


@pytest.mark.parametrize(
    ("sentence", "new"),
    [
        ("The lamp report will cover 900 keepers.", {"new figure"}),
        ("The lamp report will cost £900.", {"new figure", "money"}),
        ("The lamp report will cost £5 billion.", {"money"}),
        ("The lamp report will cover 450 lamps.", set()),
        ("The lamp report will cost £450.", {"money"}),
        ("The lamp report will be published in May 2032.", set()),
        ("The lamp report will have 12 pages.", set()),
    ],
)
def test_a_figure_is_new_where_the_registers_words_do_not_have_it(sentence: str, new: set[str]) -> None:
    counted = b.commitment(words="We will publish a report on 450 lamps within three months.")
    assert held(sentence, of=counted).facts & {"new figure", "money"} == new


@pytest.mark.parametrize(
    ("days", "first"), [(-3, False), (-2, True), (0, True), (1, True), (2, True), (3, False)], ids=str
)
def test_what_is_said_around_the_day_of_the_promise_may_be_the_promise_itself(days: int, first: bool) -> None:
    assert ("day of the promise" in held(PLAIN, b.SAID + timedelta(days=days)).facts) is first


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("The lamp report will be published in May 2032.", True),
        ("We will be publishing the lamp report in May 2032.", True),
        ("The lamp report will be read in May 2032.", False),
        ("The draft of the lamp report will be sent in May 2032.", False),
    ],
)
def test_a_time_is_of_its_own_deed_where_the_sentence_has_a_deed_that_is_no_step(sentence: str, own: bool) -> None:
    facts = held(sentence, of=STEPS).facts
    assert (ITS_DEED in facts, f"later, {ITS_DEED}" in facts) == (own, own)
    assert "later" in facts


def test_the_facts_tell_how_the_sentence_speaks_of_the_thing_and_whether_it_was_asked_about() -> None:
    assert {"by named", "unasked"} <= held(PLAIN).facts
    assert {"by pronoun", "unasked"} <= held("The lamp report is long. It is dry.").facts
    asked = b.answer("It will be dry.", BEFORE, question="To ask when the lamp report will come.")
    matches = Matcher([LAMPS]).match(b.version(asked))
    said = list(Mentions(matches).of(matches[0]))[-1]
    facts = compare_with_record(Claim(said, thing(LAMPS), NOTHING, (), {}), LAMPS, BEFORE).facts
    assert {"by pronoun", "asked"} <= facts
    assert "unasked" not in facts


@pytest.mark.parametrize(
    ("sentence", "fifths"), [(PLAIN, 0), ("The lamp report will please many noisy gulls.", 2)], ids=str
)
def test_the_facts_tell_how_much_of_a_sentence_the_register_does_not_have(sentence: str, fifths: int) -> None:
    assert f"{fifths} fifths new" in held(sentence).facts


@pytest.mark.parametrize(
    ("says", "relation"),
    [
        ("done", R.DELIVERS),
        ("replaced", R.SUPERSEDES),
        ("refused", R.WEAKENS),
        ("vague", R.WEAKENS),
        ("late", R.DELAYS),
        ("moving", R.PROGRESS),
    ],
)
def test_what_is_told_outright_does_what_it_says_whatever_the_record(says: str, relation: Relation) -> None:
    for of in (LAMPS, UNDATED):
        for day in (BEFORE, AFTER):
            found = held(PLAIN, day, of, told={says: 700}).does
            assert {name: far for name, far in found.items() if far} == {relation: 700}


def test_what_is_only_named_or_a_part_of_it_does_nothing_by_itself() -> None:
    told = {"named": 900, CLAIM: 900, "part-done": 900, "under-way": 900}
    assert not any(held(PLAIN, told=told).does.values())


@pytest.mark.parametrize(
    ("when", "day", "delays"),
    [
        ("in May 2032", BEFORE, True),
        ("by 30 November 2031", BEFORE, True),
        ("by 30 November 2031", AFTER, True),
        ("shortly", AFTER, True),
        ("shortly", BEFORE, False),
        ("in due course", AFTER, False),
        ("by 9 April 2031", BEFORE, False),
        ("once the storms end", AFTER, False),
        ("with care", AFTER, False),
    ],
)
def test_a_will_delays_where_its_time_ends_after_the_due_or_is_soon_once_that_is_over(
    when: str, day: date, delays: bool
) -> None:
    told = does(f"The lamp report will be published {when}.", day, will=800)
    assert told.get(R.DELAYS, 0) == (800 if delays else 0)


def test_a_time_puts_nothing_off_where_no_day_was_promised_or_nothing_is_willed() -> None:
    assert R.DELAYS not in does(MAY, of=UNDATED, will=800)
    assert R.DELAYS not in does("The lamp report will be published shortly.", AFTER, UNDATED, will=800)
    assert R.DELAYS not in does(MAY, named=800)


def test_a_will_in_due_course_weakens_where_a_day_was_promised_and_only_there() -> None:
    sentence = "The lamp report will be published in due course."
    assert does(sentence, will=800)[R.WEAKENS] == 800
    assert R.WEAKENS not in does(sentence, of=UNDATED, will=800)
    assert R.WEAKENS not in does(MAY, will=800)
    assert R.WEAKENS not in does(PLAIN, will=800)


def test_an_aim_without_a_time_weakens_where_a_day_was_promised_and_only_there() -> None:
    assert does(PLAIN, will=800, aim=600)[R.WEAKENS] == 600
    assert R.WEAKENS not in does(PLAIN, of=UNDATED, will=800, aim=600)
    assert R.WEAKENS not in does("We aim to publish the lamp report by 9 April 2031.", will=800, aim=600)


def test_of_what_weakens_and_of_what_delays_the_surest_counts() -> None:
    sentence = "The lamp report will be published in due course."
    assert does(sentence, will=300, refused=200, vague=250)[R.WEAKENS] == 300
    assert does(sentence, will=300, refused=200, vague=450)[R.WEAKENS] == 450
    assert does(sentence, will=300, refused=500, vague=450)[R.WEAKENS] == 500
    assert does(MAY, will=300, late=200)[R.DELAYS] == 300
    assert does(MAY, will=300, late=400)[R.DELAYS] == 400


@pytest.mark.parametrize(
    ("sentence", "of"),
    [
        ("The lamp report will be published in May 2032.", UNDATED),
        ("The lamp report will be published by 9 April 2031.", LAMPS),
        ("The lamp report will be published once the storms end.", LAMPS),
        ("The lamp report will cover 900 keepers.", LAMPS),
        ("The lamp report will cost £5 billion.", LAMPS),
    ],
)
def test_a_will_with_a_first_or_nearer_time_an_event_a_figure_or_money_announces(sentence: str, of: Commitment) -> None:
    assert does(sentence, of=of, will=800)[R.ANNOUNCES] == 800


def test_a_will_on_the_day_of_the_promise_announces() -> None:
    assert does(PLAIN, b.SAID, will=800)[R.ANNOUNCES] == 800


def test_a_will_with_nothing_new_announces_less_and_all_else_nothing() -> None:
    assert does(PLAIN, will=800)[R.ANNOUNCES] == 480
    assert does(MAY, will=800)[R.ANNOUNCES] == 480
    assert R.ANNOUNCES not in does("The lamp report cost £900.", done=800)


def test_of_a_document_each_thing_is_held_as_its_surest_sentence_has_it() -> None:
    sentences = (held(MAY, will=300, late=100), held(PLAIN, will=800), held(PLAIN, will=500))
    found = amounts(sentences, LAMPS, BEFORE)
    assert (found["will"], found["will twice"], found["late"], found["late twice"]) == (800, 500, 100, 0)
    assert (found["will, later"], found["will, no time"]) == (300, 800)
    assert (found["delays"], found["announces"]) == (300, 480)
    assert (found["will over 750"], found["late over 100"], found["late over 250"]) == (WHOLE, WHOLE, 0)


def test_a_document_without_a_sentence_still_tells_how_the_register_stands() -> None:
    found = amounts((), LAMPS, AFTER)
    assert (found["no sentence"], found["register dated"], found["register overdue"]) == (WHOLE, WHOLE, WHOLE)
    assert (found["will"], found["will twice"]) == (0, 0)
    assert amounts((), LAMPS, BEFORE)["register overdue"] == 0
    assert amounts((), UNDATED, AFTER)["register dated"] == 0


COLUMNS = (*(relation.value for relation in Relation), BEARS)
DEAF = Weights({}, Table((), {}), Table(COLUMNS, {BIAS: (-99_000,) * len(COLUMNS)}))
"""Weights that hear nothing in any document."""


@pytest.mark.parametrize(("says", "relation"), [("replaced", R.SUPERSEDES), ("refused", R.WEAKENS), ("late", R.DELAYS)])
def test_a_setback_that_one_sentence_tells_is_heard_whatever_was_learned(says: str, relation: Relation) -> None:
    heard = likely(amounts([held(PLAIN, told={says: 300})], LAMPS, BEFORE), DEAF)
    assert {name for name, sure in heard.items() if sure} == {relation.value, BEARS}
    assert (heard[relation.value], heard[BEARS]) == (300, 300)
    unheard = likely(amounts([held(PLAIN, told={says: 299})], LAMPS, BEFORE), DEAF)
    assert not any(unheard.values())


def test_what_was_learned_is_not_made_less_by_what_one_sentence_tells() -> None:
    loud = Weights({}, Table((), {}), Table(COLUMNS, {BIAS: (99_000,) * len(COLUMNS)}))
    assert set(likely(amounts([held(PLAIN, late=300)], LAMPS, BEFORE), loud).values()) == {WHOLE}


def test_a_relation_is_shown_by_the_sentence_that_does_it_most() -> None:
    late, done, named = held(PLAIN, late=700, claim=700), held(PLAIN, done=600, claim=600), held(PLAIN, claim=900)
    every = (late, done, named)
    assert showing(every, R.DELAYS) is late
    assert showing(every, R.DELIVERS) is done
    assert showing(every, R.MENTIONS_ONLY) is named


@pytest.mark.parametrize(
    ("sentence", "chances", "relation", "told"),
    [
        (MAY, {"will": 800}, R.DELAYS, "says that it will be, gives a later time than was promised"),
        (MAY, {"will": 800}, R.PROGRESS, "says that it will be"),
        (PLAIN, {"will": 800}, R.ANNOUNCES, "says that it will be"),
        (PLAIN, {"will": 800, "aim": 400}, R.WEAKENS, "says that it is intended"),
        (PLAIN, {"will": 800, "aim": 399}, R.WEAKENS, "says that it will be"),
        (PLAIN, {"will": 800, "aim": 400, "vague": 400}, R.WEAKENS, "says that it is being considered"),
        (PLAIN, {"late": 800}, R.DELAYS, "says that it is late"),
        (PLAIN, {"late": 800, CLAIM: 499}, R.DELAYS, "names it"),
        (PLAIN, {"late": 800}, R.MENTIONS_ONLY, "brings no news of it"),
    ],
)
def test_it_is_told_in_words_why_a_sentence_shows_a_relation(
    sentence: str, chances: Mapping[str, int], relation: Relation, told: str
) -> None:
    assert why(held(sentence, told={CLAIM: 900, **chances}), relation) == told


def sure(bears: int = 900, **chances: int) -> dict[str, int]:
    """Return how likely each relation is, by its name in small letters; what is not given is not likely at all."""
    given = {Relation[name.upper()].value: chance for name, chance in chances.items()}
    return dict.fromkeys(COLUMNS, 0) | given | {BEARS: bears}


def test_what_the_door_let_through_comes_first_with_what_else_holds_in_the_guides_order() -> None:
    every = sure(progress=900, announces=800, delays=700, weakens=600, supersedes=500, delivers=100, mentions_only=999)
    assert relations(every, delivered=True) == [
        (R.DELIVERS, 100),
        (R.SUPERSEDES, 500),
        (R.WEAKENS, 600),
        (R.DELAYS, 700),
        (R.ANNOUNCES, 800),
        (R.PROGRESS, 900),
    ]


def test_where_the_door_is_closed_no_delivery_is_told_however_likely() -> None:
    told = relations(sure(delivers=999, progress=500, announces=400), delivered=False)
    assert told == [(R.PROGRESS, 799)]


def test_what_is_likely_done_speaks_for_progress_where_the_door_is_closed() -> None:
    assert relations(sure(announces=450, progress=400), delivered=False)[0] == (R.ANNOUNCES, 450)
    assert relations(sure(announces=450, progress=400, delivers=900), delivered=False)[0] == (R.PROGRESS, 670)


@pytest.mark.parametrize(
    ("rare", "floor"), [(R.SUPERSEDES, 250), (R.WEAKENS, 250), (R.DELAYS, 350), (R.ANNOUNCES, 250)]
)
def test_a_rare_relation_below_the_floor_is_not_told(rare: Relation, floor: int) -> None:
    others = {"progress": 200, "mentions_only": 200}
    assert relations(sure(**{rare.name: floor}, **others), delivered=False)[0] == (rare, floor)
    assert relations(sure(**{rare.name: floor - 1}, **others), delivered=False) == [(R.PROGRESS, 200)]


@pytest.mark.parametrize("rare", [R.SUPERSEDES, R.WEAKENS, R.DELAYS, R.ANNOUNCES])
def test_a_rare_relation_is_the_main_one_even_where_progress_is_a_little_likelier(rare: Relation) -> None:
    assert relations(sure(**{rare.name: 500}, progress=520), delivered=False)[0] == (rare, 500)
    assert relations(sure(**{rare.name: 500}, progress=820), delivered=False)[0] == (R.PROGRESS, 820)


def test_what_stands_before_the_main_one_in_the_guides_order_is_told_only_where_it_is_likely() -> None:
    assert relations(sure(weakens=599, progress=999), delivered=False) == [(R.PROGRESS, 999)]
    assert relations(sure(weakens=600, progress=999), delivered=False) == [(R.PROGRESS, 999), (R.WEAKENS, 600)]


def test_where_nothing_is_likely_it_only_asks() -> None:
    assert relations(sure(bears=0), delivered=False) == [(R.ASKS_ABOUT, 0)]


@pytest.mark.parametrize(("also", "floor"), [(R.DELAYS, 350), (R.ANNOUNCES, 300), (R.PROGRESS, 300)])
def test_beside_the_main_one_is_told_what_is_likely_enough(also: Relation, floor: int) -> None:
    assert relations(sure(weakens=900, **{also.name: floor}), delivered=False) == [(R.WEAKENS, 900), (also, floor)]
    assert relations(sure(weakens=900, **{also.name: floor - 1}), delivered=False) == [(R.WEAKENS, 900)]


def test_what_only_speaks_of_the_promise_stands_alone() -> None:
    quiet = {"progress": 450, "announces": 450}
    assert relations(sure(bears=100, mentions_only=600, **quiet), delivered=False) == [(R.MENTIONS_ONLY, 600)]
    assert relations(sure(bears=100, asks_about=600, **quiet), delivered=False) == [(R.ASKS_ABOUT, 600)]


def test_how_likely_it_bears_at_all_decides_between_news_and_a_mere_mention() -> None:
    both = {"progress": 500, "mentions_only": 500}
    assert relations(sure(bears=501, **both), delivered=False)[0][0] is R.PROGRESS
    assert relations(sure(bears=499, **both), delivered=False)[0][0] is R.MENTIONS_ONLY


def new_date(text: str, said_on: date = BEFORE, of: Commitment = LAMPS, by: int = 900, **told: int) -> Due | None:
    """Return the date that a delay of some thousandths moves the promise to, by a will that is told surely."""
    return moved(held(text, said_on, of, told={"will": 900, **told}), of, said_on, by)


def test_a_later_time_that_is_told_surely_moves_the_date() -> None:
    (may,) = windows(MAY, BEFORE)
    assert may.rule
    assert new_date(MAY) == Due("in May 2032", date(2032, 5, 1), date(2032, 5, 31), may.rule, BEFORE)


@pytest.mark.parametrize(
    "text",
    [
        "The lamp report is long. The report will be published in May 2032.",
        "The lamp report is long. It will be published in May 2032.",
    ],
)
def test_a_noun_or_a_pronoun_for_it_moves_the_date_as_its_name_does(text: str) -> None:
    assert new_date(text) is not None


def test_the_date_moves_only_where_the_delay_and_the_will_are_told_surely() -> None:
    assert new_date(MAY, by=600, will=600) is not None
    assert new_date(MAY, by=599, will=600) is None
    assert new_date(MAY, by=600, will=599) is None
    assert new_date(MAY, by=600, will=599, late=600) is not None


def test_what_is_likely_done_moves_no_date() -> None:
    assert new_date(MAY, done=299) is not None
    assert new_date(MAY, done=300) is None


def test_a_start_moves_no_date() -> None:
    assert new_date("The lamp report will be published from May 2032.") is None


@pytest.mark.parametrize(
    "text",
    [
        "The lamp report is long. More will be published in May 2032.",
        "The lamp report is long. Keepers like it and more will be published in May 2032.",
    ],
)
def test_the_date_of_something_else_moves_nothing(text: str) -> None:
    assert "later" in held(text).facts
    assert new_date(text) is None


def test_one_word_of_it_is_too_little_to_move_its_date() -> None:
    together = b.commitment(watch=replace(LAMPS.watch, names=(), together=((("buoy*",), ("keeper*",)),)))
    assert new_date("Keepers like buoys. Buoys and keepers will be published in May 2032.", of=together) is not None
    assert new_date("Keepers like buoys. Buoys will be published in May 2032.", of=together) is None


def test_a_time_of_a_step_or_of_another_deed_moves_nothing() -> None:
    assert new_date(MAY, of=STEPS) is not None
    assert new_date("The lamp report will be read in May 2032.", of=STEPS) is None
    assert new_date("A draft of the lamp report will be sent in May 2032.", of=STEPS) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "According to the press, the lamp report will be published in May 2032.",
        "If money is found, the lamp report will be published in May 2032.",
        "The Scottish Government’s lamp report will be published in May 2032.",
    ],
)
def test_hearsay_a_condition_or_another_governments_thing_moves_no_date(sentence: str) -> None:
    assert {"later", ITS_DEED} <= held(sentence).facts
    assert new_date(sentence) is None


@pytest.mark.parametrize(
    ("when", "day", "moves"),
    [
        ("by 30 November 2031", AFTER, True),
        ("by 30 November 2031", BEFORE, True),
        ("before the end of May 2031", BEFORE, True),
        ("by the end of June 2031", BEFORE, True),
        ("in 2031", BEFORE, False),
        ("this spring", BEFORE, False),
        ("by 9 April 2031", BEFORE, False),
        ("by 16 April 2031", BEFORE, False),
        ("once the storms end", AFTER, False),
        ("after May 2032", BEFORE, False),
        ("shortly", AFTER, False),
        ("in due course", AFTER, False),
    ],
)
def test_a_time_that_may_still_be_within_the_promise_or_has_no_last_day_moves_nothing(
    when: str, day: date, moves: bool
) -> None:
    assert (new_date(f"The lamp report will be published {when}.", day) is not None) is moves


def test_a_first_time_for_what_had_none_moves_nothing() -> None:
    assert new_date(MAY, of=UNDATED) is None
