"""The reference of the Python packages: a page for each client, resource and kind of name, derived from the code."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import cast

from griffe import Class, Function, Object

from .navigation import Entry
from .surface import Method, fixtures, is_error, load, methods, public_names

_CLIENTS = ("Agency", "Account", "AsyncAgency", "AsyncAccount")
# Modules that have a page of their own, with all that they export.
_MODULES = {
    "woodpecker_auth": "The header policy as an httpx transport, for a client of your own.",
    "woodpecker_auth.redis_lanes": "Lanes that several processes share, with the extra `[redis]`.",
    "woodpecker_client.tracing": "Spans for each request, with the extra `[opentelemetry]`.",
    "woodpecker_mock": "The mock in Python, with the extra `[mock]`.",
}


@dataclass
class Reference:
    """The pages by their path, their part of the menu, and, as JSON, what a name in backticks leads to."""

    pages: dict[str, str]
    navigation: list[Entry]
    targets: str


def python_reference() -> Reference:
    code = load()
    exported, models = public_names(code["woodpecker_client"]), public_names(code["woodpecker_client.models"])
    errors = {name: one for name, one in exported.items() if is_error(one)}
    others = {name: one for name, one in exported.items() if name not in (*errors, *_CLIENTS)}
    operations = [*methods(code, "AgencyRoutes"), *methods(code, "AccountRoutes")]
    made = _Pages()
    made.add("Overview", "index", _overview(operations))
    for name in _CLIENTS:
        shown = {"inherited_members": True, "filters": ["!^_", "!^over$", "!^with_raw_response$"]}
        made.add(
            name, name, _directive(f"woodpecker_client.{name}", show_root_heading=False, show_bases=False, **shown)
        )
    resources: dict[str, list[Method]] = {}
    for one in operations:
        if one.resource:  # the others stand on the pages of the clients
            resources.setdefault(one.resource, []).append(one)
    for name, own in sorted(resources.items()):
        made.add(name, name, _resource(own), "Resources")
    made.add("Models", "models", _models(models))
    made.add("Errors", "errors", _each("woodpecker_client", errors))
    made.add("Results and settings", "results_and_settings", _each("woodpecker_client", others))
    made.add("Fixtures for pytest", "fixtures", _each("woodpecker_pytest.plugin", fixtures(code)))
    for name, about in _MODULES.items():
        made.add(name, name, f"{about}\n\n{_each(name, public_names(code[name]))}")
    targets = {one.name: one.function.path for one in operations}
    targets |= {name: one.canonical_path for name, one in (models | exported).items()}
    return Reference(made.pages, made.menu, json.dumps(targets))


class _Pages:
    """Collects pages and the menu that leads to them."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.menu: list[Entry] = []

    def add(self, title: str, name: str, text: str, section: str | None = None) -> None:
        path = f"reference/python/{name}.md"
        self.pages[path] = f"# {title if name != 'index' else 'Python'}\n\n{text}"
        if section is None:
            self.menu.append((title, path))
            return
        last = self.menu[-1]
        if last[0] != section:
            self.menu.append(last := (section, []))
        cast("list[Entry]", last[1]).append((title, path))


def _overview(operations: list[Method]) -> str:
    rows = (f"| [`{one.name}`][{one.function.path}] | {_summary(one.function)} |\n" for one in operations)
    return "Every operation of the spec is a method.\n\n| method | does |\n| --- | --- |\n" + "".join(rows)


def _summary(function: Function) -> str:
    text = function.docstring.value if function.docstring else ""
    return text.partition("\n\n")[0].replace("\n", " ").replace("|", r"\|")


def _resource(own: list[Method]) -> str:
    awaited = ", ".join(f"`{one.short}`" for one in own if one.awaited)
    iterated = ", ".join(f"`{one.short}`" for one in own if not one.awaited)
    forms = [f"await {awaited}"] if awaited else []
    forms += [f"read {iterated} with `async for`"] if iterated else []
    owner = cast("Class", own[0].function.parent)
    about = owner.docstring.value if owner.docstring else ""
    text = f"{about}\n\n`{own[0].holder}.{own[0].resource}`; with asyncio, {' and '.join(forms)}.\n\n"
    return text + "".join(_directive(one.function.path, heading=one.name, toc_label=one.short) for one in own)


def _models(models: dict[str, Object]) -> str:
    text = (
        "Models are attrs classes in `woodpecker_client.models`. A field that did not come is `UNSET`; fields that the "
        "spec does not list are in `additional_properties`.\n\n"
    )
    return text + "".join(
        _directive(one.canonical_path, heading=name, members=False, show_bases=False) for name, one in models.items()
    )


def _each(module: str, names: dict[str, Object]) -> str:
    return "".join(_directive(f"{module}.{name}", heading=name) for name in names)


def _directive(path: str, **options: object) -> str:
    return (
        f"::: {path}\n    options:\n"
        + "".join(f"      {name}: {json.dumps(value)}\n" for name, value in options.items())
        + "\n"
    )
