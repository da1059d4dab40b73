"""What is true of the mock's world whatever was sent to it, from snapshots before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from woodpecker_mock.contract.operations import operations

from .requests import example_bodies

Json = dict[str, Any]


def violations(before: Json, after: Json, executed: Counter[str]) -> Iterator[str]:
    """A sentence for each thing that is not as it has to be.

    Args:
        executed: how often each operation ran in between.
    """
    yield from _twice("id", _ids(after))
    yield from _twice("key", _keys(after))
    for agency in after["agencies"]:
        yield from _twice(f"name in the agency {agency['id']}", [one["name"] for one in agency["companies"]])
        for kind, entries in agency["blacklist"].items():
            yield from _twice(f"entry in the list of {kind} of the agency {agency['id']}", entries)
    yield from _twice("company", [one["id"] for agency in after["agencies"] for one in agency["companies"]])
    for account in _accounts(after):
        yield from _halves(account)
        yield from _mailboxes_of_credentials(account)
    for what, wanted, found in _growth(before, after, executed):
        if wanted != found:
            yield f"{wanted} {what} were made, but there are {found} more"


def _twice(what: str, things: Any) -> Iterator[str]:
    for _, times in Counter(things).items():
        if times > 1:
            # Not which: it could be a key.
            yield f"the same {what} is there {times} times"


def _accounts(world: Json) -> Iterator[Json]:
    for agency in world["agencies"]:
        yield agency
        yield from agency["companies"]


def _keys(world: Json) -> list[str]:
    return [key["key"] for account in _accounts(world) for key in account["keys"]]


def _ids(world: Json) -> Iterator[int]:
    for agency in world["agencies"]:
        yield from (user["id"] for user in _people(agency))
        for account in (agency, *agency["companies"]):
            yield account["id"]
            yield from (mailbox["id"] for mailbox in account["mailboxes"])
            yield from (batch["batch_id"] for batch in account["batches"])
            yield from (half["id"] for batch in account["batches"] for pair in batch["pending"] for half in pair)
            yield from (one["account_id"] for one in account.get("linkedin", ()))
    # The seed gives two accounts the credential of the spec's example.
    yield from {one["credential_id"] for account in _accounts(world) for one in account["credentials"]}


def _people(agency: Json) -> Iterator[Json]:
    """The users in a snapshot: with the agency if they are in several places, else where they are."""
    yield from agency["users"]
    for company in agency["companies"]:
        yield from (user for user in company["users"] if isinstance(user, dict))


def _halves(account: Json) -> Iterator[str]:
    receiving = {one["id"]: one for one in account["mailboxes"] if one["type"] == "IMAP"}
    sending = [one for one in account["mailboxes"] if one["type"] == "SMTP"]
    used: dict[int, set[str]] = {}
    for one in sending:
        if one["details"]["imap_id"] not in receiving:
            yield f"the mailbox {one['id']} has no other half"
        used.setdefault(one["details"]["imap_id"], set()).add(one["details"]["email"])
    for number, one in receiving.items():
        # Several that send can share it; its own is one of them.
        if number in used and one["details"]["email"] in used[number]:
            continue
        yield f"the half {number} belongs to no mailbox"


def _mailboxes_of_credentials(account: Json) -> Iterator[str]:
    there = {one["id"] for one in account["mailboxes"] if one["type"] == "SMTP"}
    for credential in account["credentials"]:
        for number in set(credential["mailboxes"]) - there:
            yield f"the credential {credential['credential_id']} is used by {number}, which is no mailbox"


def _growth(before: Json, after: Json, ran: Counter[str]) -> Iterator[tuple[str, int, int]]:
    """What was made, how many of it the executed operations made, and how many more there are."""

    def more(count: Callable[[Json], int]) -> int:
        return count(after) - count(before)

    in_example = len(example_bodies(operations()["createCompanies"])[0]["companies"])
    companies = ran["createCompanies"] * in_example
    keys = companies + ran["createCompanyApiKey"]
    credentials = ran["createMicrosoftCredential"] - ran["deleteMicrosoftCredential"]
    linkedin = ran["createLinkedinAccount"]
    links = linkedin + ran["generateLinkedinConnectLink"]
    batches = ran["connectMailboxes"]
    yield "companies", companies, more(lambda world: sum(len(one["companies"]) for one in world["agencies"]))
    yield "keys", keys, more(lambda world: len(_keys(world)))
    yield "credentials", credentials, more(_in_accounts("credentials"))
    yield "LinkedIn accounts", linkedin, more(_in_accounts("linkedin"))
    yield "login links", links, more(_links)
    yield "batches", batches, more(_in_accounts("batches"))

    through_batches = more(lambda world: sum(_succeeded(batch) for batch in _each(world, "batches")))
    through_microsoft = more(lambda world: sum(len(one["mailboxes"]) for one in _each(world, "credentials")))
    mailboxes = more(_in_accounts("mailboxes")) // 2
    yield "mailboxes", through_batches + through_microsoft, mailboxes

    in_batches = more(lambda world: sum(len(one["done"]) + len(one["pending"]) for one in _each(world, "batches")))
    people = more(lambda world: sum(1 for agency in world["agencies"] for _ in _people(agency)))
    deletions = ran["deleteCompanyProspects"]
    made = companies + keys + ran["createMicrosoftCredential"] + linkedin + batches + people + deletions
    ids = made + 2 * (in_batches + through_microsoft)
    yield "ids", ids, after["next_id"] - before["next_id"]


def _each(world: Json, what: str) -> Iterator[Json]:
    for account in _accounts(world):
        yield from account.get(what, ())


def _in_accounts(what: str) -> Callable[[Json], int]:
    return lambda world: sum(1 for _ in _each(world, what))


def _links(world: Json) -> int:
    return sum(one["links"] for one in _each(world, "linkedin"))


def _succeeded(batch: Json) -> int:
    return sum(not email.startswith("fail") for email in batch["done"])
