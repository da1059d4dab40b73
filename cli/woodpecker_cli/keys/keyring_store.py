"""The system's keyring, where `woodpecker auth login` keeps keys."""

from __future__ import annotations

from typing import Any

from woodpecker_auth import Secret

from ..usage import UsageError

_SERVICE = "woodpecker-client"
_NO_KEYRING = (
    "the system's keyring cannot be used ({reason}). On Linux, it is GNOME Keyring or KWallet, unlocked, in a desktop "
    "session; on a server, set WOODPECKER_API_KEY or give --api-key-file FILE instead"
)


def load(profile: str) -> Secret | None:
    """The key of a profile; None if the keyring has none."""
    found = _ask("get_password", profile)
    return None if found is None else Secret(found)


def store(profile: str, key: Secret) -> None:
    _ask("set_password", profile, str(key))


def delete(profile: str) -> None:
    """Delete the key of a profile, if there is one."""
    if load(profile) is not None:
        _ask("delete_password", profile)


def _ask(what: str, *words: str) -> Any:
    """
    Raises:
        UsageError: there is no keyring, it is locked, or it refuses.
    """
    import keyring
    from keyring.errors import KeyringError, NoKeyringError

    try:
        return getattr(keyring, what)(_SERVICE, *words)
    except NoKeyringError:
        reason = "this system has none"
    # Its backends raise errors of their own, too, whose texts nobody knows.
    except Exception as failure:
        kind = type(failure).__name__
        reason = "it is locked or refuses" if isinstance(failure, KeyringError) else f"it fails with {kind}"
    finally:
        del words  # tracebacks can show locals
    raise UsageError(_NO_KEYRING.format(reason=reason))
