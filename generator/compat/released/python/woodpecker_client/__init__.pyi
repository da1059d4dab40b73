from .accounts import Account as Account, Agency as Agency
from .async_accounts import AsyncAccount as AsyncAccount, AsyncAgency as AsyncAgency
from .client import AsyncClient as AsyncClient, Client as Client
from .errors import ApiError as ApiError, BadRequest as BadRequest, ClientClosed as ClientClosed, CompanyInactive as CompanyInactive, CompanyNotFound as CompanyNotFound, Conflict as Conflict, ConnectionFailed as ConnectionFailed, Forbidden as Forbidden, InvalidValue as InvalidValue, LaneTimeout as LaneTimeout, NotFound as NotFound, PolicyError as PolicyError, RateLimited as RateLimited, ServerError as ServerError, TimedOut as TimedOut, TransportError as TransportError, Unauthorized as Unauthorized, UnexpectedResponse as UnexpectedResponse, WoodpeckerError as WoodpeckerError
from .fan_out import Outcome as Outcome
from .hooks import Attempt as Attempt, Hooks as Hooks
from .observation.report import Deviation as Deviation, Report as Report
from .observing import Observer as Observer
from .paging import AsyncPaginator as AsyncPaginator, Paginator as Paginator
from .types import Response as Response, Timeout as Timeout, UNSET as UNSET, Unset as Unset
from .vendor_time import VendorTime as VendorTime
from woodpecker_auth import LocalLanes as LocalLanes, Secret as Secret
from woodpecker_auth.version import __version__ as __version__

__all__ = ['LocalLanes', 'Secret', '__version__', 'Account', 'Agency', 'AsyncAccount', 'AsyncAgency', 'AsyncClient', 'Client', 'ApiError', 'BadRequest', 'ClientClosed', 'CompanyInactive', 'CompanyNotFound', 'Conflict', 'ConnectionFailed', 'Forbidden', 'InvalidValue', 'LaneTimeout', 'NotFound', 'PolicyError', 'RateLimited', 'ServerError', 'TimedOut', 'TransportError', 'Unauthorized', 'UnexpectedResponse', 'WoodpeckerError', 'Outcome', 'Attempt', 'Hooks', 'Deviation', 'Report', 'Observer', 'AsyncPaginator', 'Paginator', 'UNSET', 'Response', 'Timeout', 'Unset', 'VendorTime']
