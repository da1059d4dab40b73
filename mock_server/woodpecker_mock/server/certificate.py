"""The certificate for https."""

from __future__ import annotations

import os
import ssl
from typing import TypeAlias

#: A PEM file with the certificate and those above it, and one with its key; the same file may hold both.
Certificate: TypeAlias = "tuple[str | os.PathLike[str], str | os.PathLike[str]]"


def load_certificate(certificate: Certificate) -> Certificate:
    """The same certificate, once it has been loaded.

    Raises:
        ValueError: a file cannot be read, or the key is not the certificate's.
    """
    certfile, keyfile = certificate
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certfile, keyfile)
    except OSError as error:
        # Neither of Python's two errors contains the names of the files.
        reason = getattr(error, "reason", None) or error.strerror
        names = f"{os.fspath(certfile)} with the key {os.fspath(keyfile)}"
        raise ValueError(f"the certificate {names} cannot be used: {reason}") from None
    return certificate
