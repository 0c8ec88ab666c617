"""On which files does it depend what a scan looks for, and has any of them been altered?"""

import io
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from monitor.judging.rulebook import interest
from monitor.model.errors import UserError, offered
from monitor.model.shipped_registers import SHIPPED, shipped, shipped_names, ships
from monitor.model.user_paths import LONGEST, read_text, user_path


@dataclass(frozen=True, slots=True)
class Inputs:
    """The registers' texts by the names of their files, what stands for all that is looked for, and the files read."""

    registers: Mapping[str, str]
    interest: str
    files: tuple[Path, ...] = ()


def inputs(registers: Sequence[str], config: Path | None, calendar: Path) -> Inputs:
    """Return what a scan depends on; raise UserError where a register can't be read. No other file need be there."""
    texts = dict(map(register_text, registers or (SHIPPED,)))
    said = [text for pair in texts.items() for text in pair]
    files = (*map(user_path, registers), *filter(None, (config, calendar)))
    return Inputs(texts, interest((*said, _text(config), _text(calendar))), files)


def parsed(config: Path) -> dict[str, Any]:
    """Return what a configuration says, unchecked; nothing where there is none. ValueError where it is no TOML."""
    return tomllib.loads(_text(config))


def register_text(said: str) -> tuple[str, str]:
    """Return the file name and the text of a register: a file's, or of one that ships, which is found by its name.

    A file goes before one that ships. UserError where there is neither, or the file can't be read.
    """
    if not user_path(said).exists():
        if ships(said):
            return f"{said.removesuffix('.yaml')}.yaml", shipped(said)
        if said == Path(said).name and not Path(said).suffix:
            hint = f"{offered(said, shipped_names())}; or name a file; bywhen register list tells what there is"
            raise UserError(f"{said}: there is no such file, and no register that ships is called so", hint)
    return said, read_text(said)


def _text(path: Path | None) -> str:
    try:
        with path.open("rb") if path else io.BytesIO() as file:
            return file.read(LONGEST).decode("utf-8", errors="replace")
    except OSError:
        return ""
