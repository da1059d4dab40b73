from .account import LaneAccount as LaneAccount
from .base_url import BaseUrl as BaseUrl
from .client_transport import AsyncClientTransport as AsyncClientTransport, ClientTransport as ClientTransport
from .deadline import DEADLINE_EXTENSION as DEADLINE_EXTENSION, DEFAULT_DEADLINE as DEFAULT_DEADLINE, Deadline as Deadline
from .errors import InvalidValue as InvalidValue, LaneTimeout as LaneTimeout, LaneUnavailable as LaneUnavailable, PolicyError as PolicyError, Reason as Reason, WoodpeckerError as WoodpeckerError
from .keys import ClientKey as ClientKey, HQKey as HQKey, Key as Key
from .lanes import Lanes as Lanes, LocalLanes as LocalLanes, ONE_AT_A_TIME as ONE_AT_A_TIME, Place as Place
from .network import AsyncNetworkTransport as AsyncNetworkTransport, NetworkTransport as NetworkTransport
from .policy import COMPANY_HEADER as COMPANY_HEADER, KEY_HEADER as KEY_HEADER, RouteFamily as RouteFamily, decide as decide
from .scope import CompanyScope as CompanyScope, OWN_ACCOUNT as OWN_ACCOUNT, Scope as Scope, company_id as company_id
from .secret import Secret as Secret
from .stamp import SCOPE_EXTENSION as SCOPE_EXTENSION
from .transport import AsyncPolicyTransport as AsyncPolicyTransport, DEFAULT_BASE_URL as DEFAULT_BASE_URL, PolicyTransport as PolicyTransport

__all__ = ['LaneAccount', 'BaseUrl', 'AsyncClientTransport', 'ClientTransport', 'DEADLINE_EXTENSION', 'DEFAULT_DEADLINE', 'Deadline', 'InvalidValue', 'LaneTimeout', 'LaneUnavailable', 'PolicyError', 'Reason', 'WoodpeckerError', 'ClientKey', 'HQKey', 'Key', 'ONE_AT_A_TIME', 'Lanes', 'LocalLanes', 'Place', 'AsyncNetworkTransport', 'NetworkTransport', 'COMPANY_HEADER', 'KEY_HEADER', 'RouteFamily', 'decide', 'OWN_ACCOUNT', 'CompanyScope', 'Scope', 'company_id', 'Secret', 'SCOPE_EXTENSION', 'DEFAULT_BASE_URL', 'AsyncPolicyTransport', 'PolicyTransport']
