"""Whose turn is it to be read again, and what is remembered of each reading?"""

from datetime import date

from monitor.model.sources import Visit
from monitor.pipeline.coverage.revisit_queue import EACH, again, merged, next_visits, read_visits, seen, visits_as_json
from tests import builders as b

DAY = date(2031, 6, 16)
ROWS = tuple(Visit(f"/p{n}", etag=f'W/"{n}"') for n in range(100))


def test_pages_never_read_are_all_read_and_of_the_rest_a_few_that_were_read_longest_ago() -> None:
    pages = tuple(f"/p{n}" for n in range(103))
    fresh, turn = again(pages, (), ROWS)
    assert fresh == ("/p100", "/p101", "/p102")
    assert turn == tuple(f"/p{n}" for n in range(EACH))


def test_what_stands_below_a_watched_page_has_its_own_turn_and_what_is_merely_known_has_none() -> None:
    visits = (Visit("/plan/full-text"), Visit("/elsewhere"), Visit("/plan"), Visit("/relied-on"))
    assert again(("/plan",), ("/relied-on",), visits) == ((), ("/plan/full-text", "/plan", "/relied-on"))


def test_every_page_has_its_turn_before_any_has_its_second() -> None:
    pages, visits, turns = tuple(v.key for v in ROWS), ROWS, list[str]()
    for _ in range(len(ROWS) // EACH):
        _, turn = again(pages, (), visits)
        turns += turn
        visits = tuple(merged(visits, (Visit(key) for key in turn), set(pages)))
    assert sorted(turns) == sorted(pages)


def test_of_what_is_relied_on_only_a_few_are_asked_for_those_never_asked_for_first() -> None:
    assert next_visits(("a", "b", "c"), (Visit("a"), Visit("b")), 2) == ("c", "a")


def test_visits_are_kept_as_they_were_and_those_that_nothing_needs_are_forgotten_first() -> None:
    kept = merged(ROWS, (Visit("/p0", stamp="now"),), {"/p1", "/p2"}, most=3)
    assert [v.key for v in kept] == ["/p1", "/p2", "/p98", "/p99", "/p0"]
    assert read_visits(visits_as_json(kept)) == tuple(kept)
    assert read_visits(None) == ()
    assert read_visits("[0, []]") == ()


def test_a_document_that_came_counts_as_a_visit_only_where_it_is_read_again_and_again() -> None:
    papers = tuple(b.answer("Yes.", DAY, key) for key in ("q1", "q2"))
    assert seen(("q1",), papers) == (Visit("q1"),)
