"""Where does the state live when nobody says?"""

from pathlib import Path

from platformdirs import user_data_path


def default_place() -> Path:
    """Return the file in the user's own data folder; nothing is created."""
    return user_data_path("bywhen", appauthor=False) / "bywhen.sqlite"
