"""The decision table: who may do what. Each request is decided by one row, which the log shows.

https://developers.woodpecker.co/docs/agency-api/authentication-agency
https://docs.woodpecker.co/en/articles/6816012-managing-company-users (20 and 21, without a status)
"""

from __future__ import annotations

ROWS: dict[int, tuple[str, str]] = {
    1: ("no key", "401 Invalid api key"),
    2: ("wrong key", "401 Invalid api key"),
    3: ("account without the API add-on", "401 No API addon"),
    4: ("plan too low", "401 Upgrade your plan"),
    5: ("client key, account route", "runs in that client's account"),
    6: ("client key, another company context", "403, no body"),
    7: ("client key, its own company as context", "403, no body"),
    8: ("HQ key, account route", "runs in the HQ's own account"),
    9: ("HQ key, active company of the agency", "runs in that company's account"),
    10: ("HQ key, company context that is no number", "400"),
    11: ("HQ key, not a company of the agency", "404 Company not found"),
    12: ("HQ key, inactive company", "409 Company is inactive"),
    13: ("HQ key, agency route", "runs"),
    14: ("HQ key, agency route, company context", "undefined; 400 here, so that a client's mistake shows"),
    15: ("client key, agency route", "403, no body"),
    16: ("HQ key, agency without its add-on", "403 No Agency addon"),
    # For a company in the path, the handlers apply 17 and 21.
    17: ("agency route, path names an unknown company", "404 Company not found"),
    18: ("a fault on demand", "what the fault specifies"),
    # The limiter applies 19.
    19: ("over the account's limit", "429"),
    20: ("HQ key of no admin, agency route", "403, no body; x-roles admits some roles"),
    21: ("HQ key of no admin, company not granted", "403, no body"),
}
"""What the request has, and what comes of it, by the number of the row."""


def rows_state() -> dict[str, dict[str, str]]:
    """The body of `GET /_mock/rules`."""
    return {str(number): {"request": request, "result": result} for number, (request, result) in ROWS.items()}
