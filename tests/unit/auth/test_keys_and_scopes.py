"""Keys are checked and never shown; scopes are checked and never change."""

from __future__ import annotations

import copy
import pickle
import traceback
from typing import Any

import pytest
from woodpecker_auth import OWN_ACCOUNT, ClientKey, CompanyScope, HQKey, PolicyError, Secret, company_id

CANARY = "canary-key"


@pytest.mark.parametrize("kind", [HQKey, ClientKey])
@pytest.mark.parametrize(
    "bad", ["", f" {CANARY}", f"{CANARY}\n", f"{CANARY}\0", "ключ" + CANARY, CANARY * 60, f"{CANARY}\x7f"]
)
def test_a_key_that_cannot_be_sent_is_refused_without_being_shown(kind: Any, bad: str) -> None:
    with pytest.raises(PolicyError) as refused:
        kind(bad)
    assert refused.value.reason == "invalid_key"
    shown = "".join(traceback.format_exception(refused.value)) + repr(refused.value.args) + repr(refused.value)
    assert CANARY not in shown
    assert refused.value.__cause__ is None and refused.value.__context__ is None


@pytest.mark.parametrize("bad", [None, 1, b"bytes", ["k"]])
def test_a_key_is_text(bad: Any) -> None:
    with pytest.raises(PolicyError, match="is text"):
        HQKey(bad)


def test_a_key_shows_nothing_and_stays_where_it_is() -> None:
    key = HQKey(CANARY)
    assert repr(key) == str(key) == "HQKey('***')" and CANARY not in f"{key.value!r}"
    assert key.value == CANARY
    assert key == HQKey(CANARY) != ClientKey(CANARY) and hash(key) == hash(HQKey(CANARY))
    for thing in (key, key.value, Secret(CANARY)):
        with pytest.raises(TypeError):
            pickle.dumps(thing)
    with pytest.raises(AttributeError):
        key._value = Secret("other")  # type: ignore[misc]


def test_a_secret_is_its_value_and_copies_are_itself() -> None:
    secret = Secret(CANARY)
    assert secret == CANARY and f"{secret}" == CANARY and type(str(secret)) is str
    assert copy.deepcopy([secret])[0] is copy.copy(secret) is secret


@pytest.mark.parametrize("bad", [0, -1, 2**63, True, False, 1.0, "7", None, 7j, [7]])
def test_what_is_no_company_id_is_refused(bad: Any) -> None:
    for make in (company_id, CompanyScope):
        with pytest.raises(PolicyError) as refused:
            make(bad)
        assert refused.value.reason == "invalid_company_id"


@pytest.mark.parametrize("good", [1, 880101, 2**63 - 1])
def test_a_company_id_is_a_positive_64_bit_integer(good: int) -> None:
    assert company_id(good) == good == CompanyScope(good).company_id


def test_scopes_cannot_change_and_the_own_account_is_one_thing() -> None:
    with pytest.raises(AttributeError):
        CompanyScope(1).company_id = 2  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(OWN_ACCOUNT)) is copy.deepcopy(OWN_ACCOUNT) is OWN_ACCOUNT


def test_a_refusal_survives_a_pickle() -> None:
    refusal = PolicyError("no", "company_mismatch")
    twin = pickle.loads(pickle.dumps(refusal))
    assert (str(twin), twin.reason) == ("no", "company_mismatch")
