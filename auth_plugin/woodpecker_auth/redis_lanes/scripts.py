"""A lane in Redis: five keys, and the three scripts that change them.

    slots   who is in flight, by the moment when the lease ends (ms)
    queue   who waits, by the moment of arrival (us)
    seen    who waits, by the moment until which a waiter is believed to live (ms)
    lost    stands while nobody may go, because Redis has forgotten who is in flight
    used    who has left, by the moment until which it is remembered (ms)

The keys of one account share a hash slot, and each runs out with the last that it holds, so nothing stays behind.
Every moment is Redis's own: the clocks of the machines around it need not agree. Redis 5 or newer.

A token is used for one request only, and leaving is the last that Redis hears of it: unless a connection was given up
on which a question or a renewal had been sent, which may arrive later than what the next connection says. Whoever
leaves after that is remembered in `used`, and nothing that arrives for it afterwards changes anything. Otherwise
`used` is not there.
"""

from __future__ import annotations

import hashlib

from ..lane_key import LaneKey

#: What `ACQUIRE` says to one that may go; to others it says how many are before them.
GRANTED = -1


class Script(str):
    """A script's text, and the digest by which Redis knows it."""

    __slots__ = ("sha",)
    sha: str

    def __new__(cls, text: str) -> Script:
        script = super().__new__(cls, text)
        script.sha = hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()
        return script


_HEAD = """\
local slots, queue, seen, lost, used, token = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], ARGV[1]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function keep_until_last(key, order)
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
    keep_until_last(slots, slots)
end
"""

#: token, depth, lease (ms), how long the request has waited (us), how long a waiter may be silent (ms), whether
#: Redis should know this waiter (0 or 1), how long nobody goes if it does not (ms) -> `GRANTED`, or its queue position.
#:
#: Only the first in the queue goes, so that clients of different depths pass each other as little as any others.
#: A waiter that Redis should know and does not has outlived what Redis remembers: holders have, too, so they get the
#: time to put their slots back.
ACQUIRE = Script(
    _HEAD
    + """\
local depth, lease, waited = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local silence, known, grace = tonumber(ARGV[5]), ARGV[6] == '1', tonumber(ARGV[7])
if redis.call('ZSCORE', used, token) then
    return 0
end
redis.call('ZREMRANGEBYSCORE', slots, '-inf', now)
if redis.call('ZSCORE', slots, token) then
    take(lease)
    return -1
end
for _, dead in ipairs(redis.call('ZRANGEBYSCORE', seen, '-inf', now)) do
    redis.call('ZREM', seen, dead)
    redis.call('ZREM', queue, dead)
end
if known and not redis.call('ZSCORE', seen, token) then
    redis.call('SET', lost, '1', 'PX', grace, 'NX')
end
if not redis.call('ZSCORE', queue, token) then
    redis.call('ZADD', queue, time[1] * 1000000 + time[2] - waited, token)
end
local before = redis.call('ZRANK', queue, token)
if before == 0 and redis.call('ZCARD', slots) < depth and redis.call('EXISTS', lost) == 0 then
    take(lease)
    return -1
end
redis.call('ZADD', seen, now + silence, token)
keep_until_last(seen, seen)
keep_until_last(queue, seen)
return before
"""
)

#: token, lease (ms) -> 1, or 0 if the slot was gone and had to be put back.
RENEW = Script(
    _HEAD
    + """\
if redis.call('ZSCORE', used, token) then
    return 1
end
local there = redis.call('ZSCORE', slots, token)
take(tonumber(ARGV[2]))
return there and 1 or 0
"""
)

#: token, how long it is remembered (ms; 0 for not at all) -> 1. The same for one that waits and one that is in flight.
RELEASE = Script(
    _HEAD
    + """\
local remembered = tonumber(ARGV[2])
stop_waiting()
redis.call('ZREM', slots, token)
if remembered > 0 then
    redis.call('ZREMRANGEBYSCORE', used, '-inf', now)
    redis.call('ZADD', used, now + remembered, token)
    keep_until_last(used, used)
end
return 1
"""
)

ALL = (ACQUIRE, RENEW, RELEASE)


def keys_of(prefix: str, lane_key: LaneKey) -> tuple[str, ...]:
    """The names of a lane's keys. What is between braces decides the hash slot."""
    name = f"{prefix}{{{lane_key.origin}/{lane_key.kind}/{lane_key.id}}}"
    return tuple(f"{name}:{part}" for part in ("slots", "queue", "seen", "lost", "used"))
