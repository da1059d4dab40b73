"""What users import is complete, sorted and typed."""

from __future__ import annotations

from importlib.resources import files
from types import ModuleType

import woodpecker_auth


def test_all_names_every_public_name_in_order():
    public = {
        name
        for name, value in vars(woodpecker_auth).items()
        if not name.startswith("_") and not isinstance(value, ModuleType)
    }
    listed = woodpecker_auth.__all__
    assert set(listed) == public and len(listed) == len(public)
    kinds = [sorted(n for n in listed if n.isupper()), [n for n in listed if n[0].isupper() and not n.isupper()]]
    assert listed == [*kinds[0], *sorted(kinds[1]), *sorted(n for n in listed if n.islower())]


def test_the_package_is_marked_as_typed():
    assert (files(woodpecker_auth) / "py.typed").is_file()
