"""The mailboxes of an account, and the batches in which they are connected."""

from __future__ import annotations

from typing import Any

from ..contract import Json
from ..facts import ABSENT
from .call import Accepted, Call, NotFound, Outcome, Rejected


def all_of_account(call: Call) -> Outcome:
    return Accepted([one for _, one in call.before.of(call.account, "mailboxes")])


def one(call: Call) -> Outcome:
    return Accepted(call.known("mailboxes", call.given["id"]))


def footer(call: Call) -> Outcome:
    number = call.given["id"]
    known = call.known("mailboxes", number)
    if known["type"] != "SMTP":
        raise NotFound
    known["details"]["signature"] = call.body["footer"] or ""
    return Accepted(None, {(call.account, "mailboxes", number): known})


def connect(call: Call) -> Outcome:
    """All or none."""
    wanted = call.body["mailboxes"]
    rejections: set[int] = set()
    if any(_out_of_order(one) for one in wanted):
        rejections.add(400)
    taken = [one["details"]["email"] for _, one in call.before.of(call.account, "mailboxes")]
    for _, batch in call.before.of(call.account, "batches"):
        taken += _pending(batch)
    emails = [one["smtp_email"] for one in wanted]
    if len(set(emails)) < len(emails) or set(emails).intersection(taken):
        rejections.add(409)
    if rejections:
        return Rejected(frozenset(rejections))
    number = call.new_id(call.response.get("batch_id")) if isinstance(call.response, dict) else None

    def holds_all(found: Any) -> bool:
        return found is not ABSENT and _pending(found) == emails and not found["done"]

    return Accepted({"batch_id": number}, {(call.account, "batches", number): holds_all})


def _out_of_order(mailbox: Json) -> bool:
    first, last = mailbox.get("sending_wait_time_from"), mailbox.get("sending_wait_time_to")
    return first is not None and last is not None and first >= last


def summary(call: Call) -> Outcome:
    """How far a batch is; in the mock an address tells what becomes of it."""
    batch = call.known("batches", call.given["batch_id"])
    done = batch["done"]
    conditional = [{"email": one} for one in done if one.startswith("conditional")]
    failed = [{"email": one} for one in done if one.startswith("fail")]
    size = len(batch["pending"]) + len(done)
    return Accepted(
        {
            "processing_finished": size == len(done),
            "batch_size": size,
            "pending_mailboxes_count": size - len(done),
            "connected_mailboxes_count": len(done) - len(conditional) - len(failed),
            "conditionally_connected_mailboxes_count": len(conditional),
            "failed_mailboxes_count": len(failed),
            "conditionally_connected_mailboxes": conditional,
            "failed_mailboxes": failed,
        }
    )


def _pending(batch: Any) -> list[str]:
    return [smtp["details"]["email"] for smtp, _ in batch["pending"]]
