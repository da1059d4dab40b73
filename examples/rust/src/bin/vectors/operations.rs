use woodpecker::apis::configuration::Configuration;
use woodpecker::apis::microsoft_mailboxes_api as microsoft;
use woodpecker::apis::{account_api as me, blacklist_api as blacklist, companies_api as companies};
use woodpecker::apis::{deliverability_api as deliverability, mailboxes_api as mailboxes};
use woodpecker_example::calls::{Problem, call};

/// Calls an operation by its `operationId`, with arguments of the right types, and leaves the result away.
macro_rules! calls {
    ($name:expr, $($operation:literal => $call:expr,)*) => {
        match $name {
            $($operation => call($call).await.map(drop),)*
            unknown => Err(Problem::NoResponse(format!("no call is written for {unknown}").into())),
        }
    };
}

/// `agency` is for agency routes, `account` for account routes.
pub async fn perform(name: &str, agency: &Configuration, account: &Configuration) -> Result<(), Problem> {
    calls! { name,
        "addBlacklistedDomains" => blacklist::add_blacklisted_domains(agency, Default::default()),
        "addBlacklistedEmails" => blacklist::add_blacklisted_emails(agency, Default::default()),
        "connectMailboxes" => mailboxes::connect_mailboxes(account, Default::default(), None),
        "connectMicrosoftMailboxes" => microsoft::connect_microsoft_mailboxes(account, Default::default(), None),
        "createCompanies" => companies::create_companies(agency, Default::default()),
        "createCompanyApiKey" => companies::create_company_api_key(agency, 1, Default::default()),
        "createLinkedinAccount" => companies::create_linkedin_account(agency, 1, Default::default()),
        "createMicrosoftCredential" => microsoft::create_microsoft_credential(account, Default::default(), None),
        "deleteCompanyProspects" => companies::delete_company_prospects(agency, 1, Default::default()),
        "deleteMicrosoftCredential" => microsoft::delete_microsoft_credential(account, 1, None),
        "generateLinkedinConnectLink" => companies::generate_linkedin_connect_link(agency, 1, 1),
        "getConnectionSummary" => mailboxes::get_connection_summary(account, 1, None),
        "getMailbox" => mailboxes::get_mailbox(account, 1, None),
        "getMe" => me::get_me(account, None),
        "inviteGuests" => companies::invite_guests(agency, 1, Default::default()),
        "listBlacklistedDomains" => blacklist::list_blacklisted_domains(agency, None, None, None),
        "listBlacklistedEmails" => blacklist::list_blacklisted_emails(agency, None, None, None),
        "listCompanies" => companies::list_companies(agency, None, None),
        "listCompanyApiKeys" => companies::list_company_api_keys(agency, 1, None),
        "listCompanyEmailAccounts" => companies::list_company_email_accounts(agency, 1),
        "listCompanyUsers" => companies::list_company_users(agency, 1, None, None),
        "listDeliverability" => deliverability::list_deliverability(agency, None, None, None, None),
        "listMailboxes" => mailboxes::list_mailboxes(account, None),
        "listMicrosoftCredentials" => microsoft::list_microsoft_credentials(account, None),
        "removeBlacklistedDomains" => blacklist::remove_blacklisted_domains(agency, Default::default()),
        "removeBlacklistedEmails" => blacklist::remove_blacklisted_emails(agency, Default::default()),
        "updateGuestPermissions" => companies::update_guest_permissions(agency, 1, Default::default()),
        "updateMailboxFooter" => mailboxes::update_mailbox_footer(account, 1, Default::default(), None),
        "updateMicrosoftCredential" => microsoft::update_microsoft_credential(account, 1, Default::default(), None),
    }
}
