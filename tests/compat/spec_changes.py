"""Changes of the spec that somebody could make, each with whether it breaks those who rely on the last release."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

Document = dict[str, Any]


class Seeded(NamedTuple):
    """A change, and the right result: does it break, and which word must the report hold?"""

    name: str
    breaks: bool
    says: str
    change: Callable[[Document], object]


def schema(document: Document, name: str) -> dict[str, Any]:
    return document["components"]["schemas"][name]


def operation(document: Document, verb: str, path: str) -> dict[str, Any]:
    return document["paths"][path][verb]


def a_response_code(document: Document) -> None:
    responses = operation(document, "post", "/v2/agency/companies")["responses"]
    responses["200"] = responses.pop("201")


def a_path(document: Document) -> None:
    document["paths"]["/v2/agency/deliverability_figures"] = document["paths"].pop("/v2/agency/deliverability")


def a_new_operation(document: Document) -> None:
    twin = {**operation(document, "get", "/v1/me"), "operationId": "getMyself", "x-method": "myself"}
    document["paths"]["/v1/myself"] = {"get": twin}


def a_parameter(required: bool) -> Callable[[Document], object]:
    one = {"name": "sort", "in": "query", "required": required, "schema": {"type": "string"}}
    return lambda document: operation(document, "get", "/v2/agency/companies")["parameters"].append(one)


def a_property(name: str, property: str, **facts: Any) -> Callable[[Document], object]:
    return lambda document: schema(document, name)["properties"].setdefault(property, {}).update(facts)


CHANGES = [
    Seeded("an operation is removed", True, "removed", lambda d: d["paths"].pop("/v2/agency/deliverability")),
    Seeded("a path is renamed", True, "removed", a_path),
    Seeded(
        "an operation is renamed",
        True,
        "operation id",
        lambda d: operation(d, "get", "/v1/me").update(operationId="who"),
    ),
    Seeded(
        "a request field becomes required",
        True,
        "bcc",
        lambda d: schema(d, "ManualConnectionMailbox")["required"].append("bcc"),
    ),
    Seeded(
        "a request list is cut shorter", True, "maxItems", a_property("CompanyCreateRequest", "companies", maxItems=5)
    ),
    Seeded(
        "a request value is no longer taken", True, "enum", a_property("ProspectDeletionRequest", "type", enum=["SOME"])
    ),
    Seeded("a parameter becomes required", True, "sort", a_parameter(required=True)),
    Seeded(
        "a response field changes its type", True, "type", a_property("Company", "running_campaigns", type="string")
    ),
    Seeded("a response field is removed", True, "owner", lambda d: schema(d, "Company")["properties"].pop("owner")),
    Seeded(
        "a response field may be missing", True, "optional", lambda d: schema(d, "Company")["required"].remove("name")
    ),
    Seeded("a response field may be null", True, "nullable", a_property("Company", "name", nullable=True)),
    Seeded("an id gets smaller", True, "int32", a_property("Company", "id", format="int32")),
    Seeded("another success status", True, "201", a_response_code),
    Seeded(
        "another key header",
        True,
        "authorization",
        lambda d: d["components"]["securitySchemes"]["apiKey"].update(name="authorization"),
    ),
    Seeded("another address", True, "servers", lambda d: d["servers"][0].update(url="https://api.woodpecker.co")),
    Seeded(
        "another route family",
        True,
        "x-route-family",
        lambda d: operation(d, "get", "/v1/me").update({"x-route-family": "agency"}),
    ),
    Seeded(
        "another first page",
        True,
        "x-pagination",
        lambda d: operation(d, "get", "/v2/agency/companies")["x-pagination"].update(first=0),
    ),
    Seeded(
        "another name on the surface",
        True,
        "x-method",
        lambda d: operation(d, "get", "/v2/mailboxes").update({"x-method": "all"}),
    ),
    Seeded(
        "no longer safe to repeat",
        True,
        "x-retry",
        lambda d: operation(d, "get", "/v2/mailboxes").update({"x-retry": "rejected-only"}),
    ),
    Seeded(
        "a new side effect",
        True,
        "billable",
        lambda d: operation(d, "post", "/v2/agency/companies/{company_id}/api_keys")["x-effect"].append("billable"),
    ),
    Seeded(
        "safe to repeat now",
        False,
        "x-retry",
        lambda d: operation(d, "post", "/v2/agency/companies").update({"x-retry": "safe"}),
    ),
    Seeded(
        "a side effect less",
        False,
        "x-effect",
        lambda d: operation(d, "post", "/v2/agency/companies")["x-effect"].remove("billable"),
    ),
    Seeded("a new operation", False, "/v1/myself", a_new_operation),
    Seeded("a new optional parameter", False, "sort", a_parameter(required=False)),
    Seeded("a new response field", False, "plan", a_property("Company", "plan", type="string")),
    Seeded("a new optional request field", False, "plan", a_property("CompanyCreate", "plan", type="string")),
    Seeded("a longer request list", False, "maxItems", a_property("CompanyCreateRequest", "companies", maxItems=50)),
    Seeded(
        "a new error status",
        False,
        "422",
        lambda d: operation(d, "get", "/v1/me")["responses"].update({"422": {"description": "No."}}),
    ),
    Seeded("other words", False, "", lambda d: operation(d, "get", "/v1/me").update(description="In other words.")),
    Seeded(
        "another value is known",
        False,
        "",
        lambda d: schema(d, "EmailAccount")["properties"]["type"]["x-known-values"].append("POP3"),
    ),
]
