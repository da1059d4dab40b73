"""A request for each operation that its row would let in and the operation could accept."""

from __future__ import annotations

from typing import Any

from ..contract import Operation, operations
from .harness import Harness


def sample_path(harness: Harness, operation: Operation) -> dict[str, Any]:
    """Ids that exist in the agency's first company, and in the account that account routes work in by default."""
    company = harness.company(0)
    account = company.account if harness.kind == "client" else harness.agency.account
    known = {
        "company_id": company.id,
        "account_id": next(iter(company.linkedin)),
        "id": next(iter(account.mailboxes)),
        "credential_id": next(iter(account.credentials), 1),
        "batch_id": next(iter(account.batches), 1),
    }
    return {name: known[name] for name in known if f"{{{name}}}" in operation.path}


def sample_body(operation: Operation) -> dict[str, Any]:
    """The first example of the spec as the argument `body`, where the operation takes one."""
    if "requestBody" not in operation.raw:
        return {}
    examples = operation.raw["requestBody"]["content"]["application/json"]["examples"]
    return {"body": next(iter(examples.values()))["value"]}


def all_operations() -> list[Operation]:
    return list(operations().values())
