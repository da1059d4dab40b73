"""Bugs in the effects of a request on an agency: companies, people, keys and blacklists."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TypeAlias
from zoneinfo import available_timezones

from ..handlers.operation_call import Body, OperationCall
from ..http.problem import Problem
from ..world.accounts import User
from .bodies import as_object
from .mutant import MutantKind

agency_state = MutantKind("state")

Handle: TypeAlias = Callable[[OperationCall], Body]


@agency_state.handling("createCompanies")
def half_is_created_on_conflict(call: OperationCall, original: Handle) -> Body:
    """When one of several names is taken, the companies before it are created."""
    companies = call.body["companies"]
    try:
        return original(call)
    except Problem:
        for one in companies:
            with suppress(Problem):
                original(replace(call, body={"companies": [one]}))
        raise


@agency_state.handling("createCompanies")
def taken_name_is_accepted(call: OperationCall, original: Handle) -> Body:
    """A company may have the name of another one."""
    wanted = [one["name"] for one in call.body["companies"]]
    body = as_object(
        original(
            replace(call, body={"companies": [{"name": f"new {at}{call.world.now()}"} for at, _ in enumerate(wanted)]})
        )
    )
    for name, one in zip(wanted, body["companies"], strict=True):
        call.agency.companies[one["id"]].account.name = one["name"] = name
    return body


@agency_state.handling("createCompanies")
def new_company_has_no_key(call: OperationCall, original: Handle) -> Body:
    """No key is made together with a company."""
    body = as_object(original(call))
    for one in body["companies"]:
        call.agency.companies[one["id"]].keys.clear()
    return body


@agency_state.handling("createCompanyApiKey")
def label_is_lost(call: OperationCall, original: Handle) -> Body:
    """The label of a new key is not stored."""
    body = original(call)
    call.company.keys[-1].label = None
    return body


@agency_state.handling("listCompanyApiKeys")
def keys_of_colleagues_are_listed(call: OperationCall, original: Handle) -> Body:
    """A user sees the keys that others made, too."""
    me = call.decision.owner.key.user
    makers = [(key, key.user) for key in call.company.keys]
    for key, _ in makers:
        key.user = me
    try:
        return original(call)
    finally:
        for key, maker in makers:
            key.user = maker


@agency_state.handling("inviteGuests")
def second_invitation_adds_a_user(call: OperationCall, original: Handle) -> Body:
    """Inviting an address again adds another user."""
    body = as_object(original(call))
    known = call.company.users
    for guest in call.body["guests"]:
        if not any(one.name == guest["name"] and one.email == guest["email"] for one in known):
            known.append(User(call.world.new_id(), guest["name"], guest["email"], ["guest"]))
    return body


@agency_state.handling("inviteGuests")
def guest_is_listed_at_once(call: OperationCall, original: Handle) -> Body:
    """A guest is listed before accepting the invitation."""
    body = original(call)
    for user in call.company.users:
        user.accepted = True
    return body


@agency_state.handling("updateGuestPermissions")
def permissions_are_merged(call: OperationCall, original: Handle) -> Body:
    """New permissions are added to the old ones instead of replacing them."""
    before = {user.id: user.guest_permissions for user in call.company.users}
    body = original(call)
    for user in call.company.users:
        user.guest_permissions = list(dict.fromkeys([*before[user.id], *user.guest_permissions]))
    return body


@agency_state.handling("updateGuestPermissions")
def permissions_before_a_wrong_id_stay(call: OperationCall, original: Handle) -> Body:
    """When a guest of several is unknown, the permissions before that one are changed."""
    for one in call.body["guests"]:
        original(replace(call, body={"guests": [one]}))
    return None


@agency_state.handling("createLinkedinAccount")
def time_zones_may_be_aliases(call: OperationCall, original: Handle) -> Body:
    """A LinkedIn account is created with the alias of a time zone, too."""
    zone = call.body["timezone"]
    return original(replace(call, body={"timezone": "Europe/London" if zone in available_timezones() else zone}))


@agency_state.handling("deleteCompanyProspects")
def prospects_stay(call: OperationCall, original: Handle) -> Body:
    """Deleted prospects are still there to be deleted again."""
    company = call.company
    count = company.prospects
    body = original(call)
    company.prospects = count
    return body


def _list(call: OperationCall) -> str:
    """Which blacklist it is about: `emails` or `domains`."""
    return call.operation.path.rpartition("/")[2]


@agency_state.handling("addBlacklistedEmails", "addBlacklistedDomains")
def blacklist_takes_only_the_first(call: OperationCall, original: Handle) -> Body:
    """Of several entries for a blacklist only the first is added."""
    kind = _list(call)
    return original(replace(call, body=call.body | {kind: call.body[kind][:1]}))


@agency_state.handling("addBlacklistedEmails", "addBlacklistedDomains")
def blacklist_holds_entries_twice(call: OperationCall, original: Handle) -> Body:
    """An entry that is on a blacklist already is added again."""
    kind = _list(call)
    getattr(call.agency, kind).extend(call.body[kind])
    return None


@agency_state.handling("removeBlacklistedEmails", "removeBlacklistedDomains")
def blacklist_removes_by_beginning(call: OperationCall, original: Handle) -> Body:
    """Removing an entry removes all that begin with it."""
    kind = _list(call)
    kept = [one for one in getattr(call.agency, kind) if not one.startswith(tuple(call.body[kind]))]
    setattr(call.agency, kind, kept)
    return None


@agency_state.handling("removeBlacklistedEmails", "removeBlacklistedDomains")
def blacklist_is_emptied(call: OperationCall, original: Handle) -> Body:
    """Removing an entry empties the whole blacklist."""
    setattr(call.agency, _list(call), [])
    return None
