"""Every way a call can fail, as exceptions.

    WoodpeckerError
      PolicyError            refused before anything was sent
      InvalidValue           a value that does not fit its model or parameter
      ClientClosed           used after it was closed
      TransportError         no response
        ConnectionFailed       no connection was made: nothing was sent
        LaneTimeout            the lane was not free before the deadline: nothing was sent
        TimedOut               no response in time
      NotFinished            a job was not finished before the deadline of the wait for it
      ApiError               a response that is not a success
        BadRequest             400
        Unauthorized           401
        Forbidden              403
        NotFound               404
          CompanyNotFound        the company does not belong to this agency
        Conflict               409
          CompanyInactive        the company is switched off
        RateLimited            429, or v1's 409 E_TOO_MANY_REQUESTS
        ServerError            5xx
        UnexpectedResponse     a response that cannot be read as what was asked for

Statuses and texts: https://developers.woodpecker.co/docs/agency-api/authentication-agency
"""

from __future__ import annotations

from datetime import datetime

import httpx
from woodpecker_auth import InvalidValue, PolicyError, WoodpeckerError

__all__ = [
    "ApiError",
    "BadRequest",
    "ClientClosed",
    "CompanyInactive",
    "CompanyNotFound",
    "Conflict",
    "ConnectionFailed",
    "Forbidden",
    "InvalidValue",
    "LaneTimeout",
    "NotFinished",
    "NotFound",
    "PolicyError",
    "RateLimited",
    "ServerError",
    "TimedOut",
    "TransportError",
    "Unauthorized",
    "UnexpectedResponse",
    "WoodpeckerError",
]


class ClientClosed(WoodpeckerError):
    """A client was used after it was closed."""


class CallError(WoodpeckerError):
    """A call that was sent and did not succeed.

    Attributes:
        operation: the operationId of the call, such as `listMailboxes`; `request` for a call of `request`.
        company: the id of the client company it was for; None for the account of the key itself.
        method: the HTTP method.
        url: the URL that was requested.
        attempts: how many requests were made.
        may_have_run: the call changes something, it is unknown whether it did, and it was not sent again. The text
            says how to find out.
    """

    operation: str = ""
    company: int | None = None
    method: str = ""
    url: str = ""
    attempts: int = 1
    may_have_run: bool = False


class TransportError(CallError):
    """No response arrived: the connection failed, broke or took too long. `__cause__` is httpx's error."""


class ConnectionFailed(TransportError):
    """No connection was made, so the API did not see the request."""


class LaneTimeout(TransportError):
    """Other requests for the same account kept the lane until the deadline. Nothing was sent.

    Attributes:
        account: whose lane it was, such as `company 880101`.
        waited: seconds in the lane.
    """

    account: str = ""
    waited: float = 0.0


class TimedOut(TransportError):
    """No response in time. A request that changes something may have run all the same."""


class NotFinished(CallError):
    """A job at the API, such as a batch of mailboxes, was not finished before the deadline of the wait for it.

    The job goes on, and can be waited for again. `__cause__` is the error of the last poll, if it failed.

    Attributes:
        job: which one it was, such as `batch_id 3207`.
        last: the newest response; None if none came.
    """

    job: str = ""
    last: object = None


class ApiError(CallError):
    """The API answered, and the response is not a success.

    Attributes:
        status: the HTTP status; 0 where nothing was sent because the outcome was known, and where not one response but
            the pages of a listing are wrong or do not have the entry that was looked for.
        title: the error's short name, if it has one.
        detail: the text to branch on; for v1 errors the message, for code-based ones the details joined.
        code: the code of a code-based or v1 error, such as `E_SESSION`.
        timestamp: when the error occurred, in UTC; None if it was not sent or cannot be read.
        headers: the headers of the response.
        body: the response as received; empty for the 403 that has none. A response that could not be read and should
            hold a secret is `***` here.

    Secrets of the request (the key, passwords in the body) that the response repeats are `***` in all of these.
    """

    status: int = 0
    title: str | None = None
    detail: str | None = None
    code: str | None = None
    timestamp: datetime | None = None
    headers: httpx.Headers = httpx.Headers()
    body: bytes = b""


class BadRequest(ApiError):
    """400: the request does not fit what the API accepts."""


class Unauthorized(ApiError):
    """401: the key is wrong, or the account has no API add-on or too small a plan."""


class Forbidden(ApiError):
    """403: the key may not do this.

    An HQ key acts with the role of its user: agency routes need an admin's, and another user's reaches only the
    companies that were granted. The response may have no body.
    """


class NotFound(ApiError):
    """404: no such resource, or (`CompanyNotFound`) no such company."""


class CompanyNotFound(NotFound):
    """404: the company does not belong to the agency of this key."""


class Conflict(ApiError):
    """409: the request contradicts the state of the account."""


class CompanyInactive(Conflict):
    """409: the company is switched off in the agency panel."""


class RateLimited(ApiError):
    """429, or v1's 409 `E_TOO_MANY_REQUESTS`: the account's queue was full; the request did not run."""


class ServerError(ApiError):
    """5xx: the API or a gateway before it failed. A request that changes something may have run all the same."""


class UnexpectedResponse(ApiError):
    """A response that cannot be read as what was asked for: not JSON, cut short, or without a key it must have.

    Also a listing whose pages come again, or bring fewer entries than their totals promise.
    """
