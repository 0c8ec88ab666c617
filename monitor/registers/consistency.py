"""A well-formed register can still make no sense: what in it contradicts something else?"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from monitor.deadlines.unread_words import unread
from monitor.model.errors import offered
from monitor.model.sources import BILLS
from monitor.registers import form, placeholders
from monitor.registers.building import resolve_due, says_undated, sets_window
from monitor.registers.unread_dates import backwards, told


@dataclass(frozen=True, slots=True)
class Senseless:
    """Something in a register that makes no sense: where in the file, what, and how to put it right."""

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
            yield Senseless(
                (*here, "made", "post"),
                f"there is no post {commitment.made.post} under `posts:`",
                f"name one of: {known}",
            )
        yield from _watch(commitment, here)
        yield from _milestones(commitment, here)
        yield from _ledger(commitment, here, ids)
    for post, filled in register.posts.items():
        for n, tenure in enumerate(filled.held):
            if tenure.until is not None and tenure.until < tenure.since:
                yield Senseless(
                    ("posts", post, "held", n),
                    f"{tenure.name} leaves the post before taking it",
                    "swap the days `since:` and `until:`",
                )


def _watch(commitment: form.CommitmentForm, here: tuple[int | str, ...]) -> Iterator[Senseless]:
    if not commitment.watch.names and not commitment.watch.together:
        yield Senseless((*here, "watch"), "there are no words to watch for", "give `names:` or `together:`")


def _milestones(commitment: form.CommitmentForm, here: tuple[int | str, ...]) -> Iterator[Senseless]:
    if not commitment.milestones and not commitment.position:
        yield Senseless(
            here, f"{commitment.id} has no milestones", "say what would count as kept, or mark it `position: true`"
        )
    ids = Counter(m.id for m in commitment.milestones)
    yield from _due(commitment.due, commitment.made.on, (*here, "due"))
    for n, milestone in enumerate(commitment.milestones):
        there = (*here, "milestones", n)
        if ids[milestone.id] > 1:
            yield Senseless(
                (*there, "id"), f"the milestone id {milestone.id} comes twice", "give one of them another id"
            )
        if milestone.promised_on and milestone.promised_on < commitment.made.on:
            yield Senseless(
                (*there, "promised_on"),
                "the milestone was promised before the commitment was made",
                "correct one of the days",
            )
        yield from _due(milestone.due, milestone.promised_on or commitment.made.on, (*there, "due"))
        yield from _pages(milestone, there)
    needed = [m for m in commitment.milestones if not m.step]
    if commitment.due is not None and not says_undated(commitment.due) and _all_undated(needed):
        yield Senseless(
            (*here, "due"), "the date is no milestone's: each has `due: none`", "take it out of one of them"
        )
    if commitment.milestones and not needed:
        yield Senseless(
            (*here, "milestones"),
            "all its milestones are steps on the way",
            "leave out `step: true` where the milestone keeps the promise",
        )


def _all_undated(milestones: list[form.MilestoneForm]) -> bool:
    return bool(milestones) and all(says_undated(m.due) for m in milestones)


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
        yield Senseless(where, *backwards(resolved, set_=sets_window(due)))


def _ledger(commitment: form.CommitmentForm, here: tuple[int | str, ...], ids: Collection[str]) -> Iterator[Senseless]:
    milestones = {m.id for m in commitment.milestones}
    for n, entry in enumerate(commitment.ledger):
        there = (*here, "ledger", n)
        if entry.milestone and entry.milestone not in milestones:
            yield Senseless(
                (*there, "milestone"),
                f"there is no milestone {entry.milestone}",
                f"name one of: {', '.join(sorted(milestones))}",
            )
        if entry.ruling == "delivered" and not entry.milestone:
            yield Senseless(there, "it does not say which milestone was delivered", "add `milestone:`")
        yield from _new_date(entry, there)
        yield from _figure(entry, commitment, there)
        if entry.earliest and entry.ruling != "delivered":
            yield Senseless(
                (*there, "earliest"), f"a ruling of {entry.ruling} has no earliest day", "take `earliest:` out"
            )
        if entry.earliest and not commitment.made.on <= entry.earliest <= entry.on:
            yield Senseless(
                (*there, "earliest"), "`earliest:` is before the promise, or after `on:`", "correct one of the days"
            )
        yield from _due(entry.due, entry.on, (*there, "due"))
        yield from _successor(entry.successor, commitment.id, ids, there)
        if entry.on < commitment.made.on:
            yield Senseless(
                (*there, "on"), "the ruling is dated before the promise was made", "correct one of the days"
            )
        if entry.source is None and entry.caution is None:
            yield Senseless(there, "the entry has no source", "add `source:`, or say in `caution:` why there is none")


def _new_date(entry: form.LedgerForm, there: tuple[int | str, ...]) -> Iterator[Senseless]:
    """Only a move has a date: a milestone's first one stands in the milestone, where it is looked for."""
    if entry.ruling == "moved" and (entry.due is None or says_undated(entry.due)):
        yield Senseless(there, "it does not say to which date it was moved", "add `due:`")
    elif entry.ruling != "moved" and entry.due is not None:
        mend = "put a milestone's first date into the milestone, with `promised_on:` and `said_in:`; later: `moved`"
        yield Senseless((*there, "due"), f"{entry.ruling} has no date of its own", mend)


def _figure(
    entry: form.LedgerForm, commitment: form.CommitmentForm, there: tuple[int | str, ...]
) -> Iterator[Senseless]:
    counting = [m.id for m in commitment.milestones if m.measure]
    if entry.figure is not None and entry.milestone not in counting:
        mend = f"add `milestone:`, one of: {', '.join(counting)}" if counting else "give the milestone a `measure:`"
        yield Senseless((*there, "figure"), f"a figure of what? {entry.milestone or 'nothing'} counts nothing", mend)


def _successor(said: str | None, own: str, ids: Collection[str], there: tuple[int | str, ...]) -> Iterator[Senseless]:
    if said == own:
        yield Senseless(
            (*there, "successor"),
            f"{own} can't take its own place",
            "name another commitment, or take `successor:` out",
        )
    elif said and said not in ids:
        others = [id_ for id_ in ids if id_ != own]
        mend = offered(said, others) if others else "take `successor:` out: this register has no other commitment"
        yield Senseless((*there, "successor"), f"there is no commitment {said}", mend)
