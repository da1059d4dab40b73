"""The two kinds of key.

https://developers.woodpecker.co/docs/agency-api/authentication-agency
"""

from __future__ import annotations

import hmac
import re
from typing import NoReturn, Self, SupportsIndex, TypeAlias, final

from .errors import PolicyError
from .scope import validate_company_id
from .secret import Secret

_USABLE = re.compile(r"[\x21-\x7e]{1,512}")


class _ApiKey:
    """An API key that is never printed, logged or pickled.

    Raises:
        PolicyError: the value is not 1 to 512 visible ASCII characters. The message does not contain it.
    """

    __slots__ = ("_value",)
    _value: Secret

    def __init__(self, value: str) -> None:
        problem = _problem(value)
        if problem:
            del value  # It may be a real key with a line break, and tracebacks can show locals.
            raise PolicyError(problem, "invalid_key")
        object.__setattr__(self, "_value", Secret(value))

    @property
    def value(self) -> Secret:
        """The key, for the header."""
        return self._value

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __eq__(self, other: object) -> bool:
        # In constant time, so that timing does not reveal how much of a guess is right.
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
        raise TypeError("an API key cannot be pickled; read it again where it is needed")


def _problem(value: object) -> str | None:
    if not isinstance(value, str):
        return f"an API key is text, not {type(value).__name__}"
    if not _USABLE.fullmatch(value):
        return (
            f"an API key is 1 to 512 visible ASCII characters, and this text of {len(value)} "
            "characters is not; look for spaces, line breaks or an empty setting"
        )
    return None


@final
class HQKey(_ApiKey):
    """A key created in an agency's main account, for agency routes and for acting for client companies."""

    __slots__ = ()


@final
class ClientKey(_ApiKey):
    """A key created in a client's account, for that account only.

    Args:
        company_id: the agency's id of the company, if it is known. It is never sent; it makes requests with this key
            and the agency's requests for this company wait in the same lane.

    Raises:
        PolicyError: the key or the id is invalid.
    """

    __slots__ = ("_company_id",)
    _company_id: int | None

    def __init__(self, value: str, *, company_id: int | None = None) -> None:
        try:
            super().__init__(value)
        finally:
            del value  # as above
        object.__setattr__(self, "_company_id", None if company_id is None else validate_company_id(company_id))

    @property
    def company_id(self) -> int | None:
        """The company that the key belongs to, if it is known."""
        return self._company_id


Key: TypeAlias = HQKey | ClientKey
