"""What does the user's configuration file say, and is every word of it understood?"""

import re
import tomllib
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from monitor.model.cleaning import clean_line
from monitor.model.errors import UserError
from monitor.model.shipped_registers import placed
from monitor.model.sources import SOURCES, WHATSON
from monitor.model.user_paths import read_text, user_path
from state.default_places import config_place

_MAX_SAID = 200
_SAID = re.compile(r"[!-~]+")
"""Characters that may stand in an address."""


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _web_address(said: str) -> str:
    """Return an address as it was given; ValueError, in words for people, where nobody could ask anything there."""
    try:
        parts = urlsplit(said)
        host, _ = parts.hostname or "", parts.port
        host.encode("idna")
    except (ValueError, UnicodeError):
        raise ValueError("no address: its host or its port can't be read") from None
    if parts.scheme not in ("http", "https") or not host or not _SAID.fullmatch(said):
        raise ValueError("no address as https://api.example.org")
    if parts.query or parts.fragment or parts.username is not None:
        raise ValueError("an address without a name, a question or a part: only its host and path")
    return said


class SourceSettings(_Form):
    """What a user may set of a source; what is left out stands on its card. Times are in the units named."""

    enabled: bool = True
    address: Annotated[str, AfterValidator(_web_address)] | None = None
    delay: Annotated[float, Field(ge=0, le=600, allow_inf_nan=False)] | None = None
    every_minutes: Annotated[int, Field(ge=5, le=10_080)] | None = None
    fewest: Annotated[int, Field(ge=0)] | None = None
    departments: Annotated[tuple[Annotated[str, Field(max_length=100)], ...], Field(min_length=1)] | None = None


class Config(_Form):
    """The whole file. Paths in it are relative to the folder it stands in."""

    state: str | None = None
    registers: tuple[str, ...] = ()
    sources: dict[str, SourceSettings] = {}

    def source(self, name: str) -> SourceSettings:
        """Return the settings of a source, the defaults where the file says nothing of it."""
        return self.sources.get(name, SourceSettings())


def default_config() -> Path:
    """Return where the configuration is looked for when nobody names one; it need not exist."""
    return config_place()


def read_config(path: Path | None) -> Config:
    """Return the configuration of a file, or of the default place if one is there; raise UserError if it is wrong."""
    chosen = path or default_config()
    if path is None and not chosen.is_file():
        return Config()
    try:
        config = Config.model_validate(_parsed(read_text(chosen), chosen))
    except ValidationError as wrong:
        raise _told(chosen, wrong) from None
    unknown = sorted(set(config.sources) - {*SOURCES, WHATSON})
    if unknown:
        known = ", ".join((*SOURCES, WHATSON))
        raise UserError(f"{chosen}: no source is called {unknown[0]}", f"the sources are {known}")
    return _placed(config, chosen.parent)


def _parsed(text: str, chosen: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        wrong = "nested too deeply"
    except ValueError as raised:  # a number of too many digits as well
        wrong = clean_line(str(raised))[:_MAX_SAID]
    raise UserError(f"{chosen}: not TOML: {wrong}", "see docs/configuration.md for an example")


def _told(chosen: Path, wrong: ValidationError) -> UserError:
    first = wrong.errors(include_url=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    what = first["msg"].removeprefix("Value error, ").replace("Input should be", "this should be")
    what = what.replace("a valid string", "words in quotes")
    return UserError(f"{chosen}: {clean_line(where)}: {what}", "docs/configuration.md lists what the file may hold")


def _placed(config: Config, folder: Path) -> Config:
    registers = tuple(placed(said, folder) for said in config.registers)
    state = config.state
    if state and "://" not in state:
        state = str(folder / user_path(state))
    return config.model_copy(update={"registers": registers, "state": state})
