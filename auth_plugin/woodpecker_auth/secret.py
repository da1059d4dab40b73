"""Text that must not be shown."""

from __future__ import annotations

from typing import NoReturn, Self, SupportsIndex


class Secret(str):
    """A str that can be used as its value and does not show it: its repr is `Secret('***')`.

    Raises:
        TypeError: on pickling, because a pickle carries the value to wherever it is stored.
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


class SecretBytes(bytes):
    """A secret as it stands in a request's headers, where debuggers and loggers meet it.

    Over HTTP/2 the hpack library logs each header at DEBUG with `%s`, after h2 has called `strip()`.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "b'***'"

    __str__ = __repr__

    def strip(self, chars: object = None, /) -> Self:
        """Itself: a valid key has nothing to strip, and plain bytes would be shown."""
        return self
