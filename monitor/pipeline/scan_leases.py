"""Who may scan a state, and who leads its loop? One at a time, by leases that run out where nobody renews them."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from monitor.model.errors import BusyError, UserError
from monitor.model.ports import Clock, Ledger
from monitor.model.wording import moment

SCAN_LEASE, LOOP_LEASE, LEASE_SECONDS = "scan", "loop", 180.0
SCAN_SINCE = "scan since"
"""Under which name it is noted when the scan under way began, in words."""


@dataclass(frozen=True, slots=True)
class Leases:
    """The leases on a state, as one holder takes them.

    `gone` says whether the process of a holder's name has ended for sure; `seconds` is how long a lease lasts.
    """

    ledger: Ledger
    clock: Clock
    holder: str
    gone: Callable[[str], bool]
    seconds: float

    def take(self, name: str) -> bool:
        """Take or renew a lease; one that a process left behind when it was killed is taken from it."""
        before = self.ledger.holder(name)
        if before and before != self.holder and self.gone(before):
            self.ledger.release(name, before)
        return self.ledger.lease(name, self.holder, self.clock(), self.seconds)

    def give_back(self, name: str) -> None:
        """Give a lease back, if it is ours."""
        self.ledger.release(name, self.holder)

    @contextmanager
    def scan(self) -> Iterator[None]:
        """Hold the lease for a scan; raise BusyError where somebody else does."""
        if not self.take(SCAN_LEASE):
            since = self.ledger.recall(SCAN_SINCE)
            raise BusyError(
                f"Another scan is running on this state{f', since {since}' if since else ''}.",
                f"Wait until it has ended; one killed elsewhere stops counting after {self.seconds / 60:g} minutes.",
            )
        self.ledger.remember(SCAN_SINCE, moment(self.clock()), self.clock())
        try:
            yield
        finally:
            self.give_back(SCAN_LEASE)

    async def renew_scan(self) -> None:
        """Renew the lease while a scan runs, without end: a first look at a whole year takes longer than any lease."""
        while True:
            await asyncio.sleep(self.seconds / 3)
            with suppress(UserError):  # a state that is busy for a moment is asked again
                await asyncio.to_thread(self.ledger.lease, SCAN_LEASE, self.holder, self.clock(), self.seconds)

    def scanning(self) -> bool:
        """Return whether a scan is under way, ours or another's that is not known to have ended."""
        holder = self.ledger.holder(SCAN_LEASE)
        return holder is not None and not self.gone(holder)
