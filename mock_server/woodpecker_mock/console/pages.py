"""The console at `/`, the reference of the API at `/docs`, and their files, read when a browser first asks for one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ..contract.openapi import published_document
from .browser_guard import GuardedRoutes

_HERE = Path(__file__).parent
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def page_routes(route: GuardedRoutes) -> list[Route]:
    return [
        route("GET", "/", _index, page=True),
        route("GET", "/docs", _docs, page=True),
        route("GET", "/docs/openapi.json", _openapi),
        route("GET", "/static/{name}", _static),
    ]


async def _index(request: Request) -> Response:
    return _file("index.html")


async def _docs(request: Request) -> Response:
    return _file("docs.html")


async def _openapi(request: Request) -> Response:
    return JSONResponse(published_document())


async def _static(request: Request) -> Response:
    return _file(request.path_params["name"])


def _file(name: str) -> Response:
    content = _contents().get(name)
    if content is None:
        return JSONResponse({"detail": "no such file of the mock"}, 404)
    return Response(content, media_type=_TYPES[Path(name).suffix])


@cache
def _contents() -> dict[str, bytes]:
    """Our own files and those of Swagger UI, by name."""
    folders = (_HERE / "vendor" / "swagger-ui", _HERE / "static")
    files = (path for folder in folders for path in folder.iterdir() if path.suffix in _TYPES)
    return {path.name: path.read_bytes() for path in files}
