"""The command `python -m tests.fuzz.live`, which is `nox -s fuzz_live`.

It ends with 0 if the run came to its end, whatever it found, or if there is no key; with 1 if it was stopped early;
with 2 if its settings are wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import httpx
from woodpecker_auth import NetworkTransport, PolicyTransport

from ..redaction import Redactor
from .allowed import allowed
from .listed import Listed
from .plan import Plan
from .read_only_transport import ReadOnlyTransport
from .report import markdown, summary, write
from .run import Run
from .schema import Schema
from .settings import UNSET, Settings, read


def main(words: Sequence[str] | None = None) -> int:
    settings = read(words)
    if settings is None:
        print(UNSET)
        return 0
    return explore(settings)


def explore(settings: Settings) -> int:
    schema = Schema(settings.seed)
    operations = allowed(schema.raw, settings.families)
    listed = Listed(operations)
    read_only = ReadOnlyTransport(
        # Made anew, so that SSL_CERT_FILE counts.
        NetworkTransport(verify=httpx.create_ssl_context()),
        base_url=settings.base_url,
        operations=operations,
        listed=listed,
        company=None if settings.company is None else settings.company.company_id,
        budget=settings.budget,
    )
    plan = Plan(schema, operations, listed, settings.budget)
    redactor = Redactor(schema.raw, settings.key.value)
    transport = PolicyTransport(settings.key, read_only, base_url=settings.base_url)
    with httpx.Client(transport=transport, timeout=30, follow_redirects=False) as http:
        run = Run(http, read_only, schema, listed, settings.base_url, settings.company, settings.pause)
        try:
            run.send(plan)
        finally:
            report, short = redactor.texts([markdown(run, operations, settings.account), summary(run)])
            write(report, settings.report)
            print(f"{short}\nThe report is in {settings.report}.")
    return 0 if run.whole else 1


if __name__ == "__main__":
    sys.exit(main())
