"""Does each source follow what the configuration says of it, and is what can't be followed refused in words?"""

from pathlib import Path

import pytest

from monitor.model.errors import UserError
from spiders.catalogue import CARDS
from spiders.departments import BODIES
from spiders.jobs import Departments
from state.config import read_config
from tui.wiring import card


def configured(home: Path, source: str, said: str) -> Departments:
    """Return what a source is asked for where the configuration says so."""
    file = home / "config.toml"
    file.write_text(f"[sources.{source}]\n{said}\n", encoding="utf-8")
    return Departments.of(card(source, read_config(file)))


def test_without_a_word_the_departments_of_the_card_are_followed(tmp_path: Path) -> None:
    assert configured(tmp_path, "gov-uk", "") == Departments(("home-office",))
    assert configured(tmp_path, "written-questions", "").bodies == (1, 54, 60, 7, 27)


def test_departments_are_named_as_govuk_names_them_and_asked_for_as_each_service_numbers_them(tmp_path: Path) -> None:
    said = 'departments = ["home-office", "department-of-health-and-social-care"]'
    assert configured(tmp_path, "written-statements", said) == Departments((), (1, 17))
    named = ("home-office", "department-of-health-and-social-care")
    assert configured(tmp_path, "gov-uk", said) == Departments(named)


@pytest.mark.parametrize(
    ("said", "quiet"),
    [("", 8), ('departments = ["attorney-generals-office"]', 40), ("fewest = 0", 0), ("fewest = 3", 8)],
)
def test_a_small_department_may_be_silent_longer_and_zero_lets_any_silence_pass(
    tmp_path: Path, said: str, quiet: int
) -> None:
    file = tmp_path / "config.toml"
    file.write_text(f"[sources.written-questions]\n{said}\n", encoding="utf-8")
    assert card("written-questions", read_config(file)).quiet == quiet


def test_all_departments_can_be_followed(tmp_path: Path) -> None:
    for source in ("gov-uk", "written-questions", "written-statements"):
        assert configured(tmp_path, source, 'departments = ["all"]') == Departments((), ())


def test_govuk_has_organisations_that_answer_no_questions(tmp_path: Path) -> None:
    assert configured(tmp_path, "gov-uk", 'departments = ["ofsted"]') == Departments(("ofsted",))


@pytest.mark.parametrize(
    ("source", "said", "wrong"),
    [
        ("written-questions", 'departments = ["ofsted"]', "no answering body is called “ofsted”"),
        ("written-questions", 'departments = ["all", "home-office"]', "`all` stands beside other departments"),
        ("hansard", 'departments = ["home-office"]', "hansard is not read by department"),
        ("gov-uk", "departments = []", "at least 1"),
        ("gov-uk", 'departments = ["Home Office"]', "no organisation of GOV.UK is called “Home Office”"),
        ("gov-uk", 'departments = ["all", "home-office"]', "all"),
    ],
)
def test_what_can_not_be_followed_is_refused_with_a_hint(tmp_path: Path, source: str, said: str, wrong: str) -> None:
    with pytest.raises(UserError, match=wrong) as refused:
        configured(tmp_path, source, said)
    assert refused.value.hint


def test_every_department_on_a_card_has_a_number_in_parliament() -> None:
    followed = {name for one in CARDS.values() for name in one.departments}
    assert followed
    assert followed <= set(BODIES)
