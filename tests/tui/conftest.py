"""The command line, with a state, a register and a configuration of its own for each test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from state.ledger import open_ledger
from tests.builders.register_files import SOUND
from tests.tui.calling import Said
from tui.cli import run

Call = Callable[..., Said]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's home, where they stand; in it the register `roads.yaml` and a copy of it, `again.yaml`."""
    for name in ("BYWHEN_STATE", "BYWHEN_BY", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for name in ("roads.yaml", "again.yaml"):
        (tmp_path / name).write_text(SOUND, encoding="utf-8")
    return tmp_path


@pytest.fixture
def bare(home: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """What calls the command in this process with the words given, and nothing else."""

    def call(*words: str) -> Said:
        capsys.readouterr()
        code = run(list(words))
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return call


@pytest.fixture
def bywhen(bare: Call, home: Path) -> Call:
    """What calls the command on the register `roads.yaml` and the state `try.sqlite`, which holds nothing yet."""
    open_ledger(str(home / "try.sqlite")).close()

    def call(*words: str) -> Said:
        return bare("--state", "try.sqlite", "--register", "roads.yaml", *words)

    return call
