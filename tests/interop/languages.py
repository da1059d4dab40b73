"""How the example in each language generates its client from the spec, and which of its programs are then run.

Each of them is a small project of its own in examples/. It takes three things from this repository and nothing else:
spec/dist, spec/conformance, and the mock over HTTP. What it generates is not committed.
"""

from __future__ import annotations

from dataclasses import dataclass

Command = tuple[str, ...]


@dataclass(frozen=True)
class Language:
    """An example in another language.

    Attributes:
        name: its folder in examples/.
        needs: the programs that have to be installed.
        build: generates the client from spec/dist with a pinned tool, and compiles it together with the example's code.
        vectors: runs spec/conformance, whose folder is its argument, and exits with 1 if a case fails.
        agency: walks the mailboxes of all companies with WOODPECKER_API_KEY at WOODPECKER_BASE_URL, and prints the
            totals in its last line as examples/demo.py words them.
    """

    name: str
    needs: tuple[str, ...]
    build: tuple[Command, ...]
    vectors: Command
    agency: Command


# From the Python Package Index, because its package holds the jar and pip checks the hash.
OPENAPI_GENERATOR: tuple[Command, ...] = (
    ("python3", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--upgrade")
    + ("--require-hashes", "--target", "build/generator", "--requirement", "generator.txt"),
    ("java", "-jar", "build/generator/openapi_generator_cli/openapi-generator.jar")
    + ("generate", "--config", "generator.yaml"),
)

LANGUAGES = (
    Language(
        "typescript",
        needs=("node", "npm"),
        build=(
            ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"),
            ("npm", "run", "--silent", "build"),
            ("npm", "run", "--silent", "lint"),
        ),
        vectors=("node", "build/vectors.js"),
        agency=("node", "build/agency.js"),
    ),
    Language(
        "go",
        needs=("go",),
        build=(("go", "generate", "./..."), ("go", "vet", "./..."), ("go", "build", "-o", "build/", "./cmd/...")),
        vectors=("build/vectors",),
        agency=("build/agency",),
    ),
    Language(
        "java",
        needs=("java", "mvn"),
        build=(("mvn", "-q", "-B", "-ntp", "package"),),
        vectors=("java", "-cp", "target/woodpecker-example.jar:target/lib/*", "example.Vectors"),
        agency=("java", "-cp", "target/woodpecker-example.jar:target/lib/*", "example.Agency"),
    ),
    Language(
        "rust",
        needs=("cargo", "cargo-clippy", "cargo-fmt", "java", "python3"),
        build=(
            *OPENAPI_GENERATOR,
            ("cargo", "fmt", "--check"),
            ("cargo", "clippy", "--quiet", "--locked", "--no-deps"),
            ("cargo", "build", "--quiet", "--locked"),
        ),
        vectors=("target/debug/vectors",),
        agency=("target/debug/agency",),
    ),
    Language(
        "php",
        needs=("php", "java", "python3"),
        build=OPENAPI_GENERATOR,
        vectors=("php", "vectors.php"),
        agency=("php", "agency.php"),
    ),
    Language(
        "kotlin",
        needs=("java", "mvn"),
        build=(("mvn", "-q", "-B", "-ntp", "package"),),
        vectors=("java", "-cp", "target/woodpecker-example.jar:target/lib/*", "example.VectorsKt"),
        agency=("java", "-cp", "target/woodpecker-example.jar:target/lib/*", "example.AgencyKt"),
    ),
)
