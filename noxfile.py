"""The sessions that developers and CI run. `nox -l` lists them in the order of a day's work; `nox` runs those of CI.

A machine needs Python, pip, git and nox. Everything else is installed by the sessions into `.nox/`, at pinned versions.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import nox

nox.needs_version = ">=2026.10.20"
nox.options.sessions = [
    "tests",
    "lint",
    "types",
    "drift",
    "compat",
    "interop",
    "fuzz",
    "mutation_score",
    "soak",
    "chaos",
]
# pip and not uv: uv takes a package built from the same pyproject.toml for the same package, and would test an old one.
nox.options.default_venv_backend = "virtualenv"
nox.options.reuse_venv = "yes"
nox.options.error_on_external_run = True

PROJECT = nox.project.load_toml("pyproject.toml")
DEPENDENCIES = PROJECT["project"]["dependencies"]
EXTRAS = [one for extra in PROJECT["project"]["optional-dependencies"].values() for one in extra]
GENERATOR = ("--require-hashes", "-r", "generator/requirements.lock")
# Compiled modules go where all sessions find them, and nowhere into the tree, even where the shell wants none at all.
NO_TRACES = {"PYTHONPYCACHEPREFIX": str(Path(".nox", "pycache").resolve()), "PYTHONDONTWRITEBYTECODE": ""}


def group(name: str) -> list[str]:
    """The pinned tools of one dependency group."""
    return list(nox.project.dependency_groups(PROJECT, name))


BIN = "Scripts" if os.name == "nt" else "bin"
DEVELOPMENT = group("tests") + group("compat") + group("lint") + group("types") + group("fuzz") + group("dev")


@nox.session
def demo(session: nox.Session) -> None:
    """Start the mock and list the mailboxes of all clients of an agency."""
    session.install(".[mock]")
    session.run("python", "examples/demo.py", env=NO_TRACES)


@nox.session(venv_backend="none")
def dev(session: nox.Session) -> None:
    """Create .venv for an editor: the packages in editable form, and every tool at its pinned version."""
    session.run(sys.executable, "-m", "venv", ".venv", external=True)
    python = str(Path(".venv", BIN, "python"))
    install = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    session.run(*install, *GENERATOR, external=True)
    session.run(*install, "--editable", ".[cli,fast,mock,opentelemetry,redis]", *DEVELOPMENT, external=True)


@nox.session(default=False, allow_parallel=True)
def installed(session: nox.Session) -> None:
    """Install the package as users do, with all that its tests need; the sessions that run it share the environment."""
    # Python looks for compiled modules in the folder of NO_TRACES alone.
    session.install("--no-compile", *GENERATOR)
    session.install("--no-compile", ".[cli,fast,mock,opentelemetry,redis]", *group("tests"), *group("fuzz"))


def run_installed(session: nox.Session, *command: str, **settings: str) -> None:
    """Run a program of the environment of `installed`."""
    programs = session.cache_dir.resolve().parent / "installed" / BIN
    path = os.pathsep.join([str(programs), os.environ["PATH"]])
    session.run(str(programs / command[0]), *command[1:], env={**NO_TRACES, "PATH": path, **settings}, external=True)


@nox.session(venv_backend="none", requires=["installed"])
def tests(session: nox.Session) -> None:
    """Run the tests on the installed package, and fail if branch coverage is below 95 %."""
    pytest = ("pytest", "-p", "no:cacheprovider", *session.posargs)
    if session.posargs:
        run_installed(session, *pytest)
        return
    # Each process of the tests writes its own data; they are combined below.
    data = Path(session.create_tmp()).resolve() / "coverage"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir()
    measured = {"COVERAGE_FILE": str(data / "data")}
    # On all cores; the tests of one file stay in one process, where its fixtures are.
    run_installed(session, "coverage", "run", "-m", *pytest, "-n", "auto", "--dist", "loadfile", **measured)
    run_installed(session, "coverage", "combine", "--quiet", **measured)
    run_installed(session, "coverage", "report", **measured)


@nox.session(allow_parallel=True)
def lint(session: nox.Session) -> None:
    """Check the code with ruff, and the spec with its own rules and two linters."""
    session.install(*GENERATOR)
    session.install(*group("lint"))
    session.run("ruff", "check", "--no-cache", ".")
    session.run("ruff", "format", "--no-cache", "--check", ".")
    session.run("python", "-m", "generator", "check", env=NO_TRACES)
    lint_spec(session)


def lint_spec(session: nox.Session) -> None:
    """Run the linters that only exist for Node.js, which is itself installed from PyPI."""
    linters = node_packages(session, "spec/lint") / "node_modules"
    quiet = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}
    redocly = linters / "@redocly/cli/bin/cli.js"
    session.run("node", str(redocly), "lint", "--config", "spec/redocly.yaml", "main", env=quiet)
    spectral = linters / "@stoplight/spectral-cli/dist/index.js"
    rules = ("--ruleset", "spec/.spectral.yaml", "--fail-severity", "warn")
    session.run("node", str(spectral), "lint", *rules, "spec/openapi.yaml")
    session.run("pytest", "-p", "no:cacheprovider", "-q", "tests/ruleset", env={**NO_TRACES, "SPECTRAL": str(spectral)})


def node_packages(session: nox.Session, declared: str) -> Path:
    """A folder with what the package-lock.json of another one names."""
    home = Path(session.create_tmp()).resolve() / Path(declared).name
    home.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(Path(declared) / name, home)
    session.run("npm", "ci", "--prefix", str(home), "--ignore-scripts", "--no-audit", "--no-fund", silent=True)
    return home


@nox.session(allow_parallel=True)
def types(session: nox.Session) -> None:
    """Check every annotation with mypy and pyright, both strict."""
    session.install(*GENERATOR)
    session.install(*DEPENDENCIES, *EXTRAS, *group("types"), *group("compat"))
    session.run("mypy", "--cache-dir", session.create_tmp())
    session.run("pyright")


@nox.session
def regenerate(session: nox.Session) -> None:
    """Write generated/ and spec/dist/ from spec/openapi.yaml."""
    session.install(*GENERATOR)
    session.run("python", "-m", "generator", "regenerate", env=NO_TRACES)


@nox.session(allow_parallel=True)
def drift(session: nox.Session) -> None:
    """Fail if generated/ or spec/dist/ differ by a byte from what `regenerate` would write."""
    session.install(*GENERATOR)
    session.run("python", "-m", "generator", "drift", env=NO_TRACES)


@nox.session(allow_parallel=True)
def compat(session: nox.Session) -> None:
    """Fail for a breaking change of the spec or the Python API that version and changelog do not announce."""
    session.install(*group("compat"))
    oasdiff = Path(session.create_tmp()).resolve() / "oasdiff"
    with session.chdir("generator/compat/oasdiff"):
        session.run("go", "build", "-o", str(oasdiff), "github.com/oasdiff/oasdiff", external=True)
    found = {**NO_TRACES, "OASDIFF": str(oasdiff)}
    session.run("pytest", "-p", "no:cacheprovider", "-q", "tests/compat", env=found)
    session.run("python", "-m", "generator.compat", "check", env=found)


@nox.session(venv_backend="none", requires=["installed"])
def interop(session: nox.Session) -> None:
    """Build the examples in four other languages, and run them on the vectors and against the mock."""
    run_installed(session, "python", "-m", "tests.interop", *session.posargs)


@nox.session(venv_backend="none", requires=["installed"])
def fuzz(session: nox.Session) -> None:
    """Send the mock some 17,000 chosen and generated requests, and check every response."""
    run_installed(session, "python", "-m", "tests.fuzz", *session.posargs)


@nox.session(venv_backend="none", requires=["installed"])
def mutation_score(session: nox.Session) -> None:
    """Fuzz the mock with each of its mutants, and count those that the fuzzing kills."""
    run_installed(session, "python", "-m", "tests.fuzz.mutation_score", *session.posargs)


@nox.session
def fuzz_live(session: nox.Session) -> None:
    """Read from the real API, within a budget, and report where it differs from the spec (needs WOODPECKER_API_KEY)."""
    if not os.environ.get("WOODPECKER_API_KEY"):
        session.skip("nothing was sent: WOODPECKER_API_KEY is not set")
    session.install(".", *group("fuzz"))
    session.run("python", "-m", "tests.fuzz.live", *session.posargs, env=NO_TRACES)


@nox.session(venv_backend="none", requires=["installed"])
def soak(session: nox.Session) -> None:
    """Send the mock an hour's worth of valid and invalid requests, and check that it neither leaks nor stalls."""
    run_installed(session, "python", "-m", "tests.soak", *session.posargs)


@nox.session
def chaos(session: nox.Session) -> None:
    """Run the clients against responses that no server should send, and on a network that fails in every way."""
    # Without what makes the client faster where it is there.
    session.install("--no-compile", ".")
    session.run("python", "-m", "tests.chaos.responses", env=NO_TRACES)
    session.run("python", "-m", "tests.chaos.calls", env=NO_TRACES)


@nox.session
def bench(session: nox.Session) -> None:
    """Compare client, mock and generator with their peers on this machine, and write benchmarks/results.md."""
    session.install(*GENERATOR)
    session.install(".[mock]", *group("bench"))
    # Beside the others: where it can be imported, the client uses it.
    fast = Path(session.create_tmp()).resolve() / "fast"
    session.install("--target", str(fast), "--upgrade", *group("bench_fast"))
    tools = {"BENCH_NODE": str(node_packages(session, "benchmarks/node")), "BENCH_FAST": str(fast)}
    session.run("python", "-m", "benchmarks", env={**NO_TRACES, **tools})
