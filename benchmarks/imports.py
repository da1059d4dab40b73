"""CPU time until a client is imported and ready, in a new process, by that of `import httpx`.

*Ready* is an open client from which an account's method can be called. *First call* is this client's first result;
httpx makes the same request.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from statistics import median

from .figures import Figure, at_most, ratios, with_spread
from .programs import output
from .servers import serving

ROUNDS = 7
IMPORTS = {
    "import httpx": "import httpx",
    "import woodpecker_client": "import woodpecker_client",
    "first client ready": "from woodpecker_client import Agency; Agency('hq-key').account(1).mailboxes",
    "httpx: first call": "import httpx; httpx.Client().get('{url}/v1/me', headers={{'x-api-key': '{key}'}}).json()",
    "first call": "from woodpecker_client import Agency; Agency('{key}', base_url='{url}').own_account.me()",
    "openai: first client ready": "import openai; openai.OpenAI(api_key='key').models",
}
# httpx imports the packages of its command line where they are installed; users of a client have none of them.
MEASURED = """
import sys
sys.modules["click"] = None
from time import process_time
began = process_time()
{program}
print(process_time() - began)
"""


def imports() -> Iterator[Figure]:
    with serving(1, 0.0) as server:
        programs = {name: text.format(url=server.base_url, key=server.key) for name, text in IMPORTS.items()}
        costs: dict[str, list[float]] = {name: [] for name in programs}
        for _ in range(ROUNDS):
            for name, text in programs.items():
                costs[name].append(_cpu(text))
    bare = costs["import httpx"]
    milliseconds = f"import httpx {median(bare):.0f} ms"
    for name, goal in (("import woodpecker_client", 0.1), ("first client ready", 1.5)):
        more = f"{median(costs[name]):.1f} ms, {milliseconds}"
        yield at_most(f"CPU of {name}, by import httpx", goal, ratios(costs[name], bare), more, raw={"ms": costs[name]})
    for name in ("first call", "httpx: first call", "openai: first client ready"):
        yield Figure(
            f"CPU of {name} in a new process, by import httpx",
            with_spread(ratios(costs[name], bare)),
            samples={"ms": costs[name]},
        )


def _cpu(text: str) -> float:
    """Milliseconds of CPU that a program takes, from where Python is ready to run it."""
    return 1000 * float(output([sys.executable, "-c", MEASURED.format(program=text)]))
