"""Every operation with every kind of header: each row of the decision table, and what comes close to it."""

from __future__ import annotations

from collections.abc import Iterator

from woodpecker_mock.world import ApiKey

from .bench import Bench, Pairs
from .samples import all_operations, sample_body, sample_path

THOROUGHLY = ("getMe", "updateMailboxFooter", "listCompanies", "createCompanyApiKey")
"""Operations of both families, reading and writing, that get the rarer headers as well."""


async def probe(bench: Bench) -> None:
    everywhere = [*_keys(bench), *_unpaid(bench), *_contexts(bench)]
    rarer = [*_near_keys(bench), *_odd_contexts(bench)]
    for operation in all_operations():
        path, body = sample_path(bench, operation), sample_body(operation)
        for headers in [*everywhere, *(rarer if operation.id in THOROUGHLY else ())]:
            await bench.call(operation.id, headers=headers, **body, **path)
    await _revoked(bench)
    await _strange_companies(bench)
    await _wrong_methods(bench)


def _own_key(bench: Bench) -> str:
    return (bench.agency if bench.kind == "hq" else bench.company(0)).keys[0].value


def _keys(bench: Bench) -> Iterator[Pairs]:
    """A key that is missing, wrong, or in the wrong place."""
    key, context = _own_key(bench), str(bench.company(0).id)
    yield []
    yield [("x-company-id", context)]
    yield [("authorization", f"Bearer {key}")]
    yield [("x-api-key", "wrong")]
    yield [("x-api-key", "wrong"), ("x-company-id", "abc")]
    yield [("x-api-key", key), ("x-api-key", "wrong")]


def _near_keys(bench: Bench) -> Iterator[Pairs]:
    """Keys that are nearly right, and headers that are given twice."""
    key, context = _own_key(bench), str(bench.company(0).id)
    near = ("", key.upper(), key.swapcase(), key[:-1], f"{key}x", key[:12] + "x" * 9, f"Bearer {key}", f"{key},{key}")
    yield from ([("x-api-key", one)] for one in near)
    yield [("x-api-key", key), ("x-api-key", key)]
    yield [("x-api-key", "wrong"), ("x-api-key", key)]
    yield [("X-API-KEY", key)]
    for other in (context, str(bench.company(1).id)):
        yield [("x-api-key", key), ("x-company-id", context), ("x-company-id", other)]


def _unpaid(bench: Bench) -> Iterator[Pairs]:
    """Keys of all other agencies, most of which have not paid for something, with and without a company context."""
    for agency in bench.world.agencies[1:]:
        company = next(iter(agency.companies.values()))
        key = (agency if bench.kind == "hq" else company).keys[0].value
        yield [("x-api-key", key)]
        yield [("x-api-key", key), ("x-company-id", str(company.id))]
        yield [("x-api-key", key), ("x-company-id", str(bench.company(0).id))]
        yield [("x-api-key", key), ("x-company-id", "abc")]


def _contexts(bench: Bench) -> Iterator[Pairs]:
    """Company contexts: none, good, switched off, strange, and no number."""
    own = str(bench.company(0).id)
    off = next(str(one.id) for one in bench.agency.companies.values() if not one.active)
    foreign = str(next(iter(bench.world.agencies[1].companies)))
    yield [("x-api-key", _own_key(bench))]
    for context in (own, str(bench.company(1).id), off, foreign, "0", "abc"):
        yield [("x-api-key", _own_key(bench)), ("x-company-id", context)]


def _odd_contexts(bench: Bench) -> Iterator[Pairs]:
    """Company contexts that are nearly numbers, or nearly companies; and the key of a colleague."""
    own, home = str(bench.company(0).id), str(bench.agency.account.id)
    numbers = ("-1", f"-{own}", f"0{own}", "1", "9" * 30, home, str(2**63 - 1), str(2**64))
    texts = ("", "null", "true", "1.0", f"{own}.0", f"+{own}", "0x1", f"{own}abc", f"{own} {own}", f"{own},{own}")
    other_digits = "".join(chr(0x660 + int(digit)) for digit in own)
    for context in (*numbers, *texts, "1e3", "--1", "²", "1_000", other_digits):
        yield [("x-api-key", _own_key(bench)), ("x-company-id", context)]
    if bench.kind == "hq":
        colleague = bench.agency.keys[1].value
        yield [("x-api-key", colleague)]
        yield [("x-api-key", colleague), ("x-company-id", own)]


async def _revoked(bench: Bench) -> None:
    """A key works as soon as it is there, and not a moment longer."""
    owner = bench.company(1)
    holder = bench.agency if bench.kind == "hq" else owner
    key = ApiKey("900000.madeforthisprobe", bench.agency.keys[0].user)
    for _ in range(2):
        await bench.call("getMe", headers=[("x-api-key", key.value)])
        holder.keys.append(key)
        await bench.call("getMe", headers=[("x-api-key", key.value)])
        holder.keys.remove(key)
        await bench.call("getMe", headers=[("x-api-key", key.value)])


async def _strange_companies(bench: Bench) -> None:
    """Companies in the path that are not the agency's, or are switched off."""
    foreign = next(iter(bench.world.agencies[1].companies.values()))
    off = next(one for one in bench.agency.companies.values() if not one.active)
    for operation in all_operations():
        if "{company_id}" in operation.path:
            path, body = sample_path(bench, operation), sample_body(operation)
            for number in (foreign.id, off.id, 1, bench.agency.account.id, 2**63 - 1):
                await bench.call(operation.id, **body, **(path | {"company_id": number}))


async def _wrong_methods(bench: Bench) -> None:
    """Paths with other methods, and paths that are none."""
    key: Pairs = [("x-api-key", _own_key(bench))]
    for operation in all_operations():
        path = operation.path.lstrip("/").format(**sample_path(bench, operation))
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"):
            for headers in (key, []):
                if method not in _methods(operation.path):
                    await bench.send(bench.request(method, path, headers))
    for path in ("v2", "v2/agency", "v2/agency/companies/1", "v2/mailboxes/1/2", "v1/mailboxes", "nothing"):
        await bench.send(bench.request("GET", path, key))


def _methods(path: str) -> set[str]:
    return {one.method for one in all_operations() if one.path == path}
