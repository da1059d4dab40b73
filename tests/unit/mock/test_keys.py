"""Keys are found fast, and rightly whatever is done to the lists they are in."""

from __future__ import annotations

import pytest
from woodpecker_mock import World, big_world
from woodpecker_mock.world import AgencyRecord, ApiKey, CompanyRecord
from woodpecker_mock.world.keys import KeyRing


@pytest.fixture
def world() -> World:
    return big_world(5)


@pytest.fixture
def agency(world: World) -> AgencyRecord:
    return world.agencies[0]


@pytest.fixture
def company(agency: AgencyRecord) -> CompanyRecord:
    return list(agency.companies.values())[3]


def test_every_key_is_found_with_its_owner(world: World, agency: AgencyRecord) -> None:
    for key in agency.keys:
        assert world.key_owner(key.value) == (agency, key, None)
    for company in agency.companies.values():
        assert world.key_owner(company.keys[0].value) == (agency, company.keys[0], company)
    assert world.key_owner("100.unknown") is None


def test_a_key_that_was_taken_away_is_nobodys(world: World, agency: AgencyRecord, company: CompanyRecord) -> None:
    for keys in (agency.keys, company.keys):
        value = keys[0].value
        assert world.key_owner(value)
        del keys[0]
        assert world.key_owner(value) is None


def test_a_key_that_was_changed_is_found_by_its_new_text_only(world: World, company: CompanyRecord) -> None:
    key, old = company.keys[0], company.keys[0].value
    assert world.key_owner(old)
    key.value = "100.new"
    assert world.key_owner(old) is None
    found = world.key_owner("100.new")
    assert found is not None and found.company is company


def test_a_key_that_moved_is_found_where_it_is(world: World, agency: AgencyRecord, company: CompanyRecord) -> None:
    key = company.keys[0]
    assert world.key_owner(key.value)
    company.keys.remove(key)
    agency.keys.append(key)
    found = world.key_owner(key.value)
    assert found is not None and found.company is None


def test_keys_go_with_their_company_and_their_agency(
    world: World, agency: AgencyRecord, company: CompanyRecord
) -> None:
    hq, client = agency.keys[0].value, company.keys[0].value
    assert world.key_owner(hq) and world.key_owner(client)
    del agency.companies[company.id]
    assert world.key_owner(client) is None
    agency.companies = {company.id: company}
    assert world.key_owner(client)
    world.agencies.clear()
    assert world.key_owner(hq) is None and world.key_owner(client) is None


def test_lists_may_be_replaced(world: World, agency: AgencyRecord, company: CompanyRecord) -> None:
    old = company.keys[0]
    assert world.key_owner(old.value)
    company.keys = [ApiKey("100.new", agency.keys[0].user)]
    assert world.key_owner(old.value) is None
    assert world.key_owner("100.new")


def test_a_company_is_found_under_a_number_that_is_not_its_own(
    world: World, agency: AgencyRecord, company: CompanyRecord
) -> None:
    agency.companies = {1: company}
    for _ in range(2):
        found = world.key_owner(company.keys[0].value)
        assert found is not None and found.company is company


def test_a_key_that_appears_twice_belongs_to_the_first_place(
    world: World, agency: AgencyRecord, company: CompanyRecord
) -> None:
    twin = ApiKey(company.keys[0].value, agency.keys[0].user)
    agency.keys.append(twin)
    assert world.key_owner(twin.value) == (agency, twin, None)


def test_a_key_that_is_known_costs_no_search() -> None:
    class Once(dict[int, CompanyRecord]):
        searches = 0

        def values(self):  # type: ignore[no-untyped-def,override]
            Once.searches += 1
            return super().values()

    world = big_world(3)
    agency = world.agencies[0]
    agency.companies = Once(agency.companies)
    ring = KeyRing()
    keys = [company.keys[0].value for company in list(agency.companies.values())]
    Once.searches = 0
    for key in keys * 10:
        assert ring.owner_of(world.agencies, key)
    assert Once.searches == 1
