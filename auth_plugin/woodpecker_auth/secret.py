"""Text that must not be shown.

Printers do not only call `repr`: they shorten a long text by `text[:80]` first, and show headers as decoded text. What
is taken out of a secret by those ways is a secret again.
"""

from __future__ import annotations

from typing import NoReturn, Self, SupportsIndex, overload


class Secret(str):
    """A str that can be used as its value and does not show it: its repr is `Secret('***')`.

    Raises:
        TypeError: on pickling, because a pickle carries the value to wherever it is stored.
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
        raise TypeError("a Secret is not pickled; store str(secret) yourself if you must")


class SecretBytes(bytes):
    """A secret as it stands in a request's headers, where debuggers and loggers meet it, and answers that hold some.

    Over HTTP/2 the hpack library logs each header at DEBUG with `%s`, after h2 has called `strip()`; httpx shows
    headers as their `decode()`d text.

    Raises:
        TypeError: on pickling, as for `Secret`.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "b'***'"

    __str__ = __repr__

    def strip(self, chars: object = None, /) -> Self:
        """Itself: a valid key has nothing to strip, and plain bytes would be shown."""
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
        raise TypeError("what holds a secret is not pickled; store bytes(value) yourself if you must")
