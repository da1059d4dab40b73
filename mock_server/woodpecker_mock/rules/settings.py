"""The settings that can be changed while the mock runs."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from ..contract.json_values import is_object

BATCH_SECONDS = 0.5

MAX_SECONDS = 24 * 60 * 60
"""The longest time that can be set, in seconds."""

_SECONDS = {"latency", "batch_seconds"}


@dataclass
class Settings:
    """The mock's own settings; each may be set at any time.

    Attributes:
        latency: seconds that every accepted request takes before its operation runs, while it counts as running.
        batch_seconds: seconds that each mailbox takes of a batch that begins from now on; with 0 the whole batch is
            done when it is first read.
        older_totals: call the totals of the deliverability route `total_count` and `pages_count`, as an older vendor
            page does, instead of `total_elements` and `total_pages`.

    Raises:
        ValueError: a value is not valid; the text begins with the name.
    """

    latency: float = 0.0
    batch_seconds: float = BATCH_SECONDS
    older_totals: bool = False

    def __setattr__(self, name: str, value: Any) -> None:
        _check(name, value)
        super().__setattr__(name, value)

    def change(self, changes: object) -> None:
        """Set several at once, or none of them.

        Raises:
            ValueError: there is no such setting, or a value is not valid.
        """
        if not is_object(changes):
            raise ValueError("the settings must be an object")
        for name, value in changes.items():
            _check(name, value)
        for name, value in changes.items():
            setattr(self, name, value)

    def state(self) -> dict[str, Any]:
        """The body of `GET /_mock/settings`."""
        return asdict(self)


def _check(name: str, value: Any) -> None:
    if name not in (one.name for one in fields(Settings)):
        raise ValueError(f"{name}: there is no such setting")
    if name not in _SECONDS:
        if not isinstance(value, bool):
            raise ValueError(f"{name} must be true or false")
    elif isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{name} must be a number of seconds")
    elif not 0 <= value <= MAX_SECONDS:
        raise ValueError(f"{name} must be 0 seconds or more and at most {MAX_SECONDS}, not {value}")
