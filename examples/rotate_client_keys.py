"""Create a new API key for each active client, and list the old ones, which only people can revoke in the app.

    export WOODPECKER_API_KEY=…   # the HQ key
    python examples/rotate_client_keys.py "crm sync 2026-12" keys.jsonl

The new keys are appended to the file, which only its owner can read; `-` prints them instead. A client that has a key
with this label is skipped, so a second run goes on where the first one ended. A client that fails stops nothing; the
exit status is then 1.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TextIO

from woodpecker_client import Agency, WoodpeckerError


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("label", help="label of the new keys")
    parser.add_argument("file", type=Path, help="file for the new keys, which gets mode 0600; - prints them")
    arguments = parser.parse_args()
    if str(arguments.file) == "-":
        return rotate(arguments.label, sys.stdout)
    arguments.file.touch(0o600)
    arguments.file.chmod(0o600)
    with arguments.file.open("a", encoding="utf-8") as keys:
        return rotate(arguments.label, keys)


def rotate(label: str, keys: TextIO) -> int:
    """Write a new key for each client; the exit status."""
    failed = 0
    with Agency.from_env() as agency:
        for company in agency.companies.list(active=True):
            try:
                old = [key.label or "without a label" for key in agency.companies.api_keys.list(company.id)]
                if label in old:
                    continue
                key = agency.companies.api_keys.create(company.id, label=label).api_key
            except WoodpeckerError as error:
                failed += 1
                print(f"{company.name}: {error}", file=sys.stderr)
                continue
            # Written before the next one is created: no route deletes a key that was lost.
            line = json.dumps({"company_id": company.id, "company": company.name, "api_key": key})
            print(line, file=keys, flush=True)
            print(f"{company.name}: revoke in the app: {', '.join(old) or 'nothing'}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
