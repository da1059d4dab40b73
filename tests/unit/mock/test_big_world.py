"""A world of any size."""

from __future__ import annotations

import httpx
import pytest
from woodpecker_mock import MockServer, big_world


def test_every_company_is_active_and_has_a_key_and_one_or_two_mailboxes() -> None:
    world = big_world(120)
    (agency,) = world.agencies
    companies = list(agency.companies.values())
    assert len(companies) == len({one.id for one in companies}) == len({one.account.name for one in companies}) == 120
    assert len({one.keys[0].value for one in companies}) == 120
    assert all(one.active for one in companies)
    counts = [sum(box["type"] == "SMTP" for box in one.account.mailboxes.values()) for one in companies]
    assert set(counts) == {1, 2}


def test_it_is_the_same_every_time() -> None:
    assert big_world(7).state() == big_world(7).state()


@pytest.mark.parametrize("companies", [0, -1])
def test_fewer_than_one_company_is_rejected(companies: int) -> None:
    with pytest.raises(ValueError, match="companies"):
        big_world(companies)


def test_five_thousand_companies_are_listed_page_by_page() -> None:
    with MockServer(big_world(5000)) as mock:
        headers = {"x-api-key": mock.world.agencies[0].keys[0].value}
        with httpx.Client(base_url=mock.base_url, headers=headers) as client:
            url = "/v2/agency/companies"
            first = client.get(url, params={"active": "true"}).json()
            last = client.get(url, params={"active": "true", "page": 100}).json()
            assert first["pagination_data"]["total_pages"] == 100
            assert [len(page["content"]) for page in (first, last)] == [50, 50]
            last_one = last["content"][-1]["id"]
            assert client.get("/v1/me", headers={"x-company-id": str(last_one)}).json()["firm_id"] == last_one
