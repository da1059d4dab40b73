"""Whether the versions, the changelogs and the tag of a release agree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

_PYTHON, _SPEC = "CHANGELOG.md", "spec/CHANGELOG.md"


def disagreements(
    version: str, spec_version: str, changelogs: Mapping[str, str], tag: str | None
) -> tuple[list[str], list[str]]:
    """What is wrong in any case, and what is wrong in a release only, each in a sentence.

    Args:
        changelogs: their texts by their paths. The section of a version begins `## 1.2.3 (2026-12-01)`, or
            `## 1.2.3 (unreleased)` before its release; the spec's may have no date, as it is released with the package.
        tag: the tag that the release is made from, if it is known.
    """
    wrong: list[str] = []
    early: list[str] = []
    heading = _first_heading(changelogs[_PYTHON])
    if heading in (f"## {version} (unreleased)", f"## {version}"):
        early.append(f"{_PYTHON}: {version} has no date")
    elif not (match := re.fullmatch(rf"## {re.escape(version)} \((.+)\)", heading)):
        wrong.append(f"{_PYTHON} begins with `{heading}`, and the version is {version}")
    elif not _is_date(match[1]):
        wrong.append(f"{_PYTHON}: `{match[1]}` is no date of the form 2026-12-01")
    heading = _first_heading(changelogs[_SPEC])
    if not re.fullmatch(rf"## {re.escape(spec_version)}( \(.+\))?", heading):
        wrong.append(f"{_SPEC} begins with `{heading}`, and the spec's version is {spec_version}")
    elif heading.endswith("(unreleased)"):
        early.append(f"{_SPEC}: {spec_version} has no date")
    if tag is not None and tag != f"v{version}":
        wrong.append(f"the tag is {tag}, and the version is {version}: it has to be v{version}")
    return wrong, early


def _first_heading(changelog: str) -> str:
    match = re.search(r"^## .*$", changelog, re.MULTILINE)
    return match[0].rstrip() if match else ""


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
