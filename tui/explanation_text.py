"""How does the explanation of a document read on stdout?"""

from collections.abc import Iterator, Mapping, Sequence

from monitor.deadlines import Dated
from monitor.judging.claims.weights import CLAIM, SAYS, WHOLE
from monitor.judging.comparison import BEARS
from monitor.judging.explaining.door_answers import Answer, DoorOfMilestone
from monitor.judging.explaining.explanation import Explained, PartRead, Says, SentenceRead
from monitor.judging.explaining.fact_wording import fact_in_words
from monitor.judging.explaining.feature_wording import feature_in_words
from monitor.model.cleaning import clean_line
from monitor.model.commitments import Commitment
from monitor.model.documents import Version
from monitor.model.due import Due
from monitor.model.evidence import Evidence
from tui import words
from tui.layout import WIDTH, Paint, wrap

_IN = "    "
_LONGEST = 1_000
"""Characters of a sentence that are shown."""
_LEAST = 50
"""Thousandths below which what a sentence may say besides is not told."""


def explanation_text(
    version: Version, explained: Sequence[Explained], *, width: int = WIDTH, colour: bool = False
) -> str:
    """Return why a document does what it does to each of some commitments."""
    paint, document = Paint(colour), version.document
    head = f"{document.source}/{document.key}, version {version.number}: {document.title}"
    lines = [paint(line, "bold") for line in wrap(clean_line(head), width, "", _IN)]
    lines += wrap(f"to be read since {words.day(version.since)}", width, _IN)
    lines += [_IN + words.link(document.url)] if words.link(document.url) else []
    for one in explained:
        lines += ["", *_explained(one, width, paint)]
    return "\n".join(lines) + "\n"


def _explained(one: Explained, width: int, paint: Paint) -> Iterator[str]:
    made = one.commitment
    yield from (paint(line, "bold") for line in wrap(clean_line(f"{made.title} [{made.id}]"), width, "", _IN))
    yield from _record(made, width)
    for number, part in enumerate(one.parts, 1):
        yield from ("", f"Part {number} of {len(one.parts)}") if len(one.parts) > 1 else ()
        yield from _part(part, width, paint)
    yield from ("", paint("What follows", "bold"))
    for piece in one.evidence:
        yield from _follows(piece, one.parts, width)
    if not one.evidence:
        yield from wrap("Nothing: no sentence shows that it bears on the promise.", width)


def _record(made: Commitment, width: int) -> Iterator[str]:
    promised = f"Promised on {words.day(made.made_on)}: {words.quoted(made.words)}"
    yield from wrap(promised, width, _IN)
    yield from wrap(f"Due: {_due(made.due)}", width, _IN, _IN * 2)
    for milestone in made.milestones:
        name = f"{milestone.id}{' (a step)' if milestone.step else ''}"
        own = _due(milestone.due) if milestone.due else "no date of its own"
        yield from wrap(clean_line(f"{name}: {own}"), width, _IN, _IN * 2)


def _due(due: Due | None) -> str:
    return f"{words.quoted(due.said)}, {words.window(due)}" if due else words.UNDATED


def _part(part: PartRead, width: int, paint: Paint) -> Iterator[str]:
    found = f"Found by {'; '.join(part.match.reasons)} ({words.percentage(part.match.strength)})"
    yield from wrap(clean_line(found), width, _IN, _IN * 2)
    yield from ("", paint("Sentences", "bold"))
    for one in part.sentences:
        yield from _sentence(one, width)
    if part.left_out:
        left = words.count(part.left_out, "further sentence")
        yield from wrap(f"{left} too long, or too far from where the promise is named, to be looked at", width)
    if part.unheard:
        yield from wrap(f"Nothing that is said in it counts, for {part.unheard}.", width)
    yield from ("", paint("Door of delivery", "bold"))
    for door in part.doors:
        yield from _door(door, width)
    if not part.doors:
        yield from wrap("The promise has no milestone, so nothing can be delivered by rule.", width)
    yield from ("", paint("How likely", "bold"))
    yield from wrap(_likely(part.likely), width)


def _sentence(one: SentenceRead, width: int) -> Iterator[str]:
    mention, claim = one.mention, one.claim
    text = mention.text if len(mention.text) <= _LONGEST else f"{mention.text[:_LONGEST]} […]"
    said = f"{one.number:>2} {mention.role}: {words.quoted(text)}"
    if claim is None:
        why = "is a question" if mention.asks else "does not speak for the government, or is too long to be a sentence"
        yield from wrap(f"{said} {why}", width, "", _IN)
        return
    if claim.says is None:
        nothing = f"{said} says nothing of it ({_share(claim.chances[CLAIM])} that it does)"
        yield from wrap(nothing, width, "", _IN)
        if mention.speaks:
            yield from _told_of(one, claim, width)
        return
    yield from wrap(said, width, "", _IN)
    yield from _told_of(one, claim, width)


def _told_of(one: SentenceRead, claim: Says, width: int) -> Iterator[str]:
    mention = one.mention
    kind = "" if mention.named else f" ({mention.kind})"
    yield from _item(f"Speaks of it{kind}: {mention.points}", width)
    if claim.says:
        yield from _item(_says(claim), width)
    for says, rule in claim.taken_back.items():
        yield from _item(f"Would say {says}, but {rule.why}", width)
    weighed = "; ".join(f"{feature_in_words(name)} ({weight / WHOLE:+.2f})" for name, weight in claim.weighed)
    of = "that it says anything" if claim.weighed_for == CLAIM else f"“{claim.weighed_for}”"
    yield from _item(f"Weighed most for {of}: {weighed}", width) if weighed else ()
    if claim.says:
        fits = (f"it fits the milestone {claim.milestone} best",) if claim.milestone else ()
        yield from _item(f"Beside the record: {'; '.join((*map(fact_in_words, claim.facts), *fits))}", width)


def _item(text: str, width: int) -> list[str]:
    return wrap(clean_line(text), width, _IN * 2, _IN * 3)


def _says(claim: Says) -> str:
    firm = f", {claim.firm}" if claim.firm else ""
    when = f", {_when(claim.when)}" if claim.when else ", no time given"
    rest = [f"{says} {_share(sure)}" for says, sure in _others(claim)]
    besides = f"; besides {', '.join(rest)}" if rest else ""
    sure = claim.chances[claim.says or CLAIM]
    return f"Says: {claim.says} {_share(sure)}{firm}{when}{besides}; anything at all {_share(claim.chances[CLAIM])}"


def _others(claim: Says) -> list[tuple[str, int]]:
    others = [(says, claim.chances[says]) for says in SAYS if says != claim.says and claim.chances[says] >= _LEAST]
    return sorted(others, key=lambda other: -other[1])


def _when(when: Dated) -> str:
    if when.anchor:
        return f"{words.quoted(when.phrase)}, which hangs on {when.anchor}"
    if when.earliest is None and when.latest is None:
        return f"{words.quoted(when.phrase)}, no date"
    ends = [words.day(end) if end else "open" for end in (when.earliest, when.latest)]
    return f"{words.quoted(when.phrase)}, {' to '.join(dict.fromkeys(ends))}"


def _door(door: DoorOfMilestone, width: int) -> Iterator[str]:
    yield from wrap(clean_line(f"{door.milestone.id}: {_answer(door.answer)}"), width, "", _IN)
    for other in door.others:
        yield from wrap(clean_line(_answer(other)), width, _IN, _IN * 2)


def _answer(answer: Answer) -> str:
    where = "the document itself" if answer.sentence is None else f"sentence {answer.sentence}"
    on = f"; its day is {words.day(answer.on)}" if answer.on else ""
    how = "opened" if answer.opened else "refused"
    return f"{how} for {where} by the rule {answer.rule}: {answer.why}{on}"


def _likely(likely: Mapping[str, int]) -> str:
    each = sorted(((name, sure) for name, sure in likely.items() if name != BEARS), key=lambda one: -one[1])
    does = ", ".join(f"{words.relation(name)} {_share(sure)}" for name, sure in each)
    return f"it bears on the promise {_share(likely[BEARS])}; {does}"


def _share(thousandths: int) -> str:
    return words.percentage(thousandths / WHOLE)


def _follows(piece: Evidence, parts: Sequence[PartRead], width: int) -> Iterator[str]:
    of = f" {piece.milestone}" if piece.milestone else ""
    numbers = (one.number for part in parts for one in part.sentences if one.mention.text == piece.quote)
    number = next(numbers, None)
    by = f"sentence {number}" if number else f"its title, {words.quoted(piece.quote)}"
    moved = f"; moved to {words.quoted(piece.moved_to.said)}, {words.window(piece.moved_to)}" if piece.moved_to else ""
    why = f": {'; '.join(piece.reasons)}" if piece.reasons else ""
    text = f"{words.relation(piece.relation)}{of}, {words.percentage(piece.strength)}, by {by}{why}{moved}"
    yield from wrap(clean_line(text), width, "", _IN)
