"""How long is it since a host was last asked by this process? A probe keeps to the gaps of a crawl."""

import asyncio
from collections import defaultdict


class HostPace:
    """Keeps a gap between the requests that we make of one host ourselves; within a crawl its own process does."""

    def __init__(self) -> None:
        self._free: dict[str, float] = defaultdict(float)

    async def wait(self, host: str, gap: float) -> None:
        """Wait until a host may be asked again, and take that turn; the next turn is `gap` seconds later."""
        now = asyncio.get_running_loop().time()
        turn = max(now, self._free[host])
        self._free[host] = turn + gap
        if turn > now:
            await asyncio.sleep(turn - now)

    def asked(self, host: str, gap: float) -> None:
        """Note that a host was asked until now."""
        self._free[host] = max(self._free[host], asyncio.get_running_loop().time() + gap)


PACE = HostPace()
"""The one of this process: the sources of one host have nothing else in common."""
