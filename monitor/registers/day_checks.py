"""Which entries have a day that can't be right: one yet to come, or a resumption of what was not stopped?"""

from collections.abc import Iterator
from datetime import date

from monitor.registers import form
from monitor.registers.consistency import Senseless
from monitor.registers.faults import Loc

_STOPS = ("superseded", "dropped")


def to_come(register: form.RegisterForm, today: date) -> Iterator[Senseless]:
    """Yield each day yet to come of something said to have happened: usually a slip in the year."""
    for loc, day in _days(register):
        if day > today:
            yield Senseless(loc, f"{day} is yet to come", "correct the day: a register says what has happened")


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
    """Yield each resumption of what the ledger had not stopped; a document may have, but that can't be seen here."""
    mend = "correct the day, or add the entry that had stopped it: `ruling: superseded` or `ruling: dropped`"
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
