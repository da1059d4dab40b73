"""Ctrl-C while something is written: a stream takes no write within another one."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from io import BufferedWriter, RawIOBase, TextIOWrapper

import pytest
from woodpecker_cli.output import Output
from woodpecker_cli.progress import Progress

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no signals of this kind here")


class Pipe(RawIOBase):
    """Where standard output goes; what somebody does meanwhile happens in each write."""

    def __init__(self, meanwhile: Callable[[], None]) -> None:
        self.meanwhile, self.written = meanwhile, b""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.meanwhile()
        got = bytes(memoryview(data))  # type: ignore[arg-type]
        self.written += got
        return len(got)


def print_a_row(monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[], None]) -> Pipe:
    pipe = Pipe(meanwhile)
    with TextIOWrapper(BufferedWriter(pipe)) as stream, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        output = Output([])
        with pytest.raises(KeyboardInterrupt), Progress(output), output.at_once():
            output.text("a row\n")
        pipe.meanwhile = lambda: None
    return pipe


def test_a_row_is_written_whole_before_the_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = print_a_row(monkeypatch, lambda: signal.raise_signal(signal.SIGINT))

    assert pipe.written == b"a row\n"
    assert capsys.readouterr().err.count("Ctrl-C again") == 1


def test_a_second_one_ends_at_once_what_nobody_reads(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def twice() -> None:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        pytest.fail("it goes on")

    assert print_a_row(monkeypatch, twice).written == b"a row\n"
    assert not capsys.readouterr().err
