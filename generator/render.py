"""The client package from the spec: openapi-python-client parses, our templates write."""

from __future__ import annotations

import contextlib
import io
import json
import re
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, cast

from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from . import docstrings
from .method_names import write_method_names
from .python_types import Facts, PythonType, dict_field, dict_name
from .spec import VERBS, Spec
from .views import OperationView, Resource, model_properties, operation_views, resources

_HERE = Path(__file__).parent


class RenderError(Exception):
    """The generator could not turn the spec into a client, or would have left something out."""


def render_client(spec: Spec, destination: Path) -> None:
    """Write the package `woodpecker_client` into `destination`.

    Raises:
        RenderError: the generator warned about anything; nothing is left out silently.
    """
    document = without_errors(spec.document)
    write_method_names(document)
    config = Config.from_sources(
        ConfigFile.load_from_path(_HERE / "config.yaml"),
        MetaType.NONE,
        document_source=spec.path,
        file_encoding="utf-8",
        overwrite=True,
        output_path=destination,
    )
    parsed = GeneratorData.from_dict(_copy(document), config=config)
    if isinstance(parsed, GeneratorError):
        raise RenderError(_message(parsed))
    with contextlib.redirect_stdout(io.StringIO()):
        problems = _Client(parsed, config, document).build()
    if problems:
        raise RenderError("\n".join(map(_message, problems)))
    for cache in destination.rglob(".ruff_cache"):
        shutil.rmtree(cache)


def without_errors(document: dict[str, Any]) -> dict[str, Any]:
    """The document without its error responses: they become exceptions, so no models are made of them."""
    reduced = _copy(document)
    for item in reduced["paths"].values():
        for operation in (item[verb] for verb in VERBS if verb in item):
            responses: dict[str, Any] = operation["responses"]
            operation["responses"] = {code: responses[code] for code in responses if str(code).startswith("2")}
    used: set[str] = set()
    pending = _references(reduced["paths"])
    while pending:
        name = pending.pop()
        if name not in used:
            used.add(name)
            kind, _, key = name.rpartition("/")
            pending |= _references(reduced["components"][kind.rpartition("/")[2]][key])
    for kind in ("schemas", "responses"):
        entries = reduced["components"].get(kind, {})
        reduced["components"][kind] = {key: entries[key] for key in entries if f"#/components/{kind}/{key}" in used}
    return reduced


def _copy(document: dict[str, Any]) -> dict[str, Any]:
    """A copy in all its parts, which for a JSON document this makes sooner than `deepcopy`."""
    copied: dict[str, Any] = json.loads(json.dumps(document))
    return copied


def _references(node: Any) -> set[str]:
    inner: list[Any] = []
    found = set[str]()
    if isinstance(node, dict):
        mapping = cast("dict[str, Any]", node)
        inner = list(mapping.values())
        found |= {mapping["$ref"]} if "$ref" in mapping else set()
    elif isinstance(node, list):
        inner = node  # pyright: ignore[reportUnknownVariableType]
    return found.union(*map(_references, inner))


def facts_of(document: dict[str, Any]) -> Facts:
    """Which properties are secrets and which are times, by schema and property."""
    facts: Facts = {}
    for name, schema in document["components"]["schemas"].items():
        for key, prop in schema.get("properties", {}).items():
            if prop.get("format") == "password":
                facts[name, key] = "secret"
            elif prop.get("format") == "date-time" or "x-vendor-time" in prop:
                facts[name, key] = "time"
    return facts


class _Client(Project):
    """openapi-python-client's project with the resources beside its own parts."""

    def __init__(self, parsed: GeneratorData, config: Config, document: dict[str, Any]) -> None:
        # Upstream's modules for enums; here a property of a model has a `Literal` as its type.
        parsed.enums = []
        super().__init__(openapi=parsed, config=config, custom_template_path=_HERE / "templates")
        facts = facts_of(document)
        self._views = operation_views(parsed, document, facts)
        self._classes = {str(model.class_info.name): model.class_info for model in parsed.models}
        by_name = {(view.tag, view.module): view for view in self._views}
        helpers: dict[str, Any] = {
            "view": partial(_view_of, by_name, config),
            "model_properties": partial(_properties, facts),
            "model_imports": partial(self._model_imports, facts),
            "models_in": self._models_in,
            "model_exports": self._model_exports,
            "models_in_resource": self._models_in_resource,
            "dicts_in_resource": _dicts_in_resource,
            "dict_name": dict_name,
            "docstring": docstrings.docstring,
            "attribute_line": docstrings.attribute_line,
            "dict_field": dict_field,
            "key_line": docstrings.key_line,
            "operation_doc": docstrings.operation_doc,
            "method_doc": docstrings.method_doc,
            "wait_doc": docstrings.wait_doc,
            "lookup_doc": docstrings.lookup_doc,
            "resource_doc": partial(
                docstrings.resource_doc, {tag["name"]: tag["description"] for tag in document["tags"]}
            ),
            "repr": repr,
        }
        self.env.globals.update(helpers)
        self.env.filters["passed"] = "{0}={0}".format

    def _create_package(self) -> None:
        for module, template in (("__init__", "package_init"), ("outcome", "outcome"), ("tracing", "tracing")):
            self._write(f"{module}.py", self.env.get_template(f"{template}.py.jinja").render())
        (self.package_dir / "py.typed").touch()

    def _build_api(self) -> None:
        super()._build_api()
        # Upstream writes its own client and errors beside the functions; woodpecker_runtime has better ones.
        for name in ("client.py", "errors.py"):
            (self.package_dir / name).unlink()
        accounts = self.env.get_template("accounts.py.jinja")
        for is_async, module in ((False, "accounts"), (True, "async_accounts")):
            self._write(f"{module}.py", accounts.render(is_async=is_async))
        self._write("resources/__init__.py", '"""The operations as methods, grouped by resource."""\n')
        dicts = self.env.get_template("typed_dicts.py.jinja")
        self._write("typed_dicts.py", dicts.render(models=self._dict_models()))
        template = self.env.get_template("resource.py.jinja")
        for resource in resources(self._views):
            self._write(f"resources/{resource.module}.py", template.render(resource=resource))

    def _write(self, name: str, text: str) -> None:
        path = self.package_dir / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def _model_exports(self) -> dict[str, list[str]]:
        """The names of the models by their modules."""
        found = sorted(self._classes.values(), key=lambda one: str(one.module_name))
        return {f"woodpecker_client.models.{one.module_name}": [str(one.name)] for one in found}

    def _models_in(self, text: str) -> list[Any]:
        return [self._classes[name] for name in sorted(set(re.findall(r"\w+", text))) if name in self._classes]

    def _dict_models(self) -> list[Any]:
        """The models that a method takes as plain dicts."""
        names = {one.type.dicts_of for view in self._views for one in view.body_parameters}
        return [model for model in self.openapi.models if str(model.class_info.name) in names]

    def _models_in_resource(self, resource: Resource) -> list[Any]:
        return self._models_in(" ".join(map(_types_in, resource.operations)))

    def _model_imports(self, facts: Facts, model: Any) -> Iterator[Any]:
        text = " ".join(kind.annotation for _, kind in model_properties(model, facts))
        return (other for other in self._models_in(text) if other.name != model.class_info.name)


def _dicts_in_resource(resource: Resource) -> list[str]:
    """The names of the `TypedDict`s that its methods take."""
    models = {one.type.dicts_of for op in resource.operations for one in op.body_parameters} - {""}
    return sorted(map(dict_name, models))


def _view_of(by_name: dict[tuple[str, str], OperationView], config: Config, endpoint: Any) -> OperationView:
    return by_name[str(endpoint.tags[0]), _module(endpoint, config)]


def _properties(facts: Facts, model: Any) -> list[tuple[Any, PythonType]]:
    return list(model_properties(model, facts))


def _types_in(op: OperationView) -> str:
    found = tuple(lookup.by for lookup in op.lookups)
    arguments = (*op.path_parameters, *op.query_parameters, *op.body_parameters, *found)
    listed = f"{op.listing.item} {op.listing.page}" if op.listing else ""
    return " ".join([op.returns.annotation, op.body or "", listed, *(one.type.argument for one in arguments)])


def _module(endpoint: Any, config: Config) -> str:
    from openapi_python_client.strings import PythonIdentifier

    return str(PythonIdentifier(endpoint.name, config.field_prefix))


def _message(problem: GeneratorError) -> str:
    return f"{problem.header} {problem.detail or ''}".strip()
