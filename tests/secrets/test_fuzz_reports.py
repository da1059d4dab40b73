"""What a fuzzing run prints and writes: a server that quotes all it was sent gets no secret into a report."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

schemathesis = pytest.importorskip("schemathesis", reason="fuzzing has dependencies of its own")

from tests.fuzz import probes, running, schemathesis_phases  # noqa: E402
from tests.fuzz.contract import operations  # noqa: E402
from tests.fuzz.probes import harness  # noqa: E402
from tests.fuzz.redaction import Redactor  # noqa: E402

from .canaries import HQ_KEY, RETURNED_KEY, SMTP_PASSWORD, spotted  # noqa: E402

OPERATION = "connectMailboxes"


class Quoting:
    """The mock with a fault: it runs each call and responds that it failed, with all that was sent and received."""

    def __init__(self, app: Any) -> None:
        self.app, self.state = app, app.state

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        body = b""
        while True:
            message = await receive()
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        messages: list[dict[str, Any]] = []
        parts = [{"type": "http.request", "body": body}]

        async def again() -> Any:
            return parts.pop() if parts else await receive()

        async def keep(message: dict[str, Any]) -> None:
            messages.append(message)

        await self.app(scope, again, keep)
        headers = {name.decode(): value.decode("latin-1") for name, value in scope["headers"]}
        quoted = {
            "headers": headers, "body": body.decode("utf-8", "replace"), "api_key": RETURNED_KEY.value,
            "response": b"".join(message.get("body", b"") for message in messages).decode("utf-8", "replace"),
        }  # fmt: skip
        text = json.dumps(quoted).encode()
        await send({"type": "http.response.start", "status": 500, "headers": [(b"content-type", b"application/json")]})
        await send({"type": "http.response.body", "body": text})


@pytest.fixture
def quoting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """The fuzzing of an operation against the quoting mock, with planted secrets, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    # hypothesis, which stores what it has drawn, remembers the folder in which it was first used.
    configuration = pytest.importorskip("hypothesis.configuration")
    monkeypatch.setattr(configuration, "__hypothesis_home_directory", tmp_path / ".hypothesis")
    new_world, create_app, from_path = running.default_world, running.create_app, schemathesis.openapi.from_path

    def planted_world() -> Any:
        world = new_world()
        world.agencies[0].keys[0].value = HQ_KEY.value
        return world

    def load(*args: Any, **settings: Any) -> Any:
        schema = from_path(*args, **settings).exclude(operation_id=sorted(operations().keys() - {OPERATION}))
        schema.config.generation.update(max_examples=3)
        return schema

    def plant(context: Any, case: Any, kwargs: dict[str, Any]) -> None:
        if isinstance(case.body, dict):
            for mailbox in case.body.get("mailboxes", []) if isinstance(case.body.get("mailboxes"), list) else []:
                if isinstance(mailbox, dict):
                    mailbox["smtp_password"] = SMTP_PASSWORD.value

    for module in (running, probes):
        monkeypatch.setattr(module, "default_world", planted_world)
    for module in (running, harness):
        monkeypatch.setattr(module, "create_app", lambda world: Quoting(create_app(world)))
    # Some of it, to be quick.
    monkeypatch.setattr(schemathesis_phases, "_chains", lambda kind: iter(()))
    monkeypatch.setattr(probes, "PROBES", (probes.accounts, probes.connecting))
    monkeypatch.setattr(schemathesis.openapi, "from_path", load)
    schemathesis.hook("before_call")(plant)
    yield tmp_path
    schemathesis.hooks.unregister(plant)


def test_neither_output_nor_files_show_a_canary(
    quoting: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    unredacted: list[str] = []
    texts = Redactor.texts

    def keep(self: Any, raw: list[str], *recorder: Any) -> list[str]:
        unredacted.extend(raw)
        return texts(self, raw, *recorder)

    monkeypatch.setattr(Redactor, "texts", keep)
    found = [f"{one.check} {one.where} {one.text}" for one in running.run("hq", "in process").findings]
    assert {HQ_KEY.core, SMTP_PASSWORD.core, RETURNED_KEY.core} <= spotted("\n".join(unredacted)), (
        "all have to be there"
    )
    printed = capsys.readouterr()
    written = [path.read_bytes() for path in quoting.rglob("*") if path.is_file()]
    assert written, "hypothesis writes here"
    for text in ["\n".join(found), printed.out, printed.err, *written]:
        assert spotted(text) == set()
