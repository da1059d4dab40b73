from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError
from enum import IntEnum

import pytest
from woodpecker_auth import OWN_ACCOUNT, CompanyScope, validate_company_id


class Int64(int):
    """Like the integers of array libraries, which are not plain ints either."""


class Number(IntEnum):
    SEVEN = 7


@pytest.mark.parametrize("value", [1, 880101, 2**63 - 1])
def test_a_positive_integer_of_64_bits_is_a_company_id(value):
    assert validate_company_id(value) == value == CompanyScope(value).company_id


@pytest.mark.parametrize(
    ("value", "named"),
    [
        (True, "bool"), (False, "bool"), (1.0, "float"), ("7", "str"), (b"7", "bytes"), (None, "NoneType"),
        (Int64(7), "Int64"), (Number.SEVEN, "Number"), (0, "not 0"), (-5, "not -5"), (2**63, str(2**63)),
        (10**5000, "int"), ("canary-key", "str"),
    ],
    ids=lambda value: str(type(value)),
)  # fmt: skip
@pytest.mark.parametrize("check", [validate_company_id, CompanyScope])
def test_anything_else_is_refused_by_type_or_number(refused, check, value, named):
    with refused("invalid_company_id") as caught:
        check(value)
    assert named in str(caught.value) and "canary" not in str(caught.value) and len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "text", ["", "0", "-1", "+1", " 1", "1 ", "1.0", "1e3", "1_0", "٣", "²", "1,2", "9" * 19, "9" * 5000]
)
def test_an_invalid_company_header_is_refused(refused, text):
    with refused("invalid_company_id"):
        CompanyScope.from_header(text)


def test_a_header_in_plain_digits_names_a_company():
    assert CompanyScope.from_header(str(2**63 - 1)) == CompanyScope(2**63 - 1)


def test_a_scope_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        CompanyScope(1).company_id = 2  # type: ignore[misc]


@pytest.mark.parametrize("twin", [copy.copy, copy.deepcopy, lambda scope: pickle.loads(pickle.dumps(scope))])
def test_scopes_survive_copies_and_pickles(twin):
    assert twin(OWN_ACCOUNT) is OWN_ACCOUNT and twin(CompanyScope(7)) == CompanyScope(7)
    assert repr(OWN_ACCOUNT) == "OWN_ACCOUNT" and repr(CompanyScope(7)) == "CompanyScope(company_id=7)"
