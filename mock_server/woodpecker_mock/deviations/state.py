"""Faults in what a request leaves behind in an account: mailboxes and credentials."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias, cast

from ..call import Body, Call
from ..deviation import Kind
from .bodies import whole

state = Kind("state")

Handle: TypeAlias = Callable[[Call], Body]


@state.handling("deleteMicrosoftCredential")
def delete_does_nothing(call: Call, right: Handle) -> Body:
    """A deleted credential is still there."""
    kept = dict(call.account.credentials)
    answer = right(call)
    call.account.credentials.update(kept)
    return answer


@state.handling("deleteMicrosoftCredential")
def used_credential_is_deleted(call: Call, right: Handle) -> Body:
    """A credential is deleted even if a mailbox uses it."""
    call.account.credential_of.clear()
    return right(call)


@state.handling("createMicrosoftCredential")
def created_in_hq(call: Call, right: Handle) -> Body:
    """A credential of a company is saved in the agency's own account."""
    return right(replace(call, verdict=replace(call.verdict, account=call.agency.account)))


@state.handling("updateMicrosoftCredential")
def update_hits_all_credentials(call: Call, right: Handle) -> Body:
    """Renaming one credential renames all of the account."""
    answer = right(call)
    for one in call.account.credentials.values():
        one["name"] = call.body.get("name", one["name"])
    return answer


@state.handling("createMicrosoftCredential")
def secret_is_shown(call: Call, right: Handle) -> Body:
    """A new credential is answered together with its secret."""
    return whole(right(call)) | {"client_secret": call.body["client_secret"]}


@state.handling("createMicrosoftCredential", "updateMicrosoftCredential")
def expiry_loses_its_offset(call: Call, right: Handle) -> Body:
    """The offset of the time at which a secret stops working is dropped."""
    expiry = {name: f"{text[:19]}Z" for name, text in call.body.items() if name == "secret_expires_at"}
    return right(replace(call, body=call.body | expiry))


@state.handling("updateMicrosoftCredential")
def refused_update_stays(call: Call, right: Handle) -> Body:
    """An update that is refused has changed the credential's name."""
    credential = call.account.credentials.get(call.parameters["credential_id"], {})
    credential["name"] = call.body.get("name", credential.get("name"))
    return right(call)


@state.handling("updateMailboxFooter")
def footer_is_not_stored(call: Call, right: Handle) -> Body:
    """A new footer is accepted and forgotten."""
    footers = {id: one["details"].get("signature") for id, one in call.account.mailboxes.items()}
    answer = right(call)
    (number,) = call.parameters.values()
    call.account.mailboxes[number]["details"]["signature"] = footers[number]
    return answer


@state.handling("updateMailboxFooter")
def footer_goes_to_all_mailboxes(call: Call, right: Handle) -> Body:
    """A new footer goes to every mailbox of the account."""
    answer = right(call)
    for one in call.account.mailboxes.values():
        if one["type"] == "SMTP":
            one["details"]["signature"] = call.body["footer"] or ""
    return answer


@state.handling("updateMailboxFooter")
def null_keeps_the_footer(call: Call, right: Handle) -> Body:
    """A footer of null leaves the old one where it should remove it."""
    return footer_is_not_stored(call, right) if call.body["footer"] is None else right(call)


@state.handling("getMailbox")
def reading_counts_as_sending(call: Call, right: Handle) -> Body:
    """Reading a mailbox counts a mail as sent."""
    body = whole(right(call))
    if body["type"] == "SMTP":
        body["details"]["sent_today"] += 1
    return body


@state.handling("listMailboxes")
def mailboxes_of_a_neighbour_are_listed(call: Call, right: Handle) -> Body:
    """The mailboxes of another client stand in the list, too."""
    own = cast("list[Any]", right(call))
    others = [one.account for one in call.agency.companies.values() if one.account is not call.account]
    return [*own, *(mailbox for one in others[:1] for mailbox in one.mailboxes.values())]


@state.handling("connectMailboxes")
def batch_loses_its_last_mailbox(call: Call, right: Handle) -> Body:
    """The last mailbox of a batch is dropped."""
    return right(replace(call, body=call.body | {"mailboxes": call.body["mailboxes"][:-1]}))
