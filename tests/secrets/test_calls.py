"""Every call that carries or brings a secret, in every form, with every way to end."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from . import wire
from .calls import ANY_ROUTES, CALLS, FORMS, make, no_pauses
from .canaries import spotted
from .scenes import SCENES, Scene
from .search import LogCapture, Printed, in_outcome, in_value, watching


def outcomes(form: str, scene: Scene, known: Any) -> tuple[list[Any], list[bytes], LogCapture]:
    """What the calls of a form returned in a scene, with the client as the last; what was sent; what was logged."""
    few = ["connect mailboxes", "create key"] if scene.slow and known is CALLS else None
    settings: dict[str, Any] = {"max_retries": 0, "calls": few, "known": known}
    settings |= scene.settings
    with watching() as watch, no_pauses():
        with wire.serving(scene.reply or wire.success) as (base_url, sent):
            if scene.reply is not None:
                return [*make(FORMS[form], base_url, **settings)], sent, watch
        # The server is closed, and its port refuses connections.
        return [*make(FORMS[form], base_url, **settings)], sent, watch


def found_in(form: str, scene: Scene, known: Any = CALLS) -> set[str]:
    """Where canaries were found."""
    (*given, client), sent, watch = outcomes(form, scene, known)
    for outcome in given:
        assert isinstance(outcome, scene.raises) if scene.raises else not isinstance(outcome, Exception), outcome
    if scene.reply is not None:
        assert sent and all(spotted(request) for request in sent), "the canaries have to be on the wire"
    found: set[str] = in_value(client)
    printed = Printed()
    for outcome in given:
        if scene.quotes_in_success:
            found |= in_value(outcome)
        else:
            found |= in_outcome(outcome, printed)
    if scene.logged_by_httpcore:
        watch.records = [record for record in watch.records if not record.name.startswith("httpcore")]
    return found | watch.found()


@pytest.mark.parametrize(("form", "scene"), [*product(FORMS, SCENES)])
def test_no_canary_is_exposed(form: str, scene: str) -> None:
    assert found_in(form, SCENES[scene]) == set()


@pytest.mark.parametrize(("form", "scene"), [*product(["Agency", "Account", "AsyncAgency", "AsyncAccount"], SCENES)])
def test_no_canary_is_exposed_by_a_call_of_any_route(form: str, scene: str) -> None:
    way = SCENES[scene]
    if way.any_route_succeeds or way.raises is None:
        # Its JSON is the caller's, and plain: a print of the response shows none of it.
        way = replace(way, raises=None, quotes_in_success=True)
    assert found_in(form, way, ANY_ROUTES) == set()
