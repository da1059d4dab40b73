"""The address of a Redis server: checked when it is set, and never printed with its secrets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from ssl import CERT_NONE
from typing import Any
from urllib.parse import unquote

import redis
from redis import connection
from redis.backoff import NoBackoff
from redis.retry import Retry

from ..errors import InvalidValue
from ..redaction import redact
from ..secret import Secret, SecretBytes

# redis-py's annotations are incomplete and differ between its versions.
_REDIS: Any = redis
_CONNECTION: Any = connection
# Stricter than redis-py, which connects to another host if the password is not quoted.
_URL = re.compile(
    r"(?!.*%(?![0-9A-Fa-f]{2}))"
    r"(?:rediss?://(?:[^/?#]*@)?(?:\[[0-9A-Fa-f:.]+]|[^][/?#@:]*)(?::[1-9][0-9]*)?(?:/[0-9]*)?|unix://(?:[^/?#]*@)?/[^?#]+)"
    r"(?:\?(?:[a-z_]+=[^&#@]*(?:&[a-z_]+=[^&#@]*)*)?)?"
)
_FORM = (
    "the URL of Redis is redis://user:password@host:port/database, the same with rediss://, or unix://path; options "
    "follow as ?name=value; "
    "in a user or password, '/' is written %2F, '?' %3F, '#' %23, '@' %40, ':' %3A and '%' %25"
)
# Options that are never printed. The user is one, because a password may be set in its place by mistake.
_SECRET = ("password", "ssl_password", "username")
# Characters of a secret that are looked for in messages: servers truncate what they quote.
_PREFIX_LENGTH = 4
# Seconds. 0 would make the socket non-blocking.
_TIMEOUTS = (0.001, 3600.0)


def validate_seconds_between(value: object, name: str, least: float, most: float) -> float:
    """Return a number of seconds.

    Raises:
        InvalidValue: it is not a number from `least` to `most`.
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise InvalidValue(f"{name} is a number of seconds from {least:g} to {most:g}")
    return float(value)


class RedisAddress:
    """The address of a Redis server.

    Args:
        where: a URL (`redis://`, `rediss://`, `unix://`), or the arguments of `redis.Redis` by name.
        timeout: seconds to connect, and for each response; timeouts in `where` take precedence.

    Raises:
        InvalidValue: an argument is invalid. The message contains no part of a URL and no value of an option.

    Attributes:
        display: host and port, or the path of the socket.
    """

    def __init__(self, where: str | Mapping[str, Any], timeout: float) -> None:
        options = _read(where, timeout)
        del where  # It may hold a password, and tracebacks can show locals.
        if isinstance(options, str):
            raise InvalidValue(options)
        self._options = options
        path = options.get("path") or options.get("unix_socket_path")
        self.display = str(path) if path else f"{options.get('host', 'localhost')}:{options.get('port', 6379)}"
        secrets: list[str | SecretBytes] = [options[name] for name in _SECRET if options.get(name)]
        self._secrets = [text if isinstance(text, str) else text.decode(errors="replace") for text in secrets]

    def connection(self) -> Any:
        """A new connection, not yet open. It shares no locks with others, since a fork could inherit them locked."""
        return _connection(self._options)

    def describe(self, failure: Exception) -> str:
        """The failure as text without secrets. Some servers and proxies quote the arguments of an AUTH they refuse."""
        kind, text = f"Redis at {self.display}: {type(failure).__name__}", str(failure)
        leaks = any(secret in text or redact(text, [secret[:_PREFIX_LENGTH]]) != text for secret in self._secrets)
        return kind if leaks else f"{kind}: {text}"


def _read(where: object, timeout: object) -> dict[str, Any] | str:
    """The options, or an error message. Not an exception: it would keep frames whose locals contain a password."""
    try:
        options = _options(where, validate_seconds_between(timeout, "the timeout of RedisLanes", *_TIMEOUTS))
        # So that redis-py refuses invalid options now, not at the first request.
        _connection(options)
    except InvalidValue as error:
        return str(error)
    except Exception as failure:
        # An exception of redis-py, which may quote any value.
        return f"the address of Redis is invalid ({type(failure).__name__})"
    return options


def _options(where: object, timeout: float) -> dict[str, Any]:
    # redis-py would retry for seconds; a request in a lane has to fail at once.
    options = {"socket_timeout": timeout, "socket_connect_timeout": timeout, "retry": Retry(NoBackoff(), 0)}
    if isinstance(where, str):
        if not where.isprintable() or not _URL.fullmatch(where):
            raise InvalidValue(_FORM)
        unquote(where, errors="strict")  # redis-py would replace invalid UTF-8.
        options |= {"connection_class": _CONNECTION.Connection, **_CONNECTION.parse_url(where)}
    elif isinstance(where, Mapping):
        options |= where
    else:
        raise InvalidValue(f"the address of Redis is a URL or options by name, not {type(where).__name__}")
    if options.get("ssl") or options.get("connection_class") is _CONNECTION.SSLConnection:
        # Before 6.0, redis-py does not check the host's name against the certificate by default.
        unchecked = options.get("ssl_cert_reqs", "required") in (None, "none", CERT_NONE)
        options.setdefault("ssl_check_hostname", not unchecked)
    return {name: _validate(name, value) for name, value in options.items()}


def _validate(name: str, value: object) -> object:
    match name:
        case "connection_pool" | "single_connection_client":
            raise InvalidValue(f"RedisLanes opens its own connection and takes no {name}")
        case "socket_timeout" | "socket_connect_timeout" if value is not None:
            return validate_seconds_between(value, f"the {name} of Redis", *_TIMEOUTS)
        # Settings files write numbers as text.
        case "db" if not re.fullmatch("[0-9]{1,9}", str(value)):
            raise InvalidValue("the db of Redis is not a number")
        case "port" if not re.fullmatch("[1-9][0-9]{0,4}", str(value)) or int(str(value)) > 65535:
            raise InvalidValue("the port of Redis is a number from 1 to 65535")
        case "unix_socket_path" if not isinstance(value, str | None):
            raise InvalidValue(f"the unix_socket_path of Redis is a path, not {type(value).__name__}")
        case "host" if not isinstance(value, str) or not value or not value.isprintable():
            raise InvalidValue("the host of Redis is not a name or an address")
        case "username" | "password" | "ssl_password" if isinstance(value, str):
            value.encode()
            return Secret(value)
        case "username" | "password" | "ssl_password" if isinstance(value, bytes):
            return SecretBytes(value)
        case "username" | "password" if value is not None:
            raise InvalidValue(f"the {name} of Redis is a string, not {type(value).__name__}")
        case _:
            if isinstance(value, str):
                value.encode()
            return value


def _connection(options: Mapping[str, Any]) -> Any:
    pool = (_REDIS.ConnectionPool if "connection_class" in options else _pool_of_arguments)(**options)
    return pool.connection_class(**pool.connection_kwargs)


def _pool_of_arguments(**arguments: Any) -> Any:
    return _REDIS.Redis(**arguments).connection_pool
