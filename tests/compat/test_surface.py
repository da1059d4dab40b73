"""Every seeded change of the Python surface is classified correctly."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from griffe import ModulesCollection

from generator.compat.surface import PACKAGES, load, surface_changes

ROOT = Path(__file__).parents[2]


class Seeded(NamedTuple):
    """A text in the source of a public object that becomes another one, and the right result."""

    name: str
    breaks: bool
    says: str
    object: str
    text: str
    becomes: str


COMPANIES = "woodpecker_client.resources.companies.Companies"
MAILBOXES = "woodpecker_client.resources.mailboxes.Mailboxes"
CHANGES = [
    Seeded("a method is renamed", True, "Companies.list", f"{COMPANIES}.list", "def list(", "def every("),
    Seeded(
        "a method of asyncio is renamed",
        True,
        "AsyncMailboxes.get",
        "woodpecker_client.resources.mailboxes.AsyncMailboxes.get",
        "async def get(",
        "async def fetch(",
    ),
    Seeded(
        "a parameter is new and required",
        True,
        "extra",
        f"{MAILBOXES}.get",
        "id: int, *,",
        "id: int, extra: int, *,",
    ),
    Seeded(
        "an option of a client is removed",
        True,
        "max_retries",
        "woodpecker_client.Agency.__init__",
        "max_retries: int",
        "tries: int",
    ),
    Seeded(
        "an option takes less",
        True,
        "deadline",
        "woodpecker_client.Agency.__init__",
        "deadline: float | None",
        "deadline: float",
    ),
    Seeded(
        "a constant that is a default has another value",
        True,
        "max_retries",
        "woodpecker_client.accounts.DEFAULT_RETRIES",
        "DEFAULT_RETRIES = ",
        "DEFAULT_RETRIES = 1 + ",
    ),
    Seeded("a field is removed", True, "Company.owner", "woodpecker_client.models.Company.owner", "owner:", "manager:"),
    Seeded(
        "a field may be something else",
        True,
        "Company.name",
        "woodpecker_client.models.Company.name",
        "name: str",
        "name: str | None",
    ),
    Seeded(
        "a method returns something else",
        True,
        "Mailboxes.get",
        f"{MAILBOXES}.get",
        ") -> ",
        ") -> None | ",
    ),
    Seeded(
        "an exception is no longer exported",
        True,
        "CompanyInactive",
        "woodpecker_client.__all__",
        '"CompanyInactive",',
        "",
    ),
    Seeded(
        "an exception has an attribute less",
        True,
        "ApiError.status",
        "woodpecker_client.ApiError.status",
        "status:",
        "code_of_http:",
    ),
    Seeded(
        "a low-level function is removed",
        True,
        "sync_detailed",
        "woodpecker_client.api.account.get_me.sync_detailed",
        "def sync_detailed(",
        "def sync_raw(",
    ),
    Seeded("the plugin's table is no longer exported", True, "decide", "woodpecker_auth.__all__", '"decide",', ""),
    Seeded(
        "a parameter is new and optional", False, "", f"{MAILBOXES}.get", "id: int, *,", "id: int, *, extra: int = 0,"
    ),
    Seeded(
        "an option takes more",
        False,
        "",
        "woodpecker_client.Agency.__init__",
        "max_retries: int",
        "max_retries: int | None",
    ),
    Seeded(
        "a method is new",
        False,
        "Companies.find",
        f"{COMPANIES}.list",
        "    def list(",
        "    def find(self) -> None: ...\n\n    def list(",
    ),
    Seeded(
        "a field is new",
        False,
        "Company.plan",
        "woodpecker_client.models.Company.owner",
        "    owner:",
        "    plan: str | Unset = UNSET\n    owner:",
    ),
    Seeded(
        "a module within changes",
        False,
        "",
        "woodpecker_mock.__main__.main",
        "def main(",
        "def start(",
    ),
]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the packages, for one test after the other to change and to put back."""
    root = tmp_path_factory.mktemp("tree")
    for package, folder in PACKAGES.items():
        if (source := ROOT / folder / package).is_dir():
            shutil.copytree(source, root / folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    return root


@pytest.fixture(scope="module")
def surface(tree: Path) -> ModulesCollection:
    return load(tree)


def test_nothing_changed_is_no_change(tree: Path, surface: ModulesCollection):
    assert surface_changes(surface, load(tree)) == []


def small(root: Path, body: str, package: str = "woodpecker_client") -> ModulesCollection:
    """The surface of packages that export one class, `Held`, which is in a module of `package`."""
    for each in ("woodpecker_client", "woodpecker_auth", "woodpecker_mock", package):
        home = root / PACKAGES[each] / each
        home.mkdir(parents=True, exist_ok=True)
        for module in ("__init__", "models", "redis_lanes"):
            (home / f"{module}.py").write_text("__all__ = []\n", encoding="utf-8")
    (root / PACKAGES[package] / package / "held.py").write_text(body, encoding="utf-8")
    exports = f'from {package}.held import Held\n\n__all__ = ["Held"]\n'
    (root / PACKAGES["woodpecker_client"] / "woodpecker_client" / "__init__.py").write_text(exports, encoding="utf-8")
    return load(root)


HELD = """
from typing import Literal, TypeAlias, TypeVar, overload
LIMIT = 3
T = TypeVar("T", bound=int)
Kind: TypeAlias = Literal["a", "b"] | None

class Held:
    size: int = LIMIT
    def take(self, count: int = LIMIT, kind: Kind = None) -> str: ...
    @overload
    def give(self, count: int) -> int: ...
    @overload
    def give(self, count: str) -> str: ...
    def give(self, count: int | str) -> int | str: ...
"""


def test_what_moves_into_another_package_and_is_imported_from_there_is_no_change(tmp_path: Path):
    old, new = small(tmp_path / "old", HELD), small(tmp_path / "new", HELD, "woodpecker_runtime")
    assert surface_changes(old, new) == []
    assert surface_changes(new, old) == []


@pytest.mark.parametrize(
    ("text", "becomes", "says"),
    [
        ("size:", "length:", "Held.size"),
        ("-> str: ...\n    @", "-> bytes: ...\n    @", "result changed from str to bytes"),
        ("LIMIT = 3", "LIMIT = 4", "default changed from 3 to 4 (count)"),
        ('["a", "b"]', '["b"]', "changed its type from Kind to Kind (kind)"),
        ("count: str) -> str", "count: str) -> bytes", "Held.give: result changed from str to bytes"),
    ],
)
def test_a_change_in_the_package_that_it_moved_to_is_found(text: str, becomes: str, says: str, tmp_path: Path):
    assert text in HELD
    changed = small(tmp_path / "new", HELD.replace(text, becomes), "woodpecker_runtime")
    changes = surface_changes(small(tmp_path / "old", HELD), changed)
    assert says in " ".join(str(change) for change in changes if change.breaking)


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("LIMIT", "MOST"),
        ("size: int", "size: T"),
        ("kind: Kind", 'kind: Literal["a", "b", "c"] | None'),
        ("count: str) -> str: ...\n", "count: str) -> str: ...\n    @overload\n    def give(self) -> None: ...\n"),
    ],
)
def test_what_takes_as_much_as_before_is_no_break(text: str, becomes: str, tmp_path: Path):
    assert text in HELD
    changes = surface_changes(small(tmp_path / "old", HELD), small(tmp_path / "new", HELD.replace(text, becomes)))
    assert not any(change.breaking for change in changes), [*map(str, changes)]


@pytest.mark.parametrize("seeded", CHANGES, ids=[one.name for one in CHANGES])
def test_a_change_is_classified_correctly(seeded: Seeded, tree: Path, surface: ModulesCollection):
    source, before = changed(seeded, surface)
    try:
        changes = surface_changes(surface, load(tree))
    finally:
        source.write_text(before, encoding="utf-8")

    assert any(change.breaking for change in changes) is seeded.breaks, [*map(str, changes)]
    assert seeded.says in " ".join(str(change) for change in changes if change.breaking is seeded.breaks)


def changed(seeded: Seeded, surface: ModulesCollection) -> tuple[Path, str]:
    """Make the change in the file that the object is in; that file, and its text as it was."""
    node = surface[seeded.object]
    node = node.final_target if node.is_alias else node
    source = Path(node.filepath)
    before = source.read_text(encoding="utf-8")
    lines = before.splitlines(keepends=True)
    start, end = node.lineno - 1, node.endlineno
    text = "".join(lines[start:end])
    assert seeded.text in text, f"the catalogue's text is not in {seeded.object}"
    lines[start:end] = text.replace(seeded.text, seeded.becomes, 1)
    source.write_text("".join(lines), encoding="utf-8")
    return source, before
