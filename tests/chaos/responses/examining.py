"""What a user may do with a result or an error, done: none of it may fail, and nothing in it is another company's."""

from __future__ import annotations

import copy
import json
import pickle
import traceback
from collections.abc import Iterator
from datetime import UTC
from typing import Any

import httpx
from woodpecker_client import ApiError, Secret, TransportError, WoodpeckerError
from woodpecker_runtime.model import Model
from woodpecker_runtime.vendor_time import VendorTime

from .bodies import ASKED_FOR
from .network import DrawnCall
from .operations import COMPANIES

_COMPANIES = {str(company) for company in COMPANIES}
_FAULTS_OF_THE_NETWORK = (httpx.RequestError, TimeoutError)
# A location can name what no URL can.
_FAULTS_OF_REDIRECTS = (*_FAULTS_OF_THE_NETWORK, httpx.InvalidURL, UnicodeError)


class Wrong(Exception):
    """Something that must not be."""


def examine_result(result: Any, call: DrawnCall, company: int) -> None:
    """Read all of it.

    Raises:
        Wrong: it is about another company.
    """
    for value in _parts(result):
        if isinstance(value, Model):
            repr(value)
            value.to_dict()
            for name in value._names:
                getattr(value, name)
            named = value.additional_properties.get(ASKED_FOR)
            if named in _COMPANIES and named != str(company):
                raise Wrong(f"{company} was asked for, and the response is of {named}")
        elif isinstance(value, VendorTime):
            moment = value.datetime
            if moment is not None:
                moment.astimezone(UTC).isoformat()
        elif not isinstance(value, str | int | float | None):
            raise Wrong(f"a {type(value).__name__} in a result")
    if call.company is not None and call.company != str(company):
        raise Wrong(f"{company} was asked for, and the request named {call.company}")


def _parts(value: Any) -> Iterator[Any]:
    """A value and all typed values in it; what no model describes is left out."""
    if isinstance(value, list):
        for item in value:
            yield from _parts(item)
        return
    yield value
    if isinstance(value, Model):
        for name in value._names:
            part = getattr(value, name)
            if isinstance(part, Model | VendorTime) or (isinstance(part, list) and part and isinstance(part[0], Model)):
                yield from _parts(part)


def examine_error(error: WoodpeckerError, call: DrawnCall, company: int, thoroughly: bool) -> None:
    """Read it; print, store and copy it, too, if that is to be thorough: it takes longer than the call.

    Raises:
        Wrong: it is about another company, or is named for what it is not.
    """
    text = str(error)
    for part in (text, repr(error), *(getattr(error, name, None) or "" for name in ("title", "detail", "code", "url"))):
        part.encode("utf-8")
        if isinstance(part, Secret):
            raise Wrong("a secret in an error")
    if thoroughly:
        for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
            if type(twin) is not type(error) or str(twin) != text or vars(twin).keys() != vars(error).keys():
                raise Wrong("a copy of the error is another error")
        "".join(traceback.format_exception(error)).encode("utf-8")
    if isinstance(error, ApiError):
        _examine_api_error(error, company)
    if isinstance(error, TransportError):
        if not isinstance(error.__cause__, _FAULTS_OF_REDIRECTS if call.redirected else _FAULTS_OF_THE_NETWORK):
            raise Wrong(f"no fault of the network, and yet called one: {error.__cause__!r}")
        if error.company not in (None, company):
            raise Wrong(f"{company} was asked for, and the error is of {error.company}")


def _examine_api_error(error: ApiError, company: int) -> None:
    if error.timestamp is not None:
        error.timestamp.isoformat()
        assert error.timestamp.tzinfo is UTC
    repr(error.headers)
    json.dumps(dict(error.headers))
    error.body.decode("utf-8", "replace")
    named = error.headers.get("x-asked-for")
    if error.company not in (None, company) or (named and named != str(company)):
        raise Wrong(f"{company} was asked for, and the error is of {error.company}, its response of {named}")
