"""What docs/reference/doubles.md shows can be done as it is written."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from woodpecker_mock import MockServer

PAGE = (Path(__file__).parents[2] / "docs/reference/doubles.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def run(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Runs the test of an example, with the fixtures that it names."""

    def run(example: str) -> None:
        names: dict[str, object] = {}
        exec(example, names)
        [test] = [value for name, value in names.items() if name.startswith("test_") and callable(value)]
        test(**{name: request.getfixturevalue(name) for name in inspect.signature(test).parameters})

    return run


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: re.findall(r"def test_(\w+)", example)[0])
def test_an_example_passes(run, example, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with MockServer() as mock:
        monkeypatch.setenv("WOODPECKER_BASE_URL", mock.base_url)
        monkeypatch.setenv("WOODPECKER_API_KEY", mock.hq_key)
        run(example)
    for cassette in tmp_path.glob("*.yaml"):
        assert mock.hq_key not in cassette.read_text(encoding="utf-8")
        monkeypatch.setenv("WOODPECKER_API_KEY", "any-key")
        run(example)


def test_each_library_has_its_example():
    assert len(EXAMPLES) == 4 and sum("use_cassette" in example for example in EXAMPLES) == 1
