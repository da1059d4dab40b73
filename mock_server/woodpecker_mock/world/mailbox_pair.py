"""A mailbox as the API shows it: the sending (SMTP) and the receiving (IMAP) half."""

from __future__ import annotations

from collections.abc import Callable

from ..contract.json_values import Json


def mailbox_pair(
    new_id: Callable[[], int], email: str, provider: str, settings: Json, error: str | None = None
) -> tuple[Json, Json]:
    """Both halves of a mailbox.

    Args:
        settings: fields as in `connectMailboxes`; those that are left out have a default.
    """
    smtp, imap = new_id(), new_id()
    return (
        {
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
        },
        {
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
        },
    )
