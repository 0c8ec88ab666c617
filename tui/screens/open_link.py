"""Can a page be opened in a browser from here, and may this one be opened?"""

import os
import sys
import webbrowser

from monitor.model.cleaning import safe_link


def open_link(url: str) -> bool:
    """Open an http or https address in the reader's browser; return False where none can be had.

    Without a desktop, Python's webbrowser falls back on browsers that take the terminal: that one is ours.
    """
    link = safe_link(url)
    return link is not None and _has_desktop() and webbrowser.open(link)


def _has_desktop() -> bool:
    if sys.platform in ("darwin", "win32"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))
