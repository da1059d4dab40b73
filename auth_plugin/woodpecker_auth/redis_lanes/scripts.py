"""A lane in Redis: five keys, and the three scripts that change them.

    slots     the tokens of requests in flight, by the end of their lease (ms)
    queue     the tokens of waiting requests, by their arrival (us)
    seen      the tokens of waiting requests, by the time until which they have to poll again (ms)
    recovery  exists while no slot is granted, because Redis has lost its data
    released  tokens that were released, by the time until which they are remembered (ms)

The keys of one account share a hash slot, and each expires with its last member, so nothing remains in Redis. All times
are Redis's own, so the clocks of the clients need not agree. Redis 5 or newer.

A token is used for one request only, and its release is the last call for it. The exception is a connection that was
closed before an acquire or a renewal was confirmed: that call may arrive after the calls on the next connection. In
this case the release adds the token to `released`, and later calls for it change nothing. Otherwise `released` does not
exist.
"""

from __future__ import annotations

import hashlib

from ..lane_key import LaneKey

#: The result of `ACQUIRE` for a token that holds a slot. Otherwise the result is its position in the queue, from 0.
GRANTED = -1


class Script(str):
    """A Lua script with the digest that EVALSHA takes."""

    __slots__ = ("sha",)
    sha: str

    def __new__(cls, text: str) -> Script:
        script = super().__new__(cls, text)
        script.sha = hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()
        return script


_HEAD = """\
local slots, queue, seen, recovery, released, token = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], ARGV[1]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function expire_with_last(key, order)
    local last = redis.call('ZRANGE', order, -1, -1, 'WITHSCORES')
    redis.call('PEXPIREAT', key, last[2])
end
local function stop_waiting()
    redis.call('ZREM', queue, token)
    redis.call('ZREM', seen, token)
end
local function take(lease)
    stop_waiting()
    redis.call('ZADD', slots, now + lease, token)
    expire_with_last(slots, slots)
end
"""

#: token, depth, lease (ms), how long the request has waited (us), after how long a waiter that does not poll is removed
#: (ms), whether Redis should know this waiter (0 or 1), the length of a recovery (ms) -> `GRANTED`, or its position.
#:
#: Only the first request in the queue is granted a slot, so that clients with different depths do not overtake each
#: other. If Redis should know a waiter and does not, it has lost its data. Then no slot is granted for the length of
#: the recovery, in which the holders of slots renew them.
ACQUIRE = Script(
    _HEAD
    + """\
local depth, lease, waited = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local timeout, known, grace = tonumber(ARGV[5]), ARGV[6] == '1', tonumber(ARGV[7])
if redis.call('ZSCORE', released, token) then
    return 0
end
redis.call('ZREMRANGEBYSCORE', slots, '-inf', now)
if redis.call('ZSCORE', slots, token) then
    take(lease)
    return -1
end
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', seen, '-inf', now)) do
    redis.call('ZREM', seen, gone)
    redis.call('ZREM', queue, gone)
end
if known and not redis.call('ZSCORE', seen, token) then
    redis.call('SET', recovery, '1', 'PX', grace, 'NX')
end
if not redis.call('ZSCORE', queue, token) then
    redis.call('ZADD', queue, time[1] * 1000000 + time[2] - waited, token)
end
local position = redis.call('ZRANK', queue, token)
if position == 0 and redis.call('ZCARD', slots) < depth and redis.call('EXISTS', recovery) == 0 then
    take(lease)
    return -1
end
redis.call('ZADD', seen, now + timeout, token)
expire_with_last(seen, seen)
expire_with_last(queue, seen)
return position
"""
)

#: token, lease (ms) -> 1, or 0 if Redis did not know the slot. It is registered again.
RENEW = Script(
    _HEAD
    + """\
if redis.call('ZSCORE', released, token) then
    return 1
end
local held = redis.call('ZSCORE', slots, token)
take(tonumber(ARGV[2]))
return held and 1 or 0
"""
)

#: token, how long it is remembered (ms; 0 for not at all) -> 1. For waiting requests and for those in flight.
RELEASE = Script(
    _HEAD
    + """\
local ttl = tonumber(ARGV[2])
stop_waiting()
redis.call('ZREM', slots, token)
if ttl > 0 then
    redis.call('ZREMRANGEBYSCORE', released, '-inf', now)
    redis.call('ZADD', released, now + ttl, token)
    expire_with_last(released, released)
end
return 1
"""
)

ALL = (ACQUIRE, RENEW, RELEASE)


def keys_of(prefix: str, lane_key: LaneKey) -> tuple[str, ...]:
    """The names of a lane's keys. The part between braces decides the hash slot."""
    name = f"{prefix}{{{lane_key.origin}/{lane_key.kind}/{lane_key.id}}}"
    return tuple(f"{name}:{part}" for part in ("slots", "queue", "seen", "recovery", "released"))
