"""Mistakes that somebody could make in the spec, each with the tool that finds it: Spectral or `generator check`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

Document = dict[str, Any]


class Spectral(NamedTuple):
    """A rule of spec/conventions.spectral.yaml."""

    rule: str


class Check(NamedTuple):
    """What `python -m generator check` complains about: a part of its text."""

    says: str


class Mistake(NamedTuple):
    """A mistake, and who has to find it.

    Attributes:
        found_by: the rule or the complaint.
        in_schema: whether spec/extensions.schema.json refuses the operation.
    """

    name: str
    found_by: Spectral | Check
    in_schema: bool
    make: Callable[[Document], object]


def me(document: Document) -> dict[str, Any]:
    return document["paths"]["/v1/me"]["get"]


def mailboxes(document: Document) -> dict[str, Any]:
    return document["paths"]["/v2/mailboxes"]["get"]


def companies(document: Document, verb: str = "get") -> dict[str, Any]:
    return document["paths"]["/v2/agency/companies"][verb]


def summary(document: Document) -> dict[str, Any]:
    return document["paths"]["/v2/mailboxes/manual_connection/bulk/{batch_id}/summary"]["get"]


def properties(document: Document, schema: str) -> dict[str, Any]:
    return document["components"]["schemas"][schema]["properties"]


def media(document: Document) -> dict[str, Any]:
    return me(document)["responses"]["200"]["content"]["application/json"]


CONTEXT = {"name": "x-company-id", "in": "header", "schema": {"type": "integer"}}
MISTAKES = [
    Mistake(
        "an operationId with an underscore",
        Spectral("operation-id-form"),
        False,
        lambda d: me(d).update(operationId="get_me"),
    ),
    Mistake(
        "an operationId without a verb",
        Spectral("operation-id-form"),
        False,
        lambda d: me(d).update(operationId="whoAmI"),
    ),
    Mistake(
        "no route family",
        Check("'x-route-family' is a required property"),
        True,
        lambda d: me(d).pop("x-route-family"),
    ),
    Mistake(
        "no evidence",
        Check("'x-evidence' is a required property"),
        True,
        lambda d: me(d).pop("x-evidence"),
    ),
    Mistake(
        "an effect nobody knows",
        Check("'slow' is not one of"),
        True,
        lambda d: me(d).update({"x-effect": ["slow"]}),
    ),
    Mistake(
        "an effect twice",
        Check("has non-unique elements"),
        True,
        lambda d: companies(d, "post").update({"x-effect": ["billable"] * 2}),
    ),
    Mistake(
        "a retry nobody knows",
        Check("'never' is not one of"),
        True,
        lambda d: companies(d, "post").update({"x-retry": "never"}),
    ),
    Mistake(
        "a method in camel case",
        Check("'showMe' does not match"),
        True,
        lambda d: me(d).update({"x-method": "showMe"}),
    ),
    Mistake(
        "a resource with a slash",
        Check("'a/b' does not match"),
        True,
        lambda d: me(d).update({"x-resource": "a/b"}),
    ),
    Mistake(
        "an extension misspelt",
        Check("x-rety is no extension"),
        True,
        lambda d: me(d).update({"x-rety": "safe"}),
    ),
    Mistake(
        "no way to find out",
        Check("'x-outcome-check' is a required property"),
        True,
        lambda d: companies(d, "post").pop("x-outcome-check"),
    ),
    Mistake(
        "a way to find out what is safe",
        Check("does not allow 'Look.'"),
        True,
        lambda d: me(d).update({"x-outcome-check": "Look."}),
    ),
    Mistake(
        "a GET that must not be repeated",
        Check("a GET changes nothing"),
        False,
        lambda d: me(d).update({"x-retry": "rejected-only", "x-outcome-check": "Look."}),
    ),
    Mistake(
        "a list without pages",
        Spectral("lists-are-paged"),
        False,
        lambda d: mailboxes(d).pop("x-pagination"),
    ),
    Mistake(
        "a search in what is no list",
        Check("does not allow [{'method'"),
        True,
        lambda d: me(d).update({"x-lookup": [{"method": "get", "by": "user_id", "unique": True}]}),
    ),
    Mistake(
        "a search by what an entry may lack",
        Check("owner is no required property"),
        False,
        lambda d: companies(d)["x-lookup"][0].update(by="owner"),
    ),
    Mistake(
        "a wait for what is no flag",
        Check("batch_size is no required property of type boolean"),
        False,
        lambda d: summary(d)["x-wait"].update(until="batch_size"),
    ),
    Mistake(
        "a wait that counts what is left of nothing",
        Check("'of' is a dependency of 'pending'"),
        True,
        lambda d: summary(d)["x-wait"].pop("of"),
    ),
    Mistake(
        "two methods of one name",
        Check("companies.create is taken already"),
        False,
        lambda d: companies(d)["x-lookup"][0].update(method="create"),
    ),
    Mistake(
        "an operation outside of backticks",
        Check("listUsers: an operation is named in backticks"),
        False,
        lambda d: (me(d).update(operationId="listUsers"), companies(d).update(summary="Unlike listUsers")),
    ),
    Mistake(
        "pages of what is no list",
        Spectral("lists-are-paged"),
        False,
        lambda d: me(d).update({"x-pagination": {"items": ""}}),
    ),
    Mistake(
        "a first page of 2",
        Check("2 is not one of"),
        True,
        lambda d: companies(d)["x-pagination"].update(first=2),
    ),
    Mistake(
        "a first page without a parameter",
        Check("'page' is a dependency of 'first'"),
        True,
        lambda d: companies(d)["x-pagination"].pop("page"),
    ),
    Mistake(
        "items without a slash",
        Check("'content' does not match"),
        True,
        lambda d: companies(d)["x-pagination"].update(items="content"),
    ),
    Mistake(
        "an agency route for accounts",
        Check("is an agency route"),
        False,
        lambda d: companies(d).update({"x-route-family": "account"}),
    ),
    Mistake(
        "an account route for the agency",
        Check("is an account route"),
        True,
        lambda d: me(d).update({"x-route-family": "agency"}),
    ),
    Mistake(
        "an account route without the header",
        Check("an account route declares x-company-id"),
        False,
        lambda d: me(d).pop("parameters"),
    ),
    Mistake(
        "an agency route with the header",
        Check("an agency route takes no x-company-id"),
        False,
        lambda d: companies(d)["parameters"].append(CONTEXT),
    ),
    Mistake(
        "security of its own",
        Spectral("one-security-scheme"),
        False,
        lambda d: me(d).update(security=[]),
    ),
    Mistake(
        "no 429",
        Spectral("shared-errors"),
        False,
        lambda d: me(d)["responses"].pop("429"),
    ),
    Mistake(
        "a default response",
        Spectral("shared-errors"),
        False,
        lambda d: me(d)["responses"].update(default={"description": "Else."}),
    ),
    Mistake(
        "an error of its own",
        Spectral("errors-from-the-shared-set"),
        False,
        lambda d: me(d)["responses"]["401"]["content"]["application/json"].update(schema={"type": "object"}),
    ),
    Mistake(
        "a shared error of another form",
        Spectral("errors-from-the-shared-set"),
        False,
        lambda d: d["components"]["responses"]["Unauthorized"]["content"]["application/json"].update(
            schema={"type": "string"}
        ),
    ),
    Mistake(
        "a 429 with a body",
        Spectral("too-many-requests-has-no-body"),
        False,
        lambda d: d["components"]["responses"]["TooManyRequests"].update(
            content={"text/plain": {"schema": {"type": "string"}, "examples": {"a": {"value": "x"}}}}
        ),
    ),
    Mistake(
        "a response without examples",
        Spectral("response-examples"),
        False,
        lambda d: media(d).pop("examples"),
    ),
    Mistake(
        "an example without a name",
        Spectral("response-examples"),
        False,
        lambda d: media(d).update(example=media(d).pop("examples")["agencyOwner"]["value"]),
    ),
    Mistake(
        "a request without examples",
        Spectral("request-examples"),
        False,
        lambda d: companies(d, "post")["requestBody"]["content"]["application/json"].pop("examples"),
    ),
    Mistake(
        "a format on a vendor time",
        Check("does not allow 'date-time'"),
        False,
        lambda d: properties(d, "V2Error")["timestamp"].update(format="date-time"),
    ),
    Mistake(
        "a vendor time of another kind",
        Check("'local' is not one of"),
        False,
        lambda d: properties(d, "V2Error")["timestamp"].update({"x-vendor-time": "local"}),
    ),
    Mistake(
        "a timestamp that says nothing",
        Spectral("timestamps-are-vendor-times"),
        False,
        lambda d: properties(d, "V2Error")["timestamp"].pop("x-vendor-time"),
    ),
    Mistake(
        "a date-time that is none",
        Spectral("date-time-is-rfc-3339"),
        False,
        lambda d: properties(d, "Me").update(since={"type": "string", "format": "date-time"}),
    ),
    Mistake(
        "a closed schema",
        Spectral("schemas-stay-open"),
        False,
        lambda d: d["components"]["schemas"]["Me"].update(additionalProperties=False),
    ),
    Mistake(
        "evidence nobody knows",
        Check("'guessed' is not one of"),
        False,
        lambda d: properties(d, "Me")["user_id"].update({"x-evidence": "guessed"}),
    ),
    Mistake(
        "an id of 32 bits",
        Spectral("ids-are-64-bit"),
        False,
        lambda d: properties(d, "Me")["user_id"].update(format="int32"),
    ),
    Mistake(
        "an id from 0",
        Spectral("ids-are-64-bit"),
        False,
        lambda d: properties(d, "Company")["id"].update(minimum=0),
    ),
    Mistake(
        "a choice of errors without a name",
        Spectral("errors-from-the-shared-set"),
        False,
        lambda d: me(d)["responses"]["400"]["content"]["application/json"].update(
            schema={"anyOf": [{"$ref": f"#/components/schemas/{name}"} for name in ("V2Error", "V1Error")]}
        ),
    ),
    Mistake(
        "a property of an envelope that its object lacks",
        Check("title: the object and its envelopes have the same properties"),
        False,
        lambda d: properties(d, "MeError").pop("title"),
    ),
    Mistake(
        "a property that its object describes as one of two envelopes does",
        Check("status: not as in the envelopes"),
        False,
        lambda d: properties(d, "MeError").update(status={"type": "integer"}),
    ),
    Mistake(
        "an object that requires what one of its envelopes lacks",
        Check("required: all envelopes require ['status'], and nothing else"),
        False,
        lambda d: d["components"]["schemas"]["MeError"]["required"].append("title"),
    ),
    Mistake(
        "one envelope",
        Check("is too short"),
        False,
        lambda d: d["components"]["schemas"]["MeError"]["x-envelopes"].pop(),
    ),
    Mistake(
        "a summary that conceals a cost",
        Check("createCompanies: the summary ends with (billable, irreversible)"),
        False,
        lambda d: companies(d, "post").update(summary="Create client companies"),
    ),
    Mistake(
        "a summary that claims a cost",
        Check("listCompanies: the summary ends without parentheses"),
        False,
        lambda d: companies(d).update(summary="List client companies (billable)"),
    ),
    Mistake(
        "an agency route that does not name its key",
        Check("listCompanies: the description of an agency route"),
        False,
        lambda d: companies(d).update(description="Returns the companies."),
    ),
]
