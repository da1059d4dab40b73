"""The key of a command, and the account that it acts for."""

from __future__ import annotations

import os
from typing import Any, NamedTuple

from woodpecker_auth import DEFAULT_BASE_URL, OWN_ACCOUNT, BaseUrl, ClientKey, CompanyScope, HQKey, Key, Scope, Secret

from ..inputs import company_id, file_text, standard_input
from ..usage import UsageError
from .keyring_store import load
from .profiles import Kind, Profile, profiles

DEFAULT_PROFILE = "default"


class KeySource(NamedTuple):
    """What the command line says of key and account."""

    profile: str | None = None
    api_key_file: str | None = None
    base_url: str | None = None
    company: str | None = None
    own_account: bool = False
    client_key: bool = False

    @classmethod
    def given(cls, options: dict[str, Any]) -> KeySource:
        """From the options of a command, of which it may have some only."""
        known = {name: options[name] for name in cls._fields if name in options}
        return cls(**known)

    def scope(self) -> Scope | None:
        """The account that is meant; None for the one of the key itself, or for the agency."""
        if self.company is not None and self.own_account:
            raise UsageError("--company and --own-account are two accounts: give one of them")
        if self.company is not None:
            return CompanyScope(company_id(self.company))
        return OWN_ACCOUNT if self.own_account else None


class Access(NamedTuple):
    """A key and where it may be sent.

    Attributes:
        origin: where the key was found.
    """

    text: Secret
    kind: Kind
    base_url: str
    origin: str

    @property
    def key(self) -> Key:
        return ClientKey(self.text) if self.kind == "client" else HQKey(self.text)

    @property
    def url(self) -> BaseUrl:
        return BaseUrl(self.base_url)


def access(source: KeySource) -> Access:
    """The key: from a file, a profile that is named, the environment, or else the profile `default`.

    Raises:
        UsageError: there is none.
    """
    if source.api_key_file is not None:
        return _without_profile(_from_file(source.api_key_file), source, "--api-key-file")
    if source.profile is not None:
        return _from_profile(source.profile, source)
    if text := os.environ.get("WOODPECKER_API_KEY"):
        return _without_profile(Secret(text), source, "WOODPECKER_API_KEY")
    return _from_profile(os.environ.get("WOODPECKER_PROFILE") or None, source)


def _from_file(name: str) -> Secret:
    text = standard_input("--api-key-file") if name == "-" else file_text(name, "--api-key-file")
    # A file ends with a line break.
    if not (key := Secret(text.strip())):
        raise UsageError("the file of --api-key-file is empty")
    return key


def _without_profile(text: Secret, source: KeySource, origin: str) -> Access:
    return Access(text, "client" if source.client_key else _environment_kind(), chosen_base_url(source), origin)


def _from_profile(name: str | None, source: KeySource) -> Access:
    profile = _profile(name)
    if profile is None:
        raise UsageError(
            "there is no key: run woodpecker auth login, set WOODPECKER_API_KEY, or give --api-key-file FILE ('-': "
            "standard input)"
        )
    if source.base_url is not None and source.base_url != profile.base_url:
        raise UsageError(
            "--base-url is not that of the profile, and its key is sent nowhere else: log in with it under another name"
        )
    key = load(name or DEFAULT_PROFILE)
    if key is None:
        raise UsageError("the keyring no longer has the key of this profile: run woodpecker auth login again")
    kind = "client" if source.client_key else profile.kind
    return Access(key, kind, profile.base_url, f"profile {name or DEFAULT_PROFILE}")


def _profile(name: str | None) -> Profile | None:
    known = profiles()
    if name is not None and name not in known:
        raise UsageError(f"there is no such profile; there are: {', '.join(known) or 'none'}")
    return known.get(name or DEFAULT_PROFILE)


def chosen_base_url(source: KeySource) -> str:
    if source.base_url is not None:  # an empty one is a variable that somebody forgot to set, and is refused
        return source.base_url
    return os.environ.get("WOODPECKER_BASE_URL") or DEFAULT_BASE_URL


def _environment_kind() -> Kind:
    match os.environ.get("WOODPECKER_KEY_KIND"):
        case None | "" | "hq":
            return "hq"
        case "client":
            return "client"
        case _:
            raise UsageError("the variable WOODPECKER_KEY_KIND should be 'hq' or 'client'")
