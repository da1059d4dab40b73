"""Onboard a client: create the company and a key, connect its mailboxes, and invite its guests.

    export WOODPECKER_API_KEY=…   # the HQ key
    python examples/onboard_client.py client.json keys.jsonl

The file has the fields of the methods:

    {"name": "Quillby Foods",
     "mailboxes": [{"smtp_email": "sales@example.com", "smtp_password": "…", "smtp_server": "smtp.example.com",
                    "smtp_port": 465, "imap_email": "sales@example.com", "imap_password": "…",
                    "imap_server": "imap.example.com", "imap_port": 993}],
     "guests": [{"name": "Ada", "email": "ada@example.com"}]}

**A company costs money and cannot be deleted.** A second run goes on where the first one ended: a company, a key and
mailboxes that are there already are left alone. Guests get an e-mail, so they come last. The key is appended to the
second file, which only its owner can read. The exit status is 1 if a mailbox could not be connected.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TypedDict

from woodpecker_client import Agency, NotFound
from woodpecker_client.typed_dicts import GuestInviteDict, ManualConnectionMailboxDict

LABEL = "onboarding"
MOST_MAILBOXES, MOST_GUESTS = 200, 10  # of one request


class Client(TypedDict):
    """What the file says."""

    name: str
    mailboxes: list[ManualConnectionMailboxDict]
    guests: list[GuestInviteDict]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("client", type=Path, help="what to create, as JSON")
    parser.add_argument("keys", type=Path, help="file for the new key, which gets mode 0600")
    arguments = parser.parse_args()
    client: Client = json.loads(arguments.client.read_text(encoding="utf-8"))
    with Agency.from_env() as agency:
        company = company_id(agency, client["name"])
        create_key(agency, company, arguments.keys)
        failed = connect(agency, company, client["mailboxes"])
        for start in range(0, len(client["guests"]), MOST_GUESTS):
            agency.companies.guests.invite(company, guests=client["guests"][start : start + MOST_GUESTS])
    print(f"company {company}: {len(client['guests'])} guests invited, {failed} mailboxes failed")
    return 1 if failed else 0


def company_id(agency: Agency, name: str) -> int:
    """The id of the company, which is created if there is none of this name."""
    try:
        return agency.companies.get_by_name(name).id
    except NotFound:
        return agency.companies.create(companies=[{"name": name}]).companies[0].id


def create_key(agency: Agency, company: int, keys: Path) -> None:
    """Create a key and append it to the file, unless the company has one with our label."""
    if any(key.label == LABEL for key in agency.companies.api_keys.list(company)):
        return
    # Opened first: a key that cannot be written down would be lost, and no route deletes one.
    keys.touch(0o600)
    keys.chmod(0o600)
    with keys.open("a", encoding="utf-8") as file:
        key = agency.companies.api_keys.create(company, label=LABEL).api_key
        file.write(json.dumps({"company_id": company, "label": LABEL, "api_key": key}) + "\n")


def connect(agency: Agency, company: int, wanted: list[ManualConnectionMailboxDict]) -> int:
    """Connect the mailboxes that are missing, and wait for them; the number of those that failed."""
    mailboxes = agency.account(company).mailboxes
    known = {mailbox.details.email for mailbox in mailboxes.list()}
    missing = [one for one in wanted if one["smtp_email"] not in known]
    failed = 0
    for start in range(0, len(missing), MOST_MAILBOXES):
        batch = mailboxes.manual_connection.connect(mailboxes=missing[start : start + MOST_MAILBOXES])
        failed += mailboxes.manual_connection.wait(batch.batch_id).failed_mailboxes_count
    return failed


if __name__ == "__main__":
    sys.exit(main())
