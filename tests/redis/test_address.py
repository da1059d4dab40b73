"""The address of Redis and the settings of lanes: what is accepted, and what is refused at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from woodpecker_auth import InvalidValue
from woodpecker_auth.redis_lanes import RedisLanes
from woodpecker_auth.redis_lanes.address import RedisAddress


def connection_to(where: Any) -> dict[str, Any]:
    return vars(RedisAddress(where, 2.0).connection())


@pytest.mark.parametrize(
    ("where", "shown", "host", "port", "database"),
    [
        ("redis://", "localhost:6379", "localhost", 6379, 0),
        ("redis://h:1/2", "h:1", "h", 1, 2),
        ("redis://h:1?db=3", "h:1", "h", 1, 3),
        ("redis://[::1]:7/", "::1:7", "::1", 7, 0),
        ({}, "localhost:6379", "localhost", 6379, 0),
        ({"host": "h", "port": 1, "db": 2}, "h:1", "h", 1, 2),
        # Settings files write numbers as text.
        ({"host": "h", "port": "8"}, "h:8", "h", 8, 0),
    ],
)
def test_the_address_of_a_server(where, shown, host, port, database):
    address = RedisAddress(where, 2.0)
    found = address.connection()
    assert (address.display, found.host, found.port, found.db) == (shown, host, port, database)


@pytest.mark.parametrize("where", ["unix:///run/a%20b.sock?db=4", {"unix_socket_path": "/run/a b.sock", "db": 4}])
def test_the_address_of_a_socket(where):
    address = RedisAddress(where, 2.0)
    found = address.connection()
    assert (address.display, found.path, found.db) == ("/run/a b.sock", "/run/a b.sock", 4)


@pytest.mark.parametrize(
    ("where", "user", "password"),
    [
        ("redis://:s%2Fc%25r%40t@h", None, "s/c%r@t"),
        ("redis://me:a:b@c@h", "me", "a:b@c"),
        ("redis://h?username=me&password=s%2Fa", "me", "s/a"),
        ("unix://me:secret@/run/r.sock", "me", "secret"),
        ({"username": "me", "password": "secret"}, "me", "secret"),
        ({"password": b"\xff"}, None, b"\xff"),
    ],
)
def test_the_credentials_of_an_address(where, user, password):
    found = connection_to(where)
    assert (found["username"], found["password"]) == (user, password)


@pytest.mark.parametrize("where", ["redis://h?socket_timeout=0.5", {"socket_timeout": 0.5}])
def test_timeouts_in_the_address_take_precedence(where):
    assert [RedisAddress(one, 2.0).connection().socket_timeout for one in (where, {})] == [0.5, 2.0]


@pytest.mark.parametrize(
    "url",
    [
        "", "redis:h", "http://h", "REDIS://h", "unix://",
        "redis://h\n", "redis://\x00", "redis://:\ud800@h",
        "redis://:a%zz@h", "redis://:a%@h",
        "redis://:12#34@h", "redis://:12/34@h", "redis://:12?34@h", "redis://:12?db=34@h", "redis://:1?a=b&34@h",
        "redis://[::1", "redis://h:x", "redis://h:0", "redis://h/one", "redis://h/-1",
    ],
)  # fmt: skip
def test_an_ambiguous_url_is_refused(url):
    with pytest.raises(InvalidValue, match="in a user or password, '/' is written %2F"):
        RedisLanes(url)


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("redis://h:65536", "the address of Redis is invalid"),
        ("redis://h?nonsense=1", "the address of Redis is invalid"),
        ("redis://h?socket_timeout=soon", "the address of Redis is invalid"),
        ("redis://h?socket_timeout=nan", "the socket_timeout of Redis is a number of seconds"),
        ("redis://h?db=-1", "the db of Redis"),
        ("rediss://h?ssl_cert_reqs=perhaps", "the address of Redis is invalid"),
        ({"nonsense": 1}, "the address of Redis is invalid"),
        ({1: 2}, "the address of Redis is invalid"),
        ({"connection_pool": None}, "takes no connection_pool"),
        ({"single_connection_client": True}, "takes no single_connection_client"),
        ({"host": 5}, "the host of Redis is not a name or an address"),
        ({"host": ""}, "the host of Redis"),
        ({"host": "a\x00"}, "the host of Redis"),
        ({"host": "\udfff"}, "the host of Redis"),
        ({"port": "x"}, "the port of Redis is a number from 1 to 65535"),
        ({"port": 0}, "the port of Redis is a number"),
        ({"port": 70000}, "the port of Redis is a number"),
        ({"unix_socket_path": 3}, "the unix_socket_path of Redis is a path, not int"),
        ({"client_name": "\udc80"}, "the address of Redis is invalid"),
        ({"port": True}, "the port of Redis"),
        ({"port": None}, "the port of Redis"),
        ({"port": 10**5000}, "the address of Redis is invalid"),
        ({"db": -1}, "the db of Redis"),
        ({"db": 1.5}, "the db of Redis"),
        ({"password": 1234}, "the password of Redis is a string, not int"),
        ({"username": ["me"]}, "the username of Redis is a string, not list"),
        ({"password": "\ud800"}, "the address of Redis is invalid"),
        ({"socket_timeout": 0}, "the socket_timeout of Redis is a number of seconds"),
        ({"socket_connect_timeout": "soon"}, "the socket_connect_timeout of Redis is a number of seconds"),
        ({"protocol": "x"}, "the address of Redis is invalid"),
    ],
)
def test_an_invalid_address_is_refused(where, says):
    with pytest.raises(InvalidValue, match=says):
        RedisLanes(where)


@pytest.mark.parametrize("where", [None, 5, b"redis://h", Path("/run/r.sock"), [("host", "h")]])
def test_another_type_is_refused_as_an_address(where):
    with pytest.raises(InvalidValue, match="the address of Redis is a URL or options by name"):
        RedisLanes(where)


SECONDS = [
    None,
    True,
    "5",
    "nan",
    [],
    float("nan"),
    float("inf"),
    -float("inf"),
    -1,
    0,
    1e-9,
    1e9,
    10**400,
    -(10**5000),
]
WRONG = {
    "depth": [None, True, "1", 1.0, 0, -1, -(10**5000), float("nan"), [1]],
    "lease": [*SECONDS, 0.99],
    "timeout": SECONDS,
    "prefix": [None, 5, b"lane:", ["lane:"], "\ud800"],
}


@pytest.mark.parametrize("name", WRONG)
def test_a_setting_is_refused_by_its_name(name):
    for value in WRONG[name]:
        with pytest.raises(InvalidValue, match=name):
            RedisLanes("redis://", **{name: value})


@pytest.mark.parametrize(
    "settings", [{"lease": 1}, {"lease": 86_400}, {"timeout": 0.001}, {"timeout": 3600}, {"depth": 7}, {"prefix": ""}]
)
def test_settings_at_the_limits_are_accepted(settings):
    RedisLanes("redis://", **settings).close()
