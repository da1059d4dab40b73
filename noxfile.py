"""The sessions that developers and CI run. `nox -l` lists them in the order of a day's work; `nox` runs those of CI.

A machine needs Python, pip, git and nox. Everything else is installed by the sessions into `.nox/`, at pinned versions.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
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
    "examples",
    "docs",
    "browser",
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


# Those that the package declares to support.
PYTHONS = nox.project.python_versions(PROJECT)
BIN = "Scripts" if os.name == "nt" else "bin"
BUNDLE = "woodpecker-client-spec"
PACKAGE = f".[{','.join(PROJECT['project']['optional-dependencies'])}]"
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
    session.run(*install, "--editable", PACKAGE, *DEVELOPMENT, external=True)


@nox.session(default=False, allow_parallel=True)
def installed(session: nox.Session) -> None:
    """Install the package as users do, with all that its tests need; the sessions that run it share the environment."""
    install_pinned(session)


def install_pinned(session: nox.Session) -> None:
    """Install the package and what its tests need, with each tool at its pinned version."""
    # Python looks for compiled modules in the folder of NO_TRACES alone.
    session.install("--no-compile", *GENERATOR)
    session.install("--no-compile", PACKAGE, *group("tests"), *group("fuzz"))


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


def run_tests(session: nox.Session, *options: str) -> None:
    """Run the tests in the session's own environment, without measuring coverage."""
    pytest = ("python", "-m", "pytest", "-p", "no:cacheprovider", "-n", "auto", "--dist", "loadfile")
    session.run(*pytest, *options, *session.posargs, env=NO_TRACES)


def tests_on(session: nox.Session) -> None:
    """Run the tests on this Python, with the tools of `tests`."""
    install_pinned(session)
    run_tests(session)


for version in PYTHONS:
    nox.session(name=f"tests-{version}", python=version, default=False)(tests_on)


@nox.session(python=PYTHONS, default=False)
def tests_newest(session: nox.Session) -> None:
    """Run the tests with the newest release of each dependency that the package allows."""
    generator = ("-r", "generator/requirements.in")
    newest = ("--upgrade", "--upgrade-strategy", "eager")
    session.install("--no-compile", *newest, PACKAGE, *generator, *group("tests"), *group("fuzz"))
    run_tests(session)


@nox.session(python=PYTHONS, default=False)
def tests_lowest(session: nox.Session) -> None:
    """Run the tests with the oldest release of each dependency that the package allows."""
    command = (sys.executable, "-m", "generator.release.bounds")
    bounds = session.run(*command, external=True, silent=True, env=NO_TRACES)
    constraints = Path(session.create_tmp(), "lowest.txt")
    constraints.write_text(str(bounds), encoding="utf-8")
    # Tools that are dependencies, too, or are pinned to newer dependencies than the oldest, are taken as old as these.
    free = ("httpx2", "opentelemetry", "rich")
    tools = [one.partition("==")[0] if one.startswith(free) else one for one in group("tests")]
    generator = ("-r", "generator/requirements.in")
    session.install("--no-compile", "--constraint", str(constraints), PACKAGE, *generator, *tools)
    # schemathesis needs newer dependencies, and what needs schemathesis does not ship. The bounds of what a call costs
    # hold for the pinned versions.
    others = (
        "tests/contract/test_fuzz_live.py",
        "tests/generator/test_new_operation.py",
        "tests/secrets/test_fuzz_reports.py",
        "tests/unit/fuzz",
        "tests/cost",
    )
    run_tests(session, *(f"--ignore={path}" for path in others))


@nox.session(allow_parallel=True)
def lint(session: nox.Session) -> None:
    """Check the code with ruff, the workflows with zizmor, and the spec with its own rules and two linters."""
    session.install(*GENERATOR)
    session.install(*group("lint"))
    session.run("ruff", "check", "--no-cache", ".")
    session.run("ruff", "format", "--no-cache", "--check", ".")
    session.run("zizmor", "--offline", "--pedantic", "--quiet", "--no-progress", ".github")
    session.run("python", "-m", "generator", "check", env=NO_TRACES)
    lint_spec(session)


def lint_spec(session: nox.Session) -> None:
    """Run the linters that only exist for Node.js, which is itself installed from PyPI."""
    linters = node_packages(session, "spec/lint") / "node_modules"
    quiet = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}
    redocly = linters / "@redocly/cli/bin/cli.js"
    session.run("node", str(redocly), "lint", "--config", "spec/redocly.yaml", "main", "workflows", env=quiet)
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


@nox.session(default=False)
def update(session: nox.Session) -> None:
    """Lock the newest versions of what the generator's tools need, and regenerate with them."""
    session.install(*group("update"))
    with session.chdir("generator"):
        compile_lock = ("uv", "pip", "compile", "--upgrade", "--universal", "--generate-hashes")
        session.run(
            *compile_lock, "--python-version", "3.11", "requirements.in", "-o", "requirements.lock", silent=True
        )
    regenerate(session)


@nox.session(allow_parallel=True)
def drift(session: nox.Session) -> None:
    """Fail if generated/, spec/dist/ or what is vendored differ from what `regenerate` or `vendor` would write."""
    session.install(*GENERATOR)
    session.install(*group("node"))
    session.run("python", "-m", "generator", "drift", env=NO_TRACES)
    run_vendored(session, "check")


@nox.session(default=False)
def vendor(session: nox.Session) -> None:
    """Copy what the mock's pages use of npm packages, at the versions in mock_server/vendor/package-lock.json."""
    session.install(*group("node"))
    run_vendored(session, "renew")


def run_vendored(session: nox.Session, command: str) -> None:
    """Run a command of `generator.vendored` with the packages as npm has verified and unpacked them."""
    packages = node_packages(session, "mock_server/vendor") / "node_modules"
    session.run("python", "-m", "generator.vendored", command, str(packages), env=NO_TRACES)


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


@nox.session(venv_backend="none", requires=["installed"], allow_parallel=True)
def interop(session: nox.Session) -> None:
    """Build the examples in other languages and the clients of stock generators, and run them against the mock."""
    run_installed(session, "python", "-m", "tests.interop", *session.posargs)


@nox.session(allow_parallel=True)
def examples(session: nox.Session) -> None:
    """Run the programs and the notebook of examples/ against the mock, and test the MCP server and its types."""
    example = "examples/mcp_server"
    tools = nox.project.dependency_groups(nox.project.load_toml(f"{example}/pyproject.toml"), "tests")
    session.install("--no-compile", ".[mock,redis]", f"./{example}", *tools, *group("examples"))
    session.run("mypy", "--strict", "--cache-dir", session.create_tmp(), f"{example}/woodpecker_mcp")
    session.run("pytest", "-p", "no:cacheprovider", "tests/examples", *session.posargs, env=NO_TRACES)


@nox.session(allow_parallel=True)
def docs(session: nox.Session) -> None:
    """Build the documentation into site/, and fail for a warning, such as a link that leads nowhere."""
    session.install("--no-compile", PACKAGE, *group("docs"))
    session.run("python", "-m", "docs.site", env=NO_TRACES)


@nox.session(requires=["docs"])
def browser(session: nox.Session) -> None:
    """Open the pages that people look at in a headless Chromium, and keep pictures of them (needs chromium)."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        session.skip("no page was opened: chromium is not installed, and CHROMIUM does not name one")
    session.install("--no-compile", ".[cli,mock]", *group("browser"))
    screenshots = Path(".nox", "browser", "screenshots").resolve()
    shutil.rmtree(screenshots, ignore_errors=True)
    axe = node_packages(session, "tests/browser") / "node_modules/axe-core/axe.min.js"
    found = {"CHROMIUM": chromium, "AXE": str(axe), "SCREENSHOTS": str(screenshots)}
    pytest = ("pytest", "-p", "no:cacheprovider", "-n", "auto", "tests/browser")
    session.run(*pytest, *session.posargs, env={**NO_TRACES, **found})


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


@nox.session(allow_parallel=True, default=False)
def bundle(session: nox.Session) -> None:
    """Write the spec with all that belongs to it into dist/, as a zip and as an npm package."""
    # Should this session fail, a release finds none.
    for old in Path("dist").glob(f"{BUNDLE}-*"):
        old.unlink()
    session.install(*GENERATOR)
    session.install(*group("node"))
    converter = node_packages(session, "spec/postman") / "node_modules/openapi-to-postmanv2/bin/openapi2postmanv2.js"
    # Bodies are the examples of the spec; parameters that are optional are there, but switched off.
    options = "folderStrategy=Tags,parametersResolution=Example,enableOptionalParameters=false"
    collections = [str(Path(session.create_tmp()).resolve() / name) for name in ("first.json", "second.json")]
    for collection in collections:
        spec = ("-s", "spec/dist/openapi-3.0.json")
        session.run("node", str(converter), *spec, "-o", collection, "-O", options, silent=True)
    session.run("python", "-m", "generator.bundle", BUNDLE, "dist", *collections, env=NO_TRACES)


@nox.session(default=False, requires=["compat", "bundle"])
def release(session: nox.Session) -> None:
    """Check and build a release into dist/, and publish nothing; `-- --dry-run` before the changelog has its date."""
    session.install(*group("release"))
    session.run("python", "-m", "generator.release", "versions", *session.posargs, env=NO_TRACES)
    # The sdist and the wheel made from it, and both from the tree: which way was taken must not show.
    both = Path(session.create_tmp()).resolve() / "from_sdist", Path(session.create_tmp()).resolve() / "from_tree"
    for folder, kinds in zip(both, ((), ("--sdist", "--wheel")), strict=True):
        shutil.rmtree(folder, ignore_errors=True)
        session.run(
            "python", "-m", "build", "--no-isolation", *kinds, "--outdir", str(folder), env=NO_TRACES, silent=True
        )
    session.run("python", "-m", "generator.release", "same", *map(str, both), env=NO_TRACES)
    built = sorted(both[0].iterdir())
    session.run("twine", "check", "--strict", *map(str, built))
    [wheel] = both[0].glob("*.whl")
    if not [*Path("dist").glob(f"{BUNDLE}-*")]:
        session.error("dist/ does not have the spec: nox -s bundle")
    for old in Path("dist").iterdir():
        if not old.name.startswith(BUNDLE):
            old.unlink()
    for file in built:
        shutil.copy(file, "dist")
    write_sbom(session, wheel, Path("dist", f"{'-'.join(wheel.name.split('-')[:2])}.cdx.json"))
    session.run("python", "-m", "generator.release", "checksums", "dist", env=NO_TRACES)


def write_sbom(session: nox.Session, wheel: Path, bill: Path) -> None:
    """Write what a wheel brings along, with all its extras, as a software bill of materials (CycloneDX)."""
    home = Path(session.create_tmp()).resolve() / "user"
    session.run("python", "-m", "venv", "--clear", "--without-pip", str(home))
    python = str(home / BIN / "python")
    wanted = f"{wheel}{PACKAGE.removeprefix('.')}"
    session.run("python", "-m", "pip", "--python", python, "install", "--quiet", "--no-compile", wanted)
    described = ("--pyproject", "pyproject.toml", "--mc-type", "library", "--output-reproducible", "-o", str(bill))
    session.run("cyclonedx-py", "environment", *described, python)


def answers(engine: str) -> bool:
    """Whether a container engine can be reached; the program alone may be there without it."""
    return subprocess.run([engine, "info"], capture_output=True, timeout=30, check=False).returncode == 0


@nox.session(venv_backend="none", default=False)
def container(session: nox.Session) -> None:
    """Build the image of the mock, and start it once (needs docker or podman)."""
    engine = next((name for name in ("docker", "podman") if shutil.which(name) and answers(name)), None)
    if engine is None:
        session.skip("nothing was built: neither docker nor podman is there and running")
    # Podman's own format has no health check.
    docker = ("--format", "docker") if engine == "podman" else ()
    image = "woodpecker-mock"
    build = (engine, "build", *docker, "--file", "mock_server/Containerfile", "--tag", image, ".")
    session.run(*build, external=True)
    run = (engine, "run", "--detach", "--rm", "--read-only", "--name", image, image)
    session.run(*run, external=True)
    try:
        health = (engine, "inspect", "--format", "{{.State.Health.Status}}", image)
        for _ in range(30):
            if engine == "podman":
                # It leaves the times of the checks to systemd, which is not on every machine.
                session.run(engine, "healthcheck", "run", image, external=True, silent=True, success_codes=[0, 1])
            if str(session.run(*health, external=True, silent=True)).strip() == "healthy":
                return
            time.sleep(1)
        session.error("the mock is not healthy after 30 seconds")
    finally:
        session.run(engine, "rm", "--force", image, external=True, silent=True)
