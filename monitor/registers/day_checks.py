"""Which entries of a register can't be as they stand for the days that they give: to come, or resumed unstopped?"""

from collections.abc import Iterator
from datetime import date

from monitor.registers import form
from monitor.registers.consistency import Senseless
from monitor.registers.faults import Loc

_STOPS = ("superseded", "dropped")


def to_come(register: form.RegisterForm, today: date) -> Iterator[Senseless]:
    """Yield each day of what is told as done that is yet to come: a slip in the year, as a rule."""
    for loc, day in _days(register):
        if day > today:
            yield Senseless(loc, f"{day} is yet to come", "mend the day: a register tells what has happened")


def _days(register: form.RegisterForm) -> Iterator[tuple[Loc, date]]:
    yield ("compiled_on",), register.compiled_on
    for n, commitment in enumerate(register.commitments):
        here: Loc = ("commitments", n)
        yield (*here, "made", "on"), commitment.made.on
        for m, milestone in enumerate(commitment.milestones):
            if milestone.promised_on:
                yield (*here, "milestones", m, "promised_on"), milestone.promised_on
        for m, entry in enumerate(commitment.ledger):
            yield (*here, "ledger", m, "on"), entry.on


def unstopped(register: form.RegisterForm) -> Iterator[Senseless]:
    """Yield what is resumed though the ledger had not stopped it: only a document may have, which nobody sees here."""
    mend = "mend the day, or add what stopped it before: `ruling: superseded` or `dropped`"
    for n, commitment in enumerate(register.commitments):
        for m, entry in enumerate(commitment.ledger):
            if entry.ruling == "resumed" and not _stopped(commitment.ledger, m):
                what = f"nothing in the ledger had stopped {commitment.id} by {entry.on}"
                yield Senseless(("commitments", n, "ledger", m, "ruling"), what, mend)


def _stopped(ledger: tuple[form.LedgerForm, ...], resumed: int) -> bool:
    """Return whether an entry takes up again what was stopped by its day, and not taken up since."""
    before = [e for m, e in enumerate(ledger) if m != resumed and e.on <= ledger[resumed].on]
    again = max((e.on for e in before if e.ruling == "resumed"), default=date.min)
    return any(e.ruling in _STOPS and e.on > again for e in before)
