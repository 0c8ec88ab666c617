"""What is to be done where a program that tests need is not installed?"""

import os
from typing import NoReturn

import pytest


def absent(why: str) -> NoReturn:
    """Skip the test and say why; with CI set fail it, for there everything is to be installed."""
    if os.environ.get("CI"):
        pytest.fail(f"{why}, and CI is set", pytrace=False)
    pytest.skip(why)
