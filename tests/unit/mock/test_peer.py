"""The client at the other end of a request."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable

import pytest
from starlette.types import Message
from woodpecker_mock.http.peer import Disconnected, Peer
from woodpecker_mock.http.protocol import TRANSPORT


async def disconnected() -> Message:
    return {"type": "http.disconnect"}


@pytest.mark.parametrize("ending", [Peer.reset, Peer.close])
def test_the_connection_of_a_disconnected_client_can_be_ended_again(
    ending: Callable[[Peer], Awaitable[None]],
) -> None:
    async def end() -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            transport, _ = await asyncio.get_running_loop().connect_accepted_socket(asyncio.Protocol, ours)
            transport.abort()
            while ours.fileno() != -1:
                await asyncio.sleep(0)
            with pytest.raises(Disconnected):
                await ending(Peer({"type": "http", "state": {TRANSPORT: transport}}, disconnected))

    asyncio.run(end())
