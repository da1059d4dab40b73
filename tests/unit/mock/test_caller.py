"""The other end of a request."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable

import pytest
from starlette.types import Message
from woodpecker_mock.caller import Caller, Gone
from woodpecker_mock.protocol import TRANSPORT


async def left() -> Message:
    return {"type": "http.disconnect"}


@pytest.mark.parametrize("ending", [Caller.reset, Caller.close])
def test_the_connection_of_a_client_that_has_left_can_be_ended_again(
    ending: Callable[[Caller], Awaitable[None]],
) -> None:
    async def end() -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            transport, _ = await asyncio.get_running_loop().connect_accepted_socket(asyncio.Protocol, ours)
            transport.abort()
            while ours.fileno() != -1:
                await asyncio.sleep(0)
            with pytest.raises(Gone):
                await ending(Caller({"type": "http", "state": {TRANSPORT: transport}}, left))

    asyncio.run(end())
