"""Does a sentence tell a promised thing as done? The one door to “delivered”: a form opens it, any rule can refuse."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from monitor.judging.english import other_actors, partial_or_undone, unreal_moods
from monitor.judging.english.clauses import Said, Telling, masked, unquoted
from monitor.judging.english.deed_days import day_of, last_day_of
from monitor.judging.english.deeds import Deed, deeds_in
from monitor.judging.english.done_patterns import OPENINGS
from monitor.judging.english.existence import only_proposed, shown

REFUSALS = (*unreal_moods.ROWS, *other_actors.ROWS, *partial_or_undone.ROWS)
"""The rules that can refuse: the first that does is the one that is told."""
LONGEST = 4_000
"""Characters past which no sentence is believed: it is a list, or an attack."""
_MAY_SHOW = ("no-deed", "not-of-it")
_NEAR = 3
"""Things on either side of a deed of which it may be told."""
Spans = Sequence[tuple[int, int]]
Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Door:
    """What the door says of a sentence: the deed it tells as done (None where refused) and its own day where given.

    `rule` is the row that opened or refused, `why` says so in plain words. `by`: the last day of a stretch of time
    that is given in place of a day.
    """

    deed: str | None
    on: date | None
    rule: str
    why: str
    by: date | None = None

    def __bool__(self) -> bool:
        return self.deed is not None


def told_done(
    sentence: str, things: Spans, deeds: Sequence[str], said_on: date, promised_on: date, *, proposed: bool = False
) -> Door:
    """Return whether a sentence tells one of the deeds as done to the thing that stands at some places in it.

    `proposed`: somebody else takes it for done too, so that it is enough to show that the thing is there (showing).
    """
    if len(sentence) > LONGEST:
        return Door(None, None, "too-long", "it is too long to be one sentence")
    if not things:
        return Door(None, None, "no-thing", "the thing does not stand in it")
    said, places = Said(sentence, said_on, promised_on), _inside(sentence, things)
    text = masked(sentence, places)
    door = _outright(said, text, places, deeds)
    for row, deed in shown(text, deeds) if proposed and door.rule in _MAY_SHOW else ():
        near = min(places, key=lambda place: abs(place[0] - deed.end))
        if only_proposed(sentence[slice(*near)]):
            continue
        door = _held(Telling(said, text, near, deed, row.id), row.why)
        if door:
            break
    return door


def _outright(said: Said, text: str, places: Places, deeds: Sequence[str]) -> Door:
    sentence, plain = said.sentence, unquoted(said.sentence)
    found = deeds_in(text, plain, deeds)
    if not found and plain != sentence and deeds_in(masked(sentence, places, quoted=True), sentence, deeds):
        return Door(None, None, "quoted", "the deed stands in a quotation")
    refused = _APART if found else Door(None, None, "no-deed", "tells none of the deeds")
    for told in _tellings(said, text, places, found):
        form = next((o for o in OPENINGS if o.fits(told)), None)
        if form:
            told = replace(told, form=form.id)  # noqa: PLW2901 the same, with its form
        door = _held(told, form.why) if form else _APART
        if door:
            on = _day(told, found)
            return replace(door, on=on, by=None if on else _by(told, found))
        refused = door if refused == _APART else refused
    return refused


def _inside(sentence: str, things: Spans) -> Places:
    """Return the places that are in a sentence in their order, those that overlap or stand side by side as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(place for place in things if 0 <= place[0] < place[1] <= len(sentence)):
        if merged and not sentence[merged[-1][1] : start].strip():
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)


def _tellings(said: Said, text: str, places: Places, found: Sequence[Deed]) -> Iterator[Telling]:
    for deed in found:
        before = [place for place in places if place[0] < deed.start][-_NEAR:]
        after = [place for place in places if place[0] >= deed.start][:_NEAR]
        yield from (Telling(said, text, place, deed) for place in (*reversed(before), *after))


def _held(told: Telling, why: str) -> Door:
    """Return the door that a form opened, or that the first rule which refuses it has shut."""
    deed, sentence = told.deed, told.said.sentence
    words = sentence[deed.group.start : deed.end]
    refusal = next((r for r in REFUSALS if r.test(told)), None)
    if refusal:
        return Door(None, None, refusal.id, f"“{words}”, but {refusal.why}")
    return Door(sentence[deed.start : deed.end], None, told.form, f"{why}: “{words}”")


def _day(told: Telling, found: Sequence[Deed]) -> date | None:
    """Return the deed's own day; none where the same deed is told of another day too: “and published again on”."""
    word, text = told.text[told.deed.start : told.deed.end], told.text
    again = [d for d in found if d is not told.deed and text[d.start : d.end] == word]
    days = {day_of(text, d.group.start, d.end, told.said.on) for d in again} - {None}
    days.add(day_of(text, told.deed.group.start, _end(told), told.said.on))
    return days.pop() if len(days) == 1 else None


def _by(told: Telling, found: Sequence[Deed]) -> date | None:
    """Return the last day of the stretch in which the deed was done; none where the same deed is told twice."""
    word, text = told.text[told.deed.start : told.deed.end], told.text
    if any(d is not told.deed and text[d.start : d.end] == word for d in found):
        return None
    return last_day_of(text, told.deed.group.start, _end(told), told.said.on)


def _end(told: Telling) -> int:
    """Return where a day may follow: “since its publication in March, the plan” has it before the thing."""
    return told.deed.end if told.form == "then-it" else told.last


_APART = Door(None, None, "not-of-it", "a deed is told, but not of the thing")
