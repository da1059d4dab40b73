"""The deliverability of all clients in the last seven days, compared with the seven before, as a Markdown table.

    export WOODPECKER_API_KEY=…   # the HQ key
    python examples/weekly_deliverability.py > report.md

The most bounces come first. Clients that have not sent anything are listed below the table: the API leaves them out.
"""

from __future__ import annotations

from datetime import date, timedelta

from woodpecker_client import Agency
from woodpecker_client.models import CompanyDeliverability, PeriodComparison


def main() -> None:
    last = date.today() - timedelta(days=1)
    first = last - timedelta(days=6)
    with Agency.from_env() as agency:
        figures = list(agency.deliverability.list(from_=first, to=last, per_page=50))
        active = list(agency.companies.list(active=True))
    print(f"# Deliverability, {first} to {last}\n")
    print("| client | sent | before | bounced | before | replied | before |")
    print("| --- | --: | --: | --: | --: | --: | --: |")
    for one in sorted(figures, key=lambda one: share(one.bounces, one)[0], reverse=True):
        sent = one.emails_sent or PeriodComparison(0, 0)
        shares = [f"{value:.1%}" for part in (one.bounces, one.replies) for value in share(part, one)]
        name = (one.name or str(one.id)).replace("|", r"\|")
        print(f"| {name} | {sent.current_period} | {sent.previous_period} | {' | '.join(shares)} |")
    idle = {company.id: company.name for company in active}
    for one in figures:
        idle.pop(one.id, None)
    print(f"\nNothing sent: {', '.join(idle.values()) or 'nobody'}")


def share(part: object, of: CompanyDeliverability) -> tuple[float, float]:
    """A part of the mails sent in both periods; 0 where a figure is missing."""
    sent = of.emails_sent
    if not isinstance(part, PeriodComparison) or not sent:
        return 0.0, 0.0
    return (
        part.current_period / sent.current_period if sent.current_period else 0.0,
        part.previous_period / sent.previous_period if sent.previous_period else 0.0,
    )


if __name__ == "__main__":
    main()
