"""Effects of operations that a person should know of before they happen."""

from __future__ import annotations

#: What each means, for those of `x-effect` that are asked about.
CONFIRMED = {
    "billable": "It costs money.",
    "irreversible": "It cannot be undone.",
    "sends-mail": "It sends mail to people.",
}
