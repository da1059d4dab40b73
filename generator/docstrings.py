"""The docstrings of what is generated."""

from __future__ import annotations

import textwrap
from typing import Any

from openapi_python_client.strings import safe_for_docstring

from .views import Lookup, OperationView, Parameter, Resource

_WIDTH = 92
_TIMEOUT = "timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None for no limit."
_DEADLINE = "in total, the wait in the lane, retries and pauses included, or None for no end."
_RAISES = {
    "InvalidValue": "an argument cannot be sent.",
    "PolicyError": "refused before anything was sent.",
    "TransportError": "no response arrived.",
    "ApiError": "the response is not a success.",
}


def docstring(text: Any, fallback: str) -> str:
    """What the spec says of a model; else its name."""
    plain = " ".join(safe_for_docstring(text).split()) if text else f"{fallback}."
    return "\n".join(textwrap.wrap(plain, _WIDTH))


def attribute_line(prop: Any, kind: Any) -> str:
    """An attribute of a model, with its type."""
    return _entry(f"{prop.python_name} ({kind.annotation})", prop)


def key_line(prop: Any) -> str:
    """A key of a `TypedDict`."""
    return _entry(prop.name.get_untrusted_value(), prop)


def operation_doc(op: OperationView) -> str:
    """The docstring of the module with an operation's functions."""
    return "\n\n".join(_opening(op, _WIDTH) + ([op.page] if op.page else [])) + "\n"


def method_doc(op: OperationView, is_async: bool) -> str:
    """The docstring of an operation's method."""
    each = "each page" if op.listing else "this call"
    arguments = [*_described(op.path_parameters + op.body_parameters + op.optional_parameters), _TIMEOUT]
    parts = [*_opening(op, _WIDTH - 8), _args([*arguments, f"deadline: seconds for {each} {_DEADLINE}"])]
    if op.has_body:
        parts.append(_section("Returns", [_result(op)]))
    parts.append(_raises(_RAISES))
    if op.example_body is not None:
        parts.append(_example(op, op.example_body, is_async))
    if op.page:
        parts.append(op.page)
    return "\n\n".join(parts) + "\n"


def wait_doc(op: OperationView) -> str:
    """The docstring of the method that waits until what an operation reports on is finished."""
    assert op.wait
    text = (
        "The first poll is sent at once; the pauses between polls grow to 15 seconds. One that fails in a way that "
        "may pass (no response, 5xx, 429) is sent again. When the deadline ends, nothing is lost: the work goes on at "
        "the API, and can be waited for again."
    )
    arguments = [
        *_described(op.path_parameters),
        "timeout: seconds without progress in one attempt of a poll, an `httpx.Timeout`, or None for no limit.",
        "deadline: seconds for the whole wait, or None for no end.",
        f"on_progress: called with each `{op.returns.annotation}`, the last one included.",
    ]
    raises = {
        "NotFinished": "the deadline ended first; `last` has the newest response.",
        **{name: _RAISES[name] for name in ("InvalidValue", "PolicyError")},
        "ApiError": "a response that another poll would not change, such as 404.",
    }
    return (
        "\n\n".join(
            [
                f"Wait until `{op.wait.until}` is true: polls `{op.full_name}`.",
                _wrapped(text),
                _args(arguments),
                _section("Returns", [f"The last `{op.returns.annotation}`."]),
                _raises(raises),
            ]
        )
        + "\n"
    )


def lookup_doc(op: OperationView, lookup: Lookup) -> str:
    """The docstring of a method that looks for an entry of a listing."""
    assert op.listing
    each = f"one request for each {op.listing.page_size} entries" if op.listing.page_size else "one request"
    if lookup.unique:
        text = f"reads the pages of `{op.full_name}` until it comes: {each} up to it."
    else:
        text = f"reads all pages of `{op.full_name}`, because several entries may have it: {each}."
    text = f"No route returns a single entry, so this {text} To look for several, read the listing once."
    raises = {
        "NotFound": "no entry has it.",
        **_RAISES,
        "InvalidValue": "it cannot be searched for" + ("." if lookup.unique else ", or several entries have it."),
    }
    return (
        "\n\n".join(
            [
                f"Get the `{op.listing.item}` with this `{lookup.by.name}`.",
                _wrapped(text),
                _args([*_described((lookup.by,)), _TIMEOUT, f"deadline: seconds for each page {_DEADLINE}"]),
                _section("Returns", [f"`{op.listing.item}`."]),
                _raises(raises),
            ]
        )
        + "\n"
    )


def resource_doc(tags: dict[str, str], resource: Resource) -> str:
    """What the spec says of a tag, on the first resource with operations of it; elsewhere what the methods do."""
    if not resource.path:
        names = [*(op.method_name for op in resource.operations), *(child.path[-1] for child in resource.children)]
        return f"What an {resource.family} has: {', '.join(f'`{name}`' for name in names)}."
    if resource.opens_tag:
        text = tags[resource.tag]
    else:
        text = "; ".join(op.summary[0].lower() + op.summary[1:] for op in resource.operations)
        text = f"{text[0].upper()}{text[1:]}."
    return _wrapped(text)


def _opening(op: OperationView, width: int) -> list[str]:
    """What an operation is for, with its verb and path, and what the spec says about it."""
    described = [op.description] if op.description else []
    first = f"{op.summary}: `{op.method} {op.path}`."
    return [first, *("\n".join(textwrap.wrap(_safe(text), width)) for text in described)]


def _example(op: OperationView, body: dict[str, Any], is_async: bool) -> str:
    """A call with the spec's example; the formatter of the generated code breaks its lines."""
    ids = [repr(one.example) for one in op.path_parameters]
    fields = [f"{one.name}={body[one.wire]!r}" for one in op.body_parameters if one.wire in body]
    call = f"{op.family}.{op.full_name}({', '.join([*ids, *fields])})"
    code = f"```python\n{'await ' if is_async else ''}{_safe(call)}\n```"
    return f"Examples:\n{textwrap.indent(code, '    ')}"


def _result(op: OperationView) -> str:
    if op.listing and op.listing.page_parameter:
        return f"Each `{op.listing.item}` of all pages, which are requested as they are needed."
    return f"`{op.returns.annotation}`."


def _described(parameters: tuple[Parameter, ...]) -> list[str]:
    return [f"{one.name}: {_safe(one.description)}" for one in parameters]


def _args(lines: list[str]) -> str:
    return _section("Args", lines)


def _raises(errors: dict[str, str]) -> str:
    return _section("Raises", [f"{name}: {text}" for name, text in errors.items()])


def _section(name: str, lines: list[str]) -> str:
    width = _WIDTH - 12
    wrapped = ("\n".join(textwrap.wrap(line, width, subsequent_indent="    ")) for line in lines)
    return f"{name}:\n" + textwrap.indent("\n".join(wrapped), "    ")


def _entry(name: str, prop: Any) -> str:
    described = f": {safe_for_docstring(prop.description)}" if prop.description else ""
    return "\n".join(textwrap.wrap(" ".join(f"{name}{described}".split()), _WIDTH - 12))


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(_safe(text), _WIDTH - 8))


def _safe(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"""', "'''")
