"""The spec as the templates see it: operations and the tree of resources they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.strings import PythonIdentifier

from .python_types import Facts, PythonType, UnsupportedTypeError, item_type, python_type, with_dicts

_HTTP_VERBS = ("get", "put", "post", "delete", "patch")


@dataclass(frozen=True)
class Parameter:
    """One argument of a function."""

    name: str
    wire: str
    type: PythonType
    required: bool
    description: str
    example: Any = None

    @property
    def declaration(self) -> str:
        return f"{self.name}: {self.type.argument}" + ("" if self.required else " = UNSET")


@dataclass(frozen=True)
class Listing:
    """What `x-pagination` says, in terms of the Python page model."""

    first: int | None
    page_size: int | None
    page_parameter: str | None
    item: str
    page: str
    items: str
    total_items: tuple[tuple[str, ...], ...]
    total_pages: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Wait:
    """What `x-wait` says, in terms of the Python model of the response."""

    method: str
    until: str
    pending: str | None
    of: str | None


@dataclass(frozen=True)
class Lookup:
    """One search of `x-lookup`."""

    method: str
    by: Parameter
    unique: bool


@dataclass(frozen=True)
class OperationView:
    """One operation: what its low-level function and its resource method need to know."""

    id: str
    module: str
    tag: str
    tag_name: str
    method: str
    path: str
    family: str
    resource: tuple[str, ...]
    method_name: str
    retry: str
    outcome_check: str | None
    effects: tuple[str, ...]
    summary: str
    description: str
    page: str
    path_parameters: tuple[Parameter, ...]
    query_parameters: tuple[Parameter, ...]
    header_parameters: tuple[Parameter, ...]
    body: str | None
    body_parameters: tuple[Parameter, ...]
    example_body: dict[str, Any] | None
    returns: PythonType
    has_body: bool
    listing: Listing | None
    wait: Wait | None
    lookups: tuple[Lookup, ...]

    @property
    def full_name(self) -> str:
        """The method behind a client, such as `mailboxes.list`."""
        return ".".join((*self.resource, self.method_name))

    @property
    def url(self) -> str:
        """The path as the inside of an f-string."""
        return re.sub(r"{(\w+)}", r"{path_id('\1', \1)}", self.path)

    @property
    def names_company(self) -> bool:
        """Whether the path names a client company."""
        return any(one.name == "company_id" for one in self.path_parameters)

    @property
    def optional_parameters(self) -> tuple[Parameter, ...]:
        """What a resource method takes by keyword besides the body: no page number, no company header."""
        paged = self.listing.page_parameter if self.listing else None
        return tuple(one for one in self.query_parameters if one.wire != paged)


@dataclass
class Resource:
    """A node of the surface, such as `companies.api_keys`."""

    family: str
    path: tuple[str, ...]
    operations: list[OperationView] = field(default_factory=list[OperationView])
    children: list[Resource] = field(default_factory=list["Resource"])
    parent: Resource | None = None

    @property
    def tag(self) -> str:
        """The tag of the first operation, here or below."""
        return self.operations[0].tag_name if self.operations else self.children[0].tag

    @property
    def opens_tag(self) -> bool:
        """Whether this is the first resource, from the root, with operations of its tag."""
        return self.parent is None or not self.parent.path or self.parent.tag != self.tag

    @property
    def module(self) -> str:
        return "_".join(self.path) or self.family

    @property
    def class_name(self) -> str:
        words = self.module.split("_")
        return "".join(word.capitalize() for word in words) + ("" if self.path else "Routes")


def operation_views(parsed: Any, document: dict[str, Any], facts: Facts) -> list[OperationView]:
    """A view of every operation that the generator has parsed, in the document's order."""
    endpoints = {
        (endpoint.method, re.sub(r"{\w+}", "{}", endpoint.path.get_untrusted_value())): (str(tag), endpoint)
        for tag, collection in parsed.endpoint_collections_by_tag.items()
        for endpoint in collection.endpoints
    }
    models = {str(model.class_info.name): model for model in parsed.models}
    views: list[OperationView] = []
    for path, item in document["paths"].items():
        for verb in _HTTP_VERBS:
            if verb in item:
                key = (verb, re.sub(r"{\w+}", "{}", path))
                if key in endpoints:
                    said = _parameters_by_name(
                        document, [*item.get("parameters", []), *item[verb].get("parameters", [])]
                    )
                    views.append(_view(*endpoints[key], item[verb], models, facts, said))
    return views


def _parameters_by_name(document: dict[str, Any], parameters: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The parameters as the spec has them: the generator keeps neither descriptions nor examples."""
    shared = document["components"].get("parameters", {})
    found = (shared[one["$ref"].rpartition("/")[2]] if "$ref" in one else one for one in parameters)
    return {one["name"]: one for one in found}


def resources(views: list[OperationView]) -> list[Resource]:
    """The tree of resources as a flat list, roots first; each family has a tree of its own."""
    found: dict[tuple[str, tuple[str, ...]], Resource] = {}
    for view in views:
        for depth in range(len(view.resource) + 1):
            key = (view.family, view.resource[:depth])
            if key not in found:
                found[key] = Resource(*key)
                if depth:
                    parent = found[view.family, view.resource[: depth - 1]]
                    parent.children.append(found[key])
                    found[key].parent = parent
        found[view.family, view.resource].operations.append(view)
    return list(found.values())


def model_properties(model: Any, facts: Facts) -> Iterator[tuple[Any, PythonType]]:
    """The properties of a model with their types, those without a default first."""
    for prop in [*model.required_properties, *model.optional_properties]:
        mark = facts.get((str(model.class_info.name), prop.name.get_untrusted_value()))
        yield prop, python_type(prop, mark)


def _view(
    tag: str,
    endpoint: Any,
    raw: dict[str, Any],
    models: dict[str, Any],
    facts: Facts,
    said: dict[str, dict[str, Any]],
) -> OperationView:
    returns, has_body = _returns(endpoint)
    body = endpoint.bodies[0].prop if endpoint.bodies else None
    body_class = str(body.class_info.name) if body is not None else None
    return OperationView(
        id=raw["operationId"],
        module=str(PythonIdentifier(endpoint.name, "op_")),
        tag=tag,
        tag_name=raw["tags"][0],
        method=endpoint.method.upper(),
        path=endpoint.path.get_untrusted_value(),
        family=raw["x-route-family"],
        resource=tuple(part for part in raw["x-resource"].split(".") if part),
        method_name=raw["x-method"],
        retry=raw["x-retry"],
        outcome_check=raw.get("x-outcome-check"),
        effects=tuple(sorted(raw["x-effect"])),
        summary=raw["summary"].strip().rstrip("."),
        description=" ".join(raw.get("description", "").split()),
        page=raw.get("externalDocs", {}).get("url", ""),
        path_parameters=_parameters(endpoint.path_parameters, said),
        query_parameters=_parameters(endpoint.query_parameters, said),
        header_parameters=_parameters(endpoint.header_parameters, said),
        body=body_class,
        body_parameters=() if body_class is None else _body_parameters(models[body_class], facts),
        example_body=_example_body(raw),
        returns=returns,
        has_body=has_body,
        listing=_listing(raw, endpoint, models),
        wait=_wait(raw, models, returns),
        lookups=_lookups(raw, endpoint, models),
    )


def _parameters(props: list[Any], said: dict[str, dict[str, Any]]) -> tuple[Parameter, ...]:
    raw = (said[prop.name.get_untrusted_value()] for prop in props)
    found = (
        _parameter(prop, python_type(prop), one.get("description", ""), one.get("example"))
        for prop, one in zip(props, raw, strict=True)
    )
    return tuple(sorted(found, key=lambda one: not one.required))


def _body_parameters(model: Any, facts: Facts) -> tuple[Parameter, ...]:
    return tuple(
        _parameter(prop, with_dicts(prop, kind), _description(prop)) for prop, kind in model_properties(model, facts)
    )


def _parameter(prop: Any, kind: PythonType, description: str, example: Any = None) -> Parameter:
    wire = prop.name.get_untrusted_value()
    return Parameter(str(prop.python_name), wire, kind, prop.required, " ".join(description.split()), example)


def _example_body(raw: dict[str, Any]) -> dict[str, Any] | None:
    """The first example of the body; None without one."""
    content = raw.get("requestBody", {}).get("content", {}).get("application/json", {})
    return next((one["value"] for one in content.get("examples", {}).values() if "value" in one), None)


def _returns(endpoint: Any) -> tuple[PythonType, bool]:
    """The type of a success; several success statuses must agree on it."""
    with_body = {
        python_type(response.prop)
        for response in endpoint.responses.patterns
        if response.source["return_type"] != "None"
    }
    if not with_body:
        return PythonType("None", "nothing", "None"), False
    if len(with_body) > 1:
        raise UnsupportedTypeError(f"{endpoint.name}: successes with different bodies")
    return with_body.pop(), True


def _listing(raw: dict[str, Any], endpoint: Any, models: dict[str, Any]) -> Listing | None:
    pages = raw.get("x-pagination")
    if pages is None:
        return None
    response = next(r.prop for r in endpoint.responses.patterns if r.source["return_type"] != "None")
    steps = _steps(pages["items"])
    if steps:
        (step,) = steps
        listed = _property(models[str(response.class_info.name)], step)
        items = f"page.{listed.python_name}" + ("" if listed.required else " or []")
    else:
        listed, items = response, "page"
    assert isinstance(listed, ListProperty)
    return Listing(
        first=pages.get("first"),
        page_size=pages.get("page_size"),
        page_parameter=pages.get("page"),
        item=item_type(listed).annotation,
        page=python_type(response).annotation,
        items=items,
        total_items=tuple(map(_steps, pages.get("total_items", ()))),
        total_pages=tuple(map(_steps, pages.get("total_pages", ()))),
    )


def _wait(raw: dict[str, Any], models: dict[str, Any], returns: PythonType) -> Wait | None:
    said = raw.get("x-wait")
    if said is None:
        return None
    names = {key: _property(models[returns.annotation], said[key]) for key in ("until", "pending", "of") if key in said}
    attributes = {key: str(prop.python_name) for key, prop in names.items()}
    return Wait(said["method"], attributes["until"], attributes.get("pending"), attributes.get("of"))


def _lookups(raw: dict[str, Any], endpoint: Any, models: dict[str, Any]) -> tuple[Lookup, ...]:
    listing = _listing(raw, endpoint, models)
    if listing is None:
        return ()
    found: list[Lookup] = []
    for said in raw.get("x-lookup", ()):
        prop = _property(models[listing.item], said["by"])
        found.append(Lookup(said["method"], _parameter(prop, python_type(prop), _description(prop)), said["unique"]))
    return tuple(found)


def _property(model: Any, wire: str) -> Any:
    every = [*model.required_properties, *model.optional_properties]
    return next(prop for prop in every if prop.name.get_untrusted_value() == wire)


def _description(prop: Any) -> str:
    return prop.description.get_untrusted_value() if prop.description else ""


def _steps(pointer: str) -> tuple[str, ...]:
    return tuple(pointer.split("/")[1:])
