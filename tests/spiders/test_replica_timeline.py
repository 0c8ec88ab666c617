"""Is the imagined year whole, and is a timeline file read strictly?"""

from datetime import date
from pathlib import Path

import pytest

from monitor.model.errors import UserError
from spiders.replica.imagined_year import Timeline, load

YEAR = load()
QUESTION = "{id: 1, tabled: 2025-01-07, by: 2, heading: h, text: t, steps: [%s]}"


def written(folder: Path, text: str) -> Path:
    file = folder / "timeline.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_year_has_enough_of_everything_to_be_a_year() -> None:
    own = [q for q in YEAR.questions if q.id < 7_900_000]
    assert len(own) >= 90
    assert len(YEAR.questions) >= 300
    assert len(YEAR.statements) >= 10
    assert len([d for d in YEAR.debates if not d.under]) >= 12
    assert len(YEAR.pages) >= 25


def test_every_kind_of_strangeness_is_in_the_year() -> None:
    kinds = {step.kind for q in YEAR.questions for step in q.steps}
    assert kinds == {"answer", "holding", "correction", "edit", "transfer", "withdraw"}
    assert {p.ending.kind for p in YEAR.pages if p.ending} == {"withdrawn", "gone", "redirect"}
    assert any(q.grouped for q in YEAR.questions)
    assert any(q.house == "Lords" for q in YEAR.questions)
    assert any(p.prefix for p in YEAR.pages)


def test_every_member_who_speaks_or_asks_is_known() -> None:
    ids = {m.id for m in YEAR.members}
    spoke = {s.by for d in YEAR.debates for s in d.speeches} | {s.by for s in YEAR.statements}
    asked = {q.by for q in YEAR.questions} | {step.by for q in YEAR.questions for step in q.steps if step.by}
    assert spoke | asked <= ids


def test_nobody_speaks_or_answers_on_a_day_off() -> None:
    assert {d.on for d in YEAR.debates} <= set(YEAR.days)
    assert {s.made for s in YEAR.statements} <= set(YEAR.days)
    assert all(step.on.weekday() < 5 for q in YEAR.questions for step in q.steps)


def test_groups_name_each_other() -> None:
    by_uin = {q.uin: q for q in YEAR.questions}
    for question in YEAR.questions:
        for other in question.grouped:
            assert question.uin in by_uin[other].grouped


def test_documents_named_in_a_collection_exist() -> None:
    paths = {p.path for p in YEAR.pages}
    assert {path for p in YEAR.pages for path in p.documents} <= paths


def test_the_end_of_a_redirect_exists() -> None:
    paths = {p.path for p in YEAR.pages}
    assert {p.ending.to for p in YEAR.pages if p.ending and p.ending.kind == "redirect"} <= paths


def test_an_empty_file_of_sections_is_an_empty_timeline(tmp_path: Path) -> None:
    assert load(written(tmp_path, "about: nothing\n")) == Timeline()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[", "not YAML"),
        ("- 1", "not a mapping"),
        ("written-question: []", "no such field: written-question"),
        ("written-questions: [{id: 1}]", "written-questions[1]: tabled is missing"),
        ("written-questions: [{id: one, tabled: 2025-01-07}]", "id is not a int"),
        ("members: [{id: 1, name: A B, seat: C, hat: tall}]", "members[1]: no such field: hat"),
        ("written-questions: [" + QUESTION % "{on: 2025-01-08, kind: reply, text: t}" + "]", "kind is none of"),
        ("written-questions: [" + QUESTION % "{on: 2025-01-01, text: t}" + "]", "not in order"),
        ("written-questions: [" + QUESTION % "{on: 2025-01-08}" + "]", "steps[1]: text is missing"),
        ("written-questions: [" + QUESTION % "" + ", " + QUESTION % "" + "]", "stands twice"),
        (
            "gov-uk: [{path: news, kind: news_story, title: t, description: d, published: 2025-01-01, body: b}]",
            "path does not begin",
        ),
    ],
)
def test_a_mistake_in_a_timeline_is_told_where_it_stands(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UserError) as told:
        load(written(tmp_path, text))
    assert said in told.value.message
    assert told.value.hint


def test_a_timeline_that_is_not_there_is_the_users_mistake(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="can't read"):
        load(tmp_path / "none.yaml")


def test_the_turning_points_of_the_year_stand_on_their_days() -> None:
    pages = {p.path: p for p in YEAR.pages}
    root = "/government/publications/national-audit-on-group-based-child-sexual-exploitation-and-abuse"
    assert pages[f"{root}-terms-of-reference"].editions[0].on == date(2025, 2, 20)
    assert (pages[root].kind, pages[root].editions[0].on) == ("independent_report", date(2025, 6, 16))
    assert [e.on for e in pages[root].editions] == [date(2025, 6, 16), date(2025, 12, 9)]
    assert len(pages[root].children) == 2
    update = pages["/government/publications/tackling-child-sexual-abuse-progress-update"]
    assert (update.kind, update.editions[0].on) == ("policy_paper", date(2025, 4, 8))
