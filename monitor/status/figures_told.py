"""Which figures were told by a day of what a milestone counts, when, and by which words?"""

from datetime import date

from monitor.judging.english.figures import figure
from monitor.model.boards import Figure
from monitor.model.commitments import Milestone, RulingKind
from monitor.status.accepted_evidence import NEWS
from monitor.status.facts import Case


def figures(case: Case, milestone: Milestone, day: date) -> tuple[Figure, ...]:
    """Return what was told by a day of the number that a milestone counts, oldest first; none where it counts none.

    What a person noted for a day goes before what the rules read of that day. A figure repeated is told once, of the
    day on which it was first said.
    """
    measure = milestone.measure
    if measure is None:
        return ()
    noted = [
        Figure(r.on, r.figure, r.quote, r.source, confirmed=True)
        for r in case.ruled(day, *RulingKind)
        if r.figure is not None and r.milestone == milestone.id
    ]
    read = [
        Figure(w.evidence.document.since, number, w.evidence.quote, w.evidence.url, confirmed=w.ruling == "accepted")
        for w in case.visible(day)
        if w.evidence.milestone == milestone.id
        and (w.evidence.strength >= NEWS or w.ruling)
        and (number := figure(w.evidence.quote, measure)) is not None
    ]
    days = {one.on for one in noted}
    kept = list[Figure]()
    for one in sorted((*noted, *(f for f in read if f.on not in days)), key=lambda f: (f.on, f.number)):
        if not kept or one.number != kept[-1].number:
            kept.append(one)
    return tuple(kept)
