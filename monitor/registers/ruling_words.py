"""Which kind of ruling did a person mean who wrote another word, and what does each kind mean?"""

import difflib

_KINDS = {
    "announced": ("it was promised, or promised again, in public", "promised, pledged, repeated"),
    "delivered": ("it was done", "done, kept, met, completed, fulfilled, achieved"),
    "not-delivered": (
        "it was not done",
        "missed, broken, failed, undelivered, unmet, breached, not kept, not met, not done",
    ),
    "progress": ("work on it is under way", "started, begun, under way, ongoing, partly done"),
    "moved": (
        "a later date was given",
        "delayed, postponed, deferred, put off, late, slipped, pushed back, rescheduled",
    ),
    "weakened": ("its wording was softened", "softened, watered down, diluted, scaled back, reduced"),
    "superseded": ("another promise took its place", "replaced, taken over, merged"),
    "dropped": (
        "it was given up",
        "cancelled, canceled, scrapped, abandoned, withdrawn, ditched, axed, removed, shelved",
    ),
    "resumed": ("what had been given up was taken up again", "revived, restarted, reinstated, taken up again"),
    "note": ("something to know that changes nothing", "comment, remark"),
}
_NEAR = 0.8
"""How much of a word must be the same for a slip of spelling."""


def ruling_meant(said: str) -> tuple[str, str]:
    """Return that a word is no kind of ruling, and which one to write; a word that is only spelt alike is none."""
    word = " ".join(said.lower().replace("-", " ").replace("_", " ").split())
    kind = next((kind for kind, (_, words) in _KINDS.items() if word in words.split(", ")), None) or _misspelt(word)
    every = "; ".join(f"{name} ({means})" for name, (means, _) in _KINDS.items())
    meant = f"write {kind}: {_KINDS[kind][0]}. " if kind else ""
    return f"“{said}” is no kind of ruling", f"{meant}The kinds are: {every}"


def _misspelt(word: str) -> str | None:
    """Return the kind that a word is but for a slip, never one that it denies: both have to begin alike."""
    begun = "not " if word.startswith("not ") else word[:1]
    alike = {name.replace("-", " "): name for name in _KINDS}
    near = (name for name in alike if name.startswith(begun) and name.startswith("not ") == word.startswith("not "))
    return next((alike[name] for name in difflib.get_close_matches(word, near, 1, _NEAR)), None)
