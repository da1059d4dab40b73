# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_auth import Secret
from woodpecker_runtime.model import Model, hides_arguments
from woodpecker_runtime.parsing import (
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
        smtp_password (Secret)
        smtp_server (str): Host name.
        smtp_port (int)
        imap_email (str): Address to receive at.
        imap_password (Secret)
        imap_server (str): Host name.
        imap_port (int)
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
    def _from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        model = cls(
            smtp_email=string(data.pop("smtp_email", UNSET), "ManualConnectionMailbox.smtp_email"),
            smtp_password=secret(
                data.pop("smtp_password", UNSET), "ManualConnectionMailbox.smtp_password"
            ),
            smtp_server=string(
                data.pop("smtp_server", UNSET), "ManualConnectionMailbox.smtp_server"
            ),
            smtp_port=integer(data.pop("smtp_port", UNSET), "ManualConnectionMailbox.smtp_port"),
            imap_email=string(data.pop("imap_email", UNSET), "ManualConnectionMailbox.imap_email"),
            imap_password=secret(
                data.pop("imap_password", UNSET), "ManualConnectionMailbox.imap_password"
            ),
            imap_server=string(
                data.pop("imap_server", UNSET), "ManualConnectionMailbox.imap_server"
            ),
            imap_port=integer(data.pop("imap_port", UNSET), "ManualConnectionMailbox.imap_port"),
            smtp_login=_read_smtp_login(
                data.pop("smtp_login", UNSET), "ManualConnectionMailbox.smtp_login"
            ),
            smtp_from_name=_read_smtp_from_name(
                data.pop("smtp_from_name", UNSET), "ManualConnectionMailbox.smtp_from_name"
            ),
            footer=_read_footer(data.pop("footer", UNSET), "ManualConnectionMailbox.footer"),
            bcc=_read_bcc(data.pop("bcc", UNSET), "ManualConnectionMailbox.bcc"),
            open_tracking_domain=_read_open_tracking_domain(
                data.pop("open_tracking_domain", UNSET),
                "ManualConnectionMailbox.open_tracking_domain",
            ),
            click_tracking_domain=_read_click_tracking_domain(
                data.pop("click_tracking_domain", UNSET),
                "ManualConnectionMailbox.click_tracking_domain",
            ),
            unsubscribe_tracking_domain=_read_unsubscribe_tracking_domain(
                data.pop("unsubscribe_tracking_domain", UNSET),
                "ManualConnectionMailbox.unsubscribe_tracking_domain",
            ),
            sending_wait_time_from=_read_sending_wait_time_from(
                data.pop("sending_wait_time_from", UNSET),
                "ManualConnectionMailbox.sending_wait_time_from",
            ),
            sending_wait_time_to=_read_sending_wait_time_to(
                data.pop("sending_wait_time_to", UNSET),
                "ManualConnectionMailbox.sending_wait_time_to",
            ),
            daily_sending_limit=_read_daily_sending_limit(
                data.pop("daily_sending_limit", UNSET),
                "ManualConnectionMailbox.daily_sending_limit",
            ),
        )
        model.additional_properties = data
        return model
