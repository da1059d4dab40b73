"""Text that must not be shown."""

from __future__ import annotations

from typing import NoReturn, Self, SupportsIndex


class Secret(str):
    """A str that can be used as its value and does not show it: its repr is `Secret('***')`.

    It refuses to be pickled, because a pickle carries the value to wherever it is stored.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "Secret('***')"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn:
        raise TypeError("a Secret is not pickled; store str(secret) yourself if you must")

    def __str__(self) -> str:
        return str.__str__(self)
