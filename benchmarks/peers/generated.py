"""The code that other generators make of this spec, without anything of this project; made anew for each run."""

from __future__ import annotations

import compileall
import sys
import sysconfig
from pathlib import Path

from ..programs import output

SPEC = Path(__file__).resolve().parents[2] / "spec" / "dist" / "openapi-3.0.json"


def script(name: str) -> str:
    """A command that pip installed beside this Python."""
    return str(Path(sysconfig.get_path("scripts"), name))


def commands(folder: Path) -> list[list[str]]:
    """How each is made below `folder`, under the name by which its peer's module imports it."""
    openapi_generator = [
        [
            script("openapi-generator-cli"), "generate", "--generator-name", "python", "--input-spec", str(SPEC),
            "--output", str(folder), "--additional-properties", f"library={library},packageName={package}",
        ]
        for library, package in (
            ("urllib3", "stock_openapi_generator"),
            ("asyncio", "stock_openapi_generator_asyncio"),
        )
    ]  # fmt: skip
    return [
        [
            script("openapi-python-client"), "generate", "--path", str(SPEC), "--meta", "none",
            "--output-path", str(folder / "stock_openapi_python_client"),
        ],
        [
            script("datamodel-codegen"), "--input", str(SPEC), "--input-file-type", "openapi",
            "--output", str(folder / "stock_pydantic_models.py"), "--output-model-type", "pydantic_v2.BaseModel",
            "--base-class", "openai.BaseModel", "--formatters", "builtin",
        ],
        *openapi_generator,
    ]  # fmt: skip


def generate_peers(folder: Path) -> None:
    """Make all of them, with their byte code, as pip would install them."""
    for command in commands(folder):
        output(command, folder=folder)
    compileall.compile_dir(folder, quiet=2)


def importable(folder: str) -> None:
    """Let this process import what was generated into a folder."""
    if folder not in sys.path:
        sys.path.append(folder)
