"""What each operation has to return and to change, written once and without the mock's code."""

from __future__ import annotations

from collections.abc import Callable

from . import blacklist, companies, deliverability, mailboxes, microsoft, people
from .call import Call, Outcome

MODEL: dict[str, Callable[[Call], Outcome]] = {
    "getMe": people.me,
    "listMailboxes": mailboxes.all_of_account,
    "getMailbox": mailboxes.one,
    "updateMailboxFooter": mailboxes.footer,
    "connectMailboxes": mailboxes.connect,
    "getConnectionSummary": mailboxes.summary,
    "listMicrosoftCredentials": microsoft.credentials,
    "createMicrosoftCredential": microsoft.create,
    "updateMicrosoftCredential": microsoft.update,
    "deleteMicrosoftCredential": microsoft.delete,
    "connectMicrosoftMailboxes": microsoft.connect,
    "listCompanies": companies.listed,
    "createCompanies": companies.create,
    "listCompanyUsers": people.users,
    "inviteGuests": people.invite,
    "updateGuestPermissions": people.permissions,
    "listCompanyApiKeys": people.api_keys,
    "createCompanyApiKey": people.new_api_key,
    "listCompanyEmailAccounts": companies.email_accounts,
    "deleteCompanyProspects": companies.delete_prospects,
    "createLinkedinAccount": companies.linkedin_account,
    "generateLinkedinConnectLink": companies.connect_link,
    "listDeliverability": deliverability.listed,
    "listBlacklistedEmails": blacklist.listed("emails", "email_filter"),
    "listBlacklistedDomains": blacklist.listed("domains", "domain_filter"),
    "addBlacklistedEmails": blacklist.add("emails"),
    "addBlacklistedDomains": blacklist.add("domains"),
    "removeBlacklistedEmails": blacklist.remove("emails"),
    "removeBlacklistedDomains": blacklist.remove("domains"),
}
