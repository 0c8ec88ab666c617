"""Which windows of dates do words of time name, and which of them does a sentence promise?"""

from monitor.deadlines.conventions import CONVENTIONS
from monitor.deadlines.dated import Dated, windows
from monitor.deadlines.resolving import Deadline, resolve, resolve_words

__all__ = ["CONVENTIONS", "Dated", "Deadline", "resolve", "resolve_words", "windows"]
