"""Who a key belongs to, the people of a company, and its keys."""

from __future__ import annotations

from typing import Any

from ..contract import Json
from ..facts import ABSENT
from ..matching import anything
from .call import Accepted, Call, NotFound, Outcome

_PAGE = 50


def me(call: Call) -> Outcome:
    user = call.user
    name = call.before[call.account, "account"]["name"]
    return Accepted(
        {
            "user_id": user["id"],
            "user_name": user["name"],
            "user_email": user["email"],
            "firm_id": call.account,
            "firm_name": name,
        }
    )


def users(call: Call) -> Outcome:
    role = call.given.get("role")
    people = [one for _, one in call.before.of(call.company, "user") if role in (None, *one["roles"])]
    people = [_shown(one) for one in people if one["accepted"]]
    return Accepted(call.page(people, _PAGE))


def invite(call: Call) -> Outcome:
    company = call.company
    known = {one["email"]: one for _, one in call.before.of(company, "user")}
    ids = _by_email(call.response)
    changes: dict[tuple[Any, ...], Any] = {}
    for guest in call.body["guests"]:
        email = guest["email"]
        # The first invitation of an address counts, whatever a later one says.
        if email not in known:
            known[email] = {
                "id": call.new_id(ids.get(email)),
                "name": guest["name"],
                "email": email,
                "roles": ["guest"],
                "guest_permissions": guest.get("guest_permissions") or [],
                "accepted": False,
            }
            changes[company, "user", known[email]["id"]] = known[email]
    invited = [{"id": known[one["email"]]["id"], "email": one["email"]} for one in call.body["guests"]]
    return Accepted({"guests": invited}, changes)


def permissions(call: Call) -> Outcome:
    company = call.company
    changes: dict[tuple[Any, ...], Any] = {}
    for one in call.body["guests"]:
        guest = call.known("user", one["id"], company)
        if "guest" not in guest["roles"] or not guest["accepted"]:
            raise NotFound
        changes[company, "user", guest["id"]] = {**guest, "guest_permissions": one["permissions"]}
    return Accepted(None, changes)


def api_keys(call: Call) -> Outcome:
    keys = call.before.of(call.company, "key")
    own = [{"api_key": key, "label": one["label"]} for key, one in keys if one["user"]["id"] == call.decision.user]
    return Accepted(call.page(own, _PAGE))


def new_api_key(call: Call) -> Outcome:
    key = (
        call.new_id(call.response["api_key"])
        if isinstance(call.response, dict) and "api_key" in call.response
        else None
    )
    stored = {"user": call.user, "label": call.body["label"]}
    return Accepted({"api_key": anything}, {(call.company, "key", key): stored})


def _shown(user: Json) -> Json:
    return {name: value for name, value in user.items() if name != "accepted"}


def _by_email(body: Any) -> dict[str, Any]:
    """Ids in the response to an invitation; the form is the mock's, because the vendor shows none."""
    listed = body.get("guests", []) if isinstance(body, dict) else []
    return {one.get("email", ABSENT): one.get("id") for one in listed if isinstance(one, dict)}
