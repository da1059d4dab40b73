"""The lanes of several processes and machines, kept in Redis.

    pip install "woodpecker-client[redis]"

    from woodpecker_auth import HQKey, PolicyTransport
    from woodpecker_auth.redis_lanes import RedisLanes

    with RedisLanes("redis://localhost") as lanes:
        transport = PolicyTransport(HQKey("…"), lanes=lanes)

A request first waits in its process's own lane, so that each process asks Redis for no more requests per account than
may run at once. In Redis it waits behind all that came before it, wherever they came from. Then it holds a slot, whose
lease is renewed in the background until the request is over. One request costs two round trips, of which it waits for
the first.

The slot of a process that is killed is free when its lease ends. What this cannot do:

- tell a process that is dead from one that is cut off from Redis or stopped (SIGSTOP, a frozen container, a suspended
  machine). One of which Redis hears nothing for longer than its lease is taken for dead: its slot goes to the next, and
  its own request, which is not ended, may then run beside it. A WARNING names the account when the process notices.
- keep newcomers out while a Redis that lost its memory has not been told again who is in flight, which takes a second
  at most. Those who were waiting know better and wait on.

Read it in this order: `scripts` (what is in Redis), `ticket` (the way of one request), `worker` (the thread that does
the talking), `connection` (what it talks over), `address` (where that goes), `lanes` (what users hold).
"""

try:
    from .lanes import RedisLanes
except ModuleNotFoundError as missing:
    if missing.name != "redis":
        raise
    raise ImportError('RedisLanes needs the redis package: pip install "woodpecker-client[redis]"') from missing

__all__ = ["RedisLanes"]
