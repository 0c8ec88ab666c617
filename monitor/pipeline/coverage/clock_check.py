"""Is the clock of this machine right? The services say what time they have; where they differ, nothing is read.

Days read by a clock that is ahead would count as read before they came, and a board told by one that is behind would
take back what is so.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from monitor.model.errors import UserError
from monitor.model.london import london_day
from monitor.model.ports import Ledger, Source, Timed
from monitor.model.sources import Problem
from monitor.model.wording import day as say
from monitor.model.wording import moment
from monitor.pipeline.watermark import NOTE

AHEAD = "clock ahead"
"""Under which name it is noted on which day of our clock a scan found that it is ahead."""
FARTHEST = timedelta(days=1)
"""How far two clocks may be apart."""


def heed_clock(source: Source, ledger: Ledger, now: datetime) -> tuple[Problem, ...]:
    """Raise UserError where a source that answered has another day than we; return what had to be put right.

    Where it has the same, what an earlier clock recorded of days that have not come is cut back.
    """
    ahead = source.clock_ahead if isinstance(source, Timed) else None
    if ahead is None:
        return ()
    name = source.card.name
    _note_ahead(ledger, now if ahead > FARTHEST else None, now)
    if abs(ahead) > FARTHEST:
        raise UserError(
            f"The clock of this machine says {moment(now)}, and that of {name} {moment(now - ahead)}: nothing was read",
            f"Set this machine's clock, then scan again; if that of {name} is wrong, leave {name} out with --source.",
        )
    return tuple(Problem(name, "wrong-clock", said) for said in ledger.put_right(now))


def _note_ahead(ledger: Ledger, ahead: datetime | None, now: datetime) -> None:
    """Keep on which day of our clock a service said that it is ahead; None where one said that it is right."""
    noted = str(london_day(ahead)) if ahead else ""
    if (ledger.recall(AHEAD) or "") != noted:
        ledger.remember(AHEAD, noted, now)


def ahead_of_services(ledger: Ledger, today: date) -> str | None:
    """Return what to say where a scan found the clock ahead and it was not set back since, else None."""
    noted = ledger.recall(AHEAD)
    if not noted or str(today) < noted:
        return None
    return (
        f"The clock of this machine says {say(today)}, and the last scan found it ahead of the services' own: what is "
        "said here is of days that have not come. Set the clock, then scan."
    )


def _told_to(ledger: Ledger, registers: Callable[[], Iterable[str]]) -> date | None:
    """Return the newest day for which a board was told, by the note of the last telling; None where none was."""
    said = (ledger.recall(NOTE) or "").partition(" ")[0]
    try:
        return date.fromisoformat(said)
    except ValueError:
        told = (london_day(one.told_at) for register in registers() for one in ledger.changes(register))
        return max(told, default=None)


def behind(ledger: Ledger, registers: Callable[[], Iterable[str]], today: date) -> str | None:
    """Return what to say where the clock is behind the newest day told, else None: nothing is told then.

    `registers` gives the ids of those in use.
    """
    told = _told_to(ledger, registers)
    if told is None or today >= told:
        return None
    return (
        f"The clock of this machine says {say(today)}, and changes were told up to {say(told)}: none are told before "
        "that day. Set the clock; a scan puts right what a clock that was ahead has told."
    )
