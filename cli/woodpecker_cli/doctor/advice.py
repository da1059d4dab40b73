"""What an error of the API means, as the spec describes it, and what can be done about it."""

from __future__ import annotations

from typing import Any, NamedTuple

import httpx
from woodpecker_runtime.errors import ApiError, TimedOut, TransportError, WoodpeckerError
from woodpecker_runtime.packaged_spec import packaged_spec

from ..failures import message_of
from ..operations.spec import resolved
from ..operations.wording import plain

#: By the name of the spec's example that has the same text; the spec's own summary says what it means.
ADVICE = {
    "InvalidKey": "Copy the key again, with all of its characters. If it was revoked, make a new one in the account it "
    "is for: the agency's main account for an HQ key",
    "NoApiAddon": "Whoever manages billing in the key's account adds the API add-on there. The key stays as it is",
    "UpgradeYourPlan": "Whoever manages billing in the key's account moves it to a plan that includes the API",
    "CompanyNotFound": "Take the id from woodpecker companies list: it has those of this agency, and no others",
    "CompanyInactive": "Somebody activates the client in the agency panel; the API cannot. Until then leave it out",
}
#: By status, where no example has the text.
ADVICE_BY_STATUS = {
    400: "If --base-url is not the API's own, look at what stands between",
    401: "Copy the key again, and see whether its account has the API",
    403: "If the key was made in a client's account, add --client-key. Else look at the role of its user: an admin "
    "reaches all",
    404: "See whether the base URL is that of the API, /rest included",
    409: "Read what is there already, and try again",
    429: "Something else uses this account at the same moment: another program, or another computer. Let one at a time "
    "use it, or share lanes through Redis",
    500: "Try again in a few minutes. If it stays, tell the vendor's support when it was",
}


# The spec has no example with its text, because no vendor page shows it.
_AGENCY_ADDON = "Whoever manages billing in the main account adds the agency add-on there"


class Explained(NamedTuple):
    """An error in plain words."""

    meaning: str
    advice: str


def explained(error: WoodpeckerError) -> Explained:
    """What happened, what it means, and what to do."""
    if isinstance(error, ApiError):
        name, described = _by_the_spec(error)
        if (error.detail or "").casefold() == "no agency addon":
            return Explained(message_of(error), _AGENCY_ADDON)
        status = error.status if error.status < 500 else 500
        advice = ADVICE.get(name) or ADVICE_BY_STATUS.get(status) or ADVICE_BY_STATUS[500]
        message = message_of(error)
        # "Company is inactive. The company is inactive" says it twice.
        is_said = described.casefold().removeprefix("the ") in message.casefold()
        return Explained(message if is_said else f"{message}. {described}", advice)
    if isinstance(error, TransportError):
        return Explained(message_of(error), _of_the_network(error))
    return Explained(message_of(error), "Correct what is named, and run it again")


def _by_the_spec(error: ApiError) -> tuple[str, str]:
    """The name of the example that the error is like, and what the spec says of it, or of its status."""
    paths: dict[str, dict[str, Any]] = packaged_spec()["paths"]
    for item in paths.values():
        for verb, operation in item.items():
            if verb != "parameters" and operation["operationId"] == error.operation:
                return _in(operation, error)
    return "", ""


def _in(operation: dict[str, Any], error: ApiError) -> tuple[str, str]:
    response = operation["responses"].get(str(error.status))
    if response is None:
        return "", ""
    whole = resolved(response)
    detail = (error.detail or "").casefold()
    for content in whole.get("content", {}).values():
        for reference in content.get("examples", {}).values():
            example = resolved(reference)
            if detail and example["value"].get("detail", "").casefold() == detail:
                return reference.get("$ref", "").rpartition("/")[2], example["summary"]
    # Its other sentences say how far the documentation goes.
    return "", plain(" ".join(whole["description"].split())).partition(". ")[0].rstrip(".")


def _of_the_network(error: TransportError) -> str:
    cause: BaseException | None = error
    causes: list[BaseException] = []
    while cause is not None and cause not in causes:
        causes.append(cause)
        cause = cause.__cause__ or cause.__context__
    text = " ".join(str(one) for one in causes).lower()
    if any(isinstance(one, httpx.ProxyError) for one in causes):
        return "See whether the proxy runs, and whether HTTPS_PROXY, ALL_PROXY and NO_PROXY say what they should"
    if "certificate" in text:
        return (
            "The certificate is not trusted. Behind a proxy that opens TLS, name its certificate in SSL_CERT_FILE; "
            "else see whether the host in the base URL is right"
        )
    if any(word in text for word in ("name or service", "nodename", "getaddrinfo", "name resolution")):
        return "The host is not known: look for a typing error in the base URL, and whether this machine is online"
    if "refused" in text:
        return (
            "Nothing listens there: look at host and port of the base URL, at the proxy if there is one, at firewalls"
        )
    if isinstance(error, TimedOut):
        return "No response in time: a firewall may drop the connection, or a proxy is needed that is not set"
    return "See whether this machine is online, and whether a firewall or a proxy stands between"
