"""Profiles: for each agency a name, where its API is, and the kind of its key. The key is in the system's keyring."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Literal, NamedTuple

from ..usage import UsageError

Kind = Literal["hq", "client"]


class Profile(NamedTuple):
    """What is known of a key without the key.

    Attributes:
        kind: `hq` or `client`.
        base_url: the only place its key is sent to.
        whose: the name of the account it belongs to, for people.
    """

    kind: Kind
    base_url: str
    whose: str


def profiles() -> dict[str, Profile]:
    """All profiles by name.

    Raises:
        UsageError: the file cannot be read.
    """
    try:
        found: Any = json.loads(_file().read_bytes())
        return {name: Profile(**values) for name, values in found.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError):
        raise UsageError(f"the file with the profiles cannot be read, mend or delete it: {_file()}") from None


def save(name: str, profile: Profile | None) -> None:
    """Write or, with None, delete a profile.

    Raises:
        UsageError: the file cannot be written.
    """
    known = profiles()
    if profile is None:
        known.pop(name, None)
    else:
        known[name] = profile
    file = _file()
    text = json.dumps({name: one._asdict() for name, one in known.items()}, indent=2, ensure_ascii=False)
    # In one step: a file that is half written would lose the other profiles.
    part = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(f"{text}\n", encoding="utf-8")
        part.replace(file)
    except OSError as failure:
        raise UsageError(f"the file with the profiles cannot be written: {failure.strerror}: {file}") from None


def check_name(name: str) -> str:
    """
    Raises:
        UsageError: it cannot be the name of a profile; long texts may be keys.
    """
    if not (name.replace("-", "").replace("_", "").isalnum() and len(name) <= 32):
        raise UsageError("the name of a profile is up to 32 letters, digits, - and _")
    return name


def _file() -> Path:
    from platformdirs import user_config_path

    return user_config_path("woodpecker", appauthor=False) / "profiles.json"
