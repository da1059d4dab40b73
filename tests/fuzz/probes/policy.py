"""Every operation with every kind of header: each row of the decision table, and what comes close to it."""

from __future__ import annotations

from collections.abc import Iterator

from woodpecker_mock.world import ApiKey

from .harness import Harness, HeaderList
from .samples import all_operations, sample_body, sample_path

THOROUGHLY = ("getMe", "updateMailboxFooter", "listCompanies", "createCompanyApiKey")
"""Operations of both families, reading and writing, that get the rarer headers as well."""


async def probe(harness: Harness) -> None:
    everywhere = [*_keys(harness), *_unpaid(harness), *_contexts(harness), *_member(harness)]
    rarer = [*_near_keys(harness), *_odd_contexts(harness)]
    for operation in all_operations():
        path, body = sample_path(harness, operation), sample_body(operation)
        for headers in [*everywhere, *(rarer if operation.id in THOROUGHLY else ())]:
            await harness.call(operation.id, headers=headers, **body, **path)
    await _revoked(harness)
    await _unknown_companies(harness)
    await _wrong_methods(harness)


def _own_key(harness: Harness) -> str:
    return (harness.agency if harness.kind == "hq" else harness.company(0)).keys[0].value


def _keys(harness: Harness) -> Iterator[HeaderList]:
    """A key that is missing, wrong, or in the wrong header."""
    key, context = _own_key(harness), str(harness.company(0).id)
    yield []
    yield [("x-company-id", context)]
    yield [("authorization", f"Bearer {key}")]
    yield [("x-api-key", "wrong")]
    yield [("x-api-key", "wrong"), ("x-company-id", "abc")]
    yield [("x-api-key", key), ("x-api-key", "wrong")]


def _near_keys(harness: Harness) -> Iterator[HeaderList]:
    """Keys that are nearly right, and headers that are given twice."""
    key, context = _own_key(harness), str(harness.company(0).id)
    near = ("", key.upper(), key.swapcase(), key[:-1], f"{key}x", key[:12] + "x" * 9, f"Bearer {key}", f"{key},{key}")
    yield from ([("x-api-key", one)] for one in near)
    yield [("x-api-key", key), ("x-api-key", key)]
    yield [("x-api-key", "wrong"), ("x-api-key", key)]
    yield [("X-API-KEY", key)]
    for other in (context, str(harness.company(1).id)):
        yield [("x-api-key", key), ("x-company-id", context), ("x-company-id", other)]


def _unpaid(harness: Harness) -> Iterator[HeaderList]:
    """Keys of all other agencies, most of which have not paid for something, with and without a company context."""
    for agency in harness.world.agencies[1:]:
        company = next(iter(agency.companies.values()))
        key = (agency if harness.kind == "hq" else company).keys[0].value
        yield [("x-api-key", key)]
        yield [("x-api-key", key), ("x-company-id", str(company.id))]
        yield [("x-api-key", key), ("x-company-id", str(harness.company(0).id))]
        yield [("x-api-key", key), ("x-company-id", "abc")]


def _contexts(harness: Harness) -> Iterator[HeaderList]:
    """Company contexts: none, good, inactive, unknown, and no number."""
    own = str(harness.company(0).id)
    off = next(str(one.id) for one in harness.agency.companies.values() if not one.active)
    foreign = str(next(iter(harness.world.agencies[1].companies)))
    yield [("x-api-key", _own_key(harness))]
    for context in (own, str(harness.company(1).id), off, foreign, "0", "abc"):
        yield [("x-api-key", _own_key(harness)), ("x-company-id", context)]


def _odd_contexts(harness: Harness) -> Iterator[HeaderList]:
    """Company contexts that are nearly numbers, or nearly companies; and the key of a colleague."""
    own, home = str(harness.company(0).id), str(harness.agency.account.id)
    numbers = ("-1", f"-{own}", f"0{own}", "1", "9" * 30, home, str(2**63 - 1), str(2**64))
    texts = ("", "null", "true", "1.0", f"{own}.0", f"+{own}", "0x1", f"{own}abc", f"{own} {own}", f"{own},{own}")
    other_digits = "".join(chr(0x660 + int(digit)) for digit in own)
    for context in (*numbers, *texts, "1e3", "--1", "²", "1_000", other_digits):
        yield [("x-api-key", _own_key(harness)), ("x-company-id", context)]
    if harness.kind == "hq":
        colleague = harness.agency.keys[1].value
        yield [("x-api-key", colleague)]
        yield [("x-api-key", colleague), ("x-company-id", own)]


def _member(harness: Harness) -> Iterator[HeaderList]:
    """The key of a user who is no admin: alone, and for a company that was granted and for another one."""
    if harness.kind == "hq":
        shared = harness.world.agencies[-1]
        key = next(key.value for key in shared.keys if "admin" not in key.user.roles)
        yield [("x-api-key", key)]
        for company in shared.companies:
            yield [("x-api-key", key), ("x-company-id", str(company))]


async def _revoked(harness: Harness) -> None:
    """A key works as soon as it is there, and not a moment longer."""
    owner = harness.company(1)
    key_owner = harness.agency if harness.kind == "hq" else owner
    key = ApiKey("900000.madeforthisprobe", harness.agency.keys[0].user)
    for _ in range(2):
        await harness.call("getMe", headers=[("x-api-key", key.value)])
        key_owner.keys.append(key)
        await harness.call("getMe", headers=[("x-api-key", key.value)])
        key_owner.keys.remove(key)
        await harness.call("getMe", headers=[("x-api-key", key.value)])


async def _unknown_companies(harness: Harness) -> None:
    """Companies in the path that are not the agency's, or are inactive."""
    member = list(_member(harness))[:1]
    foreign = next(iter(harness.world.agencies[1].companies.values()))
    off = next(one for one in harness.agency.companies.values() if not one.active)
    for operation in all_operations():
        if "{company_id}" in operation.path:
            path, body = sample_path(harness, operation), sample_body(operation)
            for number in (foreign.id, off.id, 1, harness.agency.account.id, 2**63 - 1):
                await harness.call(operation.id, **body, **(path | {"company_id": number}))
            for headers in member:
                for number in (*harness.world.agencies[-1].companies, foreign.id):
                    await harness.call(operation.id, headers=headers, **body, **(path | {"company_id": number}))


async def _wrong_methods(harness: Harness) -> None:
    """Paths with other methods, and paths that are none."""
    key: HeaderList = [("x-api-key", _own_key(harness))]
    for operation in all_operations():
        path = operation.path.lstrip("/").format(**sample_path(harness, operation))
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"):
            for headers in (key, [], [("x-api-key", "wrong")]):
                if method not in _methods(operation.path):
                    await harness.send(harness.request(method, path, headers))
    for path in ("v2", "v2/agency", "v2/agency/companies/1", "v2/mailboxes/1/2", "v1/mailboxes", "nothing"):
        for headers in (key, [], [("x-api-key", "wrong")]):
            await harness.send(harness.request("GET", path, headers))


def _methods(path: str) -> set[str]:
    return {one.method for one in all_operations() if one.path == path}
