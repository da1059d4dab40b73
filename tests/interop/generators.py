"""Clients that stock generators make of spec/dist: each is built or loaded as a whole, and makes two calls.

A name that a generator uses itself, or a form of schema that it cannot read, shows when its output is compiled, loaded
or called, and not before. The folders in generators/ have each generator's settings and a program with the two calls.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from woodpecker_client import Agency
from woodpecker_mock import MockServer

from .languages import Command

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(__file__).with_name("generators")
SPEC = ROOT / "spec" / "dist" / "openapi-3.0.json"
PIP = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")


@dataclass(frozen=True)
class Generator:
    """A generator and one of its targets.

    Attributes:
        name: its folder in generators/. One with a generator.yaml is made by openapi-generator.
        needs: commands that succeed where all that it needs is installed.
        build: makes the program, in its folder.
        call: runs it.
    """

    name: str
    needs: tuple[Command, ...]
    build: tuple[Command, ...]
    call: Command


OPENAPI_GENERATOR = (("java", "-version"),)
GO_BUILD = ("go", "build", "-trimpath", "-o", "call", ".")
GENERATORS = (
    Generator("go", (*OPENAPI_GENERATOR, ("go", "version")), (GO_BUILD,), ("./call",)),
    Generator("ruby", (*OPENAPI_GENERATOR, ("ruby", "-rtyphoeus", "-e", "")), (), ("ruby", "call.rb")),
    Generator(
        "php",
        (*OPENAPI_GENERATOR, ("php", "-r", "exit((int) !stream_resolve_include_path('GuzzleHttp/autoload.php'));")),
        (),
        ("php", "call.php"),
    ),
    Generator(
        "python",
        OPENAPI_GENERATOR,
        ((*PIP, "--target", "packages", "--requirement", "requirements.txt"),),
        (sys.executable, "-I", "call.py"),
    ),
    Generator(
        "ogen",
        (("go", "version"),),
        (
            ("go", "tool", "ogen", "--config", "ogen.yml", "--package", "client", "--target", "client", str(SPEC)),
            GO_BUILD,
        ),
        ("./call",),
    ),
)


class Broken(Exception):
    """A command that failed, with what it printed."""


def run_generators(mock: MockServer, require_all: bool) -> list[str]:
    """Run all of them whose tools are installed. Returns the names of those that failed.

    Args:
        require_all: one whose tools are not installed has failed.
    """
    expected = _expected(mock)
    failures: list[str] = []
    with TemporaryDirectory() as made:
        folder = Path(made)
        shutil.copytree(PROGRAMS, folder, dirs_exist_ok=True)
        ready: list[Generator] = []
        for one in GENERATORS:
            missing = [command[0] for command in one.needs if not _succeeds(command)]
            if missing:
                print(f"generated {one.name}: not run, because {', '.join(missing)} or a library is not installed")
                failures += [one.name] if require_all else []
            else:
                ready.append(one)
        try:
            _openapi_generator(folder, [one.name for one in ready if (folder / one.name / "generator.yaml").is_file()])
        except Broken as broken:
            print(broken, file=sys.stderr)
            return [one.name for one in GENERATORS]
        for one in ready:
            try:
                for command in one.build:
                    _run(command, folder / one.name)
                printed = _run(one.call, folder / one.name, mock)
                if printed.splitlines() != expected:
                    raise Broken(f"it printed {printed!r} and not {expected}")
                print(f"generated {one.name}: {'; '.join(expected)}")
            except Broken as broken:
                print(f"generated {one.name}: {broken}", file=sys.stderr)
                failures.append(one.name)
    return failures


def _expected(mock: MockServer) -> list[str]:
    """What the programs print: all companies, which fit on one page, and why one of them cannot be acted for."""
    with Agency(mock.hq_key, base_url=mock.base_url) as agency:
        return [f"{len(list(agency.companies.list()))} companies", "409: Company is inactive"]


def _openapi_generator(folder: Path, names: list[str]) -> None:
    """Generate all of these clients, by one process."""
    if not names:
        return
    jar = folder / "openapi-generator"
    # The generator and its hash are pinned by the example that has it, too.
    pinned = ROOT / "examples" / "rust" / "generator.txt"
    _run((*PIP, "--no-deps", "--require-hashes", "--target", str(jar), "--requirement", str(pinned)), folder)
    for name in names:
        settings = folder / name / "generator.yaml"
        places = f"inputSpec: {SPEC}\noutputDir: {folder / name / 'client'}\n"
        (folder / f"{name}.yaml").write_text(settings.read_text() + places)
    program = ("java", "-jar", str(jar / "openapi_generator_cli" / "openapi-generator.jar"))
    _run((*program, "batch", "--fail-fast", "--threads", "2", *(f"{name}.yaml" for name in names)), folder)
    # Tests of its own come with the client for Go; they need a package that nothing else needs.
    shutil.rmtree(folder / "go" / "client" / "test", ignore_errors=True)


def _succeeds(command: Command) -> bool:
    return shutil.which(command[0]) is not None and subprocess.run(command, capture_output=True).returncode == 0


def _run(command: Command, folder: Path, mock: MockServer | None = None) -> str:
    environment = dict(os.environ)
    if mock is not None:
        environment["WOODPECKER_BASE_URL"] = mock.base_url
        environment["WOODPECKER_API_KEY"] = mock.hq_key
        companies = mock.world.agencies[0].companies.values()
        environment["WOODPECKER_INACTIVE"] = str(next(one.id for one in companies if not one.active))
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise Broken(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout
