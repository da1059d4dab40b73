# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""The models: what requests carry and responses bring."""

# Type checkers take it for typing's, which takes longer to import than the rest.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from woodpecker_client.models.api_key_create import ApiKeyCreate
    from woodpecker_client.models.api_key_entry import ApiKeyEntry
    from woodpecker_client.models.api_key_page import ApiKeyPage
    from woodpecker_client.models.blacklisted_domain_page import BlacklistedDomainPage
    from woodpecker_client.models.blacklisted_email_page import BlacklistedEmailPage
    from woodpecker_client.models.company import Company
    from woodpecker_client.models.company_create import CompanyCreate
    from woodpecker_client.models.company_create_request import CompanyCreateRequest
    from woodpecker_client.models.company_create_result import CompanyCreateResult
    from woodpecker_client.models.company_deliverability import CompanyDeliverability
    from woodpecker_client.models.company_page import CompanyPage
    from woodpecker_client.models.company_user import CompanyUser
    from woodpecker_client.models.company_user_page import CompanyUserPage
    from woodpecker_client.models.connection_batch import ConnectionBatch
    from woodpecker_client.models.connection_summary import ConnectionSummary
    from woodpecker_client.models.created_api_key import CreatedApiKey
    from woodpecker_client.models.created_company import CreatedCompany
    from woodpecker_client.models.deliverability_page import DeliverabilityPage
    from woodpecker_client.models.domain_blacklist_change import DomainBlacklistChange
    from woodpecker_client.models.email_account import EmailAccount
    from woodpecker_client.models.email_account_details import EmailAccountDetails
    from woodpecker_client.models.email_account_list import EmailAccountList
    from woodpecker_client.models.email_blacklist_change import EmailBlacklistChange
    from woodpecker_client.models.freeze_window import FreezeWindow
    from woodpecker_client.models.guest_invite import GuestInvite
    from woodpecker_client.models.guest_invite_request import GuestInviteRequest
    from woodpecker_client.models.guest_invite_result import GuestInviteResult
    from woodpecker_client.models.guest_permissions import GuestPermissions
    from woodpecker_client.models.guest_permissions_update import GuestPermissionsUpdate
    from woodpecker_client.models.linkedin_account_create import LinkedinAccountCreate
    from woodpecker_client.models.linkedin_connection import LinkedinConnection
    from woodpecker_client.models.mailbox import Mailbox
    from woodpecker_client.models.mailbox_deliverability import MailboxDeliverability
    from woodpecker_client.models.mailbox_details import MailboxDetails
    from woodpecker_client.models.mailbox_footer_update import MailboxFooterUpdate
    from woodpecker_client.models.manual_connection_mailbox import ManualConnectionMailbox
    from woodpecker_client.models.manual_connection_request import ManualConnectionRequest
    from woodpecker_client.models.me import Me
    from woodpecker_client.models.microsoft_account import MicrosoftAccount
    from woodpecker_client.models.microsoft_connect_request import MicrosoftConnectRequest
    from woodpecker_client.models.microsoft_connect_result import MicrosoftConnectResult
    from woodpecker_client.models.microsoft_credential import MicrosoftCredential
    from woodpecker_client.models.microsoft_credential_create import MicrosoftCredentialCreate
    from woodpecker_client.models.microsoft_credential_list import MicrosoftCredentialList
    from woodpecker_client.models.microsoft_credential_update import MicrosoftCredentialUpdate
    from woodpecker_client.models.pagination_data import PaginationData
    from woodpecker_client.models.period_comparison import PeriodComparison
    from woodpecker_client.models.prospect_deletion import ProspectDeletion
    from woodpecker_client.models.prospect_deletion_request import ProspectDeletionRequest
    from woodpecker_client.models.warmup_data import WarmupData
else:
    from woodpecker_runtime.lazy_exports import lazy_exports

    __getattr__, __dir__ = lazy_exports(
        "woodpecker_client.models",
        {
            "woodpecker_client.models.api_key_create": ("ApiKeyCreate",),
            "woodpecker_client.models.api_key_entry": ("ApiKeyEntry",),
            "woodpecker_client.models.api_key_page": ("ApiKeyPage",),
            "woodpecker_client.models.blacklisted_domain_page": ("BlacklistedDomainPage",),
            "woodpecker_client.models.blacklisted_email_page": ("BlacklistedEmailPage",),
            "woodpecker_client.models.company": ("Company",),
            "woodpecker_client.models.company_create": ("CompanyCreate",),
            "woodpecker_client.models.company_create_request": ("CompanyCreateRequest",),
            "woodpecker_client.models.company_create_result": ("CompanyCreateResult",),
            "woodpecker_client.models.company_deliverability": ("CompanyDeliverability",),
            "woodpecker_client.models.company_page": ("CompanyPage",),
            "woodpecker_client.models.company_user": ("CompanyUser",),
            "woodpecker_client.models.company_user_page": ("CompanyUserPage",),
            "woodpecker_client.models.connection_batch": ("ConnectionBatch",),
            "woodpecker_client.models.connection_summary": ("ConnectionSummary",),
            "woodpecker_client.models.created_api_key": ("CreatedApiKey",),
            "woodpecker_client.models.created_company": ("CreatedCompany",),
            "woodpecker_client.models.deliverability_page": ("DeliverabilityPage",),
            "woodpecker_client.models.domain_blacklist_change": ("DomainBlacklistChange",),
            "woodpecker_client.models.email_account": ("EmailAccount",),
            "woodpecker_client.models.email_account_details": ("EmailAccountDetails",),
            "woodpecker_client.models.email_account_list": ("EmailAccountList",),
            "woodpecker_client.models.email_blacklist_change": ("EmailBlacklistChange",),
            "woodpecker_client.models.freeze_window": ("FreezeWindow",),
            "woodpecker_client.models.guest_invite": ("GuestInvite",),
            "woodpecker_client.models.guest_invite_request": ("GuestInviteRequest",),
            "woodpecker_client.models.guest_invite_result": ("GuestInviteResult",),
            "woodpecker_client.models.guest_permissions": ("GuestPermissions",),
            "woodpecker_client.models.guest_permissions_update": ("GuestPermissionsUpdate",),
            "woodpecker_client.models.linkedin_account_create": ("LinkedinAccountCreate",),
            "woodpecker_client.models.linkedin_connection": ("LinkedinConnection",),
            "woodpecker_client.models.mailbox": ("Mailbox",),
            "woodpecker_client.models.mailbox_deliverability": ("MailboxDeliverability",),
            "woodpecker_client.models.mailbox_details": ("MailboxDetails",),
            "woodpecker_client.models.mailbox_footer_update": ("MailboxFooterUpdate",),
            "woodpecker_client.models.manual_connection_mailbox": ("ManualConnectionMailbox",),
            "woodpecker_client.models.manual_connection_request": ("ManualConnectionRequest",),
            "woodpecker_client.models.me": ("Me",),
            "woodpecker_client.models.microsoft_account": ("MicrosoftAccount",),
            "woodpecker_client.models.microsoft_connect_request": ("MicrosoftConnectRequest",),
            "woodpecker_client.models.microsoft_connect_result": ("MicrosoftConnectResult",),
            "woodpecker_client.models.microsoft_credential": ("MicrosoftCredential",),
            "woodpecker_client.models.microsoft_credential_create": ("MicrosoftCredentialCreate",),
            "woodpecker_client.models.microsoft_credential_list": ("MicrosoftCredentialList",),
            "woodpecker_client.models.microsoft_credential_update": ("MicrosoftCredentialUpdate",),
            "woodpecker_client.models.pagination_data": ("PaginationData",),
            "woodpecker_client.models.period_comparison": ("PeriodComparison",),
            "woodpecker_client.models.prospect_deletion": ("ProspectDeletion",),
            "woodpecker_client.models.prospect_deletion_request": ("ProspectDeletionRequest",),
            "woodpecker_client.models.warmup_data": ("WarmupData",),
        },
    )

__all__ = [
    "ApiKeyCreate",
    "ApiKeyEntry",
    "ApiKeyPage",
    "BlacklistedDomainPage",
    "BlacklistedEmailPage",
    "Company",
    "CompanyCreate",
    "CompanyCreateRequest",
    "CompanyCreateResult",
    "CompanyDeliverability",
    "CompanyPage",
    "CompanyUser",
    "CompanyUserPage",
    "ConnectionBatch",
    "ConnectionSummary",
    "CreatedApiKey",
    "CreatedCompany",
    "DeliverabilityPage",
    "DomainBlacklistChange",
    "EmailAccount",
    "EmailAccountDetails",
    "EmailAccountList",
    "EmailBlacklistChange",
    "FreezeWindow",
    "GuestInvite",
    "GuestInviteRequest",
    "GuestInviteResult",
    "GuestPermissions",
    "GuestPermissionsUpdate",
    "LinkedinAccountCreate",
    "LinkedinConnection",
    "Mailbox",
    "MailboxDeliverability",
    "MailboxDetails",
    "MailboxFooterUpdate",
    "ManualConnectionMailbox",
    "ManualConnectionRequest",
    "Me",
    "MicrosoftAccount",
    "MicrosoftConnectRequest",
    "MicrosoftConnectResult",
    "MicrosoftCredential",
    "MicrosoftCredentialCreate",
    "MicrosoftCredentialList",
    "MicrosoftCredentialUpdate",
    "PaginationData",
    "PeriodComparison",
    "ProspectDeletion",
    "ProspectDeletionRequest",
    "WarmupData",
]
