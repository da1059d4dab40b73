"""The current user, and the mailboxes of an account.

https://developers.woodpecker.co/docs/mailboxes/get-mailboxes
"""

from __future__ import annotations

from typing import Any

from ..contract.json_values import Json
from ..http.problem import Problem
from ..world.accounts import User
from ..world.batch import Batch, outcome
from ..world.mailbox_pair import mailbox_pair
from .operation_call import Body, OperationCall, conflict, item_by_id, not_found


def get_me(call: OperationCall) -> Body:
    user = call.decision.owner.key.user
    return {
        "user_id": user.id,
        "user_name": user.name,
        "user_email": user.email,
        "firm_id": call.account.id,
        "firm_name": call.account.name,
    }


def list_users(call: OperationCall) -> Body:
    """Not in the spec: connectors test a key with it."""
    users = sorted(call.decision.members(), key=lambda user: user.id, reverse=call.parameters.get("sort") == "-id")

    def to_json(user: User) -> Json:
        role = "admin" if user.is_admin else "user"
        return {"id": user.id, "name": user.name, "email": user.email, "role": role}

    return call.page(users, to_json)


def list_mailboxes(call: OperationCall) -> Body:
    return list(call.account.mailboxes.values())


def get_mailbox(call: OperationCall) -> Body:
    return item_by_id(call.account.mailboxes, call.parameters["id"])


def update_mailbox_footer(call: OperationCall) -> Body:
    (number,) = call.parameters.values()
    mailbox = item_by_id(call.account.mailboxes, number)
    if mailbox["type"] != "SMTP":
        raise not_found()
    mailbox["details"]["signature"] = call.body["footer"] or ""
    return None


def connect_mailboxes(call: OperationCall) -> Body:
    taken = {one["details"]["email"] for one in call.account.mailboxes.values()}
    taken |= {smtp["details"]["email"] for batch in call.account.batches.values() for smtp, _ in batch.pending}
    for mailbox in call.body["mailboxes"]:
        pause_from, pause_to = mailbox.get("sending_wait_time_from"), mailbox.get("sending_wait_time_to")
        if pause_from is not None and pause_to is not None and pause_from >= pause_to:
            raise Problem(400, "Bad request", "sending_wait_time_from must be below sending_wait_time_to")
        if mailbox["smtp_email"] in taken:
            raise conflict("a mailbox with this address is connected already, or named twice")
        taken.add(mailbox["smtp_email"])
    pending = [_halves(call, mailbox) for mailbox in call.body["mailboxes"]]
    batch = Batch(call.world.time(), call.settings.batch_seconds, pending)
    return {"batch_id": call.world.connect(call.account, batch)}


def _halves(call: OperationCall, wanted: dict[str, Any]) -> tuple[Json, Json]:
    email: str = wanted["smtp_email"]
    error = "Connected conditionally." if outcome(email) == "conditional" else None
    return mailbox_pair(call.world.new_id, email, "CUSTOM", wanted, error)


def get_connection_summary(call: OperationCall) -> Body:
    return item_by_id(call.account.batches, call.parameters["batch_id"]).summary()
