"""Whatever is passed to an operation is sent as what the spec says, or refused by its name before anything is sent."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections import deque
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from decimal import Decimal
from enum import Enum
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, Literal, get_args, get_origin, get_type_hints
from uuid import UUID

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from woodpecker_auth import Secret
from woodpecker_client import UNSET, InvalidValue, PolicyError, UnexpectedResponse, WoodpeckerError, api, models
from woodpecker_client.api.companies import list_companies
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.model import Model
from woodpecker_runtime.types import Unset
from woodpecker_runtime.vendor_time import VendorTime

from tests.client.conftest import Network


class _Nowhere(tzinfo):
    def utcoffset(self, moment: datetime | None) -> timedelta:
        raise RuntimeError("a time zone of somebody else's")


#: What belongs nowhere, or in one place only.
WILD: list[Any] = [
    None, True, 0, -1, 2**63, 10**5000, -(10**5000), 1.5, float("nan"), float("inf"), 1j, Decimal("NaN"),
    "", "7", "\ud800", "a\udfffb", "\x00", "ü" * 9, b"", b"\xff", bytearray(b"x"), Secret("\ud800"),
    date(1, 1, 1), datetime(2025, 1, 1), datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 1, 1, tzinfo=_Nowhere()),
    time(1), timedelta(1), UUID(int=1), VendorTime(7), VendorTime("\ud800"), VendorTime({"a": {1}}),
    [], [[]], [None], [{}], ["\ud800"], (), ("a",), set(), {"a"}, frozenset("a"), deque("a"), iter("ab"), range(2),
    {}, {"a": {1}}, {1: 2}, {"\ud800": "\ud800"}, object(), object, len, UNSET, ..., json,
    httpx.Timeout(None), 1e400, -0.0,
]  # fmt: skip
#: Every operation's module.
MODULES: list[ModuleType] = [
    import_module(f"{api.__name__}.{tag.name}.{one.name}")
    for tag in iter_modules(api.__path__)
    for one in iter_modules(import_module(f"{api.__name__}.{tag.name}").__path__)
]
_MODELS: list[type[Model]] = [getattr(models, name) for name in models.__all__]
RIGHT: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    int: st.integers(1, 9),
    str: st.text("aü", max_size=2),
    date: st.dates(),
    Secret: st.just("secret"),
    VendorTime: st.just("2025-01-01T00:00:00Z") | st.datetimes(timezones=st.just(UTC)),
}


def right(kind: Any, wrong: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values of a type, whose parts may be wrong: functions that make them, as making them may be refused, too."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is list:
        return st.lists(any_of(inner[0], wrong), max_size=2).map(lambda makers: lambda: [make() for make in makers])
    if origin is Literal:
        return st.sampled_from(inner).map(_just)
    if origin is not None:
        return st.one_of([right(one, wrong) for one in inner])
    if kind in (Unset, type(None)):
        return st.just(_just(UNSET if kind is Unset else None))
    if isinstance(kind, type) and issubclass(kind, Model):
        return models_of(kind, wrong)
    return RIGHT[kind].map(_just)


def models_of(kind: type[Model], wrong: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    fields = {name: any_of(hints[name], wrong) for name in kind._names}

    def maker(makers: dict[str, Callable[[], Any]]) -> Callable[[], Any]:
        return lambda: kind(**{name: make() for name, make in makers.items()})

    return st.fixed_dictionaries(fields).map(maker)


def any_of(kind: Any, wrong: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return right(kind, wrong) | wrong


def _just(value: Any) -> Callable[[], Any]:
    return lambda: value


NOTHING_WRONG: st.SearchStrategy[Any] = st.nothing()
EMPTY_MODELS = st.sampled_from(_MODELS).map(lambda kind: lambda: object.__new__(kind))
# By their places: hypothesis cannot print all of them.
WRONG = st.integers(0, len(WILD) - 1).map(lambda place: lambda: WILD[place]) | EMPTY_MODELS


def parameters_of(module: ModuleType) -> dict[str, Any]:
    """The types of what an operation takes for itself."""
    hints = get_type_hints(module.sync_detailed)
    return {name: hints[name] for name in inspect.signature(module.sync_detailed).parameters if name not in _COMMON}


_COMMON = ("client", "timeout", "deadline")


def arguments(module: ModuleType, wrong: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Callable[[], Any]]]:
    kinds = parameters_of(module)
    common = {name: st.just(_just(UNSET)) | wrong for name in ("timeout", "deadline")}
    return st.fixed_dictionaries({name: any_of(kind, wrong) for name, kind in kinds.items()}, optional=common)


def respond(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json=[])


def outcomes(
    module: ModuleType, makers: dict[str, Callable[[], Any]]
) -> Iterator[tuple[WoodpeckerError | None, Network]]:
    """How a call ends in each form, and what it sent."""
    for form, kind in (("sync_detailed", Client), ("asyncio_detailed", AsyncClient)):
        network = Network(respond)
        client = kind("https://api.example", transport=httpx.MockTransport(network), max_retries=0)

        def call(form: str = form, client: Any = client) -> Any:
            return getattr(module, form)(client=client, **{name: make() for name, make in makers.items()})

        async def awaited(call: Callable[[], Any] = call) -> None:
            await call()

        try:
            call() if kind is Client else asyncio.run(awaited())
        except WoodpeckerError as failure:
            yield failure, network
        else:
            yield None, network


def _named(module: ModuleType) -> set[str]:
    """What a refusal may name: parameters, and fields of models inside them."""
    names = {*parameters_of(module), "timeout", "deadline"}
    return names.union(*(kind._names for kind in _MODELS), {"a secret", "a time", "additional_properties"})


CHECKED = settings(max_examples=60, deadline=None, database=None, derandomize=True)
each_operation = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.OPERATION.id)


def test_there_are_29():
    assert len({module.OPERATION.id for module in MODULES}) == 29


@each_operation
def test_wild_arguments_end_in_a_result_or_in_a_refusal_by_name(module):
    @CHECKED
    @given(arguments(module, WRONG))
    def holds(makers: dict[str, Callable[[], Any]]) -> None:
        for failure, network in outcomes(module, makers):
            if not network.sent:
                assert isinstance(failure, InvalidValue | PolicyError)
                assert isinstance(failure, PolicyError) or any(name in str(failure) for name in _named(module))
                assert "cannot be sent (" not in str(failure)

    holds()


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda to: to.companies.list(active="false"), "active should be a boolean, not text"),
        (lambda to: to.companies.users.list(1, role=True), "role should be text, not a boolean"),
        (lambda to: to.companies.list(active=None), "active should be a boolean, not null"),
        (lambda to: to.deliverability.list(from_="2025-01-01"), "from_ should be a date, not text"),
        (lambda to: to.companies.users.list(1, role="\ud800"), "role holds a lone surrogate"),
        (
            lambda to: to.companies.users.list(10**5000),
            "company_id should be a positive integer of at most 64 bits, not int",
        ),
        (
            lambda to: to.blacklist.domains.add(domains={"a.example"}),
            "domains should be a list, not a value of type set",
        ),
        (lambda to: to.blacklist.domains.add(domains=["a.example", 7]), r"domains\[1\] should be text, not a number"),
        (
            lambda to: to.companies.guests.invite(1, guests=[models.ApiKeyCreate("a")]),
            r"guests\[0\] should be a GuestInvite",
        ),
    ],
)
def test_what_does_not_fit_is_named(agency, call, says):
    to, network = agency(respond)
    with to, pytest.raises(InvalidValue, match=says):
        list(call(to))
    assert network.sent == []


@pytest.mark.parametrize("moment", [date(2025, 1, 1), datetime(2025, 1, 1), datetime(2025, 1, 1, tzinfo=_Nowhere()), 7])
def test_what_is_no_moment_is_named(account, moment):
    with account() as to, pytest.raises(InvalidValue, match="^secret_expires_at "):
        to.mailboxes.microsoft.credentials.create(
            tenant_id="t", client_id="c", client_secret="s", secret_expires_at=moment
        )


@pytest.mark.parametrize("page", [True, 1.0, "1", float("nan")])
def test_what_is_no_integer_is_named(page):
    with Client("https://api.example", transport=httpx.MockTransport(respond)) as client:
        with pytest.raises(InvalidValue, match="^page should be an integer"):
            list_companies.sync(client=client, page=page)


def test_a_member_of_an_enum_of_texts_is_sent_as_its_text(agency):
    to, network = agency(respond)
    with to, pytest.raises(UnexpectedResponse):
        list(to.companies.users.list(1, role=Enum("Role", {"ADMIN": "admin"}, type=str).ADMIN))
    assert network.sent[0].url.params["role"] == "admin"


def test_every_year_has_four_digits(agency):
    to, network = agency(respond)
    with to, pytest.raises(UnexpectedResponse):
        list(to.deliverability.list(from_=date(1, 1, 1), to=datetime(2025, 1, 2, 3)))
    assert network.sent[0].url.query == b"from=0001-01-01&to=2025-01-02&page=1"


@each_operation
def test_right_arguments_are_sent(module):
    @CHECKED
    @given(arguments(module, NOTHING_WRONG))
    def holds(makers: dict[str, Callable[[], Any]]) -> None:
        for failure, network in outcomes(module, makers):
            assert len(network.sent) == 1, failure

    holds()
