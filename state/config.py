"""What does the user's configuration file say, and is every word of it understood?"""

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from monitor.model.errors import UserError
from monitor.model.shipped_registers import placed
from monitor.model.sources import SOURCES, WHATSON
from state.default_places import config_place


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SourceSettings(_Form):
    """What a user may set of a source; what is left out stands on its card. Times are in the units named."""

    enabled: bool = True
    address: Annotated[str, Field(pattern=r"^https?://[^\s/]+")] | None = None
    delay: Annotated[float, Field(ge=0, le=600)] | None = None
    every_minutes: Annotated[int, Field(ge=5, le=10_080)] | None = None
    fewest: Annotated[int, Field(ge=0)] | None = None
    departments: Annotated[tuple[Annotated[str, Field(pattern=r"^[a-z0-9-]+$")], ...], Field(min_length=1)] | None = (
        None
    )


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
        config = Config.model_validate(tomllib.loads(chosen.read_text(encoding="utf-8")))
    except OSError as wrong:
        raise UserError(f"{chosen}: {wrong.strerror}", "name a TOML file that can be read") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise UserError(f"{chosen}: this is not TOML: {wrong}", "docs/configuration.md has an example") from None
    except ValidationError as wrong:
        raise _told(chosen, wrong) from None
    unknown = sorted(set(config.sources) - {*SOURCES, WHATSON})
    if unknown:
        known = ", ".join((*SOURCES, WHATSON))
        raise UserError(f"{chosen}: no source is called {unknown[0]}", f"the sources are {known}")
    return _placed(config, chosen.parent)


def _told(chosen: Path, wrong: ValidationError) -> UserError:
    first = wrong.errors(include_url=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    return UserError(f"{chosen}: {where}: {first['msg']}", "docs/configuration.md lists what the file may hold")


def _placed(config: Config, folder: Path) -> Config:
    registers = tuple(placed(said, folder) for said in config.registers)
    state = config.state
    if state and "://" not in state:
        state = str(folder / Path(state).expanduser())
    return config.model_copy(update={"registers": registers, "state": state})
