"""What in a sound register is still to be filled in, or may say more than its writer meant?"""

import re
from collections.abc import Iterator
from itertools import pairwise

from monitor.model.sentences import phrase_words
from monitor.registers import form, placeholders
from monitor.registers.building import resolve_due, where_said
from monitor.registers.consistency import Senseless
from monitor.registers.distinctive_words import little, tells_little
from monitor.registers.faults import Loc

_PLENTY = 4
"""So many common words together are hardly said of another thing."""
_FIGURE = re.compile(r"[£$€]?[\d.,]+(?:m|bn|k)?(?: (?:thousand|million|billion))?(?: pounds)?", re.IGNORECASE)
"""A sum or another number, with nothing to tell of what."""
_NARROW = "add a word that only this has, or put it into `together:` beside such words"


def doubtful(register: form.RegisterForm) -> Iterator[Senseless]:
    """Yield what is still blank and what is too common, in a register that makes sense; it can be used all the same."""
    for name in ("title", "about", "compiled_by"):
        if placeholders.is_blank(getattr(register, name)):
            yield Senseless((name,), f"{name} is still to be filled in", "write it")
    yield from _posts(register)
    for n, commitment in enumerate(register.commitments):
        here: Loc = ("commitments", n)
        yield from _said(commitment, here)
        yield from _watched(commitment.watch, (*here, "watch"))
        yield from _parted(commitment, here)
        for m, milestone in enumerate(commitment.milestones):
            yield from _expected(milestone, (*here, "milestones", m))
            yield from _outlasting(milestone, commitment, (*here, "milestones", m, "due"))
            yield from _unproved(milestone, commitment, (*here, "milestones", m, "due"))
        for m, entry in enumerate(commitment.ledger):
            yield from _address(entry.source, (*here, "ledger", m, "source"))


def _posts(register: form.RegisterForm) -> Iterator[Senseless]:
    for id_, post in register.posts.items():
        if placeholders.is_blank(post.title):
            yield Senseless(
                ("posts", id_, "title"), f"the title of the post {id_} is still to be filled in", "write it"
            )
        for n, tenure in enumerate(post.held):
            there: Loc = ("posts", id_, "held", n)
            if tenure.name == placeholders.NOBODY or placeholders.is_blank(tenure.name):
                yield Senseless((*there, "name"), f"who holds {id_} is still to be filled in", "write the name")
            yield from _address(tenure.source, (*there, "source"))


def _said(commitment: form.CommitmentForm, here: Loc) -> Iterator[Senseless]:
    made = commitment.made
    if made.post == placeholders.POST:
        mend = "put the id of a post here that stands under `posts:`"
        yield Senseless((*here, "made", "post"), f"which post made {commitment.id} is still to be filled in", mend)
    if made.by == placeholders.NOBODY or placeholders.is_blank(made.by):
        yield Senseless((*here, "made", "by"), f"who made {commitment.id} is still to be filled in", "write the name")
    for n, link in enumerate(commitment.said_in):
        yield from _address(link.url, (*here, "said_in", n, "url"))
        if placeholders.is_blank(link.title):
            yield Senseless(
                (*here, "said_in", n, "title"), "what the page is called is still to be filled in", "write it"
            )


def _address(url: str | None, where: Loc) -> Iterator[Senseless]:
    if url and placeholders.leads_nowhere(url):
        yield Senseless(where, f"{url} is only a placeholder for an address", "give the address where it can be read")


def _watched(watch: form.WatchForm, here: Loc) -> Iterator[Senseless]:
    """A phrase of common words names many things; a context or the words of a set may still narrow it."""
    if watch.context:
        return
    for said in (name for name in little(watch.names) if len(phrase_words(name)) < _PLENTY):
        yield Senseless(
            (*here, "names"), f"“{said}” alone is enough for a match, and could be said of many things", _NARROW
        )
    for figure in (name for name in watch.names if not any(c.isalpha() for c in name)):
        yield Senseless(
            (*here, "names"), f"“{figure}” alone is enough for a match, and a figure can be of anything", _NARROW
        )
    for n, groups in enumerate(watch.together):
        if all(any(map(tells_little, group)) for group in groups):
            said = " + ".join(f"“{next(little(group))}”" for group in groups)
            yield Senseless((*here, "together", n), f"{said} together could be said of many things", _NARROW)


def _parted(commitment: form.CommitmentForm, here: Loc) -> Iterator[Senseless]:
    """Two entries that the promise has as one phrase, with a comma: inside brackets that parts them."""
    said = [commitment.words, commitment.title, *(link.quote or "" for link in commitment.said_in)]
    lists: list[tuple[Loc, tuple[str, ...]]] = [
        ((*here, "watch", field), getattr(commitment.watch, field))
        for field in ("names", "namesakes", "parts", "bodies")
    ]
    for m, milestone in enumerate(commitment.milestones):
        said += [milestone.title, milestone.expect.what, *(link.quote or "" for link in milestone.said_in)]
        there: Loc = (*here, "milestones", m, "expect")
        lists += [((*there, "words", n, "things"), told.things) for n, told in enumerate(milestone.expect.words)]
        lists += [((*there, "pages", n, "title"), page.title) for n, page in enumerate(milestone.expect.pages)]
    text = "\n".join(said).lower()
    for loc, entries in lists:
        for n, (one, two) in enumerate(pairwise(entries)):
            if " " in one + two and (whole := f"{one}, {two}").lower() in text:
                what = f"“{one}” and “{two}” are two entries, but one phrase in the promise: a comma parts them"
                yield Senseless((*loc, n), what, f'if they are one, put it in quotes: ["{whole}"]')


def _expected(milestone: form.MilestoneForm, here: Loc) -> Iterator[Senseless]:
    expect = milestone.expect
    if placeholders.is_blank(expect.what):
        mend = "write `what:`, and `words:` (things, deeds) or `pages:` (title) by which it can be seen"
        what = (
            f"what would count as kept, for {milestone.id}, is still to be filled in: until then it can't be delivered"
        )
        yield Senseless((*here, "expect", "what"), what, mend)
    for n, page in enumerate(expect.pages):
        if "bills" not in page.sources and _any_title(page.title):
            what = f"any page with {' and '.join(f'“{t}”' for t in page.title)} in its title would count as kept"
            yield Senseless((*here, "expect", "pages", n, "title"), what, "add a word that only its title has")
    for n, told in enumerate(() if milestone.measure else expect.words):
        yield from _anything(told, (*here, "expect", "words", n, "things"))


def _anything(told: form.WordsForm, where: Loc) -> Iterator[Senseless]:
    """A sum may be any sum, and a common word names many things; a short deed narrows neither."""
    mend = "name the thing in words that only it has"
    bare = next((deed for deed in told.deeds if len(phrase_words(deed)) == 1), None)
    for thing in told.things:
        if _alone(thing):
            what = f"too wide: “{thing}” could be of anything, and with “{told.deeds[0]}” it would count as kept"
            yield Senseless(where, what, mend)
        elif bare and tells_little(thing) and len(phrase_words(thing)) < _PLENTY:
            yield Senseless(
                where,
                f"any sentence with “{thing}” and “{bare}” near each other would count as kept",
                mend,
            )


def _alone(thing: str) -> bool:
    """Return whether a thing is no more than a figure, or one word that is no name."""
    return bool(_FIGURE.fullmatch(thing)) or (" " not in thing and (thing.islower() or tells_little(thing)))


def _outlasting(milestone: form.MilestoneForm, whole: form.CommitmentForm, here: Loc) -> Iterator[Senseless]:
    """The whole is kept by its milestones: one that is due later puts off what was promised."""
    last = resolve_due(whole.due, whole.made.on)
    own = resolve_due(milestone.due, milestone.promised_on or whole.made.on)
    if last and own and last.latest and own.latest and own.latest > last.latest:
        what = f"{milestone.id} is due by {own.latest}, after the last day promised for the whole, {last.latest}"
        mend = "give each milestone its own `due:` and the whole none; where it was put off later: `ruling: moved`"
        yield Senseless(here, what, mend)


def _unproved(milestone: form.MilestoneForm, whole: form.CommitmentForm, here: Loc) -> Iterator[Senseless]:
    """An overdue rests on the sentence in which its date was said: on the whole's where it was said that day."""
    own = resolve_due(milestone.due, milestone.promised_on or whole.made.on)
    if own is None or own.latest is None:
        return
    with_the_whole = own.said_on == whole.made.on
    announced = {e.milestone for e in whole.ledger if e.ruling == "announced" and e.source}
    said = any(link.quote for link in where_said(milestone, whole, with_the_whole=with_the_whole))
    if not said and milestone.id not in announced and not (with_the_whole and None in announced):
        what = f"{milestone.id} has a date of its own, but no sentence that gives it: if overdue, it has no proof"
        yield Senseless(here, what, "add `said_in:` to it, with the `quote:` that gives the date")


def _any_title(title: tuple[str, ...]) -> bool:
    return all(map(tells_little, title)) and sum(len(phrase_words(said)) for said in title) < _PLENTY
