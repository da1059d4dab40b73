"""A world as the text of a seed: every field that `read_seed` accepts, nothing left to defaults."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ..contract.json_values import Json
from .accounts import AccountRecord, AgencyRecord, ApiKey, CompanyRecord, User
from .activity import FIGURES, Activity
from .batch import Batch
from .ids import Ids


def seed_text(agencies: Iterable[AgencyRecord], ids: Ids) -> str:
    """The seed of these agencies."""
    return json.dumps({"next_id": ids.next, "agencies": [_agency(agency) for agency in agencies]})


def _agency(agency: AgencyRecord) -> Json:
    people = _people(agency)
    return {
        **_account(agency.account),
        "access": agency.access,
        "users": [_user(user) for user in people.values()],
        "keys": [_key(key) for key in agency.keys],
        "blacklist": {"emails": agency.emails, "domains": agency.domains},
        "companies": [_company(company, people) for company in agency.companies.values()],
    }


def _people(agency: AgencyRecord) -> dict[int, User]:
    """The users that appear more than once, by id; the others are written in the company where they appear."""
    companies = agency.companies.values()
    people = {key.user.id: key.user for key in agency.keys}
    for company in companies:
        for user in (company.owner, *(key.user for key in company.keys)):
            people.setdefault(user.id, user)
    seen: set[int] = set()
    for user in (user for company in companies for user in company.users):
        if user.id in seen:
            people.setdefault(user.id, user)
        seen.add(user.id)
    return people


def _company(company: CompanyRecord, people: dict[int, User]) -> Json:
    return {
        **_account(company.account),
        "active": company.active,
        "owner": company.owner.id,
        "users": [user.id if user.id in people else _user(user) for user in company.users],
        "keys": [_key(key) for key in company.keys],
        "running_campaigns": company.running_campaigns,
        "prospects": company.prospects,
        "linkedin": [{"account_id": number, "links": links} for number, links in company.linkedin.items()],
        "figures": [_figures(activity) for activity in company.figures],
    }


def _user(user: User) -> Json:
    return user.to_json() | {"accepted": user.accepted}


def _account(account: AccountRecord) -> Json:
    through: dict[int, list[int]] = {}
    for mailbox, credential in account.credential_of.items():
        through.setdefault(credential, []).append(mailbox)
    return {
        "id": account.id,
        "name": account.name,
        "mailboxes": list(account.mailboxes.values()),
        "credentials": [one | {"mailboxes": through.get(number, [])} for number, one in account.credentials.items()],
        "batches": [_batch(number, batch) for number, batch in account.batches.items()],
    }


def _batch(number: int, batch: Batch) -> Json:
    return {
        "batch_id": number,
        "started": batch.started.isoformat(),
        "seconds": batch.seconds,
        "pending": [list(halves) for halves in batch.pending],
        "done": batch.done,
    }


def _key(key: ApiKey) -> Json:
    return {"key": key.value, "user": key.user.id, "label": key.label}


def _figures(activity: Activity) -> Json:
    span = {"from": activity.first, "to": activity.last}
    days = {name: day.isoformat() for name, day in span.items() if day is not None}
    return days | {figure: getattr(activity, figure) for figure in FIGURES}
