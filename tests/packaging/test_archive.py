"""The client works from an archive, as programs in one file bring it along."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import zipapp
from pathlib import Path

from woodpecker_mock import MockServer

BROUGHT = [
    "woodpecker_client",
    "woodpecker_runtime",
    "woodpecker_auth",
    "httpx",
    "httpcore",
    "h11",
    "certifi",
    "idna",
    "anyio",
    "dateutil",
    "attr",
    "attrs",
]
PROGRAM = """
import sys
from woodpecker_client import Agency, Observer, __version__
observer = Observer()
with Agency(sys.argv[1], base_url=sys.argv[2], observe=observer) as agency:
    print(len(list(agency.companies.list())), "companies", agency.own_account.me().firm_name, __version__)
print(len(observer.report().operations) if hasattr(observer.report(), "operations") else observer.report())
"""


def test_a_program_in_one_file_observes(tmp_path: Path) -> None:
    app = tmp_path / "app"
    app.mkdir()
    for name in (*BROUGHT, "six", "typing_extensions", "sniffio"):
        spec = importlib.util.find_spec(name)
        if spec is None or spec.origin is None:
            continue
        found = Path(spec.origin)
        if found.name == "__init__.py":
            shutil.copytree(found.parent, app / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(found, app)
    (app / "__main__.py").write_text(PROGRAM)
    zipapp.create_archive(app, tmp_path / "app.pyz")
    with MockServer() as mock:
        command = [sys.executable, "-I", "-S", str(tmp_path / "app.pyz"), mock.hq_key, mock.base_url]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    assert "14 companies" in ran.stdout and "getMe" in ran.stdout and "listCompanies" in ran.stdout, ran.stdout
