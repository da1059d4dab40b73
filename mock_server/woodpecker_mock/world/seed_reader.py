"""From a seed to agencies: a sample one of each name, changed by the fields of the seed."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from typing import Any

from ..contract.json_values import Json, is_object
from .accounts import AccountRecord, AgencyRecord, ApiKey, CompanyRecord, User
from .activity import FIGURES, Activity
from .batch import Batch
from .ids import FIRST, Ids
from .mailbox_pair import mailbox_pair
from .sample_data import sample_agency
from .seed_schema import SeedError, plain, problems_with

# Those inside of sample keys among them.
_GIVEN_IDS = re.compile(r'"(?:id|imap_id|account_id|batch_id|credential_id)": (\d+)|"(\d{1,15})\.mock')


def read_seed(document: object, today: date, check: bool = True) -> tuple[list[AgencyRecord], Ids]:
    """The agencies, and the ids that come next.

    Args:
        today: the last day of sample figures.
        check: whether the seed may be invalid.

    Raises:
        SeedError: the seed is not valid.
    """
    seed = plain(document)
    if check and (problems := problems_with(seed)):
        raise SeedError(problems)
    # Generated ids must not collide with those that are given.
    ids = (int(one[1] or one[2]) for one in _GIVEN_IDS.finditer(json.dumps(seed)))
    reader = _Reader(today, Ids(max([FIRST - 1, *ids]) + 1))
    agencies = [reader.agency(f"/agencies/{number}", given) for number, given in enumerate(seed["agencies"])]
    if check and reader.problems:
        raise SeedError(reader.problems)
    return agencies, Ids(seed.get("next_id", reader.ids.next))


class _Reader:
    """Reads agency by agency; what the schema cannot express is in `problems` then."""

    def __init__(self, today: date, ids: Ids) -> None:
        self.ids = ids
        self.problems: list[str] = []
        self._today = today
        self._taken: dict[tuple[object, ...], str] = {}

    def agency(self, at: str, given: Json) -> AgencyRecord:
        people: dict[int, User] = {}
        users = [self._person(f"{at}/users/{n}", one, "admin", people) for n, one in enumerate(given.get("users", []))]
        entries = [_object(one, "name") for one in given.get("companies", [])]
        names = [one["name"] for one in entries]
        agency = sample_agency(
            self.ids, self._today, given["name"], names, access=given.get("access", "full"), users=users
        )
        people = people or {key.user.id: key.user for key in agency.keys}
        if "keys" in given:
            agency.keys = self._keys(f"{at}/keys", given["keys"], people)
        for name, value in given.get("blacklist", {}).items():
            setattr(agency, name, value)
        self._account(at, given, agency.account)
        companies = list(agency.companies.values())
        for number, (entry, company) in enumerate(zip(entries, companies, strict=True)):
            self._claim(("company", at, entry["name"]), f"{at}/companies/{number}/name")
            self._company(f"{at}/companies/{number}", entry, company, dict(people))
        agency.companies = {company.id: company for company in companies}
        return agency

    def _company(self, at: str, given: Json, company: CompanyRecord, people: dict[int, User]) -> None:
        if "users" in given:
            company.users = []
            for number, one in enumerate(given["users"]):
                pointer = f"{at}/users/{number}"
                if is_object(one):
                    company.users.append(self._person(pointer, one, "guest", people))
                else:
                    company.users.append(self._known(pointer, people, one))
        if "owner" in given:
            company.owner = self._known(f"{at}/owner", people, given["owner"])
        if "keys" in given:
            company.keys = self._keys(f"{at}/keys", given["keys"], {company.owner.id: company.owner} | people)
        else:
            company.keys[0].user = company.owner
        for name in ("active", "running_campaigns", "prospects"):
            if name in given:
                setattr(company, name, given[name])
        for number, one in enumerate(given.get("linkedin", [])):
            self._claim(("linkedin", at, one["account_id"]), f"{at}/linkedin/{number}/account_id")
            company.linkedin[one["account_id"]] = one.get("links", 1)
        if "figures" in given:
            company.figures = [self._activity(f"{at}/figures/{n}", one) for n, one in enumerate(given["figures"])]
        self._account(at, given, company.account)

    def _account(self, at: str, given: Json, account: AccountRecord) -> None:
        account.id = given.get("id", account.id)
        self._claim(("account", account.id), f"{at}/id")
        if "mailboxes" in given:
            account.mailboxes = self._mailboxes(f"{at}/mailboxes", given["mailboxes"])
        for number, one in enumerate(given.get("credentials", [])):
            self._claim(("credential", at, one["credential_id"]), f"{at}/credentials/{number}/credential_id")
            account.credential_of |= dict.fromkeys(one.pop("mailboxes", []), one["credential_id"])
            account.credentials[one["credential_id"]] = one
        for number, one in enumerate(given.get("batches", [])):
            self._claim(("batch", at, one["batch_id"]), f"{at}/batches/{number}/batch_id")
            started = datetime.fromisoformat(one["started"]).astimezone(UTC)
            pending = [(smtp, imap) for smtp, imap in one["pending"]]
            account.batches[one["batch_id"]] = Batch(started, one["seconds"], pending, one["done"])

    def _mailboxes(self, at: str, given: list[Any]) -> dict[int, Json]:
        halves: dict[int, Json] = {}
        for number, one in enumerate(given):
            entry = _object(one, "email")
            names = ("id",) if "details" in entry else ("id", "imap_id")
            for name, half in zip(names, self._halves(entry), strict=True):
                if name == "imap_id" and halves.get(half["id"], {}).get("type") == "IMAP":
                    # Two sending halves can share one that receives.
                    continue
                self._claim(("mailbox", at, half["id"]), f"{at}/{number}/{name}")
                halves[half["id"]] = half
        return halves

    def _halves(self, given: Json) -> tuple[Json, ...]:
        if "details" in given:
            return (given,)
        numbers = (given.pop(name, None) or self.ids.new_id() for name in ("id", "imap_id"))
        smtp, imap = mailbox_pair(lambda: next(numbers), given["email"], given.get("provider", "CUSTOM"), {})
        smtp["details"] |= given
        return smtp, imap

    def _keys(self, at: str, given: list[Any], people: dict[int, User]) -> list[ApiKey]:
        keys: list[ApiKey] = []
        for number, one in enumerate(given):
            entry = _object(one, "key")
            maker = next(iter(people))
            user = self._known(f"{at}/{number}/user", people, entry.get("user", maker))
            self._claim(("key", entry["key"]), f"{at}/{number}")
            keys.append(ApiKey(entry["key"], user, entry.get("label")))
        return keys

    def _person(self, at: str, given: Json, role: str, people: dict[int, User]) -> User:
        user = User(
            given.get("id") or self.ids.new_id(),
            given["name"],
            given["email"],
            given.get("roles", [role]),
            given.get("guest_permissions", []),
            given.get("accepted", True),
        )
        if people.setdefault(user.id, user) is not user:
            self.problems.append(f"{at}/id: is taken by another user")
        return user

    def _known(self, at: str, people: dict[int, User], number: int) -> User:
        if number not in people:
            self.problems.append(f"{at}: is nobody's id")
            return next(iter(people.values()))
        return people[number]

    def _activity(self, at: str, given: Json) -> Activity:
        first, last = (date.fromisoformat(given[end]) if end in given else None for end in ("from", "to"))
        if first is not None and last is not None and first > last:
            self.problems.append(f"{at}/from: is after to")
        return Activity(**{figure: given.get(figure, 0) for figure in FIGURES}, first=first, last=last)

    def _claim(self, what: tuple[object, ...], at: str) -> None:
        first = self._taken.setdefault(what, at)
        if first != at:
            self.problems.append(f"{at}: is taken by {first}")


def _object(given: Any, name: str) -> Json:
    """The object; what is no object is short for one with this field alone."""
    return given if is_object(given) else {name: given}
