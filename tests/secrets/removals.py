"""Each protection, and how to remove it."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any, NamedTuple

import attrs
import httpx
import pytest
import woodpecker_runtime.call as call
import woodpecker_runtime.error_envelope as error_envelope
import woodpecker_runtime.hooks as hooks
import woodpecker_runtime.model as model
import woodpecker_runtime.parsing as parsing
import woodpecker_runtime.responses as responses
from woodpecker_auth import (
    authorizer,
    exception_redaction,
    keys,
    lane_key,
    redaction,
    response_stream,
    secret,
    transport,
)
from woodpecker_client.models.created_api_key import CreatedApiKey
from woodpecker_client.models.manual_connection_mailbox import ManualConnectionMailbox
from woodpecker_client.models.microsoft_credential_create import MicrosoftCredentialCreate
from woodpecker_runtime.model import Model
from woodpecker_runtime.types import Response

Patch = pytest.MonkeyPatch
_REDACT_EXCEPTIONS = exception_redaction.redact_exceptions


class Removal(NamedTuple):
    """The protection to remove, and the probe that then finds a canary."""

    remove: Callable[[Patch], None]
    probe: str


def plain_as(base: type, *names: str) -> Callable[[Patch, type], None]:
    """Give a class the methods that `str` or `bytes` has."""

    def remove(patch: Patch, owner: type) -> None:
        for name in names:
            patch.setattr(owner, name, getattr(base, name))

    return remove


def pickles(patch: Patch) -> None:
    """A `Secret` pickles as its text, bytes as bytes; objects that hold one do not refuse either."""
    patch.setattr(secret.Secret, "__reduce_ex__", lambda self, protocol: (str, (str(self),)))
    patch.setattr(secret.SecretBytes, "__reduce_ex__", lambda self, protocol: (bytes, (bytes(self),)))


def pickled_keys(patch: Patch) -> None:
    pickles(patch)
    patch.setattr(keys._ApiKey, "__reduce_ex__", lambda self, protocol: (str, (str(self.value),)))


def pickled_authorizers(patch: Patch) -> None:
    pickled_keys(patch)
    patch.setattr(authorizer.RequestAuthorizer, "__reduce__", lambda self: (str, (str(self._key.value),)))


def plain_text_for_keys(patch: Patch) -> None:
    """Without the `del` in the constructor of a key."""

    def construct(self: Any, value: Any) -> None:
        problem = keys._problem(value)
        if problem:
            raise keys.PolicyError(problem, "invalid_key")
        object.__setattr__(self, "_value", secret.Secret(value))

    patch.setattr(keys._ApiKey, "__init__", construct)


def plain_text_for_transports(patch: Patch) -> None:
    """Without the `del` in the constructor of a transport."""

    def construct(self: Any, key: Any, **settings: Any) -> None:
        self._authorizer = authorizer.RequestAuthorizer(
            key, transport.BaseUrl(settings.get("base_url", transport.DEFAULT_BASE_URL)), None
        )

    patch.setattr(transport.PolicyTransport, "__init__", construct)


def key_on_the_callers_request(patch: Patch) -> None:
    """The headers go onto the request that the caller holds instead of onto a copy."""

    def apply_to(self: Any, request: httpx.Request, deadline: Any) -> httpx.Request:
        request.headers.update([(bytes(name), bytes(value)) for name, value in self._headers])
        return request

    patch.setattr(authorizer.Authorization, "apply_to", apply_to)


class _Unredacted:
    def __init__(self, *args: object) -> None: ...
    def __enter__(self) -> None: ...
    def __exit__(self, *args: object) -> None: ...


def redaction_in_the_transport(patch: Patch) -> None:
    patch.setattr(transport, "redact_exceptions", _Unredacted)
    patch.setattr(response_stream, "redact_exceptions", _Unredacted)


def redaction_in_the_call(patch: Patch) -> None:
    patch.setattr(call, "redact_exceptions", _Unredacted)


def clearing_of_frames(patch: Patch) -> None:
    patch.setattr(exception_redaction.traceback, "clear_frames", lambda trace: None)


def bare_requests(patch: Patch) -> None:
    """httpx's errors keep the request they had, with its body."""
    patch.setattr(_REDACT_EXCEPTIONS, "_replace_request", lambda self, error: None)


def redaction_of_messages(patch: Patch) -> None:
    patch.setattr(exception_redaction, "_redact_message", lambda error, secrets: None)


def redaction_of_unparsed_bytes(patch: Patch) -> None:
    patch.setattr(exception_redaction, "redact", lambda text, secrets: text)
    patch.setattr(exception_redaction, "_QUOTED_BYTES", exception_redaction.re.compile("(?!)"))


def redaction_in_errors(patch: Patch) -> None:
    patch.setattr(responses, "redact", lambda text, secrets: text)
    patch.setattr(error_envelope, "redact", lambda text, secrets: text)


def redaction_in_bodies(patch: Patch) -> None:
    patch.setattr(responses, "redact_bytes", lambda data, secrets: data)


def redaction_in_headers(patch: Patch) -> None:
    redaction_in_headers_of_the_plugin(patch)
    patch.setattr(responses, "redact_headers", lambda headers, secrets: headers)


def secrets_of_the_transport(patch: Patch) -> None:
    """The transport does not attach its key to the response."""
    patch.setattr(authorizer.RequestAuthorizer, "redact_response", lambda self, response: None)


def secrets_of_the_body(patch: Patch) -> None:
    """The call does not name the secrets in its body."""
    patch.setattr(responses, "secrets_in", lambda body: iter(()))


def escapings(patch: Patch) -> None:
    """Only the unescaped secret is searched for."""
    patch.setattr(redaction, "_pattern", redaction.re.escape)


def redaction_in_headers_of_the_plugin(patch: Patch) -> None:
    patch.setattr(authorizer, "redact_headers", lambda headers, secrets: headers)


def keeping_of_unreadable_responses(patch: Patch) -> None:
    """The body of an error is what was received, even if it should contain a secret."""
    patch.setattr(responses, "_without_secrets", lambda operation, response, envelope, secrets: response.content)


def secret_bytes_of_responses(patch: Patch) -> None:
    patch.setattr(responses, "SecretBytes", bytes)


def repr_of_responses(patch: Patch) -> None:
    """The repr of `Response` shows all of its fields."""

    def shown(self: Any) -> str:
        return f"Response({', '.join(repr(getattr(self, field.name)) for field in attrs.fields(Response))})"

    patch.setattr(Response, "__repr__", shown)


def rich_repr_of_models(patch: Patch) -> None:
    """rich shows the fields of attrs."""
    patch.delattr(Model, "__rich_repr__")
    patch.setattr(Model, "__repr__", lambda self: "a model")


def hidden_unknown_fields(patch: Patch) -> None:
    def all_fields(self: Any) -> Any:
        yield from ((name, getattr(self, name)) for name in self._names)
        yield from self.additional_properties.items()

    patch.setattr(Model, "__rich_repr__", all_fields)


def hidden_objects_without_a_model(patch: Patch) -> None:
    patch.setattr(model, "_shown", lambda value: value)


def types_instead_of_values(patch: Patch) -> None:
    """The message for a value of a wrong type shows the value."""
    patch.setattr(parsing, "_json_type", repr)


def clearing_after_documents(patch: Patch) -> None:
    patch.setattr(Model, "from_dict", classmethod(lambda cls, src_dict: cls._from_dict(src_dict)))


def clearing_after_constructors(patch: Patch) -> None:
    for kind in (MicrosoftCredentialCreate, ManualConnectionMailbox, CreatedApiKey):
        patch.setattr(kind, "__init__", kind.__init__.__wrapped__)


def secret_fields(patch: Patch) -> None:
    """Passwords in models are plain strings."""
    patch.setattr(parsing, "Secret", str)


def types_of_failed_hooks(patch: Patch) -> None:
    """The message of a failed hook is logged, too."""

    def tell(all_hooks: Any, attempt: Any) -> None:
        for hook in all_hooks:
            try:
                hook.on_response(attempt)
            except Exception as fault:
                hooks._log.error("a hook failed: %s", "".join(traceback.format_exception(fault)))

    patch.setattr(call, "run_response_hooks", tell)


def digests_for_lanes(patch: Patch) -> None:
    """A lane key contains the API key instead of a digest."""

    class Whole(str):
        def __getitem__(self, key: Any) -> str:
            return str(self)

    digest = lambda data: SimpleNamespace(hexdigest=lambda: Whole(data.decode()))  # noqa: E731
    patch.setattr(lane_key, "hashlib", SimpleNamespace(sha256=digest))


REMOVALS: Mapping[str, Removal] = {
    "the repr of a Secret": Removal(
        lambda patch: plain_as(str, "__repr__")(patch, secret.Secret), "a model with a secret"
    ),
    "a slice of a Secret is a Secret": Removal(
        lambda patch: plain_as(str, "__getitem__")(patch, secret.Secret), "a long secret"
    ),
    "a Secret is not pickled": Removal(pickles, "the pickle of a secret"),
    "the repr of SecretBytes": Removal(
        lambda patch: plain_as(bytes, "__repr__", "__str__")(patch, secret.SecretBytes), "an event hook"
    ),
    "SecretBytes decode to a Secret": Removal(
        lambda patch: plain_as(bytes, "decode")(patch, secret.SecretBytes), "an event hook"
    ),
    "SecretBytes stay themselves when stripped": Removal(
        lambda patch: plain_as(bytes, "strip")(patch, secret.SecretBytes), "a header in a log line"
    ),
    "a slice of SecretBytes is SecretBytes": Removal(
        lambda patch: plain_as(bytes, "__getitem__")(patch, secret.SecretBytes), "the bytes of a raw response"
    ),
    "SecretBytes are not pickled": Removal(pickles, "the bytes of a raw response"),
    "the repr of a key": Removal(
        lambda patch: patch.setattr(keys._ApiKey, "__repr__", lambda self: f"Key({str(self.value)!r})"),
        "what holds a key",
    ),
    "a key is not pickled": Removal(pickled_keys, "what holds a key"),
    "what holds a key is not pickled": Removal(pickled_authorizers, "what holds a key"),
    "a key that is refused is removed from the frames": Removal(plain_text_for_keys, "a key that cannot be sent"),
    "bare text for a transport is removed from the frames": Removal(
        plain_text_for_transports, "a key that cannot be sent"
    ),
    "the key goes onto a copy of the request": Removal(key_on_the_callers_request, "a response of the plugin"),
    "failures of the transport do not contain the key": Removal(redaction_in_the_transport, "a write that fails"),
    "failures of a call do not contain the body": Removal(redaction_in_the_call, "a failed call"),
    "failures of a call in asyncio do not contain the body": Removal(redaction_in_the_call, "a failed call in asyncio"),
    "cancelling leaves nothing behind": Removal(redaction_in_the_call, "a cancelled call"),
    "an interrupt leaves nothing behind": Removal(redaction_in_the_call, "an interrupt"),
    "frames are cleared": Removal(clearing_of_frames, "an unreadable response"),
    "errors of httpx get another request": Removal(bare_requests, "a status raised by a hook of theirs"),
    "errors of httpx2 get another request": Removal(bare_requests, "a failure of a client of httpx2"),
    "messages are redacted": Removal(redaction_of_messages, "an error of a transport that quotes the request"),
    "bytes that could not be parsed are not quoted": Removal(redaction_of_unparsed_bytes, "a quoted header line"),
    "titles and details are redacted": Removal(redaction_in_errors, "an error that quotes the body"),
    "bodies of errors are redacted": Removal(redaction_in_bodies, "a page that quotes the request"),
    "headers of errors are redacted": Removal(redaction_in_headers, "an error that quotes the key"),
    "the transport attaches its key to the response": Removal(secrets_of_the_transport, "an error that quotes the key"),
    "the call names the secrets in its body": Removal(secrets_of_the_body, "an error that quotes the body"),
    "secrets are found with any escaping": Removal(escapings, "a page that quotes the request"),
    "locations are redacted": Removal(redaction_in_headers_of_the_plugin, "a redirect that quotes the key"),
    "responses that should contain a secret are not kept": Removal(
        keeping_of_unreadable_responses, "an unreadable response"
    ),
    "the content of such a response is SecretBytes": Removal(secret_bytes_of_responses, "the bytes of a raw response"),
    "the repr of a Response": Removal(repr_of_responses, "a raw response that quotes the request"),
    "the rich repr of a model": Removal(rich_repr_of_models, "an unknown field"),
    "unknown fields are named only": Removal(hidden_unknown_fields, "an unknown field"),
    "objects without a model are named only": Removal(hidden_objects_without_a_model, "an object without a model"),
    "messages name types": Removal(types_instead_of_values, "a value that does not fit"),
    "documents that do not fit are removed from the frames": Removal(
        clearing_after_documents, "a document that does not fit"
    ),
    "constructors that refuse clear their frames": Removal(clearing_after_constructors, "a constructor that refuses"),
    "passwords in models are Secrets": Removal(secret_fields, "a model with a secret"),
    "failed hooks are logged by type": Removal(types_of_failed_hooks, "a hook that fails"),
    "lanes are named by a digest": Removal(digests_for_lanes, "a lane wait that timed out"),
}
