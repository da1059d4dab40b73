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
import os
import sys

from woodpecker_client import Agency, WoodpeckerError


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("label", help="label of the new keys")
    parser.add_argument("file", help="file for the new keys, mode 0600 if it is new; - prints them")
    arguments = parser.parse_args()
    prints = arguments.file == "-"
    target = sys.stdout.fileno() if prints else os.open(arguments.file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    failed = 0
    # Each key is in the file before the next one is created: no route shows to another user what was lost.
    with open(target, "a", buffering=1, encoding="utf-8", closefd=not prints) as keys, Agency.from_env() as agency:
        for company in agency.companies.list(active=True):
            try:
                old = [key.label or "without a label" for key in agency.companies.api_keys.list(company.id)]
                if arguments.label in old:
                    continue
                key = agency.companies.api_keys.create(company.id, label=arguments.label).api_key
                keys.write(json.dumps({"company_id": company.id, "company": company.name, "api_key": key}) + "\n")
                print(f"{company.name}: revoke in the app: {', '.join(old) or 'nothing'}", file=sys.stderr)
            except WoodpeckerError as error:
                failed += 1
                print(f"{company.name}: {error}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
