"""A release is refused unless version, changelogs and tag agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.release.__main__ import main
from generator.release.versions import disagreements

ROOT = Path(__file__).parents[2]


def judged(heading: str, spec: str = "## 1.0.0", tag: str | None = None) -> tuple[list[str], list[str]]:
    changelogs = {
        "CHANGELOG.md": f"# Changelog\n\n{heading}\n\n## 0.0.9 (2026-01-01)\n",
        "spec/CHANGELOG.md": f"{spec}\n",
    }
    return disagreements("0.1.0", "1.0.0", changelogs, tag)


@pytest.mark.parametrize("spec", ["## 1.0.0", "## 1.0.0 (2026-12-01)"])
@pytest.mark.parametrize("tag", [None, "v0.1.0"])
def test_a_dated_section_is_a_release(spec: str, tag: str | None) -> None:
    assert judged("## 0.1.0 (2026-12-01)", spec, tag) == ([], [])


@pytest.mark.parametrize("heading", ["## 0.1.0 (unreleased)", "## 0.1.0"])
def test_a_section_without_a_date_is_for_a_dry_run(heading: str) -> None:
    assert judged(heading) == ([], ["CHANGELOG.md: 0.1.0 has no date"])


def test_a_spec_without_a_date_to_come_is_for_a_dry_run() -> None:
    assert judged("## 0.1.0 (2026-12-01)", "## 1.0.0 (unreleased)") == ([], ["spec/CHANGELOG.md: 1.0.0 has no date"])


@pytest.mark.parametrize(
    ("heading", "spec", "tag", "reason"),
    [
        ("## 0.2.0 (2026-12-01)", "## 1.0.0", None, "begins with `## 0.2.0 (2026-12-01)`, and the version is 0.1.0"),
        ("## 0.1.01 (2026-12-01)", "## 1.0.0", None, "and the version is 0.1.0"),
        ("## 0.1.0 (1 December)", "## 1.0.0", None, "`1 December` is no date"),
        ("## 0.1.0 (20261201)", "## 1.0.0", None, "`20261201` is no date"),
        ("", "## 1.0.0", None, "begins with `## 0.0.9 (2026-01-01)`"),
        ("## 0.1.0 (2026-12-01)", "## 1.1.0", None, "the spec's version is 1.0.0"),
        ("## 0.1.0 (2026-12-01)", "## 1.0.0", "0.1.0", "it has to be v0.1.0"),
        ("## 0.1.0 (2026-12-01)", "## 1.0.0", "v0.1.1", "it has to be v0.1.0"),
    ],
)
def test_what_does_not_agree_is_refused(heading: str, spec: str, tag: str | None, reason: str) -> None:
    [found], _ = judged(heading, spec, tag)

    assert reason in found


def test_only_a_dry_run_goes_on_without_a_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "spec/dist").mkdir(parents=True)
    for name in ("pyproject.toml", "spec/dist/openapi-3.0.json", "spec/CHANGELOG.md"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    (tmp_path / "CHANGELOG.md").write_text("## 0.1.0 (unreleased)\n", encoding="utf-8")

    assert main(["versions", "--dry-run"], tmp_path) == 0
    assert "a dry run goes on, a release would not: CHANGELOG.md: 0.1.0 has no date" in capsys.readouterr().out
    assert main(["versions"], tmp_path) == 1
    assert capsys.readouterr().err == "CHANGELOG.md: 0.1.0 has no date\n"
