"""The companies of an agency and what hangs on each of them.

https://developers.woodpecker.co/docs/agency-api/companies/GET-companies
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ..http.problem import Problem
from ..world.accounts import AccountRecord, ApiKey, CompanyRecord, User
from .operation_call import Body, OperationCall, conflict, item_by_id


def list_companies(call: OperationCall) -> Body:
    active = call.parameters.get("active")
    chosen = [one for one in call.agency.companies.values() if active is None or one.active is active]
    return call.page(chosen, CompanyRecord.to_json)


def create_companies(call: OperationCall) -> Body:
    names = [one["name"] for one in call.body["companies"]]
    taken = {company.account.name for company in call.agency.companies.values()}
    if taken.intersection(names) or len(set(names)) < len(names):
        raise conflict("a company with this name exists already; nothing was created")
    owner = call.decision.owner.key.user
    admins = list({key.user.id: key.user for key in call.agency.keys if key.user.is_admin}.values())
    made: list[CompanyRecord] = []
    for name in names:
        account = AccountRecord(call.world.new_id(), name)
        company = CompanyRecord(account, owner, users=list(admins), keys=[ApiKey(call.world.new_key(), owner)])
        call.agency.companies[account.id] = company
        made.append(company)
    return {
        "companies": [
            {"id": one.id, "name": one.account.name, "owner": owner.name, "active": one.active} for one in made
        ]
    }


def list_users(call: OperationCall) -> Body:
    role = call.parameters.get("role")
    return call.page([one for one in call.company.members() if role is None or role in one.roles], User.to_json)


def invite_guests(call: OperationCall) -> Body:
    company = call.company
    known = {user.email: user for user in company.users}
    invited: list[dict[str, object]] = []
    for guest in call.body["guests"]:
        # An address that was invited before keeps its first invitation, name and permissions.
        user = known.get(guest["email"])
        if user is None:
            permissions = list(guest.get("guest_permissions") or [])
            user = User(call.world.new_id(), guest["name"], guest["email"], ["guest"], permissions, accepted=False)
            known[user.email] = user
            company.users.append(user)
        invited.append({"id": user.id, "email": user.email})
    return {"guests": invited}


def update_permissions(call: OperationCall) -> Body:
    guests = {user.id: user for user in call.company.members() if "guest" in user.roles}
    changes = [(item_by_id(guests, one["id"]), one["permissions"]) for one in call.body["guests"]]
    for guest, permissions in changes:
        guest.guest_permissions = list(permissions)
    return None


def list_api_keys(call: OperationCall) -> Body:
    caller = call.decision.owner.key.user
    own = [key for key in call.company.keys if key.user.id == caller.id]
    return call.page(own, lambda key: {"api_key": key.value, "label": key.label})


def create_api_key(call: OperationCall) -> Body:
    # First of all: a request for an unknown company must change nothing, the next id included.
    company = call.company
    key = ApiKey(call.world.new_key(), call.decision.owner.key.user, call.body["label"])
    company.keys.append(key)
    return {"api_key": key.value}


def list_email_accounts(call: OperationCall) -> Body:
    company = call.company
    content: list[dict[str, object]] = []
    for mailbox in company.account.mailboxes.values():
        details = mailbox["details"]
        shown = {key: details[key] for key in ("email", "from_name", "imap_id") if key in details}
        # In mixed case here, and only two of them, unlike on the account routes.
        provider = "Google" if details["provider"] == "GOOGLE" else "Other"
        shown |= {"provider": provider, "error": details.get("error")}
        if mailbox["type"] == "SMTP":
            shown["running_campaigns"] = company.running_campaigns
        content.append({"id": mailbox["id"], "type": mailbox["type"], "details": shown})
    return {"content": content}


def delete_prospects(call: OperationCall) -> Body:
    company = call.company
    count, company.prospects = company.prospects, 0
    return {"deletion_request_id": call.world.new_id(), "count": count}


def create_linkedin_account(call: OperationCall) -> Body:
    company = call.company
    if call.body["timezone"] not in _timezones():
        raise Problem(400, "Bad request", "timezone is not the canonical name of a time zone")
    number = call.world.new_id()
    company.linkedin[number] = 1
    return _link(number, 1)


def generate_connect_link(call: OperationCall) -> Body:
    accounts = call.company.linkedin
    number = call.parameters["account_id"]
    accounts[number] = item_by_id(accounts, number) + 1
    return _link(number, accounts[number])


def _link(account: int, issue: int) -> dict[str, object]:
    link = f"https://login.example.com/connect?token=mock-{account}-{issue}"
    return {"account_id": account, "connect_account_link": link}


@cache
def _timezones() -> frozenset[str]:
    """The canonical names of places in the IANA database, a few more than the vendor's page lists; no aliases."""
    table = (files("tzdata") / "zoneinfo" / "zone1970.tab").read_text(encoding="utf-8")
    return frozenset(line.split("\t")[2] for line in table.splitlines() if not line.startswith("#"))
