"""A seed is short, says what it wants to say, and is rejected as a whole with every problem named."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest
import woodpecker_mock
from woodpecker_mock import MockServer, SeedError, World
from woodpecker_mock.world import User
from woodpecker_mock.world.activity import Activity
from woodpecker_mock.world.sample_worlds import add_agency, default_world

SCHEMA = Path(woodpecker_mock.__file__).with_name("world") / "seed.schema.json"
SECRET = "900001.canary-in-a-seed"


def agency(**more: Any) -> dict[str, Any]:
    return {"agencies": [{"name": "Blue Heron Agency", **more}]}


def company(**more: Any) -> dict[str, Any]:
    return agency(companies=[{"name": "Quillby Foods", **more}])


def problems(document: object) -> tuple[str, ...]:
    with pytest.raises(SeedError) as rejected:
        World.from_json(document)
    assert SECRET not in str(rejected.value)
    return rejected.value.problems


def test_names_are_enough_and_the_rest_is_generated_as_in_the_seeded_world() -> None:
    expected = World()
    add_agency(expected, "Blue Heron Agency", ["Quillby Foods", "Café Zürich"])
    made = World.from_json(agency(companies=["Quillby Foods", {"name": "Café Zürich"}]))
    assert made.to_json() == expected.to_json()


def test_what_is_given_is_kept_and_works(send: Any) -> None:
    seed = agency(
        id=100,
        users=[{"id": id, "name": name, "email": f"{name}@example.com"} for id, name in ((7, "Ada"), (8, "Ben"))],
        keys=["key-of-ada", {"key": "key-of-ben", "user": 8}],
        blacklist={"emails": ["stop@example.com"]},
        mailboxes=[],
        companies=[
            {
                "name": "Quillby Foods",
                "id": 101,
                "active": False,
                "owner": 8,
                "users": [8, {"name": "Eve", "email": "eve@example.com", "guest_permissions": ["mailboxes"]}],
                "keys": [{"key": "client-key", "label": "crm sync"}],
                "running_campaigns": 4,
                "prospects": 12,
                "linkedin": [{"account_id": 6203}],
                "figures": [{"from": "2026-01-01", "emails_sent": 3}],
                "mailboxes": ["plain@example.com", {"email": "b@example.com", "error": "Login failed.", "id": 5}],
                "credentials": [{"credential_id": 9001, "mailboxes": [5]}],
            }
        ],
    )  # fmt: skip
    world = World.from_json(seed)
    with MockServer(world) as mock, httpx.Client(base_url=mock.base_url) as client:
        me = client.get("/v1/me", headers={"x-api-key": "key-of-ben"}).json()
        assert (me["user_name"], me["firm_id"], me["firm_name"]) == ("Ben", 100, "Blue Heron Agency")
        (row,) = client.get("/v2/agency/companies", headers={"x-api-key": "key-of-ada"}).json()["content"]
        assert row == {
            "id": 101, "name": "Quillby Foods", "owner": "Ben", "active": False, "running_campaigns": 4,
            "email_slots": 2, "linkedin_slots": 1,
        }  # fmt: skip
        mailboxes = client.get("/v2/mailboxes", headers={"x-api-key": "client-key"}).json()
    assert [one["type"] for one in mailboxes] == ["SMTP", "IMAP", "SMTP", "IMAP"]
    assert [one["details"]["email"] for one in mailboxes[::2]] == ["plain@example.com", "b@example.com"]
    assert (mailboxes[2]["id"], mailboxes[2]["details"]["error"]) == (5, "Login failed.")
    (made,) = world.agencies[0].companies.values()
    assert made.figures == [Activity(emails_sent=3, first=date(2026, 1, 1))]
    assert made.account.credential_of == {5: 9001}
    assert made.users[1] == User(made.users[1].id, "Eve", "eve@example.com", ["guest"], ["mailboxes"])
    assert (world.agencies[0].emails, world.agencies[0].domains) == (["stop@example.com"], ["example.org"])
    assert world.agencies[0].account.mailboxes == {}


def test_each_admin_has_a_key_and_the_first_user_owns_the_companies() -> None:
    users = [
        {"name": "Ada", "email": "ada@example.com"},
        {"name": "Ben", "email": "ben@example.com", "roles": ["authorized_team_member"]},
        {"name": "Cid", "email": "cid@example.com", "roles": ["admin"]},
    ]
    (made,) = World.from_json(agency(users=users, companies=["Quillby Foods"])).agencies
    assert [key.user.name for key in made.keys] == ["Ada", "Cid"]
    (client,) = made.companies.values()
    assert client.owner.name == client.keys[0].user.name == "Ada"
    assert [user.name for user in client.users] == ["Ada", "Ben", "Cid", "Guest Two"]


def test_an_agency_that_has_nobody_comes_back_from_its_snapshot() -> None:
    world = World.from_json(agency(keys=[], companies=[]))
    assert World.from_json(world.to_json()).agencies == world.agencies


def test_a_company_s_key_is_its_owner_s_and_so_the_owner_sees_it() -> None:
    seed = agency(users=[{"id": n, "name": str(n), "email": f"{n}@example.com"} for n in (1, 2)])
    seed["agencies"][0]["companies"] = [{"name": "Mine", "owner": 2}]
    (client,) = World.from_json(seed).agencies[0].companies.values()
    assert (client.owner.id, client.keys[0].user.id) == (2, 2)


def test_generated_values_never_equal_given_ones() -> None:
    generated = World.from_json(agency(companies=["A", "B"])).agencies[0]
    taken = list(generated.companies.values())[1].keys[0].value
    world = World.from_json(agency(keys=[taken], companies=[{"name": "A", "id": 900020}, "B"]))
    ids = [account.id for account in world.agencies[0].accounts()]
    keys = [key.value for one in world.agencies[0].companies.values() for key in one.keys]
    assert min(ids[0], ids[2]) > 900020 and taken not in keys
    assert world.new_id() > max(ids)


def test_a_number_may_be_written_with_a_point() -> None:
    (client,) = World.from_json(company(id=5.0)).agencies[0].companies.values()
    assert json.dumps(client.to_json()["id"]) == "5"


def test_the_document_is_copied() -> None:
    seed = agency(blacklist={"emails": ["a@example.com"]})
    world = World.from_json(seed)
    world.agencies[0].emails.append("b@example.com")
    assert seed == agency(blacklist={"emails": ["a@example.com"]})


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        ({}, "the whole: agencies is missing"),
        ([], "the whole: must be object"),
        ({"agencies": [{}]}, "/agencies/0: name is missing"),
        (agency(nmae="x"), "/agencies/0: nmae: no such field"),
        (agency(id=0), "/agencies/0/id: breaks the rule minimum 1"),
        (agency(id="5"), "/agencies/0/id: must be integer"),
        (agency(access="free"), "/agencies/0/access: must be one of full, no_api_addon, plan_too_low, no_agency_addon"),
        (agency(keys=[5]), "/agencies/0/keys/0: must be object or string"),
        (agency(keys=[SECRET + " "]), "/agencies/0/keys/0: breaks the rule pattern ^[!-~]{1,512}$"),
        (agency(keys=[{SECRET: 1, "key": "k"}]), "/agencies/0/keys/0: a name that is not shown: no such field"),
        (agency(keys=[SECRET, SECRET]), "/agencies/0/keys/1: is taken by /agencies/0/keys/0"),
        (agency(keys=[{"key": SECRET, "user": 7}]), "/agencies/0/keys/0/user: is nobody's id"),
        (agency(users=[{}]), "/agencies/0/users/0: email is missing"),
        (agency(companies=["A", "A"]), "/agencies/0/companies/1/name: is taken by /agencies/0/companies/0/name"),
        (agency(id=5, companies=[{"name": "A", "id": 5}]), "/agencies/0/companies/0/id: is taken by /agencies/0/id"),
        (company(active="yes"), "/agencies/0/companies/0/active: must be boolean"),
        (company(owner=7), "/agencies/0/companies/0/owner: is nobody's id"),
        (company(users=[7]), "/agencies/0/companies/0/users/0: is nobody's id"),
        (
            company(users=[{"id": 5, "name": "A", "email": "a@example.com"}] * 2),
            "/agencies/0/companies/0/users/1/id: is taken by another user",
        ),
        (company(mailboxes=["nobody"]), "/agencies/0/companies/0/mailboxes/0: breaks the rule format email"),
        (
            company(mailboxes=[{"email": "a@example.com", "sent_today": "3"}]),
            "/agencies/0/companies/0/mailboxes/0/sent_today: must be integer",
        ),
        (
            company(mailboxes=[{"email": "a@example.com", "id": 5, "imap_id": 5}]),
            "/agencies/0/companies/0/mailboxes/0/imap_id: is taken by /agencies/0/companies/0/mailboxes/0/id",
        ),
        (
            company(mailboxes=[{"id": 5, "type": "SMTP", "details": {"email": "a@example.com"}}]),
            "/agencies/0/companies/0/mailboxes/0/details: server is missing",
        ),
        (
            company(figures=[{"from": "2026-01-02", "to": "2026-01-01"}]),
            "/agencies/0/companies/0/figures/0/from: is after to",
        ),
        (company(figures=[{"from": "0000-01-01"}]), "/agencies/0/companies/0/figures/0/from: breaks the rule pattern"),
        (
            company(linkedin=[{"account_id": 5}, {"account_id": 5}]),
            "/agencies/0/companies/0/linkedin/1/account_id: is taken by /agencies/0/companies/0/linkedin/0/account_id",
        ),
        ({"agencies": [{"name": "\ud800"}]}, "the whole is not JSON"),
        ({"agencies": {1, 2}}, "the whole is not JSON"),
        (agency(id=float("inf")), "the whole is not JSON"),
        (json.loads('{"a": ' * 300 + "1" + "}" * 300), "the whole: is nested too deep"),
    ],
)  # fmt: skip
def test_a_problem_is_named_by_its_place(document: object, problem: str) -> None:
    assert any(one.startswith(problem) for one in problems(document)), problems(document)


@pytest.mark.parametrize(
    "started", ["2026-03-01T23:59:60Z", "0001-01-01T00:00:00+10:00", "2026-03-01", "2026-03-01t00:00:00z"]
)
def test_a_batch_begins_at_a_time_that_the_calendar_knows(started: str) -> None:
    batch = {"batch_id": 1, "started": started, "seconds": 0, "pending": [], "done": []}
    assert any(one.startswith("/agencies/0/batches/0/started:") for one in problems(agency(batches=[batch])))


def test_all_problems_are_named_at_once() -> None:
    assert len(problems({"agencies": [{"id": 0}, {"name": " ", "companies": [{}]}]})) == 4
    found = problems(agency(keys=[SECRET, SECRET], companies=["A", "A"]))
    assert [one.partition(":")[0] for one in found] == ["/agencies/0/keys/1", "/agencies/0/companies/1/name"]


def test_a_seed_is_loaded_whole_or_not_at_all(mock: MockServer) -> None:
    before = mock.world.to_json()
    bad = agency(companies=[{"name": "A", "keys": [SECRET]}, {"name": "B", "keys": [SECRET]}])
    with pytest.raises(SeedError):
        mock.world.load(bad)
    rejected = httpx.post(f"{mock.url}/_mock/seed", json=bad)
    assert rejected.status_code == 400
    assert rejected.json()["problems"] == ["/agencies/0/companies/1/keys/0: is taken by /agencies/0/companies/0/keys/0"]
    assert SECRET not in rejected.text
    assert mock.world.to_json() == before


def test_a_seed_over_http_replaces_the_world(mock: MockServer, send: Any, hq: str) -> None:
    world = mock.world
    assert httpx.post(f"{mock.url}/_mock/seed", json=agency(keys=["new-key"], companies=["A"])).status_code == 204
    assert mock.world is world
    assert send("GET", "/v1/me", hq).status_code == 401
    assert [one["name"] for one in send("GET", "/v2/agency/companies", "new-key").json()["content"]] == ["A"]


@pytest.mark.parametrize(("raw", "status"), [(b"{", 400), (b"\xff", 400), (b" " * 11_000_000, 413)])
def test_a_body_that_is_no_json_is_no_seed(mock: MockServer, raw: bytes, status: int) -> None:
    headers = {"content-type": "application/json"}
    assert httpx.post(f"{mock.url}/_mock/seed", content=raw, headers=headers).status_code == status


def test_a_world_may_be_without_agencies_and_keys(mock: MockServer) -> None:
    for seed in (agency(keys=[], companies=[]), {"agencies": []}):
        httpx.post(f"{mock.url}/_mock/seed", json=seed).raise_for_status()
        assert httpx.get(f"{mock.url}/_mock/state").status_code == 200
        assert httpx.get(mock.url).status_code == 200


def test_the_schema_is_a_json_schema_that_refers_to_the_spec_beside_it() -> None:
    from jsonschema import Draft202012Validator

    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    references = {one.partition("#")[0] for one in _references(schema)}
    assert references == {"", "openapi-3.1.json"}


def _references(node: Any) -> list[str]:
    if isinstance(node, dict):
        own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
        return own + [one for value in node.values() for one in _references(value)]
    return [one for value in node for one in _references(value)] if isinstance(node, list) else []


def test_two_mailboxes_can_share_one_for_receiving() -> None:
    mailboxes = [{"email": f"{name}@example.com", "imap_id": 7} for name in ("one", "two")]
    world = World.from_json({"agencies": [{"name": "A", "companies": [{"name": "B", "mailboxes": mailboxes}]}]})
    (company,) = world.agencies[0].companies.values()
    halves = list(company.account.mailboxes.values())
    assert [one["type"] for one in halves] == ["SMTP", "IMAP", "SMTP"]
    assert {one["details"]["imap_id"] for one in halves if one["type"] == "SMTP"} == {7}
    assert World.from_json(world.to_json()).agencies == world.agencies


def test_the_seeded_world_has_such_a_pair() -> None:
    company = next(iter(default_world().agencies[-1].companies.values()))
    shared = [one["details"]["imap_id"] for one in company.account.mailboxes.values() if one["type"] == "SMTP"]
    assert len(set(shared)) < len(shared)
