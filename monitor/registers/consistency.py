"""A register can be well formed and still make no sense: what does not hang together?"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from monitor.deadlines.unread_words import unread
from monitor.model.errors import offered
from monitor.model.sources import BILLS
from monitor.registers import form, placeholders
from monitor.registers.building import resolve_due, sets_window
from monitor.registers.unread_dates import told


@dataclass(frozen=True, slots=True)
class Senseless:
    """What does not hang together: where in the file, what, and how to mend it."""

    loc: tuple[int | str, ...]
    what: str
    mend: str


def senseless(register: form.RegisterForm) -> Iterator[Senseless]:
    """Yield what refers to nothing, comes twice or runs backwards in time, in a well-formed register."""
    ids = Counter(c.id for c in register.commitments)
    for n, commitment in enumerate(register.commitments):
        here: tuple[int | str, ...] = ("commitments", n)
        if ids[commitment.id] > 1:
            yield Senseless((*here, "id"), f"the id {commitment.id} comes twice", "give one of them another id")
        if commitment.made.post not in (*register.posts, placeholders.POST):
            known = ", ".join(register.posts)
            yield Senseless((*here, "made", "post"), f"no post {commitment.made.post}", f"one of: {known}")
        yield from _watch(commitment, here)
        yield from _milestones(commitment, here)
        yield from _ledger(commitment, here, ids)
    for post, filled in register.posts.items():
        for n, tenure in enumerate(filled.held):
            if tenure.until is not None and tenure.until < tenure.since:
                yield Senseless(("posts", post, "held", n), f"{tenure.name} left before coming", "swap the days")


def _watch(commitment: form.CommitmentForm, here: tuple[int | str, ...]) -> Iterator[Senseless]:
    if not commitment.watch.names and not commitment.watch.together:
        yield Senseless((*here, "watch"), "nothing to watch for", "give `names:` or `together:`")


def _milestones(commitment: form.CommitmentForm, here: tuple[int | str, ...]) -> Iterator[Senseless]:
    if not commitment.milestones and not commitment.position:
        yield Senseless(here, f"{commitment.id} has no milestones", "say what would count, or mark it `position: true`")
    ids = Counter(m.id for m in commitment.milestones)
    yield from _due(commitment.due, commitment.made.on, (*here, "due"))
    for n, milestone in enumerate(commitment.milestones):
        there = (*here, "milestones", n)
        if ids[milestone.id] > 1:
            yield Senseless((*there, "id"), f"the milestone {milestone.id} comes twice", "give one another id")
        if milestone.promised_on and milestone.promised_on < commitment.made.on:
            yield Senseless((*there, "promised_on"), "promised before the commitment was made", "mend one of the days")
        yield from _due(milestone.due, milestone.promised_on or commitment.made.on, (*there, "due"))
        yield from _pages(milestone, there)
    if commitment.milestones and all(m.step for m in commitment.milestones):
        yield Senseless((*here, "milestones"), "all milestones are steps", "one must keep the promise")


def _pages(milestone: form.MilestoneForm, there: tuple[int | str, ...]) -> Iterator[Senseless]:
    for n, page in enumerate(milestone.expect.pages):
        if BILLS in page.sources and not page.kinds:
            mend = "add `kinds:`, such as [bill-first-reading] or [bill-royal-assent]"
            yield Senseless((*there, "expect", "pages", n), "every stage of the Bill would count as delivery", mend)


def _due(due: str | form.DueForm | None, said_on: date, where: tuple[int | str, ...]) -> Iterator[Senseless]:
    resolved = resolve_due(due, said_on)
    if due is None or resolved is None:
        return
    if not sets_window(due) and (left := unread(resolved.said, resolved.said_on)):
        yield Senseless(where, *told(resolved.said, left))
    if resolved.earliest and resolved.latest and resolved.latest < resolved.earliest:
        yield Senseless(where, "the window ends before it begins", "mend earliest or latest")


def _ledger(commitment: form.CommitmentForm, here: tuple[int | str, ...], ids: Collection[str]) -> Iterator[Senseless]:
    milestones = {m.id for m in commitment.milestones}
    for n, entry in enumerate(commitment.ledger):
        there = (*here, "ledger", n)
        if entry.milestone and entry.milestone not in milestones:
            yield Senseless(
                (*there, "milestone"), f"no milestone {entry.milestone}", f"one of: {', '.join(sorted(milestones))}"
            )
        if entry.ruling == "delivered" and not entry.milestone:
            yield Senseless(there, "delivered, but which milestone?", "add `milestone:`")
        if entry.ruling == "moved" and entry.due is None:
            yield Senseless(there, "moved, but to when?", "add `due:`")
        if entry.earliest and entry.ruling != "delivered":
            yield Senseless((*there, "earliest"), f"{entry.ruling} has no earliest day", "take it out")
        if entry.earliest and not commitment.made.on <= entry.earliest <= entry.on:
            yield Senseless((*there, "earliest"), "before the promise, or after `on`", "mend one of the days")
        yield from _due(entry.due, entry.on, (*there, "due"))
        yield from _successor(entry.successor, commitment.id, ids, there)
        if entry.on < commitment.made.on:
            yield Senseless((*there, "on"), "happened before the promise was made", "mend one of the days")
        if entry.source is None and entry.caution is None:
            yield Senseless(there, "no source", "add `source:`, or say in `caution:` why there is none")


def _successor(said: str | None, own: str, ids: Collection[str], there: tuple[int | str, ...]) -> Iterator[Senseless]:
    if said == own:
        yield Senseless((*there, "successor"), f"{own} can't take its own place", "name another, or take it out")
    elif said and said not in ids:
        others = [id_ for id_ in ids if id_ != own]
        mend = offered(said, others) if others else "take it out: this register has no other"
        yield Senseless((*there, "successor"), f"no commitment {said}", mend)
