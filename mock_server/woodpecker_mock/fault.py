"""What a fault on demand is: which requests it meets, when, and what becomes of them."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass, field, fields
from typing import Any, Self

from .fault_rules import Kind, When, is_object, problem_with


@dataclass(frozen=True)
class Fault:
    """One way to go wrong. Without arguments: the next request, whichever it is, gets the API's 500 and never runs.

    Attributes:
        kind: what becomes of the request.

            - `status`: it is answered with `status`, `body`, `content_type` and `headers`.
            - `truncated`: its body ends in the middle. The framing is right, so that only who reads it can tell.
            - `reset`: the TCP connection is reset before any byte, or with `mid_body` in the middle of the body.
            - `close`: the connection is closed without an answer.
            - `hang`: nothing happens until `Faults.release`, or until the client hangs up. A released request goes on
              as if nothing had been.
            - `slow`: its body comes one byte at a time, `pause` seconds apart.
        when: `before` the operation runs, so that nothing has changed, or `after` it ran, so that everything has and
            only the answer suffers. A request that is refused never comes to `after`.
        operation: only requests of this operationId.
        key: only requests with this API key.
        company: only requests for the company of this id: the one in `x-company-id`, else the client key's, else the
            one in the path.
        after: how many matching requests pass first.
        times: how many it meets then; None for all that come.
        status: the HTTP status, 200 to 599. `truncated`, `slow` and `reset` need it only where they do not spoil the
            operation's own answer.
        body: text and bytes are sent as they are, anything else as JSON; None is the API's error object. For
            `truncated`, `slow` and `reset` that happen `after`, None is the operation's own answer.
        content_type: None for JSON wherever there is a body, an empty text for none.
        headers: more headers of such an answer, such as `Retry-After`; the operation's own keeps its own.
        pause: seconds between two bytes of a `slow` body.
        mid_body: whether `reset` first sends the head, which promises the whole body, and half of that.

    Raises:
        ValueError: a field makes no sense; the text begins with its name.
    """

    kind: Kind = "status"
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
            ValueError: it is none; the text begins with the field's name.
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
        shown = dict(vars(self))
        if isinstance(self.body, bytes):
            del shown["body"]
            shown["body_base64"] = b64encode(self.body).decode("ascii")
        return shown

    def meets(self, operation: str, key: str | None, company: int | None) -> bool:
        """Whether it is for such a request."""
        wanted = ((self.operation, operation), (self.key, key), (self.company, company))
        return all(one is None or one == is_ for one, is_ in wanted)
