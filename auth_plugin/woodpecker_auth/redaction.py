"""Redact secrets that a response or an exception repeats.

An error page may quote the request that caused it, headers and body included. Such text ends up in messages, logs and
tickets, so the known secrets in it are replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.entities import codepoint2name
from itertools import groupby

import httpx

REDACTED = "***"
#: The response extension with the secrets that the response may repeat, for the code that reads it.
SECRETS_EXTENSION = "woodpecker_secrets"

# Characters. Shorter secrets occur in any text by chance, and redacting these occurrences would reveal them.
_SHORTEST = 4

_PLAIN = re.compile(r"[A-Za-z0-9]+")
# Characters with a short escape: after a backslash or, for the space, in a query.
_SHORT_ESCAPES = {"\n": "n", "\r": "r", "\t": "t", "\b": "b", "\f": "f", " ": r"(?:\+|%(?:25)*2b)"}
_END = "(?:;|%(?:25)*3b)"
_ENTITY = f"(?:&|%(?:25)*26)(?:amp{_END})*"
_NUMBERED = f"{_ENTITY}(?:#|%(?:25)*23)"
_BACKSLASH = rf"(?:\\|(?:u00|x|%(?:25)*)5c|{_NUMBERED}(?:0*92|x0*5c){_END})"
_BACKSLASHES, _ESCAPES = rf"{_BACKSLASH}++", rf"{_BACKSLASH}*+"


def redact(text: str, secrets: Iterable[str]) -> str:
    """Replace every secret in the text, also where it is escaped for JSON, HTML or URLs, or for several of them."""
    lower = text.lower()
    # Longest first, because one password may begin with another. Leading backslashes are slow to match and not needed.
    for secret in sorted((secret.lstrip("\\") for secret in secrets), key=len, reverse=True):
        # Letters and digits are never escaped, so a text without them does not contain the secret.
        runs = _PLAIN.findall(secret)
        if len(secret) >= _SHORTEST and all(run.lower() in lower for run in runs):
            text = re.sub(_pattern(secret), REDACTED, text, flags=re.IGNORECASE)
    return text


def _pattern(secret: str) -> str:
    """A pattern that matches the secret with any escaping.

    Escaping a text twice repeats the backslash of JSON, the `amp;` of HTML and the `25` of URLs, and escapes the
    backslash, too. Runs of backslashes are matched possessively, so that a text full of them takes no longer.
    """
    pattern = ""
    for character, run in groupby(secret):
        count = len(list(run))
        if _PLAIN.fullmatch(character):
            pattern += character * count
        elif character == "\\":
            pattern += _BACKSLASHES
        else:
            # Backslashes before the first character are not part of the secret.
            one = _character_pattern(character)
            pattern += (f"{_ESCAPES}{one}" * count) if pattern else one + f"{_ESCAPES}{one}" * (count - 1)
    return pattern


def _character_pattern(character: str) -> str:
    """A pattern for a character with any escaping, without the backslashes before it."""
    code, forms = ord(character), _escaped_forms(character)
    if code > 127:
        octets = character.encode("utf-8", "surrogatepass")
        # Its UTF-8 bytes, each read as a character of its own; or a replacement character.
        forms += [_ESCAPES.join(f"(?:{'|'.join(_escaped_forms(chr(octet)))})" for octet in octets), "\ufffd", r"\?"]
    return f"(?:{'|'.join(forms)})"


def _escaped_forms(character: str) -> list[str]:
    code = ord(character)
    units = character.encode("utf-16-be", "surrogatepass").hex()
    forms = [
        re.escape(character),
        _ESCAPES.join(f"u{units[start : start + 4]}" for start in range(0, len(units), 4)),
        f"{_NUMBERED}(?:0*{code}|x0*{code:x}){_END}",
    ]
    if code < 256:
        forms += [f"x{code:02x}", f"%(?:25)*{code:02x}"]
    if character in _SHORT_ESCAPES:
        forms.append(_SHORT_ESCAPES[character])
    if code in codepoint2name:
        forms.append(f"{_ENTITY}{codepoint2name[code]}{_END}")
    return forms


def redact_bytes(data: bytes, secrets: Iterable[str]) -> bytes:
    """`redact` for a body. Bytes that are not UTF-8 are kept."""
    return redact(data.decode("utf-8", "surrogateescape"), secrets).encode("utf-8", "surrogateescape")


def redact_headers(headers: httpx.Headers, secrets: Iterable[str]) -> httpx.Headers:
    """`redact` for the headers of a response."""
    secrets = list(secrets)
    return httpx.Headers([(name, redact_bytes(value, secrets)) for name, value in headers.raw])
