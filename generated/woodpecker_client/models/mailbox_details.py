# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    boolean,
    fields_of,
    integer,
    list_of,
    optional,
    optional_nullable,
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

from .freeze_window import FreezeWindow
from .warmup_data import WarmupData

_read_port = optional_nullable(integer)
_read_private = optional(boolean)
_read_error = optional_nullable(string)
_read_from_name = optional(string)
_read_daily_limit = optional(integer)
_read_sent_today = optional(integer)
_read_frequency_from = optional(integer)
_read_frequency_to = optional(integer)
_read_bcc_crm = optional(string)
_read_signature = optional(string)
_read_open_url = optional(string)
_read_click_url = optional(string)
_read_unsubscribe_url = optional(string)
_read_freeze_account = optional(list_of(FreezeWindow.read))
_read_in_slot = optional(boolean)
_read_warmup_data = optional(WarmupData.read)
_read_imap_id = optional(integer)


@define(repr=False, on_setattr=setters.NO_OP)
class MailboxDetails(Model):
    """Settings and state of a mailbox. Both elements have `email`, `provider`, `login` and
    `server`; fields marked SMTP are absent from the IMAP element.

    Attributes:
        email (str): The mailbox's address.
        provider (str): The provider of the mailbox. An older vendor page names the last
            two.
        login (str): The login name at the server.
        server (str): Host name.
        port (int | None | Unset): Null is usual for Google accounts that are connected
            without a password.
        private (bool | Unset): IMAP only; documented only on an older vendor page.
        error (str | None | Unset): Null or an empty text means healthy. Anything else
            is a message for people, such as `Connected conditionally.`
        from_name (str | Unset): SMTP. The sender's name.
        daily_limit (int | Unset): SMTP. Maximum number of emails per day.
        sent_today (int | Unset): SMTP. Number of emails sent today.
        frequency_from (int | Unset): SMTP. The shortest pause between two emails. The
            unit is not documented; the observed values (90,000 to 600,000) look like
            milliseconds.
        frequency_to (int | Unset): SMTP. The longest pause between two emails, in the
            same undocumented unit.
        bcc_crm (str | Unset): SMTP. Address for blind copies, intended for a CRM; may
            be empty.
        signature (str | Unset): SMTP. The footer as HTML, which
            `mailboxes.update_footer` updates.
        open_url (str | Unset): SMTP. Domain for tracking opened emails; may be empty.
        click_url (str | Unset): SMTP. Domain for tracking clicked links; may be empty.
        unsubscribe_url (str | Unset): SMTP. Domain of the unsubscribe link; may be
            empty.
        freeze_account (list[FreezeWindow] | Unset): SMTP. Periods in which nothing is
            sent; empty if there are none. One older vendor page shows an empty text instead
            of an empty array.
        in_slot (bool | Unset): SMTP. Whether the mailbox occupies a paid slot.
        warmup_data (WarmupData | Unset): SMTP. The mailbox's warm-up; may be absent.
        imap_id (int | Unset): SMTP. Id of the IMAP element that receives for this email
            account; several SMTP elements can share one.
    """

    email: str
    provider: str
    login: str
    server: str
    port: int | None | Unset = UNSET
    private: bool | Unset = UNSET
    error: str | None | Unset = UNSET
    from_name: str | Unset = UNSET
    daily_limit: int | Unset = UNSET
    sent_today: int | Unset = UNSET
    frequency_from: int | Unset = UNSET
    frequency_to: int | Unset = UNSET
    bcc_crm: str | Unset = UNSET
    signature: str | Unset = UNSET
    open_url: str | Unset = UNSET
    click_url: str | Unset = UNSET
    unsubscribe_url: str | Unset = UNSET
    freeze_account: list[FreezeWindow] | Unset = UNSET
    in_slot: bool | Unset = UNSET
    warmup_data: WarmupData | Unset = UNSET
    imap_id: int | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "email": "email",
        "provider": "provider",
        "login": "login",
        "server": "server",
        "port": "port",
        "private": "private",
        "error": "error",
        "from_name": "from_name",
        "daily_limit": "daily_limit",
        "sent_today": "sent_today",
        "frequency_from": "frequency_from",
        "frequency_to": "frequency_to",
        "bcc_crm": "bcc_crm",
        "signature": "signature",
        "open_url": "open_url",
        "click_url": "click_url",
        "unsubscribe_url": "unsubscribe_url",
        "freeze_account": "freeze_account",
        "in_slot": "in_slot",
        "warmup_data": "warmup_data",
        "imap_id": "imap_id",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.email = (
            value
            if type(value := take("email", UNSET)) is str
            else string(value, "MailboxDetails.email")
        )
        self.provider = (
            value
            if type(value := take("provider", UNSET)) is str
            else string(value, "MailboxDetails.provider")
        )
        self.login = (
            value
            if type(value := take("login", UNSET)) is str
            else string(value, "MailboxDetails.login")
        )
        self.server = (
            value
            if type(value := take("server", UNSET)) is str
            else string(value, "MailboxDetails.server")
        )
        self.port = (
            value
            if type(value := take("port", UNSET)) is int or value is None or value is UNSET
            else _read_port(value, "MailboxDetails.port")
        )
        self.private = (
            value
            if type(value := take("private", UNSET)) is bool or value is UNSET
            else _read_private(value, "MailboxDetails.private")
        )
        self.error = (
            value
            if type(value := take("error", UNSET)) is str or value is None or value is UNSET
            else _read_error(value, "MailboxDetails.error")
        )
        self.from_name = (
            value
            if type(value := take("from_name", UNSET)) is str or value is UNSET
            else _read_from_name(value, "MailboxDetails.from_name")
        )
        self.daily_limit = (
            value
            if type(value := take("daily_limit", UNSET)) is int or value is UNSET
            else _read_daily_limit(value, "MailboxDetails.daily_limit")
        )
        self.sent_today = (
            value
            if type(value := take("sent_today", UNSET)) is int or value is UNSET
            else _read_sent_today(value, "MailboxDetails.sent_today")
        )
        self.frequency_from = (
            value
            if type(value := take("frequency_from", UNSET)) is int or value is UNSET
            else _read_frequency_from(value, "MailboxDetails.frequency_from")
        )
        self.frequency_to = (
            value
            if type(value := take("frequency_to", UNSET)) is int or value is UNSET
            else _read_frequency_to(value, "MailboxDetails.frequency_to")
        )
        self.bcc_crm = (
            value
            if type(value := take("bcc_crm", UNSET)) is str or value is UNSET
            else _read_bcc_crm(value, "MailboxDetails.bcc_crm")
        )
        self.signature = (
            value
            if type(value := take("signature", UNSET)) is str or value is UNSET
            else _read_signature(value, "MailboxDetails.signature")
        )
        self.open_url = (
            value
            if type(value := take("open_url", UNSET)) is str or value is UNSET
            else _read_open_url(value, "MailboxDetails.open_url")
        )
        self.click_url = (
            value
            if type(value := take("click_url", UNSET)) is str or value is UNSET
            else _read_click_url(value, "MailboxDetails.click_url")
        )
        self.unsubscribe_url = (
            value
            if type(value := take("unsubscribe_url", UNSET)) is str or value is UNSET
            else _read_unsubscribe_url(value, "MailboxDetails.unsubscribe_url")
        )
        self.freeze_account = (
            value
            if (value := take("freeze_account", UNSET)) is UNSET
            else _read_freeze_account(value, "MailboxDetails.freeze_account")
        )
        self.in_slot = (
            value
            if type(value := take("in_slot", UNSET)) is bool or value is UNSET
            else _read_in_slot(value, "MailboxDetails.in_slot")
        )
        self.warmup_data = (
            value
            if (value := take("warmup_data", UNSET)) is UNSET
            else _read_warmup_data(value, "MailboxDetails.warmup_data")
        )
        self.imap_id = (
            value
            if type(value := take("imap_id", UNSET)) is int or value is UNSET
            else _read_imap_id(value, "MailboxDetails.imap_id")
        )
        self.additional_properties = data
        return self
