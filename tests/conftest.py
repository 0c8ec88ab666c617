"""What holds for all tests: bytecode is kept, and what starts processes is run first.

Where no bytecode is kept, every worker and every process that a test starts reads and compiles each file anew: to
collect the tests then takes twice the processor's time.
"""

import os
import sys

import pytest

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of monitor last: its files take seconds each, so that no worker waits long for another's last."""
    items.sort(key=lambda item: "monitor" in item.path.parts)
