"""Runs the blocks of a page one after the other, as a reader does who pastes them."""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from contextlib import ExitStack, redirect_stdout
from importlib.metadata import metadata
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from woodpecker_client import Account, Agency, AsyncAccount, AsyncAgency

from tests.mock_process import mock_process
from tests.redis.server import RedisServer, redis_program

from .blocks import Block, Page
from .servers import SERVERS
from .shell import Command, Shell, commands

# The addresses that pages name.
_PORT, _REDIS = "8080", "localhost:6379"
# What examples name; what one command needs is in a folder of its name.
_FILES = Path(__file__).with_name("files")
_DATA: dict[str, Callable[[str], object]] = {"json": json.loads, "yaml": yaml.safe_load, "toml": tomllib.loads}
_OUTPUT = {"text", "markdown"}
RUN = {"python", "console", "sh", *_DATA, *_OUTPUT}


class PageRun:
    """A page that is being run, in a folder of its own, with a server in place of the API.

    The server is where the environment and the clients' default say that the API is; so pages need to name no address.
    """

    def __init__(self, page: Page, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._page, self._folder, self._monkeypatch = page, folder, monkeypatch
        self._names: dict[str, Any] = {"__name__": "__main__"}
        self._printed: str | None = None
        self._files: set[str] = set()
        self._tests: list[str] = []
        self._server, self._opened = ExitStack(), ExitStack()
        self._shell: Shell | None = None
        self._redis: RedisServer | None = None

    def run(self) -> None:
        """Run all blocks.

        Raises:
            AssertionError: a block fails, or prints something else than the page shows.
        """
        self._monkeypatch.chdir(self._folder)
        with self._opened, self._server:
            self._serve(self._page.mock)
            for block in self._page.blocks:
                try:
                    self._run(block)
                except Exception as error:
                    error.add_note(block.where)
                    raise
            self._pytest()
        assert not self._files, f"{self._page.name}: no command names {self._files}"

    def _run(self, block: Block) -> None:
        if block.not_run or block.source:
            return
        if block.language in _OUTPUT:
            assert self._printed is not None, "nothing stands above that could have printed this"
            assert_shown(block.text, self._printed)
        elif block.title:
            (self._folder / block.title).write_text(block.text, encoding="utf-8")
            self._files.add(block.title)
        elif block.language in _DATA:
            _DATA[block.language](block.text)
        elif block.language == "python":
            self._printed = self._python(block)
        elif block.language == "console":
            for command in commands(block.text):
                self._command(command)
        else:
            status, self._printed = self.shell.run(self._here(block.text))
            assert status == 0, self._printed

    def _python(self, block: Block) -> str:
        if re.search(r"^(async )?def test_", block.text, re.MULTILINE):
            name = f"test_{len(self._tests)}.py"
            (self._folder / name).write_text(block.text, encoding="utf-8")
            self._tests.append(name)
            return ""
        printed = io.StringIO()
        with redirect_stdout(printed):
            exec(compile(self._here(block.text), block.where, "exec"), self._names)
        return printed.getvalue()

    def _pytest(self) -> None:
        """Run the tests that the page shows, each block as a module of its own."""
        if not self._tests:
            return
        plugins = ("-p", "no:cacheprovider", "-p", "woodpecker_pytest.plugin", "-p", "pytest_httpx")
        words = [sys.executable, "-m", "pytest", *plugins, "-W", "error", *self._tests]
        # To load all that is installed here would take seconds.
        alone = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        done = subprocess.run(words, capture_output=True, text=True, env=alone, check=False)
        assert done.returncode == 0, f"{self._page.name}: {done.stdout}{done.stderr}"

    def _command(self, command: Command) -> None:
        self._files -= {file for file in self._files if file in command.text}
        words = shlex.split(command.text, comments=True)
        if words[0] == "woodpecker-mock" and not {"--help", "--list-mutants"} & {*words}:
            self._server.close()
            self._printed = self._serve(words[1:])
        elif words[:2] == ["pip", "install"]:
            for wanted in map(Requirement, words[2:]):
                assert wanted.extras <= {*metadata(wanted.name).get_all("Provides-Extra", [])}, wanted
        else:
            for folder in (_FILES, *(_FILES / word for word in words if "/" not in word)):
                if folder.is_dir():
                    shutil.copytree(folder, self._folder, dirs_exist_ok=True)
            status, self._printed = self.shell.run(f"{self._here(command.text)} {self._page.run_with}")
            assert status == command.status, f"{command.text}\n{self._printed}"
        if command.output:
            assert_shown(command.output, self._printed)

    def _serve(self, options: tuple[str, ...] | list[str]) -> str:
        """Start a server; returns what it printed, as if it had the port that pages name."""
        if self._page.server:
            url, key, started = *self._server.enter_context(SERVERS[self._page.server]()), ""
        else:
            mock = self._server.enter_context(mock_process("httptools", *without_port(options)))
            url, key, started = mock.url, mock.key, mock.started
        self._url = url
        self._names["key"] = key
        settings = {"WOODPECKER_API_KEY": key, "WOODPECKER_BASE_URL": f"{url}/rest"}
        for name, value in settings.items():
            self._monkeypatch.setenv(name, value)
            if self._shell:
                self._shell.run(f"export {name}={value}")
        for client in (Agency, Account, AsyncAgency, AsyncAccount):
            self._monkeypatch.setitem(client.__init__.__kwdefaults__, "base_url", f"{url}/rest")
        return started.replace(url, f"http://127.0.0.1:{_PORT}")

    def _here(self, text: str) -> str:
        """The text with the addresses that servers have here."""
        if _REDIS in text:
            text = text.replace(_REDIS, f"127.0.0.1:{self.redis.port}")
        return text.replace(f"http://127.0.0.1:{_PORT}", self._url)

    @property
    def redis(self) -> RedisServer:
        if self._redis is None:
            self._redis = RedisServer(redis_program(), self._folder)
            self._opened.callback(self._redis.close)
            self._redis.start()
        return self._redis

    @property
    def shell(self) -> Shell:
        if self._shell is None:
            self._shell = Shell(self._folder, {**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "120"})
            self._opened.callback(self._shell.close)
        return self._shell


def without_port(options: tuple[str, ...] | list[str]) -> list[str]:
    """Options of the mock without `--port N`, so that it takes a free one."""
    at = next((number for number, option in enumerate(options) if option == "--port"), len(options))
    return [*options[:at], *options[at + 2 :]]


def assert_shown(shown: str, printed: str) -> None:
    """Fails if a page shows something else than was printed; `…` stands for anything, or any lines."""
    parts = [re.escape(part.strip("\n")) for part in shown.strip().split("…")]
    printed = "\n".join(line.rstrip() for line in printed.strip().splitlines())
    if not re.fullmatch(".*".join(parts), printed, re.DOTALL):
        assert printed == shown.strip()
