"""Lanes that several processes and machines share through Redis.

    pip install "woodpecker-client[redis]"

    from woodpecker_auth import HQKey, PolicyTransport
    from woodpecker_auth.redis_lanes import RedisLanes

    with RedisLanes("redis://localhost") as lanes:
        transport = PolicyTransport(HQKey("…"), lanes=lanes)

A request first waits in the lane of its own process, so that each process requests no more slots in Redis than may be
held at once. In Redis it waits behind all earlier requests of all processes. Then it holds a slot, whose lease is
renewed in the background until the request is over. A request costs two round trips to Redis and waits for the first.

The slot of a process that is killed becomes free when its lease ends. Limitations:

- A process that is stopped (SIGSTOP, a frozen container, a suspended machine) or disconnected from Redis looks like one
  that has crashed. After its lease, its slot is granted to the next request, which may run beside its own, since that
  is not cancelled. When the process notices, it logs a WARNING that names the account.
- After Redis loses its data, it takes up to a second until all processes have renewed their slots. A new request may
  be granted a slot in that time. Requests that were already waiting are not.

Reading order: `scripts` (the data in Redis), `ticket` (the states of one request), `worker` (the thread that calls
Redis), `connection` and `address` (how it connects), `lanes` (the public class).
"""

try:
    from .lanes import RedisLanes
except ModuleNotFoundError as missing:
    if missing.name != "redis":
        raise
    raise ImportError('RedisLanes needs the redis package: pip install "woodpecker-client[redis]"') from missing

__all__ = ["RedisLanes"]
