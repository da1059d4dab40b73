"""What a fault on demand is: which requests it applies to, when, and what happens to them."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass, field, fields
from typing import Any, Self

from ..contract.json_values import is_object
from .fault_rules import FaultKind, When, problem_with


@dataclass(frozen=True)
class Fault:
    """One failure. Without arguments: the next request, whichever it is, gets the API's 500 and never runs.

    Attributes:
        kind: what happens to the request.

            - `status`: the response has this `status`, `body`, `content_type` and `headers`.
            - `truncated`: the body of the response ends in the middle. The framing is right, so that only
              who parses the body notices.
            - `reset`: the TCP connection is reset before any byte, or with `mid_body` in the middle of the body.
            - `close`: the connection is closed without a response.
            - `hang`: nothing happens until `Faults.release`, or until the client disconnects. A released request goes
              on as if there were no fault.
            - `slow`: the body of the response is sent one byte at a time, `pause` seconds apart.
        when: `before` the operation runs, so that nothing has changed, or `after` it ran, so that everything has and
            only the response is lost or changed. A rejected request never reaches `after`.
        operation: only requests of this operationId.
        key: only requests with this API key.
        company: only requests for the company of this id: the one in `x-company-id`, else the client key's, else the
            one in the path.
        after: how many matching requests are left alone first.
        times: how many it is applied to then; None for all.
        status: the HTTP status, 200 to 599. `truncated`, `slow` and `reset` need it only where they do not apply to
            the operation's own response.
        body: text and bytes are sent as they are, anything else as JSON; None is the API's error object. For
            `truncated`, `slow` and `reset` that happen `after`, None is the operation's own response.
        content_type: None for JSON wherever there is a body, an empty text for none.
        headers: more headers of such a response, such as `Retry-After`; the operation's own response keeps its headers.
        pause: seconds between two bytes of a `slow` body.
        mid_body: whether `reset` first sends the head, which promises the whole body, and half of that.

    Raises:
        ValueError: a field is not valid; the text begins with its name.
    """

    kind: FaultKind = "status"
    when: When = "before"
    operation: str | None = None
    key: str | None = field(default=None, repr=False)
    company: int | None = None
    after: int = 0
    times: int | None = 1
    status: int = 500
    body: Any = None
    content_type: str | None = None
    headers: dict[str, str] = field(default_factory=dict[str, str])
    pause: float = 0.01
    mid_body: bool = False

    def __post_init__(self) -> None:
        problem = problem_with(vars(self))
        if problem is not None:
            raise ValueError(problem)

    @classmethod
    def from_json(cls, value: object) -> Self:
        """A fault as `POST /_mock/faults` takes it: an object of the fields, `body_base64` for a body of bytes.

        Raises:
            ValueError: it is not one; the text begins with the field's name.
        """
        if not is_object(value):
            raise ValueError("a fault must be an object")
        given: dict[str, Any] = dict(value)
        if "body_base64" in given:
            try:
                given["body"] = b64decode(given.pop("body_base64"), validate=True)
            except (TypeError, ValueError):
                raise ValueError("body_base64 must be base64") from None
        unknown = given.keys() - {one.name for one in fields(cls)}
        if unknown:
            raise ValueError(f"{', '.join(sorted(unknown))}: a fault has no such field")
        return cls(**given)

    def to_json(self) -> dict[str, Any]:
        """The form that `from_json` takes."""
        value = dict(vars(self))
        if isinstance(self.body, bytes):
            del value["body"]
            value["body_base64"] = b64encode(self.body).decode("ascii")
        return value

    def matches(self, operation: str, key: str | None, company: int | None) -> bool:
        """Whether it applies to such a request."""
        wanted = ((self.operation, operation), (self.key, key), (self.company, company))
        return all(one is None or one == is_ for one, is_ in wanted)
