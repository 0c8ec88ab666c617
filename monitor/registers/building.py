"""How does a checked form become the commitments that are judged?"""

from datetime import date

from monitor import deadlines
from monitor.deadlines.sitting_calendar import SHIPPED, Almanac
from monitor.model.commitments import (
    Commitment,
    Expectation,
    Link,
    Milestone,
    PageExpected,
    Post,
    Register,
    Ruling,
    RulingKind,
    Tenure,
    Watch,
    WordsExpected,
)
from monitor.model.due import Due
from monitor.model.measures import Measure
from monitor.registers import form, placeholders

_NO_POST = Post(placeholders.POST, "a post that is still to be filled in", ())


def build(filled: form.RegisterForm, digest: str, known: Almanac = SHIPPED) -> Register:
    """Return the register of a form that makes sense (see consistency)."""
    posts = {placeholders.POST: _NO_POST} | {id_: _post(id_, post) for id_, post in filled.posts.items()}
    return Register(
        id=filled.register_id,
        title=filled.title,
        about=filled.about,
        compiled_on=filled.compiled_on,
        commitments=tuple(_commitment(c, posts, filled.compiled_by, known) for c in filled.commitments),
        pages=tuple(dict.fromkeys((*filled.pages, *(post.page for post in posts.values() if post.page)))),
        terms=filled.terms,
        digest=digest,
    )


def resolve_due(due: str | form.DueForm | None, said_on: date, known: Almanac = SHIPPED) -> Due | None:
    """Return the window of due words: the register's own where it gives one, else by the conventions.

    None where there are none, and where they say that there is no date.
    """
    if due is None or says_undated(due):
        return None
    words = due if isinstance(due, str) else due.said
    said_on = (due.said_on if isinstance(due, form.DueForm) else None) or said_on
    found = deadlines.resolve_words(words, said_on, known)
    if isinstance(due, str) or not sets_window(due):
        return Due(words, found.earliest, found.latest, found.rule, said_on)
    return Due(words, due.earliest, due.latest, due.rule or "set by the register", said_on)


def says_undated(due: str | form.DueForm | None) -> bool:
    """Return whether due words say that there is no date."""
    return isinstance(due, str) and due.lower() == form.UNDATED


def sets_window(due: str | form.DueForm) -> bool:
    """Return whether a register sets the window itself, so that nothing is read from the words."""
    return not isinstance(due, str) and not (due.earliest is None and due.latest is None and due.rule is None)


def _post(id_: str, filled: form.PostForm) -> Post:
    held = tuple(Tenure(t.name, t.since, t.until, t.source) for t in filled.held)
    return Post(id_, filled.title, tuple(sorted(held, key=lambda t: t.since)), filled.page)


def _commitment(filled: form.CommitmentForm, posts: dict[str, Post], by: str, known: Almanac) -> Commitment:
    made_on = filled.made.on
    due = resolve_due(filled.due, made_on, known)
    return Commitment(
        id=filled.id,
        title=filled.title,
        words=filled.words,
        made_on=made_on,
        made_by=filled.made.by,
        post=posts[filled.made.post],
        said_in=_links(filled.said_in),
        due=due,
        watch=Watch(**filled.watch.model_dump()),
        milestones=tuple(_milestone(m, filled, due, known) for m in filled.milestones),
        ledger=tuple(_ruling(filled.id, n, entry, by, known) for n, entry in enumerate(filled.ledger)),
        position=filled.position,
        caution=filled.caution,
    )


def _milestone(filled: form.MilestoneForm, of: form.CommitmentForm, whole: Due | None, known: Almanac) -> Milestone:
    """A milestone that names no date of its own has the whole's, unless it is a step or said to have none."""
    promised_on = filled.promised_on or of.made.on
    inherited = None if filled.step or says_undated(filled.due) else whole
    due = resolve_due(filled.due, promised_on, known) or inherited
    return Milestone(
        id=filled.id,
        title=filled.title,
        promised_on=promised_on,
        due=due,
        expect=_expectation(filled.expect),
        relies_on=filled.relies_on,
        step=filled.step,
        said_in=where_said(filled, of, with_the_whole=_with_the_whole(due, whole, promised_on, of.made.on)),
        caution=filled.caution,
        measure=Measure(**filled.measure.model_dump()) if filled.measure else None,
    )


def where_said(filled: form.MilestoneForm, of: form.CommitmentForm, *, with_the_whole: bool) -> tuple[Link, ...]:
    """Return where a milestone was promised: as it says itself, or the ledger; else with the whole, if it was."""
    announced = (e for e in of.ledger if e.ruling == "announced" and e.milestone == filled.id)
    noted = tuple(Link(e.why, e.source, e.quote) for e in announced if e.source)
    return _links(filled.said_in) or noted or (_links(of.said_in) if with_the_whole else ())


def _with_the_whole(due: Due | None, whole: Due | None, promised_on: date, made_on: date) -> bool:
    """Return whether a milestone's date is the whole's, or was said on the day when the whole was promised."""
    return (due is whole and due is not None) or (due.said_on if due else promised_on) == made_on


def _links(filled: tuple[form.LinkForm, ...]) -> tuple[Link, ...]:
    return tuple(Link(s.title, s.url, s.quote) for s in filled)


def _expectation(filled: form.ExpectForm) -> Expectation:
    """Return what would count as kept; while a draft's blank stands there, no rule may find it delivered."""
    if placeholders.is_blank(filled.what):
        return Expectation(what=filled.what)
    return Expectation(
        what=filled.what,
        pages=tuple(PageExpected(p.sources, p.kinds, p.title) for p in filled.pages),
        words=tuple(WordsExpected(w.things, w.deeds) for w in filled.words),
    )


def _ruling(commitment: str, number: int, entry: form.LedgerForm, by: str, known: Almanac) -> Ruling:
    return Ruling(
        id=f"{commitment}/{number + 1}",
        commitment=commitment,
        milestone=entry.milestone,
        kind=RulingKind(entry.ruling),
        on=entry.on,
        by=by,
        why=entry.why,
        source=entry.source,
        quote=entry.quote,
        due=resolve_due(entry.due, entry.on, known),
        successor=entry.successor,
        caution=entry.caution,
        earliest=None if entry.earliest == entry.on else entry.earliest,
        figure=entry.figure,
    )
