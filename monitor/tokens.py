"""How is a text cut into its words where very many are wanted, and none of where they stand?

The words are those that `sentences.spans` yields, one for one. Most marks never stand inside a word: they are blanked
all at once, and only what then still holds a mark (£1.8, department’s) is cut by the rule itself.
"""

from monitor.sentences import spans

_CURLED = (("’", "'"), ("‘", " "), ("“", " "), ("”", " "), ("–", " "), ("—", " "))
"""What is typed beyond ASCII in most texts, as the rule for words takes it."""
_INSIDE = "_.,'%"
"""What of ASCII may stand inside a word beside letters and digits."""
_PLAIN = "".join(c.lower() if (c := chr(n)).isalnum() or c in _INSIDE else " " for n in range(128)).encode()
_BLANKED = _PLAIN + bytes(range(128, 256))
_UNSTEADY = ("İ", "Σ")
"""Letters whose small form is of another length, or depends on what follows."""


def tokens(text: str) -> list[str]:
    """Return the words of a text in small letters, in their order: the first of each that `spans` yields."""
    if not text.isascii():
        if any(letter in text for letter in _UNSTEADY):
            return [word for word, _, _ in spans(text)]
        for typed, taken in _CURLED:
            text = text.replace(typed, taken)
    flat = _flat(text + " ")
    cut = flat.split()
    if not flat.isascii() or any([mark in flat for mark in _INSIDE]):  # a list is faster than a generator
        marked = [n for n, word in enumerate(cut) if not word.isalnum()]
        for n in reversed(marked):
            cut[n : n + 1] = [word for word, _, _ in spans(cut[n])]
    return cut


def _flat(text: str) -> str:
    """Return a text in small letters, with blanks for marks that part words."""
    flat = text.encode().translate(_BLANKED).decode() if text.isascii() else text.lower()
    return flat.replace(", ", " ").replace(". ", " ")
