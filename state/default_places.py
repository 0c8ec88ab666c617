"""Where do state and configuration live when nobody says?"""

from pathlib import Path

from platformdirs import user_config_path, user_data_path

from monitor.model.user_paths import user_path


def config_place(named: str | None = None) -> Path:
    """Return the configuration the user named, else the one in their own folder for it; it need not exist."""
    return user_path(named) if named else user_config_path("bywhen", appauthor=False) / "config.toml"


def calendar_place(state: str) -> Path:
    """Return where the calendar is kept for a state: beside its file, or in the user's own data folder."""
    name = "calendar.json"
    return default_place().with_name(name) if "://" in state else user_path(state).parent / name


def default_place() -> Path:
    """Return the file in the user's own data folder; nothing is created."""
    return user_data_path("bywhen", appauthor=False) / "bywhen.sqlite"
