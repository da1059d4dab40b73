"""A breaking change needs a version and a changelog that say so."""

from __future__ import annotations

import pytest

from generator.compat.change import Change, CompatError
from generator.compat.version import objections

BREAKING, HARMLESS = Change(True, "GET /x", "is removed"), Change(False, "GET /y", "is new")
ADMITS = "# Changelog\n\n## {0}\n\n- **Breaking:** x is removed.\n\n## 0.0.9\n\n- First.\n"
SILENT = "# Changelog\n\n## {0} (unreleased)\n\n- x is removed.\n\n## 0.0.9\n\n- **Breaking:** all.\n"


@pytest.mark.parametrize(("released", "current"), [("1.2.3", "2.0.0"), ("0.1.0", "0.2.0"), ("0.9.1", "1.0.0")])
def test_a_break_that_is_admitted_passes(released, current):
    assert objections("spec", [BREAKING, HARMLESS], released, current, ADMITS.format(current)) == []


@pytest.mark.parametrize(
    ("released", "current"),
    [("1.2.3", "1.3.0"), ("1.2.3", "1.2.4"), ("0.1.0", "0.1.1"), ("1.2.3", "1.2.3"), ("2.0.0", "1.0.0")],
)
def test_a_break_within_a_version_is_refused(released, current):
    [reason] = objections("spec", [BREAKING], released, current, ADMITS.format(current))
    assert released in reason and current in reason


def test_a_break_that_the_changelog_does_not_tell_is_refused():
    [reason] = objections("spec", [BREAKING], "1.2.3", "2.0.0", SILENT.format("2.0.0"))
    assert "Breaking" in reason and "2.0.0" in reason


def test_a_section_for_another_version_does_not_count():
    assert len(objections("spec", [BREAKING], "1.2.3", "2.0.0", ADMITS.format("2.0.0-rc"))) == 1


def test_what_breaks_nothing_needs_nothing():
    assert objections("spec", [HARMLESS], "1.2.3", "1.2.3", "") == []


def test_a_version_of_another_form_is_named():
    with pytest.raises(CompatError, match="next"):
        objections("spec", [BREAKING], "1.2.3", "next", "")
