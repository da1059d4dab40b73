"""What `woodpecker auth` does."""

from __future__ import annotations

import sys
from getpass import getpass
from typing import Any

from woodpecker_auth import Secret
from woodpecker_runtime.errors import WoodpeckerError

from ..exit_status import ExitStatus
from ..failures import message_of, status_of
from ..output import Output
from ..rows.choice import rows_of
from ..rows.form import form_of
from ..usage import UsageError
from . import keyring_store
from .identity import Identity, identify
from .profiles import Profile, check_name, profiles, save
from .source import DEFAULT_PROFILE, KeySource, access, chosen_base_url


def login(given: dict[str, Any]) -> int:
    """Ask for a key, try it, and keep it in the keyring."""
    name = check_name(given["profile"] or DEFAULT_PROFILE)
    base_url = chosen_base_url(KeySource.given(given))
    # Before a key is asked for in vain.
    keyring_store.load(name)
    key = _asked_key()
    output = Output([key])
    identity = _identity(key, base_url, output)
    if isinstance(identity, ExitStatus):
        return identity
    keyring_store.store(name, key)
    save(name, Profile(identity.kind, base_url, identity.account))
    output.text(f"Saved as the profile {name}: {identity.whose}, for {base_url}\n")
    return ExitStatus.SUCCESS


def logout(given: dict[str, Any]) -> int:
    """Delete a key from the keyring, and its profile."""
    name = check_name(given["profile"] or DEFAULT_PROFILE)
    if name not in profiles():
        raise UsageError(f"there is no such profile; there are: {', '.join(profiles()) or 'none'}")
    keyring_store.delete(name)
    save(name, None)
    Output([]).text(f"Deleted: the profile {name} and its key. The key itself remains valid: revoke it in the app\n")
    return ExitStatus.SUCCESS


def status(given: dict[str, Any]) -> int:
    """Print which kind of key it is, and whose."""
    form = form_of(given["output"], None, None, ("source", *Identity._fields, "base_url"), wide=False)
    found = access(KeySource.given(given))
    output = Output([found.text])
    identity = _identity(found.text, found.base_url, output)
    if isinstance(identity, ExitStatus):
        return identity
    rows = rows_of(form, output, is_list=False)
    rows.add({"source": found.origin, **identity._asdict(), "base_url": found.base_url})
    rows.end()
    if (identity.kind, found.kind) == ("client", "hq"):
        output.complain("other commands take it for an HQ key: give --client-key, or set WOODPECKER_KEY_KIND=client")
    elif identity.kind != found.kind:
        output.complain("other commands take it for a client's key: leave --client-key and WOODPECKER_KEY_KIND out")
    return ExitStatus.SUCCESS


def show_all(given: dict[str, Any]) -> int:
    """Print the profiles."""
    output = Output([])
    rows = rows_of(form_of(given["output"], None, None, ("name", *Profile._fields), wide=False), output, is_list=True)
    for name, profile in profiles().items():
        rows.add({"name": name, **profile._asdict()})
    rows.end()
    return ExitStatus.SUCCESS


def _asked_key() -> Secret:
    """A key from the terminal, which does not show it, or from standard input."""
    text = getpass("API key: ") if sys.stdin.isatty() else sys.stdin.readline()
    if not (key := Secret(text.strip())):
        raise UsageError("there is no key: type it, or send it to standard input")
    return key


def _identity(key: Secret, base_url: str, output: Output) -> Identity | ExitStatus:
    try:
        return identify(key, base_url)
    except WoodpeckerError as failure:
        output.complain(message_of(failure))
        return status_of(failure)
