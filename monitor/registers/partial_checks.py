"""In a register with some parts that are not well formed: which of the other parts contradict each other?

All mistakes are to be shown at once. Whatever depends on a part that can't be read is not checked.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from monitor.registers import form
from monitor.registers.consistency import Senseless, senseless
from monitor.registers.faults import Loc


def senseless_parts(tree: Any, unformed: Collection[Loc]) -> Iterator[Senseless]:
    """Yield what makes no sense in the well-formed parts of a tree; `unformed`: the places where it is not."""
    listed, posts = tree.get("commitments"), tree.get("posts")
    every = range(len(listed)) if isinstance(listed, list) else ()
    read = [n for n in every if not _within(("commitments", n), unformed)]
    register = form.RegisterForm.model_construct(
        posts=dict(_posts(posts, unformed)) if isinstance(posts, dict) else {},
        commitments=tuple(form.CommitmentForm.model_validate(tree["commitments"][n]) for n in read),
    )
    lost = {tail for tail, all_read in ((("made", "post"), posts), (("successor",), read == [*every])) if not all_read}
    for one in senseless(register):
        if not any(one.loc[-len(tail) :] == tail for tail in lost):
            yield replace(one, loc=("commitments", read[int(one.loc[1])], *one.loc[2:])) if _listed(one) else one


def _posts(posts: dict[Any, Any], unformed: Collection[Loc]) -> Iterator[tuple[Any, form.PostForm]]:
    """Yield each post; one that is not well formed is there, but nobody holds it."""
    for id_, post in posts.items():
        sound = not _within(("posts", id_), unformed)
        yield id_, form.PostForm.model_validate(post) if sound else form.PostForm.model_construct(held=())


def _listed(one: Senseless) -> bool:
    return one.loc[0] == "commitments"


def _within(place: Loc, unformed: Collection[Loc]) -> bool:
    return any(loc[: len(place)] == place or loc == place[: len(loc)] for loc in unformed)
