"""Loads all of the generated client, and makes a call that succeeds and one that fails."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).with_name(name)) for name in ("client", "packages")]


def main() -> None:
    # Generated, and not there when this file is checked.
    client: Any = __import__("openapi_woodpecker")
    settings = client.Configuration(
        host=os.environ["WOODPECKER_BASE_URL"], api_key={"apiKey": os.environ["WOODPECKER_API_KEY"]}
    )
    for name in client.__all__:
        getattr(client, name)
    with client.ApiClient(settings) as connection:
        print(f"{len(client.CompaniesApi(connection).list_companies().content)} companies")
        try:
            client.AccountApi(connection).get_me(x_company_id=int(os.environ["WOODPECKER_INACTIVE"]))
        except client.ApiException as error:
            print(f"{error.status}: {error.data.detail}")


if __name__ == "__main__":
    main()
