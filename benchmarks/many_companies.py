"""One request for each of 50,000 companies, once: all right, none rejected, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator

from .figures import Figure
from .programs import module_output
from .servers import serving

MANY, LATENCY = 50_000, 0.002
MEGABYTES = 100


def many_companies() -> Iterator[Figure]:
    with serving(MANY, LATENCY) as server:
        done = module_output("fan_out", {"peer": "asyncio", "base_url": server.base_url, "key": server.key})
        rejected = server.rejected()
    where = f"{MANY:,} companies"
    yield Figure(f"{where}: correct responses", f"{done['right']:,} of {MANY:,}", "all", done["right"] == MANY)
    yield Figure(f"{where}: 429 seen", str(rejected), "0", rejected == 0)
    grown = done["grown"]
    yield Figure(f"{where}: memory grown by", f"{grown:.0f} MB", f"below {MEGABYTES} MB", grown < MEGABYTES)
    yield Figure(f"{where}: time", f"{done['seconds']:.1f} s", samples={"s": [done["seconds"]]})
    cpu = 1000 * done["cpu"] / MANY
    yield Figure(f"{where}: CPU per company, with the listing", f"{cpu:.2f} ms", samples={"ms": [cpu]})
