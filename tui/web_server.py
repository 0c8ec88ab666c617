"""How is the dashboard shown in a browser, to nobody but those for whom it is meant?"""

from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)


class DashboardServer(Server):
    """Serves a dashboard to each browser, in a process of its own that runs `command`, a line for the shell.

    A page of another site can't open it: what is asked must come from our own page (`Origin`), and while we listen on
    loopback only, must be meant for loopback (`Host`), whatever name leads there.
    """

    def __init__(self, command: str, host: str, port: int, say: Callable[[str], None]) -> None:
        super().__init__(command, host, port, title="bywhen", templates_path=Path(__file__).with_name("web_page"))
        self._say = say

    def initialize_logging(self) -> None:
        """Log as the rest of bywhen does, without colours or stack traces full of values."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._refuse_strangers)
        return app

    async def on_startup(self, app: web.Application) -> None:
        del app
        self._say(f"the dashboard is at {self.public_url} until you press Ctrl-C")

    @web.middleware
    async def _refuse_strangers(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if not meant_for_us(self.host, request.host, request.headers.get("Origin")):
            raise web.HTTPForbidden(text="This dashboard is opened from its own address only.")
        answer = await handler(request)
        if not answer.prepared:
            answer.headers["Content-Security-Policy"] = _POLICY
            answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer


def meant_for_us(listens: str, host: str, origin: str | None) -> bool:
    """Return whether a request may be answered.

    `listens`: the address we listen on; `host`: for which host the request says it is; `origin`: the page from which it
    comes, None where the browser says none, as it does for a page that is opened by hand.
    """
    name = urlsplit(f"//{host}").hostname or ""
    if listens in LOOPBACK and name not in LOOPBACK:
        return False
    return origin is None or urlsplit(origin).netloc == host
