"""Bring the agency's blacklist in line with a file that has an address or a domain on each line.

    export WOODPECKER_API_KEY=…   # the HQ key
    python examples/blacklist_sync.py blacklist.txt            # adds what is missing
    python examples/blacklist_sync.py --remove blacklist.txt   # removes what is not in the file, too

Empty lines and lines that begin with # do not count. Case makes no difference. `--dry-run` changes nothing.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

from woodpecker_client import Agency

MOST = 500  # entries of one request


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--remove", action="store_true", help="remove what is not in the file")
    parser.add_argument("--dry-run", action="store_true", help="say what would change")
    arguments = parser.parse_args()
    lines = {line.strip().lower() for line in arguments.file.read_text(encoding="utf-8").splitlines()}
    wanted = {line for line in lines if line and not line.startswith("#")}
    addresses = {entry for entry in wanted if "@" in entry}

    def change(what: str, entries: Iterable[str], send: Callable[[list[str]], None]) -> None:
        changed = sorted(entries)
        print(f"{what}: {len(changed)}")
        for start in range(0, 0 if arguments.dry_run else len(changed), MOST):
            send(changed[start : start + MOST])

    with Agency.from_env() as agency:
        emails, domains = agency.blacklist.emails, agency.blacklist.domains
        # As they are listed, which is how they are removed.
        old_emails = {entry.lower(): entry for entry in emails.list(per_page=1000)}
        old_domains = {entry.lower(): entry for entry in domains.list(per_page=1000)}
        change("addresses to add", addresses - old_emails.keys(), lambda some: emails.add(emails=some))
        change("domains to add", wanted - addresses - old_domains.keys(), lambda some: domains.add(domains=some))
        if arguments.remove:
            gone = (old_emails[entry] for entry in old_emails.keys() - wanted)
            change("addresses to remove", gone, lambda some: emails.remove(emails=some))
            gone = (old_domains[entry] for entry in old_domains.keys() - wanted)
            change("domains to remove", gone, lambda some: domains.remove(domains=some))


if __name__ == "__main__":
    main()
