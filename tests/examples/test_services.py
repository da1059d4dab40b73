"""The services of examples/, with real servers: FastAPI's, and Celery's workers over Redis."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from celery import Celery
from fastapi.testclient import TestClient
from woodpecker_mock import Fault, MockServer

from tests.redis.server import RedisServer

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def mock(monkeypatch: pytest.MonkeyPatch) -> Iterator[MockServer]:
    with MockServer(latency=0.01) as running:
        monkeypatch.setenv("WOODPECKER_API_KEY", running.hq_key)
        monkeypatch.setenv("WOODPECKER_BASE_URL", running.base_url)
        yield running


def test_the_service_answers_with_mailboxes_or_the_status_of_the_failure(mock: MockServer) -> None:
    with TestClient(import_module("examples.fastapi_service").app) as client:
        active, off = ([one for one in client_companies(mock) if one.active is state] for state in (True, False))
        assert len(client.get("/clients").json()) == len(active)
        mailboxes = client.get(f"/clients/{active[0].id}/mailboxes")
        assert mailboxes.status_code == 200
        assert [one["id"] for one in mailboxes.json()] == [*active[0].account.mailboxes]
        assert client.get(f"/clients/{off[0].id}/mailboxes").status_code == 409
        assert client.get("/clients/1/mailboxes").status_code == 404
        mock.faults.add(Fault(status=500, operation="listMailboxes", times=None))
        failed = client.get(f"/clients/{active[0].id}/mailboxes")
        assert failed.status_code == 502 and mock.hq_key not in failed.text


def client_companies(mock: MockServer) -> list[object]:
    return [*mock.world.agencies[0].companies.values()]


@pytest.fixture
def redis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("needs redis-server on the PATH")
    server = RedisServer(program, tmp_path)
    try:
        server.start()
        monkeypatch.setenv("REDIS_URL", f"{server.url}/0")
        yield f"{server.url}/0"
    finally:
        server.close()


@pytest.fixture
def celery(mock: MockServer, redis: str) -> Iterator[Celery]:
    """Workers in two processes."""
    command = [sys.executable, "-m", "celery", "--workdir", str(EXAMPLES), "--app", "celery_worker", "worker"]
    quiet = ["--pool", "prefork", "--concurrency", "2", "--loglevel", "WARNING", "--without-gossip", "--without-mingle"]
    worker = subprocess.Popen([*command, *quiet], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        with Celery(broker=redis, backend=redis) as app:
            yield app
    finally:
        worker.send_signal(signal.SIGTERM)
        said, _ = worker.communicate(timeout=60)
        assert mock.hq_key not in said and "Traceback" not in said, said


@pytest.mark.skipif(os.name == "nt", reason="Celery does not fork there")
def test_the_workers_check_each_client_and_share_its_lane(mock: MockServer, celery: Celery) -> None:
    with_error = next(one for one in client_companies(mock) if one.active)  # type: ignore[attr-defined]
    sending = next(iter(with_error.account.mailboxes.values()))["details"]
    sending["error"] = "Password rejected"

    tasks = celery.send_task("celery_worker.check_all").get(timeout=60)
    results = {company: celery.AsyncResult(task).get(timeout=60) for company, task in tasks.items()}

    assert {*map(int, results)} == {one.id for one in client_companies(mock) if one.active}  # type: ignore[attr-defined]
    assert results[str(with_error.id)] == [sending["email"]]
    several = [celery.send_task("celery_worker.check_one", (with_error.id,)) for _ in range(20)]
    assert all(one.get(timeout=60) == [sending["email"]] for one in several)
    counts = mock.limits[with_error.id]
    assert (counts.rejected, counts.highest) == (0, 1)
