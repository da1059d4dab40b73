"""Certificates for a mock on loopback."""

from __future__ import annotations

from pathlib import Path

import trustme


def write_certificate(folder: Path) -> tuple[str, str]:
    """A certificate for 127.0.0.1 and its key; `authority.pem` beside them is whom to trust."""
    authority = trustme.CA()
    made = authority.issue_cert("127.0.0.1")
    authority.cert_pem.write_to_path(folder / "authority.pem")
    made.cert_chain_pems[0].write_to_path(folder / "certificate.pem")
    made.private_key_pem.write_to_path(folder / "key.pem")
    return str(folder / "certificate.pem"), str(folder / "key.pem")
