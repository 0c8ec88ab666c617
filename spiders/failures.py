"""Why did a request fail for good? The kind of Problem it makes, and what was seen, in a few words."""

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from spiders.settings import LARGEST


class NotAsked(IgnoreRequest):
    """A request that was never sent: `kind` and `seen` as a Problem has them."""

    def __init__(self, kind: str, seen: str) -> None:
        super().__init__(seen)
        self.kind = kind
        self.seen = seen


_NAMED = {
    "DownloadTimeoutError": ("timeout", "no whole answer in time"),
    "CannotResolveHostError": ("dns", "the host name is not known"),
    "DownloadConnectionRefusedError": ("refused", "the connection was refused"),
    "ResponseDataLossError": ("truncated", "the answer broke off"),
    "DownloadFailedError": ("reset", "the connection was broken off"),
    "BadGzipFile": ("wrong-encoding", "said to be compressed, and is not"),
    "error": ("wrong-encoding", "said to be compressed, and is not"),  # zlib.error goes by this name
}
_CHALLENGE = ("just a moment", "attention required", "captcha", "challenge-platform", "enable javascript and cookies")


def why_failed(wrong: BaseException) -> tuple[str, str]:
    """Return the kind of Problem a failed request makes, and what was seen."""
    if isinstance(wrong, NotAsked):
        return wrong.kind, wrong.seen
    name, said = type(wrong).__name__, " ".join(str(wrong).split())
    if name == "DownloadCancelledError" or "DOWNLOAD_MAXSIZE" in said:  # nobody else cancels a download
        return "too-large", f"an answer of more than {LARGEST:,} bytes"
    if "max redirections reached" in said:
        return "redirect-loop", "sent on again and again"
    if "certificate" in said.casefold() or "SSL" in said:
        return "certificate", said[-200:]
    if name in _NAMED:
        return _NAMED[name]
    return "failed", f"{name}: {said[:200]}" if said else name


def why_refused(response: Response) -> tuple[str, str]:
    """Return the kind of Problem that a status makes, and the status with what the server said about it.

    A page that wants a browser to prove itself is no answer about the thing we asked for, whatever its status.
    """
    wait = response.headers.get("Retry-After")
    asked = f", Retry-After {wait.decode('latin-1')[:40]}" if wait else ""
    said = " ".join(response.body[:300].decode("utf-8", "replace").split())[:120]
    kind = "challenge" if _challenges(response) else f"http-{response.status}"
    return kind, f"answered {response.status}{asked}{f': {said}' if said else ''}"


def _challenges(response: Response) -> bool:
    if response.headers.get("cf-mitigated"):
        return True
    text = response.body[:20_000].decode("utf-8", "replace").casefold()
    return response.status in (401, 403, 429, 503) and "<" in text and any(mark in text for mark in _CHALLENGE)
