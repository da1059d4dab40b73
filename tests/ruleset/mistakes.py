"""Mistakes that somebody could make in the spec, each with the rule of spec/conventions.spectral.yaml that finds it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

Document = dict[str, Any]


class Mistake(NamedTuple):
    """A mistake, and who has to find it.

    Attributes:
        rule: the Spectral rule.
        in_schema: whether spec/extensions.schema.json refuses the operation, too.
    """

    name: str
    rule: str
    in_schema: bool
    make: Callable[[Document], object]


def me(document: Document) -> dict[str, Any]:
    return document["paths"]["/v1/me"]["get"]


def mailboxes(document: Document) -> dict[str, Any]:
    return document["paths"]["/v2/mailboxes"]["get"]


def companies(document: Document, verb: str = "get") -> dict[str, Any]:
    return document["paths"]["/v2/agency/companies"][verb]


def properties(document: Document, schema: str) -> dict[str, Any]:
    return document["components"]["schemas"][schema]["properties"]


def media(document: Document) -> dict[str, Any]:
    return me(document)["responses"]["200"]["content"]["application/json"]


CONTEXT = {"name": "x-company-id", "in": "header", "schema": {"type": "integer"}}
MISTAKES = [
    Mistake(
        "an operationId with an underscore", "operation-id-form", False, lambda d: me(d).update(operationId="get_me")
    ),
    Mistake("an operationId without a verb", "operation-id-form", False, lambda d: me(d).update(operationId="whoAmI")),
    Mistake("no route family", "operation-extensions", True, lambda d: me(d).pop("x-route-family")),
    Mistake("no evidence", "operation-extensions", True, lambda d: me(d).pop("x-evidence")),
    Mistake("an effect nobody knows", "operation-extensions", True, lambda d: me(d).update({"x-effect": ["slow"]})),
    Mistake(
        "an effect twice",
        "operation-extensions",
        True,
        lambda d: companies(d, "post").update({"x-effect": ["billable"] * 2}),
    ),
    Mistake(
        "a retry nobody knows",
        "operation-extensions",
        True,
        lambda d: companies(d, "post").update({"x-retry": "never"}),
    ),
    Mistake("a method in camel case", "operation-extensions", True, lambda d: me(d).update({"x-method": "showMe"})),
    Mistake("a resource with a slash", "operation-extensions", True, lambda d: me(d).update({"x-resource": "a/b"})),
    Mistake("an extension misspelt", "extensions-known", True, lambda d: me(d).update({"x-rety": "safe"})),
    Mistake(
        "no way to find out",
        "outcome-check-where-it-matters",
        True,
        lambda d: companies(d, "post").pop("x-outcome-check"),
    ),
    Mistake(
        "a way to find out what is safe",
        "outcome-check-where-it-matters",
        True,
        lambda d: me(d).update({"x-outcome-check": "Look."}),
    ),
    Mistake(
        "a GET that must not be repeated",
        "reading-is-safe",
        False,
        lambda d: me(d).update({"x-retry": "rejected-only", "x-outcome-check": "Look."}),
    ),
    Mistake("a list without pages", "lists-are-paged", False, lambda d: companies(d).pop("x-pagination")),
    Mistake(
        "pages of what is no list", "lists-are-paged", False, lambda d: me(d).update({"x-pagination": {"items": ""}})
    ),
    Mistake("a first page of 2", "pagination-form", True, lambda d: companies(d)["x-pagination"].update(first=2)),
    Mistake(
        "a first page without a parameter", "pagination-form", True, lambda d: companies(d)["x-pagination"].pop("page")
    ),
    Mistake(
        "items without a slash", "pagination-form", True, lambda d: companies(d)["x-pagination"].update(items="content")
    ),
    Mistake(
        "an agency route for accounts",
        "agency-family",
        False,
        lambda d: companies(d).update({"x-route-family": "account"}),
    ),
    Mistake(
        "an account route for the agency", "account-family", True, lambda d: me(d).update({"x-route-family": "agency"})
    ),
    Mistake(
        "an account route without the header",
        "company-context-on-account-routes",
        False,
        lambda d: me(d).pop("parameters"),
    ),
    Mistake(
        "an agency route with the header",
        "company-context-on-account-routes",
        False,
        lambda d: companies(d)["parameters"].append(CONTEXT),
    ),
    Mistake("security of its own", "one-security-scheme", False, lambda d: me(d).update(security=[])),
    Mistake("no 429", "shared-errors", False, lambda d: me(d)["responses"].pop("429")),
    Mistake(
        "a default response",
        "shared-errors",
        False,
        lambda d: me(d)["responses"].update(default={"description": "Else."}),
    ),
    Mistake(
        "an error of its own",
        "errors-from-the-shared-set",
        False,
        lambda d: me(d)["responses"]["401"]["content"]["application/json"].update(schema={"type": "object"}),
    ),
    Mistake(
        "a shared error of another form",
        "errors-from-the-shared-set",
        False,
        lambda d: d["components"]["responses"]["Unauthorized"]["content"]["application/json"].update(
            schema={"type": "string"}
        ),
    ),
    Mistake(
        "a 429 with a body",
        "too-many-requests-has-no-body",
        False,
        lambda d: d["components"]["responses"]["TooManyRequests"].update(
            content={"text/plain": {"schema": {"type": "string"}, "examples": {"a": {"value": "x"}}}}
        ),
    ),
    Mistake("a response without examples", "response-examples", False, lambda d: media(d).pop("examples")),
    Mistake(
        "an example without a name",
        "response-examples",
        False,
        lambda d: media(d).update(example=media(d).pop("examples")["agencyOwner"]["value"]),
    ),
    Mistake(
        "a request without examples",
        "request-examples",
        False,
        lambda d: companies(d, "post")["requestBody"]["content"]["application/json"].pop("examples"),
    ),
    Mistake(
        "a format on a vendor time",
        "vendor-times-are-plain-text",
        False,
        lambda d: properties(d, "ApiError")["timestamp"].update(format="date-time"),
    ),
    Mistake(
        "a vendor time of another kind",
        "vendor-times-are-plain-text",
        False,
        lambda d: properties(d, "ApiError")["timestamp"].update({"x-vendor-time": "local"}),
    ),
    Mistake(
        "a timestamp that says nothing",
        "timestamps-are-vendor-times",
        False,
        lambda d: properties(d, "ApiError")["timestamp"].pop("x-vendor-time"),
    ),
    Mistake(
        "a date-time that is none",
        "date-time-is-rfc-3339",
        False,
        lambda d: properties(d, "Me").update(since={"type": "string", "format": "date-time"}),
    ),
    Mistake(
        "a closed schema",
        "schemas-stay-open",
        False,
        lambda d: d["components"]["schemas"]["Me"].update(additionalProperties=False),
    ),
    Mistake(
        "evidence nobody knows",
        "schema-evidence",
        False,
        lambda d: properties(d, "Me")["user_id"].update({"x-evidence": "guessed"}),
    ),
    Mistake(
        "an id of 32 bits", "ids-are-64-bit", False, lambda d: properties(d, "Me")["user_id"].update(format="int32")
    ),
    Mistake("an id from 0", "ids-are-64-bit", False, lambda d: properties(d, "Company")["id"].update(minimum=0)),
]
