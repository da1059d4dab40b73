"""A Celery worker: one task for each client, and at most one request for each client at once over all processes.

    pip install "woodpecker-client[redis]" celery
    export WOODPECKER_API_KEY=…   # the HQ key
    export REDIS_URL=redis://localhost:6379/0
    celery --workdir examples --app celery_worker worker --concurrency 4
    celery --workdir examples --app celery_worker call celery_worker.check_all

The worker forks its processes. Each of them makes its own agency when it first needs one; `RedisLanes` makes them wait
for each other, so that the API rejects no request.
"""

from __future__ import annotations

import os
from functools import cache

from celery import Celery
from woodpecker_auth.redis_lanes import RedisLanes
from woodpecker_client import Agency, CompanyInactive, RateLimited, ServerError, TransportError

REDIS = os.environ.get("REDIS_URL", "redis://localhost:6379/0")

app = Celery("celery_worker", broker=REDIS, backend=REDIS)
# A task that is lost with its process is run again: all of them only read.
app.conf.update(task_acks_late=True, task_reject_on_worker_lost=True)


@cache
def agency() -> Agency:
    """The agency of this process."""
    return Agency(
        os.environ["WOODPECKER_API_KEY"],
        base_url=os.environ.get("WOODPECKER_BASE_URL", "https://api.woodpecker.co/rest"),
        lanes=RedisLanes(REDIS),
    )


@app.task(name="celery_worker.check_all")
def check_all() -> dict[int, str]:
    """Start a task for each active client; the ids of the tasks by client."""
    return {company.id: check_one.delay(company.id).id for company in agency().companies.list(active=True)}


@app.task(
    name="celery_worker.check_one",
    autoretry_for=(TransportError, ServerError, RateLimited),
    retry_backoff=30,
    max_retries=5,
)
def check_one(company: int) -> list[str]:
    """The addresses of a client's mailboxes that have an error."""
    try:
        mailboxes = agency().account(company).mailboxes.list()
    except CompanyInactive:
        return []  # switched off since the list was read
    return [mailbox.details.email for mailbox in mailboxes if mailbox.details.error]
