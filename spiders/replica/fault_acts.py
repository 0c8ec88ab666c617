"""How can an answer be spoilt on its way? Each act takes a request and the reply it should have had, and errs.

What is large is made as it goes out, never held, and stops when the client leaves.
"""

import asyncio
import json
import socket
import struct
import zlib
from collections.abc import Awaitable, Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from aiohttp import web

from spiders.replica.replies import Reply

Act = Callable[[web.Request, Reply], Awaitable[web.StreamResponse]]
HUGE = 200 * 1024 * 1024
"""Bytes of a body that is too large for anyone."""
_PIECE = b" " * 65_536
_NO_HEADERS: Mapping[str, str] = MappingProxyType({})


def sent(reply: Reply) -> web.Response:
    """Return a reply as it goes on the wire."""
    return web.Response(status=reply.status, body=reply.body.encode(), headers=reply.headers)


def says(status: int, body: str = "", headers: Mapping[str, str] = _NO_HEADERS) -> Act:
    """Return the act that answers always the same."""

    async def act(_request: web.Request, _reply: Reply) -> web.StreamResponse:
        return sent(Reply(status, body, headers))

    return act


def sends_on(to: str | None = None) -> Act:
    """Return the act that redirects to an address, to the very same one where none is given."""

    async def act(request: web.Request, _reply: Reply) -> web.StreamResponse:
        return sent(Reply(301, "", {"Location": to or str(request.rel_url)}))

    return act


def edits(edit: Callable[[Any], Any]) -> Act:
    """Return the act that alters the JSON of an answer; what is no answer stays as it is."""

    async def act(_request: web.Request, reply: Reply) -> web.StreamResponse:
        if reply.status != 200:
            return sent(reply)
        return sent(Reply(200, json.dumps(edit(json.loads(reply.body))), reply.headers))

    return act


def spells(spelt: Callable[[str], bytes], headers: Mapping[str, str] = _NO_HEADERS) -> Act:
    """Return the act that puts the text of an answer into bytes in a way of its own."""

    async def act(_request: web.Request, reply: Reply) -> web.StreamResponse:
        return web.Response(status=reply.status, body=spelt(reply.body), headers={**reply.headers, **headers})

    return act


def waits(seconds: float) -> Act:
    """Return the act that gives the right answer, late."""

    async def act(_request: web.Request, reply: Reply) -> web.StreamResponse:
        await asyncio.sleep(seconds)
        return sent(reply)

    return act


async def resets(request: web.Request, reply: Reply) -> web.StreamResponse:
    """Break the connection off with a reset: no answer, no orderly end."""
    if request.transport is not None:
        open_socket = request.transport.get_extra_info("socket")
        open_socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.transport.abort()
    return sent(reply)


async def keeps_silent(_request: web.Request, reply: Reply) -> web.StreamResponse:
    """Answer nothing for as long as the client stays."""
    await asyncio.Event().wait()  # cancelled when the client leaves
    return sent(reply)


async def drips(request: web.Request, _reply: Reply) -> web.StreamResponse:
    """Send a little of an endless answer, again and again."""
    return await _streamed(request, (b" " for _ in iter(int, 1)), pause=0.05)


async def breaks_off(request: web.Request, reply: Reply) -> web.StreamResponse:
    """Send half of the answer, then close the connection though more was announced."""
    body = reply.body.encode()
    response = web.StreamResponse(headers={**reply.headers, "Content-Length": str(len(body))})
    await response.prepare(request)
    await response.write(body[: len(body) // 2])
    if request.transport is not None:
        request.transport.close()
    return response


async def floods(request: web.Request, _reply: Reply) -> web.StreamResponse:
    """Send far too much, without saying beforehand how much."""
    return await _streamed(request, (_PIECE for _ in range(HUGE // len(_PIECE))))


async def bombs(request: web.Request, _reply: Reply) -> web.StreamResponse:
    """Send a little that unpacks to far too much."""
    return await _streamed(request, iter(_packed()), {"Content-Encoding": "gzip"})


@cache
def _packed() -> tuple[bytes, ...]:
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)  # 31 is gzip
    pieces = [packer.compress(_PIECE) for _ in range(HUGE // len(_PIECE))]
    return (*filter(None, pieces), packer.flush())


async def _streamed(
    request: web.Request, pieces: Iterator[bytes], headers: Mapping[str, str] = _NO_HEADERS, pause: float = 0.0
) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "application/json", **headers})
    await response.prepare(request)
    for piece in pieces:
        if not _there(request):
            break
        try:
            await response.write(piece)
        except ConnectionError:
            break
        await asyncio.sleep(pause)
    return response


def _there(request: web.Request) -> bool:
    return request.transport is not None and not request.transport.is_closing()
