"""Who am I, and the mailboxes of an account.

https://developers.woodpecker.co/docs/mailboxes/get-mailboxes
"""

from __future__ import annotations

from typing import Any

from ..accounts import Account
from ..call import Body, Call, conflict, found, missing
from ..policy import Problem
from ..world import World


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
    taken |= {one["smtp_email"] for batch in call.account.batches.values() for one in batch["pending"]}
    for mailbox in call.body["mailboxes"]:
        pause_from, pause_to = mailbox.get("sending_wait_time_from"), mailbox.get("sending_wait_time_to")
        if pause_from is not None and pause_to is not None and pause_from >= pause_to:
            raise Problem(400, "Bad request", "sending_wait_time_from must be below sending_wait_time_to")
        if mailbox["smtp_email"] in taken:
            raise conflict("a mailbox with this address is connected already, or named twice")
        taken.add(mailbox["smtp_email"])
    number = call.world.new_id()
    call.account.batches[number] = {"pending": list(call.body["mailboxes"]), "size": len(call.body["mailboxes"])}
    return {"batch_id": number}


def get_connection_summary(call: Call) -> Body:
    """Each look finds half of what was pending done, as if time had passed.

    An address that begins with `fail` cannot be connected, one with `conditional` conditionally.
    """
    batch = found(call.account.batches, call.parameters["batch_id"])
    pending: list[dict[str, Any]] = batch["pending"]
    for mailbox in [pending.pop(0) for _ in range(-(-len(pending) // 2))]:
        email: str = mailbox["smtp_email"]
        outcome = (
            "failed" if email.startswith("fail") else "conditional" if email.startswith("conditional") else "connected"
        )
        batch.setdefault(outcome, []).append({"email": email})
        if outcome != "failed":
            error = "Connected conditionally." if outcome == "conditional" else None
            add_pair(call.world, call.account, email, "CUSTOM", mailbox, error)
    conditional, failed = batch.get("conditional", []), batch.get("failed", [])
    return {
        "processing_finished": not pending,
        "batch_size": batch["size"],
        "pending_mailboxes_count": len(pending),
        "connected_mailboxes_count": len(batch.get("connected", [])),
        "conditionally_connected_mailboxes_count": len(conditional),
        "failed_mailboxes_count": len(failed),
        "conditionally_connected_mailboxes": conditional,
        "failed_mailboxes": failed,
    }


def add_pair(
    world: World, account: Account, email: str, provider: str, settings: dict[str, Any], error: str | None = None
) -> int:
    """Both halves of a mailbox; the id of the SMTP half."""
    smtp, imap = world.new_id(), world.new_id()
    account.mailboxes[smtp] = {
        "id": smtp,
        "type": "SMTP",
        "details": {
            "email": email,
            "provider": provider,
            "login": settings.get("smtp_login", email),
            "server": settings.get("smtp_server", "smtp.example.com"),
            "port": settings.get("smtp_port", 587) if provider != "GOOGLE" else None,
            "from_name": settings.get("smtp_from_name", email.partition("@")[0].title()),
            "error": error,
            "daily_limit": settings.get("daily_sending_limit", 50),
            "sent_today": settings.get("sent_today", 0),
            "frequency_from": settings.get("sending_wait_time_from", 120) * 1000,
            "frequency_to": settings.get("sending_wait_time_to", 240) * 1000,
            "bcc_crm": settings.get("bcc", ""),
            "signature": settings.get("footer", ""),
            "open_url": settings.get("open_tracking_domain", ""),
            "click_url": settings.get("click_tracking_domain", ""),
            "unsubscribe_url": settings.get("unsubscribe_tracking_domain", ""),
            "freeze_account": settings.get("freeze_account", []),
            "in_slot": True,
            "warmup_data": {"status": settings.get("warmup", "PAUSED")},
            "imap_id": imap,
        },
    }
    account.mailboxes[imap] = {
        "id": imap,
        "type": "IMAP",
        "details": {
            "email": email,
            "provider": provider,
            "login": email,
            "server": settings.get("imap_server", "imap.example.com"),
            "port": settings.get("imap_port", 993),
            "private": False,
        },
    }
    return smtp
