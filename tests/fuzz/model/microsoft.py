"""Microsoft credentials and the mailboxes that are connected through them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from dateutil.parser import isoparse

from ..contract import Json
from ..facts import ABSENT, Location
from ..matching import anything
from .call import Accepted, Call, NotFound, Outcome, conflict, invalid

_NO_CHECKS = {"spf_correct": None, "dkim_correct": None}


def credentials(call: Call) -> Outcome:
    return Accepted({"credentials": [one for _, one in call.before.of(call.account, "credentials")]})


def create(call: Call) -> Outcome:
    number = call.new_id(call.response.get("credential_id")) if isinstance(call.response, dict) else None
    # The secret is nowhere in it.
    saved = {name: call.body[name] for name in ("tenant_id", "client_id", "secret_expires_at")}
    saved |= {"credential_id": number, "name": call.body.get("name", anything)}
    return Accepted(saved, {(call.account, "credentials", number): saved})


def update(call: Call) -> Outcome:
    number = call.given["credential_id"]
    known = call.known("credentials", number)
    if ("client_secret" in call.body) != ("secret_expires_at" in call.body):
        return invalid()
    changed = {**known, **{name: call.body[name] for name in ("name", "secret_expires_at") if name in call.body}}
    return Accepted(changed, {(call.account, "credentials", number): changed})


def delete(call: Call) -> Outcome:
    number = call.given["credential_id"]
    call.known("credentials", number)
    if any(used == number for _, used in call.before.of(call.account, "credential_of")):
        return conflict()
    return Accepted(None, {(call.account, "credentials", number): ABSENT})


def connect(call: Call) -> Outcome:
    known = [number for number, _ in call.before.of(call.account, "credentials")]
    number = call.body.get("credential_id")
    if number is None:
        valid = [one for one, credential in call.before.of(call.account, "credentials") if _valid(credential, call.now)]
        if len(valid) != 1:
            return conflict()
        (number,) = valid
    if number not in known:
        raise NotFound
    received = call.response if isinstance(call.response, list) else []
    received += [None] * (len(call.body["accounts"]) - len(received))
    results: list[Any] = []
    changes: dict[Location, Any] = {}
    for wanted, one in zip(call.body["accounts"], received, strict=False):
        result, changed = _connected(call, wanted, one, number)
        results.append(result)
        changes |= changed
    return Accepted(results, changes)


def _valid(credential: Json, now: datetime) -> bool:
    """Whether the secret of a credential has not expired."""
    try:
        return isoparse(credential["secret_expires_at"].replace(":60", ":59")) > now
    except ValueError:
        return False


def _connected(call: Call, wanted: Json, received: Any, credential: int) -> tuple[Json, dict[Location, Any]]:
    """The result for one mailbox and its changes; in the mock the address decides which can be opened."""
    email = wanted["mailbox_email"]
    named = {"email": email, "name": wanted.get("display_name", email.partition("@")[0])}
    if email.startswith("fail"):
        return {**named, "success": False, "id": None, "deliverability": _NO_CHECKS, "error": anything}, {}
    number = call.new_id(received.get("id")) if isinstance(received, dict) else None
    sending = call.after[call.account, "mailboxes", number]
    receiving = call.new_id(sending["details"].get("imap_id")) if sending is not ABSENT else None
    details = {"email": email, "provider": "MICROSOFT"}
    body = {**named, "success": True, "id": number, "deliverability": _checked, "error": None}
    return body, {
        (call.account, "mailboxes", number): _half(number, "SMTP", {**details, "from_name": named["name"]}),
        (call.account, "mailboxes", receiving): _half(receiving, "IMAP", details),
        (call.account, "credential_of", number): credential,
    }


def _half(number: Any, type_: str, details: Json) -> Any:
    """A half of a mailbox with at least these details."""

    def fits(found: Any) -> bool:
        return (
            found is not ABSENT
            and (found["id"], found["type"]) == (number, type_)
            and details.items() <= found["details"].items()
        )

    return fits


def _checked(found: Any) -> bool:
    return isinstance(found, dict) and all(isinstance(found.get(name), bool) for name in _NO_CHECKS)
