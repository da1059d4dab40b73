"""Changes that OpenAPI has no words for: the extensions, and the address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .change import Change

_VERBS = ("get", "put", "post", "patch", "delete")
# A client that holds on to the old value does something wrong: it uses another header policy, names a method that is
# gone, skips entries, or sends a call again that has run.
_ALWAYS = ("x-route-family", "x-resource", "x-method", "x-pagination")


def extension_changes(released: Mapping[str, Any], current: Mapping[str, Any]) -> Iterator[Change]:
    """Changes of servers and of the operations' extensions; operations that come or go are oasdiff's matter."""
    before, after = ([server["url"] for server in document["servers"]] for document in (released, current))
    if before != after:
        yield Change(True, "servers", f"the address changed from {', '.join(before)} to {', '.join(after)}")
    old, new = _operations(released), _operations(current)
    for name in old.keys() & new.keys():
        for extension in _ALWAYS:
            was, is_ = old[name].get(extension), new[name].get(extension)
            if was != is_:
                yield Change(True, name, f"{extension} changed from {was!r} to {is_!r}")
        yield from _retry(name, old[name]["x-retry"], new[name]["x-retry"])
        yield from _effects(name, set(old[name]["x-effect"]), set(new[name]["x-effect"]))


def _retry(name: str, was: str, is_: str) -> Iterator[Change]:
    if was != is_:
        yield Change(is_ == "rejected-only", name, f"x-retry changed from {was} to {is_}")


def _effects(name: str, was: set[str], is_: set[str]) -> Iterator[Change]:
    """A new effect breaks what called without asking; one that is gone breaks nothing."""
    for effect in is_ - was:
        yield Change(True, name, f"x-effect gained {effect}")
    for effect in was - is_:
        yield Change(False, name, f"x-effect lost {effect}")


def _operations(document: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        f"{verb.upper()} {path}": item[verb]
        for path, item in document["paths"].items()
        for verb in _VERBS
        if verb in item
    }
