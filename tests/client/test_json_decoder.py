"""Both decoders give the same results, for JSON and for what only looks like it."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from woodpecker_runtime import json_decoder
from woodpecker_runtime.json_body import json_body

NUMBERS = ["0", "-0", "-0.0", "1.0", "1E2", "0.1", "5e-324", "1e400", "-1e400", "1.7976931348623159e308", "01", "NaN"]
INTEGERS = [str(2**63), str(2**64), str(-(2**63) - 1), "1" * 400, "1" * 5000]
DOCUMENTS = [
    *(text.encode() for text in [*NUMBERS, *INTEGERS, "[Infinity]", "[-Infinity]", '{"a": 1, "a": 2}', '{"": 1}']),
    *(b'"\\ud800"', b'"\\ud83d\\ude00"', b'"\\u0000"', b'"\t"', b'"a\\/b"', b' {"a": [] } ', b"{}x"),
    *(b"", b" ", b"{", b'"\xff"', b'"\xc0\x80"', b'"\xed\xa0\x80"', b"\xef\xbb\xbf{}", b"[" * 5000 + b"]" * 5000),
    *('{"a": "ä"}'.encode(encoding) for encoding in ["utf-8", "utf-16", "utf-16-le", "utf-32", "latin-1"]),
]


def outcome(decode: Callable[[bytes], object], document: bytes) -> object:
    """The result with its types, or the class of the error that stands for it."""
    try:
        return described(decode(document))
    except RecursionError:
        return RecursionError
    except ValueError:
        return ValueError


def described(value: object) -> object:
    """A value as something that differs where the value or a type in it does."""
    if isinstance(value, dict):
        return dict, [(key, described(part)) for key, part in value.items()]
    if isinstance(value, list):
        return list, [described(part) for part in value]
    if isinstance(value, float):
        return float, "NaN" if math.isnan(value) else value.hex()
    return type(value), value


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: repr(document[:20]))
def test_a_document_is_decoded_as_by_the_standard_library(document):
    assert outcome(json_decoder.decode_json, document) == outcome(json.loads, document)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda parts: st.lists(parts) | st.dictionaries(st.text(), parts),
)


@given(JSON, st.booleans())
def test_what_json_writes_is_decoded_as_by_the_standard_library(value, ascii_only):
    document = json.dumps(value, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
    assert outcome(json_decoder.decode_json, document) == outcome(json.loads, document)


@given(st.text(st.sampled_from('[]{}",:-+.eE0123456789tfn\\u/ ')).map(str.encode) | st.binary())
def test_what_is_hardly_json_is_decoded_as_by_the_standard_library(document):
    assert outcome(json_decoder.decode_json, document) == outcome(json.loads, document)


def test_msgspec_decodes_where_it_is_installed():
    assert json_decoder.decode_json is not json.loads


@pytest.fixture
def without_msgspec(monkeypatch):
    """The module as it is where msgspec is not installed."""
    monkeypatch.setitem(sys.modules, "msgspec.json", None)
    return loaded_anew()


def loaded_anew() -> ModuleType:
    assert json_decoder.__file__ is not None
    spec = spec_from_file_location("json_decoder_anew", json_decoder.__file__)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_standard_library_decodes_where_msgspec_is_not_installed(without_msgspec):
    assert without_msgspec.decode_json is json.loads


@pytest.mark.parametrize("document", [b"NaN", b"\xef\xbb\xbf{}", b'"\\ud800"'])
def test_a_body_that_msgspec_refuses_is_still_read(document):
    response = httpx.Response(200, content=document, headers={"content-type": "application/json"})
    assert described(json_body(response)) == described(json.loads(document))
