"""The most that a call, an import and a client may cost, in things that are counted.

Each is what was counted on Python 3.11 and one or two in a hundred more; newer versions count less, because they run
comprehensions without a function of their own. Of the standard library they import more, so those modules are counted on
Python 3.14. Lower a bound when a count gets lower: a test fails if an eighth more would not be noticed.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CallBound:
    """Of one call after the first, over a connection that is open.

    Attributes:
        calls: Python functions called, generators and coroutines that go on included.
        functions: different functions among them.
        files: that these are in.
    """

    calls: int
    functions: int
    files: int


#: Bare httpx with json() makes 816, 819 and 823 calls in the blocking form, and 1,342 in asyncio for `me`.
CALLS = {
    ("blocking", "me"): CallBound(calls=698, functions=262, files=66),
    ("blocking", "50 companies"): CallBound(calls=838, functions=302, files=76),
    ("blocking", "20 mailboxes"): CallBound(calls=858, functions=273, files=70),
    ("asyncio", "me"): CallBound(calls=1140, functions=363, files=88),
}


@dataclass(frozen=True)
class ImportBound:
    """Of a program in a new process.

    Attributes:
        own: modules of this project that it imports.
        others: modules of other packages.
        standard: modules of the standard library, which differ by version.
    """

    own: int
    others: int
    standard: int


# The command line stands on click, which the other programs do without.
_HELP = (
    "import io, sys; del sys.modules['click']; from woodpecker_cli.__main__ import main; "
    "kept, sys.stdout = sys.stdout, io.StringIO(); assert main({}) == 0; sys.stdout = kept"
)
IMPORTS = {
    "import woodpecker_client": ImportBound(own=3, others=0, standard=14),
    "from woodpecker_client import Agency; Agency('key').account(1).mailboxes": ImportBound(78, 90, 127),
    "from woodpecker_client import AsyncAgency; AsyncAgency('key').account(1).mailboxes": ImportBound(80, 120, 164),
    _HELP.format("['--help']"): ImportBound(27, 13, 82),
    _HELP.format("['api', '--help']"): ImportBound(27, 13, 82),
}
