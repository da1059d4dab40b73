"""Recognisable secrets, one of each kind, and how to tell that one was shown."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Canary:
    """A secret.

    Attributes:
        core: the part that is the same however the secret is quoted.
        before, after: what is written differently in JSON, HTML, URLs and headers.
    """

    core: str
    before: str = ""
    after: str = ""

    @property
    def value(self) -> str:
        return f"{self.before}{self.core}{self.after}"

    def __repr__(self) -> str:
        return f"<canary {self.core[-4:]}>"


def _core(kind: str) -> str:
    # Not written out, because hypothesis keeps the texts that it finds in source code.
    return f"canary4f1e{kind}"


HQ_KEY = Canary(_core("hqky"), '1"\\/<', "&%41+~")
CLIENT_KEY = Canary(_core("clky"), "2/<", '>&"')
SMTP_PASSWORD = Canary(_core("smtp"), 'pä"\\/<', "> %&+ß\n")
IMAP_PASSWORD = Canary(_core("imap"), "p/", "'<&")
CLIENT_SECRET = Canary(_core("clse"), "~8Q", "/'+=")
# Longer than the 80 characters after which debuggers truncate a text.
RETURNED_KEY = Canary(_core("rkey"), "000000.", "." + "k" * 90)
CONNECT_LINK = Canary(_core("link"), "https://login.example.com/connect?token=", "&x=" + "l" * 90)
REDIS_PASSWORD = Canary(_core("rdpw"), '/?#"\\<', "&%41+~@:")
REDIS_USER = Canary(_core("rdus"), "u/", "@:")

ALL = (
    HQ_KEY, CLIENT_KEY, SMTP_PASSWORD, IMAP_PASSWORD, CLIENT_SECRET, RETURNED_KEY, CONNECT_LINK, REDIS_PASSWORD,
    REDIS_USER,
)  # fmt: skip
_ANY = re.compile("|".join(canary.core for canary in ALL), re.IGNORECASE)


def spotted(text: str | bytes | bytearray | memoryview) -> set[str]:
    """The cores that a text shows."""
    if not isinstance(text, str):
        text = bytes(text).decode("latin-1")
    return {found.lower() for found in _ANY.findall(text)}
