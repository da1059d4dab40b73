"""Which handler runs which operation of the spec."""

from __future__ import annotations

from collections.abc import Callable

from . import companies, mailboxes, microsoft, reports
from .from_example import from_example
from .operation_call import Body, OperationCall

HANDLERS: dict[str, Callable[[OperationCall], Body]] = {
    "getMe": mailboxes.get_me,
    "listMailboxes": mailboxes.list_mailboxes,
    "getMailbox": mailboxes.get_mailbox,
    "updateMailboxFooter": mailboxes.update_mailbox_footer,
    "connectMailboxes": mailboxes.connect_mailboxes,
    "getConnectionSummary": mailboxes.get_connection_summary,
    "listMicrosoftCredentials": microsoft.list_credentials,
    "createMicrosoftCredential": microsoft.create_credential,
    "updateMicrosoftCredential": microsoft.update_credential,
    "deleteMicrosoftCredential": microsoft.delete_credential,
    "connectMicrosoftMailboxes": microsoft.connect,
    "listCompanies": companies.list_companies,
    "createCompanies": companies.create_companies,
    "listCompanyUsers": companies.list_users,
    "inviteGuests": companies.invite_guests,
    "updateGuestPermissions": companies.update_permissions,
    "listCompanyApiKeys": companies.list_api_keys,
    "createCompanyApiKey": companies.create_api_key,
    "listCompanyEmailAccounts": companies.list_email_accounts,
    "deleteCompanyProspects": companies.delete_prospects,
    "createLinkedinAccount": companies.create_linkedin_account,
    "generateLinkedinConnectLink": companies.generate_connect_link,
    "listDeliverability": reports.list_deliverability,
    "listBlacklistedEmails": reports.list_entries("emails", "email_filter"),
    "listBlacklistedDomains": reports.list_entries("domains", "domain_filter"),
    "addBlacklistedEmails": reports.add_entries("emails"),
    "addBlacklistedDomains": reports.add_entries("domains"),
    "removeBlacklistedDomains": reports.remove_entries("domains"),
    "removeBlacklistedEmails": reports.remove_entries("emails"),
}

OUTSIDE: dict[str, Callable[[OperationCall], Body]] = {"listUsers": mailboxes.list_users}
"""The same for what is not part of the spec."""


def handle(call: OperationCall) -> Body:
    """Run an operation: the body of its success. One without a handler is answered with the spec's example.

    Raises:
        Problem: the operation is rejected.
    """
    return (HANDLERS | OUTSIDE).get(call.operation.id, from_example)(call)
