"""The decision table, row by row."""

from __future__ import annotations

import pytest
from woodpecker_auth import OWN_ACCOUNT, ClientKey, CompanyScope, HQKey, decide

HQ, CLIENT, SEVEN = HQKey("the-key"), ClientKey("the-key"), CompanyScope(7)
KEY = {"x-api-key": "the-key"}


@pytest.mark.parametrize(
    ("key", "family", "scope", "headers"),
    [
        (HQ, "agency", None, KEY),
        (HQ, "account", SEVEN, {**KEY, "x-company-id": "7"}),
        (HQ, "account", OWN_ACCOUNT, KEY),
        (CLIENT, "account", None, KEY),
        (CLIENT, "account", OWN_ACCOUNT, KEY),
    ],
)
def test_what_is_sent(key, family, scope, headers):
    assert decide(key, family, scope) == headers
    assert "the-key" not in repr(decide(key, family, scope))


@pytest.mark.parametrize(
    ("key", "family", "scope", "reason"),
    [
        (HQ, "agency", SEVEN, "agency_route_with_company"),
        (HQ, "agency", OWN_ACCOUNT, "agency_route_with_company"),
        (HQ, "account", None, "account_route_without_context"),
        (CLIENT, "account", SEVEN, "company_with_client_key"),
        (CLIENT, "agency", None, "agency_route_with_client_key"),
        (CLIENT, "agency", OWN_ACCOUNT, "agency_route_with_client_key"),
        (CLIENT, "agency", SEVEN, "agency_route_with_client_key"),
    ],
)
def test_what_is_refused(refused, key, family, scope, reason):
    with refused(reason) as caught:
        decide(key, family, scope)
    assert "the-key" not in str(caught.value)
