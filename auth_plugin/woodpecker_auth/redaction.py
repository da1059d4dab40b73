"""Masking secrets where somebody else quotes them.

An error page may repeat the request it is about, headers and body included. That text ends up in messages, logs and
tickets, so what is known to be secret in it is replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.entities import codepoint2name
from itertools import groupby

import httpx

REDACTED = "***"
#: The response extension that holds the secrets which the answer might quote, for whoever reads it.
SECRETS_EXTENSION = "woodpecker_secrets"

# Characters. A shorter secret stands in any text by chance, and masking it everywhere would tell it.
_SHORTEST = 4

_PLAIN = re.compile(r"[A-Za-z0-9]+")
# Written in a way of its own, after a backslash or, the space, in a query.
_SHORT = {"\n": "n", "\r": "r", "\t": "t", "\b": "b", "\f": "f", " ": r"(?:\+|%(?:25)*2b)"}
_END = "(?:;|%(?:25)*3b)"
_ENTITY = f"(?:&|%(?:25)*26)(?:amp{_END})*"
_NUMBERED = f"{_ENTITY}(?:#|%(?:25)*23)"
_BACKSLASH = rf"(?:\\|(?:u00|x|%(?:25)*)5c|{_NUMBERED}(?:0*92|x0*5c){_END})"
_BACKSLASHES, _ESCAPES = rf"{_BACKSLASH}++", rf"{_BACKSLASH}*+"


def redact(text: str, secrets: Iterable[str]) -> str:
    """The text with every secret in it replaced, also where JSON, HTML or URLs quote it, one inside another or not."""
    lower = text.lower()
    # The longest first: one password may begin with another. Backslashes before it say nothing, and take long to find.
    for secret in sorted((secret.lstrip("\\") for secret in secrets), key=len, reverse=True):
        # Letters and digits are the same in every quotation; where they are missing, so is the secret.
        runs = _PLAIN.findall(secret)
        if len(secret) >= _SHORTEST and all(run.lower() in lower for run in runs):
            text = re.sub(_pattern(secret), REDACTED, text, flags=re.IGNORECASE)
    return text


def _pattern(secret: str) -> str:
    """A pattern that finds a text in whatever quotation.

    Quoting what is quoted already repeats the backslash of JSON, the `amp;` of HTML and the `25` of URLs, and quotes
    the backslash, too. Backslashes are taken all at once, so that a page full of them takes no longer.
    """
    pattern = ""
    for character, run in groupby(secret):
        count = len(list(run))
        if _PLAIN.fullmatch(character):
            pattern += character * count
        elif character == "\\":
            pattern += _BACKSLASHES
        else:
            # What stands before the first character is no part of the secret.
            one = _written(character)
            pattern += (f"{_ESCAPES}{one}" * count) if pattern else one + f"{_ESCAPES}{one}" * (count - 1)
    return pattern


def _written(character: str) -> str:
    """A pattern for the ways to write a character, without the backslashes before it."""
    code, ways = ord(character), _ways(character)
    if code > 127:
        octets = character.encode("utf-8", "surrogatepass")
        # As octets, each a character of its own in the wrong encoding; or given up.
        ways += [_ESCAPES.join(f"(?:{'|'.join(_ways(chr(octet)))})" for octet in octets), "\ufffd", r"\?"]
    return f"(?:{'|'.join(ways)})"


def _ways(character: str) -> list[str]:
    code = ord(character)
    units = character.encode("utf-16-be", "surrogatepass").hex()
    ways = [
        re.escape(character),
        _ESCAPES.join(f"u{units[start : start + 4]}" for start in range(0, len(units), 4)),
        f"{_NUMBERED}(?:0*{code}|x0*{code:x}){_END}",
    ]
    if code < 256:
        ways += [f"x{code:02x}", f"%(?:25)*{code:02x}"]
    if character in _SHORT:
        ways.append(_SHORT[character])
    if code in codepoint2name:
        ways.append(f"{_ENTITY}{codepoint2name[code]}{_END}")
    return ways


def redact_bytes(data: bytes, secrets: Iterable[str]) -> bytes:
    """`masked` for a body. What is not UTF-8 in it stays as it is."""
    return redact(data.decode("utf-8", "surrogateescape"), secrets).encode("utf-8", "surrogateescape")


def redact_headers(headers: httpx.Headers, secrets: Iterable[str]) -> httpx.Headers:
    """`masked` for the headers of an answer."""
    known = list(secrets)
    return httpx.Headers([(name, redact_bytes(value, known)) for name, value in headers.raw])
