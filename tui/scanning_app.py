"""Who scans while the dashboard is open, and how does a scan end before the dashboard does?"""

import asyncio
from datetime import timedelta
from typing import ClassVar

from textual.app import App
from textual.reactive import reactive

from monitor.model.changes import Change
from monitor.model.cleaning import clean_line
from monitor.model.errors import UserError
from monitor.model.ports import Progress
from monitor.model.sources import Problem
from monitor.pipeline.service_port import BrokenScanError, ScanResult, ServicePort
from tui import messages
from tui.widgets.scan_line import ScanState


class ScanningApp(App[None]):
    """An app that can scan in a worker. What the scan tells stands in `scan`, which any widget may watch.

    `seen_changes`: the ids of the changes that the reader has looked at since the dashboard was opened.
    """

    STOP_WITHIN: ClassVar[timedelta] = timedelta(seconds=15)
    """How long quitting waits for a scan's child process to end."""

    scan: reactive[ScanState] = reactive(ScanState())

    def __init__(self, service: ServicePort) -> None:
        super().__init__()
        self.service = service
        self.seen_changes: set[str] = set()

    def tell(self, *changes: Change) -> None:
        """Show changes as toasts and refresh the board; may be called from any thread."""
        self.post_message(messages.ChangesTold(changes))

    def action_scan(self) -> None:
        self.scan_now()

    def scan_now(self, *sources: str) -> None:
        """Scan some sources, all where none is named, unless a scan is under way."""
        if self.scan.running:
            self.notify("A scan is under way already.", markup=False)
        self._start_scan(*sources)

    def action_stop_scan(self) -> None:
        """End a scan: what was read and recorded of it stays."""
        if not self.scan.running:
            self.notify("No scan is under way.", markup=False)
        for worker in self.workers:
            if worker.group == "scan" and not worker.is_finished:
                worker.cancel()
                self.post_message(messages.ScanEnded(None))

    async def action_quit(self) -> None:
        """Leave once the scan has ended its child; asked twice, leave at once."""
        if self.scan.stopping:
            self.exit()
            return
        self.scan = ScanState(running=self.scan.running, stopping=self.scan.running)
        self.run_worker(self._leave(), group="leave")

    def _start_scan(self, *sources: str) -> None:
        if not (self.scan.running or self.scan.stopping):
            self.scan = ScanState(running=True)
            self.run_worker(self._scan(sources), group="scan")

    async def _scan(self, sources: tuple[str, ...]) -> None:
        """Scan in a worker, which touches no widget: what it hears it posts."""
        outcome: ScanResult | UserError
        try:
            outcome = await self.service.scan(sources, None, self._hear)
        except UserError as refused:
            outcome = refused
        except BrokenScanError as broken:
            self.post_message(messages.Refused(UserError(f"A bug in bywhen: {broken}.", "bywhen scan tells more")))
            outcome = broken.result
        self.post_message(messages.ScanEnded(outcome))

    def _hear(self, told: Progress | Problem | Change) -> None:
        self.post_message(messages.ScanTold(told))

    async def _leave(self) -> None:
        """Cancel what runs beside the screens and wait for it, but not for ever."""
        running = [w for w in self.workers if w.group in ("scan", "driver") and not w.is_finished]
        waits = [asyncio.ensure_future(w.wait()) for w in running]
        for worker in running:
            worker.cancel()
        if waits:
            ended, _ = await asyncio.wait(waits, timeout=self.STOP_WITHIN.total_seconds())
            for wait in ended:
                wait.exception()
        self.exit()

    def on_scan_told(self, message: messages.ScanTold) -> None:
        self.scan = self.scan.told(message.told)

    def on_scan_ended(self, message: messages.ScanEnded) -> None:
        if not self.scan.running:  # it had ended by itself when it was to be stopped
            return
        self.scan = ScanState(outcome=message.outcome, stopping=self.scan.stopping, ended_at=self.service.now())
        if message.outcome is None:
            self.notify("The scan was stopped: what was read of it is kept.", markup=False)
            self.tell()
            return
        if isinstance(message.outcome, UserError):
            self.post_message(messages.Refused(message.outcome))
            return
        if message.outcome.failed:
            told = f"Could not read {', '.join(message.outcome.failed)}: press h to see why."
            self.notify(clean_line(told), severity="warning", markup=False)
        self.tell(*message.outcome.changes)
