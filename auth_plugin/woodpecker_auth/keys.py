"""The two kinds of key.

https://developers.woodpecker.co/docs/agency-api/authentication-agency
"""

from __future__ import annotations

import hmac
import re
from typing import NoReturn, Self, SupportsIndex, TypeAlias, final

from .errors import PolicyError
from .scope import company_id as checked_id
from .secret import Secret

_USABLE = re.compile(r"[\x21-\x7e]{1,512}")


class _ApiKey:
    """A key that can be sent and is never shown.

    Raises:
        PolicyError: it is not 1 to 512 visible ASCII characters. The message does not contain it.
    """

    __slots__ = ("_value",)
    _value: Secret

    def __init__(self, value: str) -> None:
        problem = _problem(value)
        if problem:
            del value  # It may be a real key with a line end, and tracebacks can show locals.
            raise PolicyError(problem, "invalid_key")
        object.__setattr__(self, "_value", Secret(value))

    @property
    def value(self) -> Secret:
        """The key itself, for the header."""
        return self._value

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __eq__(self, other: object) -> bool:
        # In constant time, so that comparing tells nobody how much of a guess was right.
        return type(other) is type(self) and hmac.compare_digest(self._value, other.value)

    def __hash__(self) -> int:
        return hash((type(self), self._value))

    def __repr__(self) -> str:
        return f"{type(self).__name__}('***')"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn:
        raise TypeError("an API key is not pickled; read it again where it is needed")


def _problem(value: object) -> str | None:
    if not isinstance(value, str):
        return f"an API key is text, not {type(value).__name__}"
    if not _USABLE.fullmatch(value):
        return (
            f"an API key is 1 to 512 visible ASCII characters, and this text of {len(value)} "
            "characters is not; look for spaces, line ends or an empty setting"
        )
    return None


@final
class HQKey(_ApiKey):
    """A key made in an agency's main account: for agency routes, and to act for a client company."""

    __slots__ = ()


@final
class ClientKey(_ApiKey):
    """A key made in a client's account: for that account only.

    Args:
        company_id: the id that the agency knows the account by, if it is known. It is never sent; with it, requests
            with this key and requests of the agency for this company wait in the same lane.

    Raises:
        PolicyError: the key cannot be sent, or the id is none.
    """

    __slots__ = ("_company_id",)
    _company_id: int | None

    def __init__(self, value: str, *, company_id: int | None = None) -> None:
        try:
            super().__init__(value)
        finally:
            del value  # as above
        object.__setattr__(self, "_company_id", None if company_id is None else checked_id(company_id))

    @property
    def company_id(self) -> int | None:
        """The company whose key it is, if that is known."""
        return self._company_id


Key: TypeAlias = HQKey | ClientKey
