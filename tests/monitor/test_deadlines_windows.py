"""Do due words alone resolve to the windows that the published conventions say?"""

from datetime import date

import pytest

from monitor.deadlines import CONVENTIONS, resolve_words

CASES = [
    # words, said on, earliest, latest
    ("on 8 April 2025", "2025-02-01", "2025-04-08", "2025-04-08"),
    ("by 8th April", "2025-02-01", "2025-02-01", "2025-04-08"),
    ("Tuesday 8 April", "2025-02-01", "2025-04-08", "2025-04-08"),
    ("by April 8, 2025", "2025-02-01", "2025-02-01", "2025-04-08"),
    ("before 31 March 2026", "2025-10-01", "2025-10-01", "2026-03-30"),
    ("by 31/12/2025", "2025-05-01", "2025-05-01", "2025-12-31"),
    ("no later than 31 March", "2025-02-05", "2025-02-05", "2025-03-31"),
    ("by 31 March at the latest", "2025-02-05", "2025-02-05", "2025-03-31"),
    ("not before April 2026", "2025-02-05", "2026-04-01", None),
    ("no later than 2031, and no earlier than 2029", "2025-02-05", "2029-01-01", "2031-12-31"),
    ("from 1 April 2026", "2025-03-01", "2026-04-01", "2026-04-01"),
    ("from April", "2025-01-20", "2025-04-01", "2025-04-30"),
    ("week commencing 3 March", "2025-02-01", "2025-03-03", "2025-03-09"),
    ("tomorrow", "2025-03-03", "2025-03-04", "2025-03-04"),
    ("by Friday", "2025-02-05", "2025-02-05", "2025-02-07"),
    ("next week", "2025-02-05", "2025-02-10", "2025-02-16"),
    ("by the end of the week", "2025-02-05", "2025-02-05", "2025-02-09"),
    # months
    ("in May", "2025-01-16", "2025-05-01", "2025-05-31"),
    ("later in May", "2025-05-12", "2025-05-12", "2025-05-31"),
    ("by the end of January", "2025-01-20", "2025-01-20", "2025-01-31"),
    ("in February", "2025-03-02", "2026-02-01", "2026-02-28"),
    ("early June", "2025-02-05", "2025-06-01", "2025-06-10"),
    ("mid-July", "2025-02-05", "2025-07-11", "2025-07-20"),
    ("in late November 2025", "2025-02-05", "2025-11-21", "2025-11-30"),
    ("March or April 2026", "2025-10-01", "2026-03-01", "2026-04-30"),
    ("between May and July 2025", "2025-02-05", "2025-05-01", "2025-07-31"),
    ("later this month", "2025-02-05", "2025-02-05", "2025-02-28"),
    ("next month", "2025-12-05", "2026-01-01", "2026-01-31"),
    ("in March next year", "2025-12-05", "2026-03-01", "2026-03-31"),
    # years and their parts
    ("by 2030", "2025-02-05", "2025-02-05", "2030-12-31"),
    ("before 2030", "2025-02-05", "2025-02-05", "2029-12-31"),
    ("in 2026", "2025-02-05", "2026-01-01", "2026-12-31"),
    ("in 2026", "2026-02-05", "2026-02-05", "2026-12-31"),
    ("by the end of 2027", "2025-02-05", "2025-02-05", "2027-12-31"),
    ("early 2026", "2025-02-05", "2026-01-01", "2026-03-31"),
    ("mid-2026", "2025-02-05", "2026-05-01", "2026-08-31"),
    ("late 2025", "2025-02-05", "2025-10-01", "2025-12-31"),
    ("late 2025 or early 2026", "2025-02-05", "2025-10-01", "2026-03-31"),
    ("first half of next year", "2025-02-05", "2026-01-01", "2026-06-30"),
    ("in the second half of this year", "2025-08-05", "2025-08-05", "2025-12-31"),
    ("Q2 2026", "2025-02-05", "2026-04-01", "2026-06-30"),
    ("in the third quarter of 2025/26", "2025-02-05", "2025-10-01", "2025-12-31"),
    ("by 2028/29", "2025-02-05", "2025-02-05", "2029-03-31"),
    ("by the end of the financial year", "2025-02-05", "2025-02-05", "2025-03-31"),
    ("early in the financial year", "2025-02-05", "2025-04-01", "2025-05-31"),
    ("next financial year", "2025-05-05", "2026-04-01", "2027-03-31"),
    ("by the start of the new academic year", "2025-05-01", "2025-05-01", "2025-09-01"),
    ("in the new year", "2025-11-01", "2026-01-01", "2026-03-31"),
    ("early next year", "2025-11-01", "2026-01-01", "2026-03-31"),
    ("turn of the year", "2025-11-01", "2025-12-01", "2026-01-31"),
    ("later this year", "2025-11-01", "2025-11-01", "2025-12-31"),
    ("by the end of the decade", "2025-11-01", "2025-11-01", "2029-12-31"),
    # seasons and festivals
    ("this spring", "2025-01-06", "2025-03-01", "2025-05-31"),
    ("in the autumn", "2025-10-09", "2025-10-09", "2025-11-30"),
    ("in the spring", "2025-10-09", "2026-03-01", "2026-05-31"),
    ("by summer 2026", "2025-10-09", "2025-10-09", "2026-08-31"),
    ("before the summer", "2026-03-09", "2026-03-09", "2026-05-31"),
    ("winter 2025/26", "2025-10-09", "2025-12-01", "2026-02-28"),
    ("this winter", "2026-01-09", "2026-01-09", "2026-02-28"),
    ("next spring", "2025-11-09", "2026-03-01", "2026-05-31"),
    ("by Easter", "2025-01-16", "2025-01-16", "2025-04-20"),
    ("before Christmas", "2025-10-09", "2025-10-09", "2025-12-24"),
    ("after Easter", "2025-02-01", "2025-04-21", None),
    # lengths of time
    ("within three months", "2025-01-16", "2025-01-16", "2025-04-16"),
    ("in three months", "2025-01-16", "2025-01-16", "2025-04-16"),
    ("a three-month audit", "2025-01-16", "2025-01-16", "2025-04-16"),
    ("in the next 30 days", "2025-01-16", "2025-01-16", "2025-02-15"),
    ("within 10 working days", "2025-12-19", "2025-12-19", "2026-01-07"),
    ("in the coming days", "2025-01-16", "2025-01-16", "2025-01-23"),
    ("in the next few weeks", "2025-01-16", "2025-01-16", "2025-03-13"),
    ("over the coming months", "2025-08-31", "2025-08-31", "2026-02-28"),
    ("over the coming year", "2025-01-16", "2025-01-16", "2026-01-16"),
    ("within the next year", "2025-01-16", "2025-01-16", "2026-01-16"),
    ("over the next decade", "2025-01-16", "2025-01-16", "2035-01-16"),
    ("within a year of Royal Assent", "2025-01-16", None, None),
    # Parliament
    ("before the summer recess", "2025-01-16", "2025-01-16", "2025-07-22"),
    ("after the Whitsun recess", "2025-05-01", "2025-06-02", "2025-07-02"),
    ("before the House rises for the summer", "2026-06-01", "2026-06-01", "2026-07-16"),
    ("when the House returns", "2025-07-25", "2025-09-01", "2025-10-01"),
    ("within five sitting days", "2025-12-17", "2025-12-17", "2026-01-08"),
    ("in this session", "2025-01-16", "2025-01-16", "2026-04-29"),
    ("in this session", "2026-06-16", "2026-06-16", None),
    ("next session", "2025-01-16", "2026-05-13", None),
    ("by the end of this Parliament", "2025-01-16", "2025-01-16", "2029-07-09"),
    ("over the Parliament", "2025-01-16", "2025-01-16", "2029-07-09"),
    ("at the Autumn Budget", "2025-09-10", "2025-11-26", "2025-11-26"),
]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("words", "said", "earliest", "latest"), CASES)
def test_due_words_give_the_window_of_the_convention(
    words: str, said: str, earliest: str | None, latest: str | None
) -> None:
    found = resolve_words(words, date.fromisoformat(said))
    assert (found.earliest, found.latest) == (_day(earliest), _day(latest))
    assert found.rule
    assert found.kind not in ("none", "indefinite")


@pytest.mark.parametrize("words", ["in due course", "shortly", "when parliamentary time allows", "soon", "", "as now"])
def test_words_without_a_date_are_indefinite_and_never_none(words: str) -> None:
    found = resolve_words(words, date(2025, 1, 16))
    assert (found.kind, found.earliest, found.latest) == ("indefinite", None, None)


def test_the_summer_recess_of_2024_is_the_announced_one_until_the_dissolution() -> None:
    assert resolve_words("before the summer recess", date(2024, 3, 1)).latest == date(2024, 7, 23)
    assert resolve_words("before the summer recess", date(2024, 7, 18)).latest == date(2024, 7, 30)


def test_a_recess_beyond_the_table_says_that_it_is_a_guess() -> None:
    found = resolve_words("before the February recess", date(2031, 1, 10))
    assert found.latest == date(2031, 2, 12)
    assert found.rule is not None
    assert "usual" in found.rule


def test_every_convention_has_a_name_and_a_sentence_of_its_own() -> None:
    assert len({name for name, _ in CONVENTIONS}) == len({said for _, said in CONVENTIONS}) == len(CONVENTIONS)
    assert all(len(said.split()) > 3 for _, said in CONVENTIONS)


def test_the_rule_of_spring_is_told_in_words() -> None:
    assert resolve_words("this spring", date(2025, 1, 6)).rule == "spring runs 1 March to 31 May"
