"""What the exit status of a command says."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """Documented in docs/reference/command-line.md."""

    SUCCESS = 0
    #: The API answered with an error, or with what cannot be read.
    API_ERROR = 1
    #: An option or an argument cannot be used, or something is missing. Nothing was sent.
    WRONG_USAGE = 2
    #: Refused by the header policy, or at the question whether to do it. Nothing was sent.
    REFUSED = 3
    #: No response arrived.
    NO_RESPONSE = 4
    #: What was to be printed could not be written, such as on a full disk.
    OUTPUT_LOST = 5
    #: Of all companies, some failed, or all of them.
    SOME_FAILED = 8
    #: Mailboxes have findings that `--fail-on` names.
    FINDINGS = 9
    #: Ctrl-C: 128 and the number of SIGINT, as shells have it.
    INTERRUPTED = 130
    #: Who read the output has closed it: 128 and the number of SIGPIPE.
    OUTPUT_CLOSED = 141
