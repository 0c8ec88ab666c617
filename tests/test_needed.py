"""Is a program that is missing told of, and on the build machine not passed over?"""

import pytest

from tests.chromium import browser
from tests.needed import absent


def test_where_a_program_is_missing_a_test_is_skipped_and_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no server is installed"):
        absent("no server is installed")


def test_on_the_build_machine_a_missing_program_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no server is installed, and CI is set"):
        absent("no server is installed")


def test_without_a_browser_the_tests_that_need_one_say_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="apt-get install chromium"):
        browser()
