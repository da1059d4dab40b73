"""The reference of the HTTP API: a page that lists the operations, and Swagger UI, as the mock brings it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from woodpecker_mock import console
from woodpecker_mock.world.sample_worlds import default_world

_CONSOLE = Path(console.__file__).parent
_SHARED = ("base.css", "docs.css", "swagger-page.js", "icon.svg")
_MOCK = {"url": "http://127.0.0.1:8080/rest", "description": "A mock on this machine: woodpecker-mock --port 8080"}
_PAGE = """# HTTP API

[Open the interactive reference](../http_api/index.html){ .md-button .md-button--primary }

It shows parameters, bodies, examples and errors of each operation. *Try it out* calls a [mock](mock.md) on this
machine, never the API itself: start it with `woodpecker-mock --port 8080`. The page has the key of its first agency;
`http://127.0.0.1:8080/` shows the others.

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
    for file in (*(_CONSOLE / "vendor/swagger-ui").iterdir(), *(_CONSOLE / "static" / name for name in _SHARED)):
        shutil.copy(file, folder)
    # What is tried out must not reach anybody's account.
    values = {"spec": spec | {"servers": [_MOCK]}, "exampleKey": default_world().agencies[0].keys[0].value}
    script = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in values.items())
    (folder / "spec.js").write_text(script, encoding="utf-8")


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
