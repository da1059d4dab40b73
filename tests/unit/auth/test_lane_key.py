"""Which account's limit a request counts against."""

from __future__ import annotations

import pickle

import pytest
from woodpecker_auth import OWN_ACCOUNT, BaseUrl, ClientKey, CompanyScope, HQKey, PolicyError
from woodpecker_auth.lane_key import LaneKeys

ORIGIN = "https://api.woodpecker.co:443"
SEVEN = CompanyScope(7)


def test_a_company_has_one_lane_key_with_every_api_key():
    spoken = {
        LaneKeys(HQKey("one"), ORIGIN).select("account", SEVEN),
        LaneKeys(HQKey("two"), ORIGIN).select("account", SEVEN),
        LaneKeys(ClientKey("three", company_id=7), ORIGIN).select("account", None),
    }
    assert len(spoken) == 1 and str(spoken.pop()) == "company 7"


def test_agency_routes_and_the_hqs_own_account_share_a_lane_key():
    hq = LaneKeys(HQKey("one"), ORIGIN)
    assert hq.select("agency", None) == hq.select("account", OWN_ACCOUNT) != hq.select("account", SEVEN)
    assert str(hq.select("agency", None)) == "the agency's main account (HQ)"


def test_keys_of_unknown_companies_have_lane_keys_of_their_own():
    accounts = [
        LaneKeys(key, ORIGIN).select("account", OWN_ACCOUNT)
        for key in (HQKey("one"), HQKey("two"), ClientKey("one"), ClientKey("two"), ClientKey("one", company_id=7))
    ]
    assert len(set(accounts)) == 5
    assert str(accounts[2]) == "the client key's own account"


def test_origins_are_distinguished_and_spellings_are_not():
    def origin(url: str) -> str:
        return BaseUrl(url).origin

    assert origin("https://api.woodpecker.co/rest") == origin("https://API.woodpecker.co:443/v9/") == ORIGIN
    assert len({origin("http://localhost"), origin("http://localhost:81"), origin("https://localhost:80")}) == 3


def test_a_lane_key_does_not_contain_the_api_key():
    account = LaneKeys(ClientKey("canary-key"), ORIGIN).select("account", None)
    assert b"canary" not in pickle.dumps(account) and "canary" not in repr(account)


@pytest.mark.parametrize("bad", [0, -7, True, "7", 7.0])
def test_the_company_of_a_client_key_is_checked(bad):
    with pytest.raises(PolicyError) as refused:
        ClientKey("key", company_id=bad)
    assert refused.value.reason == "invalid_company_id"


def test_the_company_of_a_client_key_does_not_make_it_another_key():
    assert ClientKey("key", company_id=7) == ClientKey("key") and ClientKey("key", company_id=7).company_id == 7
