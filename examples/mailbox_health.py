"""The health of all clients' mailboxes as CSV: the error, today's mails, the limit and the warm-up of each.

    export WOODPECKER_API_KEY=…   # the HQ key
    python examples/mailbox_health.py > health.csv

Clients that are switched off are skipped. One that fails is named on standard error, and the exit status is 1.
"""

from __future__ import annotations

import csv
import sys

from woodpecker_client import Agency, CompanyInactive

COLUMNS = [
    "company_id", "company", "id", "type_", "details.email", "details.provider", "details.error", "details.sent_today",
    "details.daily_limit", "details.warmup_data.status",
]  # fmt: skip


def main() -> int:
    failed = 0
    table = csv.DictWriter(sys.stdout, COLUMNS, extrasaction="ignore")
    table.writeheader()
    with Agency.from_env() as agency:
        for outcome in agency.across_companies(lambda account: account.mailboxes.list()):
            company = outcome.company
            if isinstance(outcome.error, CompanyInactive):
                continue
            if outcome.error is not None:
                failed += 1
                print(f"{company.name}: {outcome.error}", file=sys.stderr)
                continue
            for mailbox in outcome.unwrap():
                table.writerow({"company_id": company.id, "company": company.name, **mailbox.to_record()})
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
