"""The options of the command."""

from __future__ import annotations

import pytest
from woodpecker_mock.limits import Limits
from woodpecker_mock.options import Options, read


def test_without_options_it_is_the_seeded_world_with_the_vendors_limits() -> None:
    options = read([])
    assert options == Options("127.0.0.1", 8080, None, 0.0, Limits())
    assert len(options.world().agencies) == 5


def test_every_option_is_taken() -> None:
    words = "--port 0 --host 0.0.0.0 --companies 3 --latency 0.05 --running 2 --queued 0 --queue-wait 1.5"
    options = read([*words.split(), "--queue-close", "--v1-conflict"])
    assert options == Options("0.0.0.0", 0, 3, 0.05, Limits(2, 0, 1.5, True, True))
    (agency,) = options.world().agencies
    assert len(agency.companies) == 3


def test_the_limits_may_be_off() -> None:
    assert read(["--no-limits"]).limits is None


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--port", "65536"),
        ("--port", "-1"),
        ("--port", "http"),
        ("--companies", "0"),
        ("--companies", "many"),
        ("--companies", "1_0"),
        ("--companies", "9" * 5000),
        ("--latency", "-0.1"),
        ("--latency", "nan"),
        ("--latency", "inf"),
        ("--latency", "soon"),
        ("--running", "0"),
        ("--queued", "-1"),
        ("--queued", "1.5"),
        ("--queue-wait", "-1"),
    ],
)
def test_a_bad_value_is_told_its_option(capsys: pytest.CaptureFixture[str], option: str, value: str) -> None:
    with pytest.raises(SystemExit) as ended:
        read([f"{option}={value}"])
    assert ended.value.code == 2
    assert f"argument {option}: must be" in capsys.readouterr().err


def test_the_help_explains_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        read(["--help"])
    shown = capsys.readouterr().out
    for option in ("--latency", "--companies", "--running", "--queued", "--queue-wait", "--no-limits"):
        assert option in shown
