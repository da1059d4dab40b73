"""The agency's companies, and what it sees and starts in each."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from ..contract import Json
from ..facts import ABSENT, Location
from ..matching import anything
from .call import Accepted, Call, Outcome, conflict, invalid

_PAGE = 50


def listed(call: Call) -> Outcome:
    active = call.given.get("active")
    companies = call.before.of(call.agency, "company")
    chosen = [_shown(call, number, one) for number, one in companies if active is None or one["active"] is active]
    return Accepted(call.page(chosen, _PAGE))


def _shown(call: Call, number: int, company: Json) -> Json:
    mailboxes = call.before.of(number, "mailboxes")
    return {
        "id": number,
        "name": call.before[number, "account"]["name"],
        "owner": company["owner"]["name"],
        "active": company["active"],
        "running_campaigns": company["running_campaigns"],
        "email_slots": sum(one["type"] == "SMTP" for _, one in mailboxes),
        "linkedin_slots": sum(1 for _ in call.before.of(number, "linkedin")),
    }


def create(call: Call) -> Outcome:
    names = [one["name"] for one in call.body["companies"]]
    taken = {call.before[number, "account"]["name"] for number in call.before.companies(call.agency)}
    if taken.intersection(names) or len(set(names)) < len(names):
        return conflict()
    owner = call.user
    created = call.response.get("companies", []) if isinstance(call.response, dict) else []
    numbers = [call.new_id(one.get("id")) if isinstance(one, dict) else None for one in created]
    numbers += [None] * (len(names) - len(numbers))
    changes: dict[Location, Any] = {}
    for number, name in zip(numbers, names, strict=False):
        changes |= _new(call, number, name, owner)
    shown = [
        {"id": number, "name": name, "owner": owner["name"], "active": True}
        for number, name in zip(numbers, names, strict=False)
    ]
    return Accepted({"companies": shown}, changes)


def _new(call: Call, number: Any, name: str, owner: Json) -> dict[Location, Any]:
    """A company that is switched on, belongs to the caller, holds nothing but the agency's people and one key."""

    def begun(found: Any) -> bool:
        return found is not ABSENT and found["active"] is True and found["owner"] == owner and not found["prospects"]

    users = [one["user"] for _, one in call.before.of(call.agency, "key")]
    people = {one["id"]: one for one in users if "admin" in one["roles"]}
    keys = [key for key, _ in call.after.of(number, "key")]
    return {
        (call.agency, "company", number): begun,
        (number, "account"): lambda found: found is not ABSENT and found["name"] == name,
        **{(number, "user", one): user for one, user in people.items()},
        (number, "key", call.new_id(keys[0]) if len(keys) == 1 else None): {"user": owner, "label": None},
    }


def email_accounts(call: Call) -> Outcome:
    company = call.company
    campaigns = call.before[call.agency, "company", company]["running_campaigns"]
    content: list[Json] = []
    for number, one in call.before.of(company, "mailboxes"):
        details = one["details"]
        shown = {name: details[name] for name in ("email", "from_name", "imap_id") if name in details}
        provider = "Google" if details["provider"] == "GOOGLE" else "Other"
        shown |= {"provider": provider, "error": details.get("error")}
        if one["type"] == "SMTP":
            shown["running_campaigns"] = campaigns
        content.append({"id": number, "type": one["type"], "details": shown})
    return Accepted({"content": content})


def delete_prospects(call: Call) -> Outcome:
    place = (call.agency, "company", call.company)
    company = call.before[place]
    body = {"deletion_request_id": _positive, "count": company["prospects"]}
    return Accepted(body, {place: {**company, "prospects": 0}})


def linkedin_account(call: Call) -> Outcome:
    call.company  # noqa: B018
    if call.body["timezone"] not in _zones():
        return invalid()
    number = call.new_id(call.response.get("account_id")) if isinstance(call.response, dict) else None
    return Accepted(_link(number), {(call.company, "linkedin", number): anything})


def connect_link(call: Call) -> Outcome:
    number = call.given["account_id"]
    before = call.known("linkedin", number, call.company)
    place = (call.company, "linkedin", number)
    # Each link is a new one, so something about the account has to differ.
    return Accepted(_link(number), {place: lambda found: found not in (ABSENT, before)})


@cache
def _zones() -> set[str]:
    """The zones of the IANA database that have an area and a place; what links to one of them is an alias."""
    lines = (files("tzdata") / "zoneinfo" / "tzdata.zi").read_text(encoding="utf-8").splitlines()
    names = {line.split()[1] for line in lines if line.startswith("Z ")}
    return {name for name in names if "/" in name and not name.startswith("Etc/")}


def _link(number: Any) -> Json:
    return {"account_id": number, "connect_account_link": lambda link: isinstance(link, str) and "://" in link}


def _positive(found: Any) -> bool:
    return type(found) is int and found > 0
