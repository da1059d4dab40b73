"""The main job, as the README's first command runs it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

from tests.pages.running import assert_shown

ROOT = Path(__file__).parents[2]


def test_the_demo_walks_an_agency_and_leaves_nothing_running():
    done = subprocess.run(
        [sys.executable, str(ROOT / "examples" / "demo.py")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "12 active companies, 2 switched off, 24 mailboxes" in done.stdout
    (shown,) = re.findall(r"```text\n(company  .*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert_shown(f"…\n{shown}…", done.stdout)
    assert "CompanyInactive: 409 from listMailboxes" in done.stdout
    assert "Unauthorized: 401 from listCompanies" in done.stdout
    port = re.search(r"http://127\.0\.0\.1:(\d+)", done.stdout)
    assert port is not None
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", int(port[1]))) != 0


def test_the_example_calls_for_all_clients():
    done = subprocess.run(
        [sys.executable, str(ROOT / "examples" / "all_clients.py")],
        capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0 and "200 of 200 clients, 0 failed" in done.stderr
    assert re.search(r"[1-9]\d* mails sent today", done.stdout)
