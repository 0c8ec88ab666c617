"""How is a text cut into its words where very many are wanted, and none of where they stand?

The words are those that `sentences.spans` yields, one for one. Most marks never stand inside a word: they are blanked
all at once, and only what then still holds a mark (£1.8, department’s) is cut by the rule itself.
"""

import re

from monitor.model.sentences import spans

_TYPED = (("’", "'"), ("‘", " "), ("“", " "), ("”", " "), ("–", " "), ("—", " "), ("…", " "), ("•", " "), ("‑", " "))
"""What most texts hold beyond Latin-1, as the rule for words takes it."""
_INSIDE = "_.,'%£"
"""What of Latin-1 may stand inside a word beside letters and digits."""
_KEPT = "".join(c.lower() if (c := chr(n)).isalnum() or c in _INSIDE else " " for n in range(256)).encode("latin-1")
_MARKED = re.compile(f"[{_INSIDE}]")


def tokens(text: str) -> list[str]:
    """Return the words of a text in small letters, in their order: the first of each that `spans` yields."""
    if not text:
        return []
    flat = text
    if not text.isascii():
        for typed, taken in _TYPED:
            flat = flat.replace(typed, taken)
    try:
        flat = flat.encode("latin-1").translate(_KEPT).decode("latin-1")
    except UnicodeEncodeError:
        return [word for word, _, _ in spans(text)]
    return _cut(f"{flat} ".replace(", ", " ").replace(". ", " "))


def _cut(flat: str) -> list[str]:
    """Return the words of a text that ends with a blank, and in which nothing else but blanks and marks parts them."""
    parts, done = [], 0
    for mark in _MARKED.finditer(flat):
        at = mark.start()
        if at >= done:
            start, end = flat.rfind(" ", 0, at) + 1, flat.find(" ", at)
            parts += [flat[done:start], *_within(flat[start:end])]
            done = end
    return " ".join([*parts, flat[done:]]).split() if parts else flat.split()


def _within(marked: str) -> list[str]:
    """Return the words of something without blanks that holds marks: most often a possessive."""
    if marked.endswith("'s") and marked[:-2].isalnum():
        return [marked[:-2]]
    return [word for word, _, _ in spans(marked)]
