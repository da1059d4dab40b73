"""Strings and bytes that are never printed.

Debuggers and loggers do more than call `repr`: they truncate with `text[:80]`, and decode headers. So slicing or
decoding a secret returns a secret.
"""

from __future__ import annotations

from typing import NoReturn, Self, SupportsIndex, overload


class Secret(str):
    """A str whose repr is `Secret('***')`.

    Raises:
        TypeError: on pickling, because a pickle would store the value in plain text.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "Secret('***')"

    def __getitem__(self, key: SupportsIndex | slice, /) -> Secret:
        return Secret(super().__getitem__(key))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn:
        raise TypeError("a Secret cannot be pickled; store str(secret) explicitly if you must")


class SecretBytes(bytes):
    """Bytes whose repr is `b'***'`: a secret in the headers of a request, or a response body that contains one.

    Over HTTP/2 the hpack library logs each header at DEBUG with `%s`, after h2 has called `strip()`; httpx prints
    headers as `decode()`d text.

    Raises:
        TypeError: on pickling, as for `Secret`.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "b'***'"

    __str__ = __repr__

    def strip(self, chars: object = None, /) -> Self:
        """Return itself: a valid key has nothing to strip, and plain bytes would be printed."""
        return self

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> Secret:
        return Secret(super().decode(encoding, errors))

    @overload
    def __getitem__(self, key: SupportsIndex, /) -> int: ...
    @overload
    def __getitem__(self, key: slice, /) -> SecretBytes: ...
    def __getitem__(self, key: SupportsIndex | slice, /) -> int | SecretBytes:
        part = super().__getitem__(key)
        return part if isinstance(part, int) else SecretBytes(part)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn:
        raise TypeError("bytes that hold a secret cannot be pickled; store bytes(value) explicitly if you must")
