"""How is a text cut into its words where very many are wanted, and none of where they stand?

The words are those that `sentences.spans` yields, one for one. Most marks never stand inside a word: they are blanked
all at once, and only what then still holds a mark (£1.8, department’s) is cut by the rule itself.
"""

from itertools import compress, count
from operator import not_

from monitor.sentences import spans

_TYPED = (("’", "'"), ("‘", " "), ("“", " "), ("”", " "), ("–", " "), ("—", " "), ("…", " "), ("•", " "), ("‑", " "))
"""What most texts hold beyond Latin-1, as the rule for words takes it."""
_INSIDE = "_.,'%£"
"""What of Latin-1 may stand inside a word beside letters and digits."""
_KEPT = "".join(c.lower() if (c := chr(n)).isalnum() or c in _INSIDE else " " for n in range(256)).encode("latin-1")
_UNSTEADY = ("İ", "Σ")
"""Letters whose small form is of another length, or depends on what follows."""


def tokens(text: str) -> list[str]:
    """Return the words of a text in small letters, in their order: the first of each that `spans` yields."""
    if not text:
        return []
    if not text.isascii():
        for typed, taken in _TYPED:
            text = text.replace(typed, taken)
    try:
        flat = text.encode("latin-1").translate(_KEPT).decode("latin-1")
    except UnicodeEncodeError:
        if any(letter in text for letter in _UNSTEADY):
            return [word for word, _, _ in spans(text)]
        flat = text.lower()
    return _cut(f"{flat} ".replace(", ", " ").replace(". ", " ").split())


def _cut(rough: list[str]) -> list[str]:
    """Return the words of what stands between blanks."""
    marked = list(compress(count(), map(not_, map(str.isalnum, rough))))
    for n in reversed(marked):
        rough[n : n + 1] = _within(rough[n])
    return rough


def _within(marked: str) -> list[str]:
    """Return the words of something without blanks that holds marks: most often a possessive."""
    if marked.endswith("'s") and marked[:-2].isalnum():
        return [marked[:-2]]
    return [word for word, _, _ in spans(marked)]
