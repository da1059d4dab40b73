from __future__ import annotations

import copy
import pickle
import traceback

import pytest
from woodpecker_auth import ClientKey, HQKey, PolicyError, Secret

KINDS = pytest.mark.parametrize("kind", [HQKey, ClientKey])


@KINDS
@pytest.mark.parametrize("value", ["!", "~", "x" * 512, "12.aB", Secret("canary")])
def test_visible_ascii_of_1_to_512_characters_is_a_key(kind, value):
    assert kind(value).value == value and isinstance(kind(value).value, Secret)


BAD = ["", "x" * 513, "canary ", " canary", "canary\n", "can\0ary", "canary\x7f", "canarÿ", "can\tary", "ｃanary"]


@KINDS
@pytest.mark.parametrize("value", [*BAD, b"canary", 17, None, ["canary"]], ids=repr)
def test_anything_else_is_refused_without_showing_it(kind, value):
    def make() -> None:
        # The caller's own locals are the caller's; below this line nothing may hold the value.
        kind(holder[0])

    holder = [value]
    with pytest.raises(PolicyError) as refused:
        make()
    error = refused.value
    assert error.reason == "invalid_key" and error.__cause__ is None and error.__context__ is None
    inside = error.__traceback__.tb_next.tb_next
    assert value is None or value not in inside.tb_frame.f_locals.values()
    shown = [str(error), repr(error), *map(repr, error.args)]
    shown += traceback.TracebackException(PolicyError, error, inside, capture_locals=True).format()
    if value:
        assert not any("canar" in text or "can\0" in text or "xxx" in text for text in shown)


@KINDS
def test_a_key_never_shows_itself(kind):
    key = kind("canary")
    for shown in (repr(key), str(key), f"{key}", f"{[key]}", f"{key.value!r}"):
        assert "canary" not in shown and "***" in shown
    assert repr(key) == f"{kind.__name__}('***')"


@KINDS
def test_a_key_is_not_pickled_and_its_copy_is_itself(kind):
    key = kind("canary")
    with pytest.raises(TypeError, match="an API key cannot be pickled"):
        pickle.dumps(key)
    assert copy.copy(key) is key and copy.deepcopy({"key": key})["key"] is key


@KINDS
def test_a_key_cannot_be_changed(kind):
    key = kind("canary")
    with pytest.raises(AttributeError):
        key._value = Secret("other")
    with pytest.raises(AttributeError):
        del key._value
    with pytest.raises(AttributeError):
        key.label = "mine"
    assert not hasattr(key, "__dict__")


def test_keys_are_equal_by_kind_and_value():
    assert HQKey("a") == HQKey("a") != HQKey("b") and HQKey("a") != ClientKey("a") and HQKey("a") != "a"
    assert len({HQKey("a"), HQKey("a"), ClientKey("a"), HQKey("b")}) == 3


def test_keys_are_compared_in_constant_time(monkeypatch):
    compared: list[tuple[str, str]] = []
    monkeypatch.setattr("hmac.compare_digest", lambda a, b: compared.append((a, b)) or True)
    assert HQKey("a") == HQKey("b") and compared == [("a", "b")]
