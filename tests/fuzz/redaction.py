"""What a run may print: no key, no password and no login link.

schemathesis filters headers and JSON members by their names, but not what responses repeat, and its reports (HAR, VCR,
JUnit, NDJSON) and its store of crashes hold whole bodies. Here none of those is written, and all text goes through
`Redactor`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from schemathesis.engine.recorder import ScenarioRecorder
from woodpecker_auth.redaction import redact

# Redaction costs by the secret, hardly by the text, so all texts are redacted at once.
_BETWEEN = "\n\x1e between two texts \x1e\n"


class Redactor:
    """Knows what is secret in requests and responses, and redacts it in texts about them.

    Args:
        spec: the members with the format `password` are secret.
        key: the key that is sent.
    """

    def __init__(self, spec: dict[str, Any], key: str) -> None:
        self._names, self._key = set(_password_names(spec)), key

    def texts(self, raw: list[str], recorder: ScenarioRecorder | None = None) -> list[str]:
        """The same texts about what was recorded, without its secrets."""
        if not raw:
            return []
        return redact(_BETWEEN.join(raw), {self._key, *self._secrets(recorder)}).split(_BETWEEN)

    def _secrets(self, recorder: ScenarioRecorder | None) -> Iterator[str]:
        for case in recorder.cases.values() if recorder else ():
            yield from self._secrets_in(case.value.body)
        for interaction in recorder.interactions.values() if recorder else ():
            bodies = [interaction.request.body, interaction.response and interaction.response.content]
            for body in filter(None, bodies):
                yield from self._secrets_in(_parsed(body))

    def _secrets_in(self, value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            for name, inner in value.items():
                if name in self._names and isinstance(inner, str | int | float):
                    yield str(inner)
                yield from self._secrets_in(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from self._secrets_in(inner)
        elif isinstance(value, str) and value.lstrip()[:1] in ("{", "["):
            yield from self._secrets_in(_parsed(value.encode("utf-8", "replace")))


def _password_names(node: Any, name: str = "") -> Iterator[str]:
    """The names of all members that the spec gives the format `password`."""
    if isinstance(node, dict):
        if node.get("format") == "password":
            yield name
        for key, inner in node.items():
            yield from _password_names(inner, key)
    elif isinstance(node, list):
        for inner in node:
            yield from _password_names(inner, name)


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None
