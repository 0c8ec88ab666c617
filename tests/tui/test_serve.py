"""The dashboard in a browser: who is let in, and what they see."""

import asyncio
import socket
from contextlib import suppress
from pathlib import Path

import aiohttp
import pytest

from tests.tui.calling import BYWHEN, environment
from tui.web_server import meant_for_us


@pytest.mark.parametrize(
    ("listens", "host", "origin", "may"),
    [
        ("127.0.0.1", "127.0.0.1:8000", None, True),
        ("127.0.0.1", "localhost:8000", "http://localhost:8000", True),
        ("::1", "[::1]:8000", "http://[::1]:8000", True),
        ("127.0.0.1", "evil.example:8000", None, False),
        ("127.0.0.1", "evil.example:8000", "http://evil.example:8000", False),
        ("127.0.0.1", "127.0.0.1:8000", "http://evil.example", False),
        ("127.0.0.1", "127.0.0.1:8000", "http://127.0.0.1:9000", False),
        ("127.0.0.1", "127.0.0.1:8000", "null", False),
        ("127.0.0.1", "", None, False),
        ("0.0.0.0", "board.example:8000", "http://board.example:8000", True),
        ("0.0.0.0", "board.example:8000", "http://evil.example", False),
    ],
)
def test_only_our_own_page_is_let_in(listens: str, host: str, origin: str | None, may: bool) -> None:
    assert meant_for_us(listens, host, origin) is may


def a_free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


async def test_a_browser_gets_the_board_from_loopback_and_nothing_from_elsewhere(home: Path) -> None:
    port = a_free_port()
    off = "".join(f"[sources.{name}]\nenabled = false\n" for name in ("gov-uk", "hansard", "whatson", "bills"))
    more = "".join(
        f"[sources.{name}]\nenabled = false\n" for name in ("written-questions", "written-statements", "committees")
    )
    (home / "off.toml").write_text(off + more, encoding="utf-8")
    words = ("--config", "off.toml", "--register", "roads.yaml", "--state", "try.sqlite", "serve", "--port", str(port))
    served = await asyncio.create_subprocess_exec(*BYWHEN, *words, cwd=home, env=environment(home))
    try:
        page, seen = await asyncio.wait_for(visited(port), 60)
    finally:
        served.terminate()
        await asyncio.wait_for(served.wait(), 20)
    assert "https://" not in page
    assert "Mend" in seen or "mend" in seen


async def visited(port: int) -> tuple[str, str]:
    """Return the page, and what the dashboard draws until the register's promise stands on it."""
    at = f"127.0.0.1:{port}"
    async with aiohttp.ClientSession() as browser:
        while True:
            with suppress(aiohttp.ClientConnectionError):
                async with browser.get(f"http://{at}/") as answer:
                    page = await answer.text()
                    break
            await asyncio.sleep(0.1)
        strange = {"Origin": "http://evil.example"}
        async with browser.get(f"http://{at}/ws", headers=strange) as refused:
            assert refused.status == 403
        async with browser.ws_connect(f"http://{at}/ws?width=100&height=30", origin=f"http://{at}") as shown:
            seen = ""
            async for message in shown:
                seen += message.data.decode("utf-8", "replace") if isinstance(message.data, bytes) else ""
                if "mend" in seen.casefold() and "roads" in seen.casefold():
                    break
    return page, seen
