"""Who am I, and the mailboxes of an account.

https://developers.woodpecker.co/docs/mailboxes/get-mailboxes
"""

from __future__ import annotations

from typing import Any

from ..accounts import Json
from ..batch import Batch, outcome
from ..call import Body, Call, conflict, found, missing
from ..pairs import pair
from ..policy import Problem


def get_me(call: Call) -> Body:
    user = call.verdict.holder.key.user
    return {
        "user_id": user.id,
        "user_name": user.name,
        "user_email": user.email,
        "firm_id": call.account.id,
        "firm_name": call.account.name,
    }


def list_mailboxes(call: Call) -> Body:
    return list(call.account.mailboxes.values())


def get_mailbox(call: Call) -> Body:
    return found(call.account.mailboxes, call.parameters["id"])


def update_mailbox_footer(call: Call) -> Body:
    (number,) = call.parameters.values()
    mailbox = found(call.account.mailboxes, number)
    if mailbox["type"] != "SMTP":
        raise missing()
    mailbox["details"]["signature"] = call.body["footer"] or ""
    return None


def connect_mailboxes(call: Call) -> Body:
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


def _halves(call: Call, wanted: dict[str, Any]) -> tuple[Json, Json]:
    email: str = wanted["smtp_email"]
    error = "Connected conditionally." if outcome(email) == "conditional" else None
    return pair(call.world.new_id, email, "CUSTOM", wanted, error)


def get_connection_summary(call: Call) -> Body:
    return found(call.account.batches, call.parameters["batch_id"]).summary()
