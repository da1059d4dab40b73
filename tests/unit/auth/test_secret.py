from __future__ import annotations

import copy
import json
import pickle

import httpx
import pytest
from woodpecker_auth import Secret
from woodpecker_auth.secret import SecretBytes


def test_a_secret_is_its_value_and_does_not_show_it():
    secret = Secret("hunter2")
    assert secret == "hunter2" and str(secret) == "hunter2" and json.dumps([secret]) == '["hunter2"]'
    for shown in (repr(secret), f"{secret!r}", "%r" % secret, ascii(secret), repr({"password": [secret]})):  # noqa: UP031
        assert "hunter2" not in shown and "Secret('***')" in shown


def test_copies_of_a_secret_are_itself():
    secret = Secret("hunter2")
    assert copy.copy(secret) is secret and copy.deepcopy([secret])[0] is secret


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_secret_is_not_pickled(protocol):
    with pytest.raises(TypeError, match="cannot be pickled") as refused:
        pickle.dumps({"password": Secret("hunter2")}, protocol)
    assert "hunter2" not in str(refused.value)


def test_secret_bytes_stay_hidden_from_headers_to_a_log_line():
    headers = httpx.Headers([(b"x-api-key", SecretBytes(b"hunter2"))]).copy()
    name, value = next(pair for pair in headers.raw)
    assert value == b"hunter2" and headers["x-api-key"] == "hunter2"
    assert "%s=%s" % (name.strip(), value.strip()) == "b'x-api-key'=b'***'"  # noqa: UP031
    assert "hunter2" not in repr(headers.raw)
