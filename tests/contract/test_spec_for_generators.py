"""What stock generators, reference pages and API clients could not use in drafts of the spec stays mended."""

from __future__ import annotations

from tests.operations import SPEC

SCHEMAS = SPEC["components"]["schemas"]


def test_no_schema_has_a_name_that_generated_code_has() -> None:
    """Go's constructor of `Company` is `NewCompany`; clients for Ruby and Crystal have their own `ApiError`."""
    assert not {f"New{name}" for name in SCHEMAS} & SCHEMAS.keys()
    assert "ApiError" not in SCHEMAS


def test_the_company_header_is_shown_with_a_value() -> None:
    """Without an example, pages leave the header out, and a request acts on the agency's own account."""
    assert SPEC["components"]["parameters"]["CompanyContext"]["example"] == 880101


def test_an_error_without_a_timestamp_can_be_read() -> None:
    assert SCHEMAS["V2Error"]["required"] == ["title", "status", "detail"]


def test_requests_can_be_tried_out_on_the_mock() -> None:
    assert [server["url"] for server in SPEC["servers"]] == [
        "https://api.woodpecker.co/rest",
        "http://127.0.0.1:8080/rest",
    ]
