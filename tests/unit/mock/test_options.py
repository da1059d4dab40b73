"""The options of the command."""

from __future__ import annotations

from pathlib import Path

import pytest
from woodpecker_mock import MUTANTS
from woodpecker_mock.rules.limits import Limits
from woodpecker_mock.server.options import Options, parse_options

from .certificates import write_certificate


def test_without_options_it_is_the_seeded_world_with_the_vendors_limits() -> None:
    options = parse_options([])
    assert options == Options("127.0.0.1", 8080, None, 0.0, Limits())
    assert len(options.world().agencies) == 6


def test_every_option_is_taken() -> None:
    words = "--port 0 --host 0.0.0.0 --companies 3 --latency 0.05 --running 2 --queued 0 --queue-wait 1.5"
    options = parse_options([*words.split(), "--queue-close", "--v1-conflict"])
    assert options == Options("0.0.0.0", 0, 3, 0.05, Limits(2, 0, 1.5, True, True))
    (agency,) = options.world().agencies
    assert len(agency.companies) == 3


def test_the_limits_may_be_off() -> None:
    assert parse_options(["--no-limits"]).limits is None


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
        ("--latency", "86401"),
        ("--request-timeout", "0"),
        ("--request-timeout", "-1"),
        ("--request-timeout", "nan"),
        ("--batch-seconds", "-1"),
        ("--batch-seconds", "86401"),
        ("--running", "0"),
        ("--queued", "-1"),
        ("--queued", "1.5"),
        ("--queue-wait", "-1"),
    ],
)
def test_a_bad_value_is_rejected_with_its_option(capsys: pytest.CaptureFixture[str], option: str, value: str) -> None:
    with pytest.raises(SystemExit) as ended:
        parse_options([f"{option}={value}"])
    assert ended.value.code == 2
    assert f"argument {option}: must be" in capsys.readouterr().err


def test_a_certificate_is_two_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    certfile, keyfile = write_certificate(tmp_path)
    assert parse_options(["--certificate", certfile, keyfile]).certificate == (certfile, keyfile)
    assert parse_options([]).certificate is None
    for files in ([certfile], [certfile, str(tmp_path / "none.pem")], [certfile, certfile]):
        with pytest.raises(SystemExit) as ended:
            parse_options(["--certificate", *files])
        assert ended.value.code == 2
    message = capsys.readouterr().err
    assert f"the certificate {certfile} with the key {tmp_path / 'none.pem'} cannot be used: No such file" in message


def test_the_request_timeout_has_an_option() -> None:
    assert parse_options([]).request_timeout == 30
    assert parse_options(["--request-timeout", "2.5"]).request_timeout == 2.5


def test_batches_and_totals_have_options() -> None:
    assert (parse_options([]).batch_seconds, parse_options([]).older_totals) == (0.5, False)
    options = parse_options(["--batch-seconds", "0", "--older-totals"])
    assert (options.batch_seconds, options.older_totals) == (0, True)


def test_a_seed_is_a_file(tmp_path: Path) -> None:
    file = tmp_path / "world.json"
    file.write_text('{"agencies": [{"name": "Fjällräven Outreach", "companies": ["A"]}]}', encoding="utf-8")
    (agency,) = parse_options(["--seed", str(file)]).world().agencies
    assert agency.account.name == "Fjällräven Outreach"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (None, "world.json cannot be read: No such file"),
        (b"{", "world.json is not JSON"),
        (b"\xff", "world.json is not JSON"),
        (b"[" * 100_000, "world.json is not JSON"),
        (b'{"agencies": [{"nmae": "A"}]}', "/agencies/0: nmae: no such field\n"),
        (b'{"agencies": [{"name": "A", "keys": ["canary", "canary"]}]}', "/agencies/0/keys/1: is taken by"),
    ],
)
def test_a_bad_seed_ends_the_command_with_every_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], raw: bytes | None, message: str
) -> None:
    file = tmp_path / "world.json"
    if raw is not None:
        file.write_bytes(raw)
    with pytest.raises(SystemExit) as ended:
        parse_options(["--seed", str(file)])
    assert ended.value.code == 2
    shown = capsys.readouterr().err
    assert "argument --seed: " in shown and message in shown
    assert "canary" not in shown


def test_the_world_is_a_seed_or_of_a_size() -> None:
    with pytest.raises(SystemExit):
        parse_options(["--seed", "world.json", "--companies", "3"])


def test_the_help_explains_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse_options(["--help"])
    shown = capsys.readouterr().out
    for option in (
        "--latency",
        "--companies",
        "--running",
        "--queued",
        "--queue-wait",
        "--no-limits",
        "--certificate",
        "--seed",
        "--batch-seconds",
        "--older-totals",
    ):
        assert option in shown


def test_mutants_may_be_named_repeatedly() -> None:
    words = ["--mutant", "created-is-200", "--mutant", "inactive-company-runs"]
    assert parse_options(words).mutants == ("created-is-200", "inactive-company-runs")
    assert parse_options([]).mutants == ()


def test_an_unknown_mutant_is_rejected_with_similar_names(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse_options(["--mutant", "created-is-20"])
    assert ended.value.code == 2
    assert "'created-is-20': did you mean created-is-200" in capsys.readouterr().err


def test_the_mutants_are_listed_with_kind_and_description(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse_options(["--list-mutants"])
    assert ended.value.code == 0
    lines = capsys.readouterr().out.splitlines()
    listed = [(*line.split()[:2], line.split(maxsplit=2)[2]) for line in lines]
    assert listed == [(one.name, one.kind, one.description) for one in MUTANTS.values()]


def test_names_of_the_mock_are_collected_and_are_names_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert parse_options(["--allow-host", "mock.team", "--allow-host", "mock"]).allow_hosts == ("mock.team", "mock")
    for wrong in ("", "*", "mock:8080", "https://mock.team", "mock.team/", "a b"):
        with pytest.raises(SystemExit):
            parse_options([f"--allow-host={wrong}"])
    assert "argument --allow-host: must be a name without scheme and port" in capsys.readouterr().err
