"""Which words went and which came, in a change that tells that a text was altered? For a screen or a feed to mark."""

from monitor.model.changes import Change
from monitor.pipeline.comparing.document_versions import Difference
from monitor.pipeline.comparing.text_diff import DiffPiece, Edit, diff

_CUT = "…"
_ALTERED = (Difference.AMENDED, Difference.CORRECTED)


def altered_words(change: Change) -> tuple[DiffPiece, ...]:
    """Return the altered sentences word by word, in reading order; empty where a change does not carry both texts.

    A change carries no more of a long text than its beginning. What then seems to have gone or come behind the last
    words that both have in common may only be cut off: an ellipsis stands in its place.
    """
    if change.kind not in _ALTERED or not change.before or not change.after:
        return ()
    edits = diff(change.before, change.after)
    pieces = [piece for edit in edits for piece in edit.pieces]
    if not any(_cut(edit) for edit in edits[-1:]):
        return tuple(pieces)
    while pieces and pieces[-1].sign != " ":
        pieces.pop()
    return (*pieces, DiffPiece(" ", _CUT)) if pieces else ()


def _cut(edit: Edit) -> bool:
    return edit.before.endswith(_CUT) or edit.after.endswith(_CUT)
