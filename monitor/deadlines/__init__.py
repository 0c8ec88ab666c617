"""Which window of dates do the due words of a sentence promise?"""

from monitor.deadlines.conventions import CONVENTIONS
from monitor.deadlines.resolving import Deadline, resolve, resolve_words

__all__ = ["CONVENTIONS", "Deadline", "resolve", "resolve_words"]
