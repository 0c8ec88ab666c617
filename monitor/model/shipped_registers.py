"""Which registers come with the product, by what name is each found, and what does a name that somebody gave mean?

It stands apart from monitor.registers, which loads what reads them: a quiet scan has no need of that.
"""

from importlib.resources import files
from pathlib import Path

from monitor.model.user_paths import user_path

SHIPPED = "cooper-grooming-gangs.yaml"
"""The file of the register that is used where nobody names one."""
_FOLDER, _SUFFIX = files("monitor") / "registers", ".yaml"


def shipped(name: str = SHIPPED) -> str:
    """Return the text of a register that comes with the product, by the name of its file or without its ending."""
    return _FOLDER.joinpath(_file(name)).read_text(encoding="utf-8")


def shipped_names() -> tuple[str, ...]:
    """Return by which names the registers that come with the product are found, in their order."""
    found = (f.name for f in _FOLDER.iterdir() if f.name.endswith(_SUFFIX))
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in found))


def ships(said: str) -> bool:
    """Return whether a register comes with the product under what somebody said: a bare name, no path to a file."""
    return said.removesuffix(_SUFFIX) in shipped_names()


def placed(said: str, folder: Path) -> str:
    """Return what a configuration in a folder names: a file beside it, or by its name a register that ships."""
    there = folder / user_path(said)
    return said if ships(said) and not there.exists() else str(there)


def _file(name: str) -> str:
    return name if name.endswith(_SUFFIX) else name + _SUFFIX
