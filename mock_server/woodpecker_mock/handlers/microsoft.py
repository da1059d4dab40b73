"""Microsoft credentials, and the mailboxes that are connected through them.

https://developers.woodpecker.co/docs/mailboxes/microsoft/overview/
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ..contract.json_values import Json
from ..http.problem import Problem
from ..world.mailbox_pair import mailbox_pair
from .operation_call import Body, OperationCall, conflict, item_by_id


def list_credentials(call: OperationCall) -> Body:
    return {"credentials": list(call.account.credentials.values())}


def create_credential(call: OperationCall) -> Body:
    number = call.world.new_id()
    shown = {key: call.body[key] for key in ("tenant_id", "client_id", "secret_expires_at")}
    credential = {"credential_id": number, **shown, "name": call.body.get("name", f"Credential {number}")}
    call.account.credentials[number] = credential
    return credential


def update_credential(call: OperationCall) -> Body:
    credential = item_by_id(call.account.credentials, call.parameters["credential_id"])
    if ("client_secret" in call.body) != ("secret_expires_at" in call.body):
        raise Problem(400, "Bad request", "client_secret and secret_expires_at go together or not at all")
    credential.update({key: call.body[key] for key in ("secret_expires_at", "name") if key in call.body})
    return credential


def delete_credential(call: OperationCall) -> Body:
    number = call.parameters["credential_id"]
    item_by_id(call.account.credentials, number)
    if number in call.account.credential_of.values():
        raise conflict("an active mailbox uses this credential")
    del call.account.credentials[number]
    return None


def connect(call: OperationCall) -> Body:
    known = call.account.credentials
    number = call.body.get("credential_id")
    if number is None:
        valid = [one for one, credential in known.items() if _is_valid(credential, call.world.time())]
        if len(valid) != 1:
            raise conflict("credential_id may be left out only if exactly one valid credential exists")
        (number,) = valid
    item_by_id(known, number)
    return [_connected(call, number, one) for one in call.body["accounts"]]


def _is_valid(credential: Json, now: datetime) -> bool:
    """Whether its secret has not expired; where nobody has said when that will be, it has not."""
    text = credential.get("secret_expires_at")
    if text is None:
        return True
    try:
        # `datetime` has no leap seconds.
        return datetime.fromisoformat(text.upper().replace(":60", ":59")) > now
    except ValueError:
        # The year 0.
        return False


def _connected(call: OperationCall, credential: int, wanted: dict[str, Any]) -> dict[str, Any]:
    email: str = wanted["mailbox_email"]
    name = wanted.get("display_name", email.partition("@")[0])
    if email.startswith("fail") or "@" not in email:
        return {
            "success": False,
            "id": None,
            "email": email,
            "name": name,
            "deliverability": {"spf_correct": None, "dkim_correct": None},
            "error": "The mailbox could not be opened.",
        }
    halves = mailbox_pair(call.world.new_id, email, "MICROSOFT", {"smtp_from_name": name})
    call.account.mailboxes |= {half["id"]: half for half in halves}
    number = halves[0]["id"]
    call.account.credential_of[number] = credential
    checks = {"spf_correct": True, "dkim_correct": number % 2 == 0}
    return {"success": True, "id": number, "email": email, "name": name, "deliverability": checks, "error": None}
