# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""Contains all the data models used in inputs/outputs"""

from .api_key_create import ApiKeyCreate
from .api_key_entry import ApiKeyEntry
from .api_key_page import ApiKeyPage
from .blacklisted_domain_page import BlacklistedDomainPage
from .blacklisted_email_page import BlacklistedEmailPage
from .company import Company
from .company_create_request import CompanyCreateRequest
from .company_create_result import CompanyCreateResult
from .company_deliverability import CompanyDeliverability
from .company_page import CompanyPage
from .company_user import CompanyUser
from .company_user_page import CompanyUserPage
from .connection_batch import ConnectionBatch
from .connection_summary import ConnectionSummary
from .created_api_key import CreatedApiKey
from .created_company import CreatedCompany
from .deliverability_page import DeliverabilityPage
from .domain_blacklist_change import DomainBlacklistChange
from .email_account import EmailAccount
from .email_account_details import EmailAccountDetails
from .email_account_list import EmailAccountList
from .email_blacklist_change import EmailBlacklistChange
from .freeze_window import FreezeWindow
from .guest_invite import GuestInvite
from .guest_invite_request import GuestInviteRequest
from .guest_invite_result import GuestInviteResult
from .guest_permissions import GuestPermissions
from .guest_permissions_update import GuestPermissionsUpdate
from .linkedin_account_create import LinkedinAccountCreate
from .linkedin_connection import LinkedinConnection
from .mailbox import Mailbox
from .mailbox_deliverability import MailboxDeliverability
from .mailbox_details import MailboxDetails
from .mailbox_footer_update import MailboxFooterUpdate
from .manual_connection_mailbox import ManualConnectionMailbox
from .manual_connection_request import ManualConnectionRequest
from .me import Me
from .microsoft_account import MicrosoftAccount
from .microsoft_connect_request import MicrosoftConnectRequest
from .microsoft_connect_request_auth_type import MicrosoftConnectRequestAuthType
from .microsoft_connect_result import MicrosoftConnectResult
from .microsoft_credential import MicrosoftCredential
from .microsoft_credential_create import MicrosoftCredentialCreate
from .microsoft_credential_list import MicrosoftCredentialList
from .microsoft_credential_update import MicrosoftCredentialUpdate
from .new_company import NewCompany
from .pagination_data import PaginationData
from .period_comparison import PeriodComparison
from .prospect_deletion import ProspectDeletion
from .prospect_deletion_request import ProspectDeletionRequest
from .prospect_deletion_request_type import ProspectDeletionRequestType
from .warmup_data import WarmupData

__all__ = (
    "ApiKeyCreate",
    "ApiKeyEntry",
    "ApiKeyPage",
    "BlacklistedDomainPage",
    "BlacklistedEmailPage",
    "Company",
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
    "MicrosoftConnectRequestAuthType",
    "MicrosoftConnectResult",
    "MicrosoftCredential",
    "MicrosoftCredentialCreate",
    "MicrosoftCredentialList",
    "MicrosoftCredentialUpdate",
    "NewCompany",
    "PaginationData",
    "PeriodComparison",
    "ProspectDeletion",
    "ProspectDeletionRequest",
    "ProspectDeletionRequestType",
    "WarmupData",
)
