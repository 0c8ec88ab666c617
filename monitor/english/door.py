"""Does a sentence tell a promised thing as done? The one door to “delivered”: a form opens it, any rule can refuse."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from monitor.english import doers, moods, wholes
from monitor.english.days import day_of
from monitor.english.deeds import Deed, deeds_in
from monitor.english.opening import OPENINGS, Opening
from monitor.english.quoting import unquoted
from monitor.english.rules import Refusal
from monitor.english.showing import shown
from monitor.english.telling import Said, Telling, masked

REFUSALS = (*moods.ROWS, *doers.ROWS, *wholes.ROWS)
"""The rules that can refuse: the first that does is the one that is told."""
LONGEST = 4_000
"""Characters past which no sentence is believed: it is a list, or an attack."""
_MAY_SHOW = ("no-deed", "not-of-it")
_NEAR = 3
"""Things on either side of a deed of which it may be told."""
Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Door:
    """What the door says of a sentence: the deed it tells as done (None where refused) and its own day where given.

    `rule` is the row that opened or refused, `why` says so in plain words.
    """

    deed: str | None
    on: date | None
    rule: str
    why: str

    def __bool__(self) -> bool:
        return self.deed is not None


def told_done(
    sentence: str, things: Spans, deeds: Sequence[str], said_on: date, promised_on: date, *, proposed: bool = False
) -> Door:
    """Return whether a sentence tells one of the deeds as done to the thing that stands at some places in it.

    `proposed`: somebody else takes it for done too, so that it is enough to show that the thing is there (showing).
    """
    door = _outright(sentence, things, deeds, said_on, promised_on)
    if door or not proposed or door.rule not in _MAY_SHOW:
        return door
    places = _inside(sentence, things)
    text = masked(sentence, places)
    for row, deed in shown(text, deeds):
        near = min(places, key=lambda place: abs(place[0] - deed.end))
        told = Telling(Said(sentence, said_on, promised_on), text, near, deed, row.id)
        refusal = _refusal(told)
        if refusal is None:
            return Door(
                sentence[deed.start : deed.end], None, row.id, f"{row.why}: “{sentence[deed.start : deed.end]}”"
            )
        door = _refused(told, refusal)
    return door


def _outright(sentence: str, things: Spans, deeds: Sequence[str], said_on: date, promised_on: date) -> Door:
    if len(sentence) > LONGEST:
        return _shut("too-long", "it is too long to be one sentence")
    if not things:
        return _shut("no-thing", "the thing does not stand in it")
    places = _inside(sentence, things)
    text = masked(sentence, places)
    found = deeds_in(text, unquoted(sentence), deeds)
    if not found:
        quoted = unquoted(sentence) != sentence and deeds_in(masked(sentence, places, quoted=True), sentence, deeds)
        return (
            _shut("quoted", "the deed stands in a quotation") if quoted else _shut("no-deed", "tells none of the deeds")
        )
    refused: Door | None = None
    for told in _tellings(Said(sentence, said_on, promised_on), text, places, found):
        door = _door(told)
        if door:
            return replace(door, on=_day(told, found))
        refused = _further(refused, door)
    return refused if refused is not None else _shut(*_APART)


def _inside(sentence: str, things: Spans) -> tuple[tuple[int, int], ...]:
    """Return the places that are in a sentence in their order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(place for place in things if 0 <= place[0] < place[1] <= len(sentence)):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)


_APART = ("not-of-it", "a deed is told, but not of the thing")


def _tellings(said: Said, text: str, places: Spans, found: Sequence[Deed]) -> Iterator[Telling]:
    for deed in found:
        before = [place for place in places if place[0] < deed.start][-_NEAR:]
        after = [place for place in places if place[0] >= deed.start][:_NEAR]
        for place in (*reversed(before), *after):
            yield Telling(said, text, place, deed)


def _door(told: Telling) -> Door:
    form = next((o for o in OPENINGS if o.fits(told)), None)
    if form is None:
        return _shut(*_APART)
    told = replace(told, form=form.id)
    refusal = _refusal(told)
    return _refused(told, refusal) if refusal else _opened(told, form)


def _refusal(told: Telling) -> Refusal | None:
    return next((r for r in REFUSALS if r.test(told)), None)


def _opened(told: Telling, form: Opening) -> Door:
    said = told.said.sentence[told.deed.group.start : told.deed.end]
    return Door(told.said.sentence[told.deed.start : told.deed.end], None, form.id, f"{form.why}: “{said}”")


def _day(told: Telling, found: Sequence[Deed]) -> date | None:
    """Return the deed's own day; none where the same deed is told of another day too: “and published again on”."""
    word, text = told.text[told.deed.start : told.deed.end], told.text
    again = [d for d in found if d is not told.deed and text[d.start : d.end] == word]
    days = {day_of(text, d.group.start, d.end, told.said.on) for d in again} - {None}
    days.add(day_of(text, told.deed.group.start, told.last, told.said.on))
    return days.pop() if len(days) == 1 else None


def _refused(told: Telling, refusal: Refusal) -> Door:
    said = told.said.sentence[told.deed.group.start : told.deed.end]
    return _shut(refusal.id, f"“{said}”, but {refusal.why}")


def _further(held: Door | None, door: Door) -> Door:
    """Return of two refusals the one that came further: a rule's says more than that nothing is told of the thing."""
    return door if held is None or held.rule == _APART[0] else held


def _shut(rule: str, why: str) -> Door:
    return Door(None, None, rule, why)
