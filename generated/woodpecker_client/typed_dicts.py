# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Plain dicts that methods take in place of models: the same fields, checked when they are sent."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class ManualConnectionMailboxDict(TypedDict):
    """One mailbox to connect. There is no `imap_login`. Optional texts must be omitted rather than
    sent empty.

    Keys:
        smtp_email: Address to send from.
        smtp_password: Password of the SMTP server.
        smtp_server: Host name.
        smtp_port: Port of the SMTP server.
        imap_email: Address to receive at.
        imap_password: Password of the IMAP server.
        imap_server: Host name.
        imap_port: Port of the IMAP server.
        smtp_login: Login, if it differs from the address.
        smtp_from_name: The sender's name.
        footer: HTML.
        bcc: Address that receives a blind copy of every email.
        open_tracking_domain: Domain for tracking opened emails.
        click_tracking_domain: Domain for tracking clicked links.
        unsubscribe_tracking_domain: Domain of the unsubscribe link.
        sending_wait_time_from: Shortest wait between two emails; less than
            `sending_wait_time_to`. The unit is not documented, probably seconds.
        sending_wait_time_to: Longest wait between two emails; more than
            `sending_wait_time_from`. The unit is not documented, probably seconds.
        daily_sending_limit: Maximum number of emails per day.
    """

    smtp_email: str
    smtp_password: str
    smtp_server: str
    smtp_port: int
    imap_email: str
    imap_password: str
    imap_server: str
    imap_port: int
    smtp_login: NotRequired[str]
    smtp_from_name: NotRequired[str]
    footer: NotRequired[str]
    bcc: NotRequired[str]
    open_tracking_domain: NotRequired[str]
    click_tracking_domain: NotRequired[str]
    unsubscribe_tracking_domain: NotRequired[str]
    sending_wait_time_from: NotRequired[int]
    sending_wait_time_to: NotRequired[int]
    daily_sending_limit: NotRequired[int]


class MicrosoftAccountDict(TypedDict):
    """One mailbox to connect.

    Keys:
        mailbox_email: Address of the Microsoft mailbox.
        display_name: The name to show for the mailbox.
    """

    mailbox_email: str
    display_name: NotRequired[str]


class CompanyCreateDict(TypedDict):
    """A client account to create.

    Keys:
        name: A name that is not taken; whether names must be unique in the agency or
            everywhere is not documented. A blank name is assumed to be rejected.
    """

    name: str


class GuestInviteDict(TypedDict):
    """A person to invite.

    Keys:
        name: The guest's name. A blank name is assumed to be rejected.
        email: The address, which becomes the login.
        guest_permissions: What the guest may do; `mailboxes` allows adding and removing
            their own email accounts.
    """

    name: str
    email: str
    guest_permissions: NotRequired[list[str] | None]


class GuestPermissionsDict(TypedDict):
    """New permissions of one guest.

    Keys:
        id: The guest's user id, from `companies.users.list`.
        permissions: The complete new set; an empty list revokes all permissions.
    """

    id: int
    permissions: list[str]
