"""Archives whose bytes depend on nothing but the files: no times, no owners, no order of a folder."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Mapping

_MODE = 0o644


def zip_archive(files: Mapping[str, bytes], folder: str) -> bytes:
    """A zip with all files below one folder."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as target:
        for name, content in sorted(files.items()):
            # The date is the earliest that the format has.
            entry = zipfile.ZipInfo(f"{folder}/{name}")
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = _MODE << 16
            target.writestr(entry, content)
    return archive.getvalue()


def npm_package(files: Mapping[str, bytes]) -> bytes:
    """A tar with all files below `package/`, as `npm install` takes it."""
    archive = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=archive, mode="wb", mtime=0) as compressed:
        with tarfile.open(fileobj=compressed, mode="w", format=tarfile.USTAR_FORMAT) as target:
            for name, content in sorted(files.items()):
                entry = tarfile.TarInfo(f"package/{name}")
                entry.size = len(content)
                entry.mode = _MODE
                target.addfile(entry, io.BytesIO(content))
    return archive.getvalue()
