"""Agency routes remember: companies, people, keys, prospects, LinkedIn accounts, blacklists; and they page."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from woodpecker_mock import MockServer
from woodpecker_mock.world import AgencyRecord, CompanyRecord
from woodpecker_mock.world.sample_worlds import add_agency

COMPANIES = "/v2/agency/companies"


def names(*wanted: str) -> dict[str, Any]:
    return {"companies": [{"name": name} for name in wanted]}


def test_the_seeded_agency_is_a_busy_one(send: Any, hq: str, agency: AgencyRecord) -> None:
    listed = send("GET", COMPANIES, hq).json()["content"]
    assert len(listed) >= 14
    assert sum(not company["active"] for company in listed) == 2
    assert any(not company["name"].isascii() for company in listed)
    details = [
        one["details"]
        for company in agency.companies.values()
        for one in company.account.mailboxes.values()
        if one["type"] == "SMTP"
    ]
    assert {one["provider"] for one in details} == {"GOOGLE", "MAILGUN", "CUSTOM"}
    assert any(one["error"] == "Connected conditionally." for one in details)
    assert any(one["freeze_account"] for one in details)


@pytest.mark.parametrize("active", [True, False])
def test_companies_are_listed_by_activity(send: Any, hq: str, active: bool) -> None:
    listed = send("GET", COMPANIES, hq, params={"active": str(active).lower()}).json()["content"]
    assert listed
    assert all(company["active"] is active for company in listed)


def test_a_created_company_is_listed_and_has_a_key(send: Any, hq: str) -> None:
    made = send("POST", COMPANIES, hq, json=names("Neu", "Żółw"))
    assert made.status_code == 201
    listed = {company["id"]: company["name"] for company in send("GET", COMPANIES, hq).json()["content"]}
    for company in made.json()["companies"]:
        assert listed[company["id"]] == company["name"]
        (entry,) = send("GET", f"{COMPANIES}/{company['id']}/api_keys", hq).json()["content"]
        assert send("GET", "/v1/me", entry["api_key"]).json()["firm_id"] == company["id"]
        assert send("GET", "/v1/me", hq, company["id"]).json()["firm_name"] == company["name"]


def test_companies_are_created_all_or_none(send: Any, hq: str, company: CompanyRecord) -> None:
    before = send("GET", COMPANIES, hq).json()
    for rejected in (names("Fresh", company.account.name), names("Twin", "Twin")):
        assert send("POST", COMPANIES, hq, json=rejected).status_code == 409
    assert send("GET", COMPANIES, hq).json() == before


def test_pages_of_companies_count_from_one(mock: MockServer, send: Any) -> None:
    agency = add_agency(mock.world, "Big", [f"Client {number:03}" for number in range(120)])
    key = agency.keys[0].value
    pages = [send("GET", COMPANIES, key, params={"page": page}).json() for page in (1, 2, 3, 4)]
    assert [len(page["content"]) for page in pages] == [50, 50, 20, 0]
    assert [one["name"] for page in pages for one in page["content"]] == [f"Client {n:03}" for n in range(120)]
    totals = {"total_elements": 120, "total_pages": 3, "page_size": 50}
    assert [page["pagination_data"] for page in pages] == [totals | {"current_page_number": n} for n in (1, 2, 3, 4)]
    assert send("GET", COMPANIES, key).json() == pages[0]


def test_guests_are_invited_once_and_get_permissions(
    mock: MockServer, send: Any, hq: str, company: CompanyRecord
) -> None:
    base = f"{COMPANIES}/{company.id}"
    first = {"name": "Guest", "email": "guest@example.org", "guest_permissions": None}
    again = {"name": "Renamed", "email": "guest@example.org", "guest_permissions": ["mailboxes"]}
    responses = [send("POST", f"{base}/invite_guest", hq, json={"guests": [one]}) for one in (first, again)]
    assert all(response.is_success for response in responses)
    assert responses[0].json() == responses[1].json()

    def guest() -> dict[str, Any]:
        listed = send("GET", f"{base}/users", hq, params={"role": "guest"}).json()["content"]
        (found,) = [one for one in listed if one["email"] == "guest@example.org"]
        return dict(found)

    assert mock.world.accept_invitations() == 1
    assert (guest()["name"], guest()["guest_permissions"]) == ("Guest", [])
    change = {"guests": [{"id": guest()["id"], "permissions": ["mailboxes"]}]}
    assert send("PUT", f"{base}/guests/permissions", hq, json=change).status_code == 200
    assert guest()["guest_permissions"] == ["mailboxes"]


def test_a_guest_is_listed_and_gets_permissions_after_accepting(
    mock: MockServer, send: Any, hq: str, company: CompanyRecord
) -> None:
    base = f"{COMPANIES}/{company.id}"
    guests = [{"name": name, "email": f"{name}@example.org"} for name in ("eve", "fay")]
    invited = send("POST", f"{base}/invite_guest", hq, json={"guests": guests}).json()["guests"]

    def listed() -> set[str]:
        return {one["email"] for one in send("GET", f"{base}/users", hq).json()["content"]}

    assert not {one["email"] for one in guests} & listed()
    change = {"guests": [{"id": invited[0]["id"], "permissions": ["mailboxes"]}]}
    assert send("PUT", f"{base}/guests/permissions", hq, json=change).status_code == 404
    accepted = httpx.post(f"{mock.url}/_mock/accept", params={"email": "eve@example.org"}).json()
    assert accepted == {"accepted": 1}
    assert {one["email"] for one in guests} & listed() == {"eve@example.org"}
    assert send("PUT", f"{base}/guests/permissions", hq, json=change).status_code == 200
    assert httpx.post(f"{mock.url}/_mock/accept").json() == {"accepted": 1}
    assert {one["email"] for one in guests} <= listed()


def test_permissions_change_for_all_guests_or_none(send: Any, hq: str, company: CompanyRecord) -> None:
    base = f"{COMPANIES}/{company.id}"
    before = send("GET", f"{base}/users", hq).json()
    guest = next(one for one in before["content"] if "guest" in one["roles"])
    flipped = [] if guest["guest_permissions"] else ["mailboxes"]
    change = {"guests": [{"id": guest["id"], "permissions": flipped}, {"id": 1, "permissions": []}]}
    assert send("PUT", f"{base}/guests/permissions", hq, json=change).status_code in {400, 404}
    assert send("GET", f"{base}/users", hq).json() == before


def test_keys_are_seen_by_the_user_who_made_them(send: Any, agency: AgencyRecord, company: CompanyRecord) -> None:
    first, second = (key.value for key in agency.keys)
    path = f"{COMPANIES}/{company.id}/api_keys"
    before = send("GET", path, first).json()["content"]
    made = send("POST", path, second, json={"label": "crm sync"})
    assert made.status_code == 201
    assert send("GET", path, second).json()["content"] == [{"api_key": made.json()["api_key"], "label": "crm sync"}]
    assert send("GET", path, first).json()["content"] == before
    assert send("GET", "/v1/me", made.json()["api_key"]).json()["firm_id"] == company.id


def test_email_accounts_are_the_mailboxes_in_fewer_words(send: Any, hq: str, agency: AgencyRecord) -> None:
    for company in agency.companies.values():
        listed = send("GET", f"{COMPANIES}/{company.id}/email_accounts", hq).json()["content"]
        assert [one["id"] for one in listed] == list(company.account.mailboxes)
        assert all("running_campaigns" in one["details"] for one in listed if one["type"] == "SMTP")


def test_prospects_are_deleted_once(send: Any, hq: str, company: CompanyRecord) -> None:
    path = f"{COMPANIES}/{company.id}/prospects/delete"
    expected = company.prospects
    first, second = (send("POST", path, hq, json={"type": "ALL"}) for _ in range(2))
    assert (first.status_code, first.json()["count"], second.json()["count"]) == (202, expected, 0)
    assert first.json()["deletion_request_id"] != second.json()["deletion_request_id"]
    assert send("POST", path, hq, json={"type": "SOME"}).status_code == 400


def test_a_linkedin_account_gets_a_new_link_each_time(
    send: Any, hq: str, agency: AgencyRecord, company: CompanyRecord
) -> None:
    base = f"{COMPANIES}/{company.id}/linkedin_accounts"
    made = send("POST", base, hq, json={"timezone": "Europe/Lisbon"})
    number = made.json()["account_id"]
    renewed = send("POST", f"{base}/{number}/generate-connect-link", hq)
    assert (made.status_code, renewed.status_code) == (201, 201)
    assert renewed.json()["account_id"] == number
    assert renewed.json()["connect_account_link"] != made.json()["connect_account_link"]
    assert send("POST", f"{base}/1/generate-connect-link", hq).status_code == 404
    other = next(one for one in agency.companies.values() if one is not company)
    foreign = f"{COMPANIES}/{other.id}/linkedin_accounts/{number}/generate-connect-link"
    assert send("POST", foreign, hq).status_code == 404


@pytest.mark.parametrize(
    "wrong", ["Europe/Lisboa", "europe/lisbon", "UTC+1", "UTC", "Etc/UTC", "US/Eastern", "Portugal"]
)
def test_a_time_zone_is_a_canonical_name(send: Any, hq: str, company: CompanyRecord, wrong: str) -> None:
    path = f"{COMPANIES}/{company.id}/linkedin_accounts"
    rejected = send("POST", path, hq, json={"timezone": wrong})
    assert rejected.status_code == 400
    assert "timezone" in rejected.json()["detail"]
    assert company.linkedin == {}
    assert send("POST", path, hq, json={"timezone": "America/Argentina/Buenos_Aires"}).status_code == 201


def test_guests_are_invited_all_or_none(send: Any, hq: str, company: CompanyRecord) -> None:
    base = f"{COMPANIES}/{company.id}"
    before = send("GET", f"{base}/users", hq).json()
    good = {"name": "Good", "email": "good@example.com"}
    for bad in ({"name": "Bad", "email": "no address"}, {"email": "nameless@example.com"}):
        assert send("POST", f"{base}/invite_guest", hq, json={"guests": [good, bad]}).status_code == 400
    assert send("POST", f"{base}/invite_guest", hq, json={"guests": [good] * 11}).status_code == 400
    assert send("GET", f"{base}/users", hq).json() == before


@pytest.mark.parametrize("kind", ["emails", "domains"])
class TestBlacklist:
    def test_it_grows_without_doubles_and_shrinks(self, send: Any, hq: str, kind: str) -> None:
        path = f"/v2/agency/blacklist/{kind}"
        before = send("GET", path, hq).json()
        assert send("POST", path, hq, json={kind: ["one.test", "two.test", "one.test"]}).status_code == 201
        assert send("POST", path, hq, json={kind: ["two.test"]}).status_code == 201
        assert send("GET", path, hq).json()[kind] == [*before[kind], "one.test", "two.test"]
        removed = ["one.test", "two.test", "never.listed"]
        assert send("DELETE", path, hq, content=None, json={kind: removed}).status_code == 200
        assert send("GET", path, hq).json() == before

    def test_pages_count_from_zero(self, send: Any, hq: str, kind: str) -> None:
        path = f"/v2/agency/blacklist/{kind}"
        send("POST", path, hq, json={kind: [f"{n:03}.test" for n in range(250)]})
        total = send("GET", path, hq).json()["total"]
        pages = [send("GET", path, hq, params={"page": page}).json()[kind] for page in range(4)]
        assert [len(page) for page in pages] == [100, 100, total - 200, 0]
        assert send("GET", path, hq).json()[kind] == pages[0]
        assert send("GET", path, hq, params={"per_page": 1000}).json()[kind] == sum(pages, [])

    def test_a_size_over_1000_is_cut_to_1000(self, send: Any, agency: AgencyRecord, hq: str, kind: str) -> None:
        setattr(agency, kind, [f"{n:04}.test" for n in range(1100)])
        for size in ("1001", "9" * 30):
            page = send("GET", f"/v2/agency/blacklist/{kind}", hq, params={"page": 1, "per_page": size}).json()
            assert page == {kind: [f"{n:04}.test" for n in range(1000, 1100)], "total": 1100}

    def test_a_filter_keeps_exact_matches(self, send: Any, hq: str, kind: str) -> None:
        path = f"/v2/agency/blacklist/{kind}"
        send("POST", path, hq, json={kind: ["one.test", "two.test", "three.test"]})
        found = send("GET", path, hq, params={f"{kind[:-1]}_filter": "two.test,three.test,thre"}).json()
        assert found == {kind: ["two.test", "three.test"], "total": 2}

    def test_it_is_the_agency_s_own(self, send: Any, mock: MockServer, hq: str, kind: str) -> None:
        path = f"/v2/agency/blacklist/{kind}"
        send("POST", path, hq, json={kind: ["mine.test"]})
        assert "mine.test" not in send("GET", path, mock.world.agencies[1].keys[0].value).json()[kind]
