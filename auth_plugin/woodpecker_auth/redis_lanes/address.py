"""Where Redis is and how to get in: refused when it is given if it cannot be used, and shown without its secrets."""

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

# Its own annotations are not complete, and differ between its versions.
_REDIS: Any = redis
_CONNECTION: Any = connection
# redis-py reads a URL more kindly, and then connects to another place when a password is not quoted.
_URL = re.compile(
    r"(?!.*%(?![0-9A-Fa-f]{2}))"
    r"(?:rediss?://(?:[^/?#]*@)?(?:\[[0-9A-Fa-f:.]+]|[^][/?#@:]*)(?::[1-9][0-9]*)?(?:/[0-9]*)?|unix://(?:[^/?#]*@)?/[^?#]+)"
    r"(?:\?(?:[a-z_]+=[^&#@]*(?:&[a-z_]+=[^&#@]*)*)?)?"
)
_FORM = (
    "the URL of Redis is redis://user:password@host:port/database, or rediss:// so, or unix://path, then ?name=value; "
    "in a user or password, '/' is written %2F, '?' %3F, '#' %23, '@' %40, ':' %3A and '%' %25"
)
# Options that are shown nowhere. A password is easily written where the user belongs.
_SECRET = ("password", "ssl_password", "username")
# Characters that give a secret away: servers cut off what they repeat.
_BEGINNING = 4
# Seconds. 0 would make the socket non-blocking.
_TIMEOUTS = (0.001, 3600.0)


def validate_seconds_between(value: object, name: str, least: float, most: float) -> float:
    """A number of seconds within bounds.

    Raises:
        InvalidValue: it is none.
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise InvalidValue(f"{name} is a number of seconds from {least:g} to {most:g}")
    return float(value)


class RedisAddress:
    """One Redis.

    Args:
        where: a URL (`redis://`, `rediss://`, `unix://`), or the arguments of `redis.Redis` by name.
        timeout: seconds to connect, and for each answer; what `where` says about it counts more.

    Raises:
        InvalidValue: one of these cannot be used. The message repeats nothing of a URL, and no value of an option.

    Attributes:
        shown: host and port, or the path of the socket.
    """

    def __init__(self, where: str | Mapping[str, Any], timeout: float) -> None:
        options = _read(where, timeout)
        del where  # It may hold a password, and tracebacks can show locals.
        if isinstance(options, str):
            raise InvalidValue(options)
        self._options = options
        path = options.get("path") or options.get("unix_socket_path")
        self.shown = str(path) if path else f"{options.get('host', 'localhost')}:{options.get('port', 6379)}"
        given: list[str | SecretBytes] = [options[name] for name in _SECRET if options.get(name)]
        self._secrets = [text if isinstance(text, str) else text.decode(errors="replace") for text in given]

    def connection(self) -> Any:
        """A connection, not open yet. It shares nothing with others, whose locks a fork may find held."""
        return _connection(self._options)

    def reason(self, failure: Exception) -> str:
        """What went wrong, without secrets. Some servers and proxies repeat the arguments of the AUTH they refuse."""
        kind, text = f"Redis at {self.shown}: {type(failure).__name__}", str(failure)
        told = any(secret in text or redact(text, [secret[:_BEGINNING]]) != text for secret in self._secrets)
        return kind if told else f"{kind}: {text}"


def _read(where: object, timeout: object) -> dict[str, Any] | str:
    """The options; or what is wrong with them, as an exception would keep frames that have seen a password."""
    try:
        options = _options(where, validate_seconds_between(timeout, "the timeout of RedisLanes", *_TIMEOUTS))
        # What redis-py does not like shows now, not at the first request.
        _connection(options)
    except InvalidValue as refused:
        return str(refused)
    except Exception as failure:
        # redis-py's own, which may quote anything.
        return f"the address of Redis cannot be used ({type(failure).__name__})"
    return options


def _options(where: object, timeout: float) -> dict[str, Any]:
    # redis-py would try again for seconds; who waits in a lane wants to know at once.
    options = {"socket_timeout": timeout, "socket_connect_timeout": timeout, "retry": Retry(NoBackoff(), 0)}
    if isinstance(where, str):
        if not where.isprintable() or not _URL.fullmatch(where):
            raise InvalidValue(_FORM)
        unquote(where, errors="strict")  # redis-py would replace what is not UTF-8.
        options |= {"connection_class": _CONNECTION.Connection, **_CONNECTION.parse_url(where)}
    elif isinstance(where, Mapping):
        options |= where
    else:
        raise InvalidValue(f"the address of Redis is a URL or options by name, not {type(where).__name__}")
    if options.get("ssl") or options.get("connection_class") is _CONNECTION.SSLConnection:
        # Before 6.0, redis-py does not compare the certificate with the host's name by itself.
        unchecked = options.get("ssl_cert_reqs", "required") in (None, "none", CERT_NONE)
        options.setdefault("ssl_check_hostname", not unchecked)
    return {name: _checked(name, value) for name, value in options.items()}


def _checked(name: str, value: object) -> object:
    match name:
        case "connection_pool" | "single_connection_client":
            raise InvalidValue(f"RedisLanes makes a connection of its own and takes no {name}")
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
            raise InvalidValue(f"the {name} of Redis is text, not {type(value).__name__}")
        case _:
            if isinstance(value, str):
                value.encode()
            return value


def _connection(options: Mapping[str, Any]) -> Any:
    pool = (_REDIS.ConnectionPool if "connection_class" in options else _pool_of_arguments)(**options)
    return pool.connection_class(**pool.connection_kwargs)


def _pool_of_arguments(**arguments: Any) -> Any:
    return _REDIS.Redis(**arguments).connection_pool
