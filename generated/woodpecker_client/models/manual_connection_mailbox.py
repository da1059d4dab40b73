# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_auth import Secret
from woodpecker_runtime.model import Model, hides_arguments
from woodpecker_runtime.parsing import (
    fields_of,
    integer,
    optional,
    secret,
    string,
    to_secret,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

_read_smtp_login = optional(string)
_read_smtp_from_name = optional(string)
_read_footer = optional(string)
_read_bcc = optional(string)
_read_open_tracking_domain = optional(string)
_read_click_tracking_domain = optional(string)
_read_unsubscribe_tracking_domain = optional(string)
_read_sending_wait_time_from = optional(integer)
_read_sending_wait_time_to = optional(integer)
_read_daily_sending_limit = optional(integer)


@hides_arguments
@define(repr=False)
class ManualConnectionMailbox(Model):
    """One mailbox to connect. There is no `imap_login`. Optional texts must be omitted rather than
    sent empty.

    Attributes:
        smtp_email (str): Address to send from.
        smtp_password (Secret): Password of the SMTP server.
        smtp_server (str): Host name.
        smtp_port (int): Port of the SMTP server.
        imap_email (str): Address to receive at.
        imap_password (Secret): Password of the IMAP server.
        imap_server (str): Host name.
        imap_port (int): Port of the IMAP server.
        smtp_login (str | Unset): Login, if it differs from the address.
        smtp_from_name (str | Unset): The sender's name.
        footer (str | Unset): HTML.
        bcc (str | Unset): Address that receives a blind copy of every email.
        open_tracking_domain (str | Unset): Domain for tracking opened emails.
        click_tracking_domain (str | Unset): Domain for tracking clicked links.
        unsubscribe_tracking_domain (str | Unset): Domain of the unsubscribe link.
        sending_wait_time_from (int | Unset): Shortest wait between two emails; less
            than `sending_wait_time_to`. The unit is not documented, probably seconds.
        sending_wait_time_to (int | Unset): Longest wait between two emails; more than
            `sending_wait_time_from`. The unit is not documented, probably seconds.
        daily_sending_limit (int | Unset): Maximum number of emails per day.
    """

    smtp_email: str
    smtp_password: Secret = field(converter=to_secret)
    smtp_server: str
    smtp_port: int
    imap_email: str
    imap_password: Secret = field(converter=to_secret)
    imap_server: str
    imap_port: int
    smtp_login: str | Unset = UNSET
    smtp_from_name: str | Unset = UNSET
    footer: str | Unset = UNSET
    bcc: str | Unset = UNSET
    open_tracking_domain: str | Unset = UNSET
    click_tracking_domain: str | Unset = UNSET
    unsubscribe_tracking_domain: str | Unset = UNSET
    sending_wait_time_from: int | Unset = UNSET
    sending_wait_time_to: int | Unset = UNSET
    daily_sending_limit: int | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "smtp_email": "smtp_email",
        "smtp_password": "smtp_password",
        "smtp_server": "smtp_server",
        "smtp_port": "smtp_port",
        "imap_email": "imap_email",
        "imap_password": "imap_password",
        "imap_server": "imap_server",
        "imap_port": "imap_port",
        "smtp_login": "smtp_login",
        "smtp_from_name": "smtp_from_name",
        "footer": "footer",
        "bcc": "bcc",
        "open_tracking_domain": "open_tracking_domain",
        "click_tracking_domain": "click_tracking_domain",
        "unsubscribe_tracking_domain": "unsubscribe_tracking_domain",
        "sending_wait_time_from": "sending_wait_time_from",
        "sending_wait_time_to": "sending_wait_time_to",
        "daily_sending_limit": "daily_sending_limit",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        return cls(
            smtp_email=value
            if type(value := take("smtp_email", UNSET)) is str
            else string(value, "ManualConnectionMailbox.smtp_email"),
            smtp_password=secret(
                take("smtp_password", UNSET), "ManualConnectionMailbox.smtp_password"
            ),
            smtp_server=value
            if type(value := take("smtp_server", UNSET)) is str
            else string(value, "ManualConnectionMailbox.smtp_server"),
            smtp_port=value
            if type(value := take("smtp_port", UNSET)) is int
            else integer(value, "ManualConnectionMailbox.smtp_port"),
            imap_email=value
            if type(value := take("imap_email", UNSET)) is str
            else string(value, "ManualConnectionMailbox.imap_email"),
            imap_password=secret(
                take("imap_password", UNSET), "ManualConnectionMailbox.imap_password"
            ),
            imap_server=value
            if type(value := take("imap_server", UNSET)) is str
            else string(value, "ManualConnectionMailbox.imap_server"),
            imap_port=value
            if type(value := take("imap_port", UNSET)) is int
            else integer(value, "ManualConnectionMailbox.imap_port"),
            smtp_login=value
            if type(value := take("smtp_login", UNSET)) is str or value is UNSET
            else _read_smtp_login(value, "ManualConnectionMailbox.smtp_login"),
            smtp_from_name=value
            if type(value := take("smtp_from_name", UNSET)) is str or value is UNSET
            else _read_smtp_from_name(value, "ManualConnectionMailbox.smtp_from_name"),
            footer=value
            if type(value := take("footer", UNSET)) is str or value is UNSET
            else _read_footer(value, "ManualConnectionMailbox.footer"),
            bcc=value
            if type(value := take("bcc", UNSET)) is str or value is UNSET
            else _read_bcc(value, "ManualConnectionMailbox.bcc"),
            open_tracking_domain=value
            if type(value := take("open_tracking_domain", UNSET)) is str or value is UNSET
            else _read_open_tracking_domain(value, "ManualConnectionMailbox.open_tracking_domain"),
            click_tracking_domain=value
            if type(value := take("click_tracking_domain", UNSET)) is str or value is UNSET
            else _read_click_tracking_domain(
                value, "ManualConnectionMailbox.click_tracking_domain"
            ),
            unsubscribe_tracking_domain=value
            if type(value := take("unsubscribe_tracking_domain", UNSET)) is str or value is UNSET
            else _read_unsubscribe_tracking_domain(
                value, "ManualConnectionMailbox.unsubscribe_tracking_domain"
            ),
            sending_wait_time_from=value
            if type(value := take("sending_wait_time_from", UNSET)) is int or value is UNSET
            else _read_sending_wait_time_from(
                value, "ManualConnectionMailbox.sending_wait_time_from"
            ),
            sending_wait_time_to=value
            if type(value := take("sending_wait_time_to", UNSET)) is int or value is UNSET
            else _read_sending_wait_time_to(value, "ManualConnectionMailbox.sending_wait_time_to"),
            daily_sending_limit=value
            if type(value := take("daily_sending_limit", UNSET)) is int or value is UNSET
            else _read_daily_sending_limit(value, "ManualConnectionMailbox.daily_sending_limit"),
            additional_properties=data,
        )
