"""Bugs in the effects of a request on an account: mailboxes and credentials."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias, cast

from ..handlers.operation_call import Body, OperationCall, conflict
from .bodies import as_object
from .mutant import MutantKind

state = MutantKind("state")

Handle: TypeAlias = Callable[[OperationCall], Body]


@state.handling("deleteMicrosoftCredential")
def delete_does_nothing(call: OperationCall, original: Handle) -> Body:
    """A deleted credential is still there."""
    kept = dict(call.account.credentials)
    body = original(call)
    call.account.credentials.update(kept)
    return body


@state.handling("deleteMicrosoftCredential")
def used_credential_is_deleted(call: OperationCall, original: Handle) -> Body:
    """A credential is deleted even if a mailbox uses it."""
    call.account.credential_of.clear()
    return original(call)


@state.handling("createMicrosoftCredential")
def created_in_hq(call: OperationCall, original: Handle) -> Body:
    """A credential of a company is saved in the agency's own account."""
    return original(replace(call, decision=replace(call.decision, account=call.agency.account)))


@state.handling("updateMicrosoftCredential")
def update_hits_all_credentials(call: OperationCall, original: Handle) -> Body:
    """Renaming one credential renames all of the account."""
    body = original(call)
    for one in call.account.credentials.values():
        one["name"] = call.body.get("name", one["name"])
    return body


@state.handling("createMicrosoftCredential")
def secret_is_shown(call: OperationCall, original: Handle) -> Body:
    """A new credential is returned together with its secret."""
    return as_object(original(call)) | {"client_secret": call.body["client_secret"]}


@state.handling("createMicrosoftCredential", "updateMicrosoftCredential")
def expiry_loses_its_offset(call: OperationCall, original: Handle) -> Body:
    """The offset of the time at which a secret stops working is dropped."""
    expiry = {name: f"{text[:19]}Z" for name, text in call.body.items() if name == "secret_expires_at"}
    return original(replace(call, body=call.body | expiry))


@state.handling("updateMicrosoftCredential")
def rejected_update_stays(call: OperationCall, original: Handle) -> Body:
    """An update that is rejected has changed the credential's name."""
    credential = call.account.credentials.get(call.parameters["credential_id"], {})
    credential["name"] = call.body.get("name", credential.get("name"))
    return original(call)


@state.handling("connectMicrosoftMailboxes")
def expired_credentials_count(call: OperationCall, original: Handle) -> Body:
    """Without a credential's id, credentials that have expired count as valid ones."""
    named = dict(call.body)
    if "credential_id" not in named and len(call.account.credentials) == 1:
        (named["credential_id"],) = call.account.credentials
    elif "credential_id" not in named:
        raise conflict("several credentials exist")
    return original(replace(call, body=named))


@state.handling("updateMailboxFooter")
def footer_is_not_stored(call: OperationCall, original: Handle) -> Body:
    """A new footer is accepted and forgotten."""
    footers = {id: one["details"].get("signature") for id, one in call.account.mailboxes.items()}
    body = original(call)
    (number,) = call.parameters.values()
    call.account.mailboxes[number]["details"]["signature"] = footers[number]
    return body


@state.handling("updateMailboxFooter")
def footer_goes_to_all_mailboxes(call: OperationCall, original: Handle) -> Body:
    """A new footer goes to every mailbox of the account."""
    body = original(call)
    for one in call.account.mailboxes.values():
        if one["type"] == "SMTP":
            one["details"]["signature"] = call.body["footer"] or ""
    return body


@state.handling("updateMailboxFooter")
def null_keeps_the_footer(call: OperationCall, original: Handle) -> Body:
    """A footer of null leaves the old one where it should remove it."""
    return footer_is_not_stored(call, original) if call.body["footer"] is None else original(call)


@state.handling("getMailbox")
def reading_counts_as_sending(call: OperationCall, original: Handle) -> Body:
    """Reading a mailbox counts a mail as sent."""
    body = as_object(original(call))
    if body["type"] == "SMTP":
        body["details"]["sent_today"] += 1
    return body


@state.handling("listMailboxes")
def mailboxes_of_another_company_are_listed(call: OperationCall, original: Handle) -> Body:
    """The mailboxes of another client are in the list, too."""
    own = cast("list[Any]", original(call))
    others = [one.account for one in call.agency.companies.values() if one.account is not call.account]
    return [*own, *(mailbox for one in others[:1] for mailbox in one.mailboxes.values())]


@state.handling("connectMailboxes")
def batch_loses_its_last_mailbox(call: OperationCall, original: Handle) -> Body:
    """The last mailbox of a batch is dropped."""
    return original(replace(call, body=call.body | {"mailboxes": call.body["mailboxes"][:-1]}))
