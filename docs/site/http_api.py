"""The reference of the HTTP API: a page that lists the operations, and Swagger UI, as the mock brings it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_UI = "mock_server/woodpecker_mock/console/vendor/swagger-ui"
_MOCK = {"url": "http://127.0.0.1:8080/rest", "description": "A mock on this machine: woodpecker-mock --port 8080"}
_PAGE = """# HTTP API

[Open the interactive reference](../http_api/index.html){ .md-button .md-button--primary }

It shows parameters, bodies, examples and errors of each operation. *Try it out* calls a [mock](mock.md) on this
machine, never the API itself: start it with `woodpecker-mock --port 8080`, and authorize with a key that it shows at
`http://127.0.0.1:8080/`.

The document is [openapi.yaml](../repository/spec/openapi.yaml.md).
[Its extensions](../repository/spec/README.md#extensions) say who may call an operation, and when a failed call may be
sent again.

"""


def write_http_api(root: Path, pages: Path) -> None:
    """Write the page, Swagger UI, and the spec as a script, because a page in a folder may load no JSON."""
    spec = json.loads((root / "spec/dist/openapi-3.1.json").read_bytes())
    (pages / "reference/http_api.md").write_text(_PAGE + "\n".join(_tables(spec)), encoding="utf-8")
    folder = pages / "http_api"
    shutil.copytree(Path(__file__).parent / "http_api", folder)
    for file in (root / _UI).iterdir():
        shutil.copy(file, folder)
    # What is tried out must not reach anybody's account.
    (folder / "spec.js").write_text(f"window.spec = {json.dumps(spec | {'servers': [_MOCK]})};\n", encoding="utf-8")


def _tables(spec: dict[str, Any]) -> Iterator[str]:
    """What each operation does, tag by tag."""
    for tag in spec["tags"]:
        yield f"## {tag['name']}\n\n{tag['description']}\n\n| operation | does |\n| --- | --- |"
        for path, item in spec["paths"].items():
            for verb, one in item.items():
                if isinstance(one, dict) and tag["name"] in one.get("tags", ()):
                    link = f"../http_api/index.html#/{tag['name'].replace(' ', '%20')}/{one['operationId']}"
                    yield f"| [`{verb.upper()} {path}`]({link}) | {one['summary']} |"
        yield ""
