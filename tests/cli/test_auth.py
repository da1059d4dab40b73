"""`woodpecker auth`: keys in the keyring, profiles, and whose key it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import keyring
import keyring.backends.fail
import pytest
from platformdirs import user_config_path
from woodpecker_mock import Fault, MockServer

from tests.secrets.canaries import HQ_KEY, spotted

from .conftest import MemoryKeyring, Run
from .terminal import COMMAND, Terminal

posix = pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")


@pytest.fixture
def logged_in(woodpecker: Run, mock: MockServer, memory_keyring: MemoryKeyring, monkeypatch, stdin) -> Run:
    """With the mock's HQ key in the keyring, and in no variable."""
    stdin(f"{mock.hq_key}\n")
    assert woodpecker("auth", "login").status == 0
    monkeypatch.delenv("WOODPECKER_API_KEY")
    monkeypatch.delenv("WOODPECKER_BASE_URL")
    return woodpecker


def settings_files(settings: Path) -> dict[Path, str]:
    return {path: path.read_text() for path in settings.rglob("*") if path.is_file()}


def test_login_keeps_the_key_in_the_keyring_only(logged_in: Run, mock: MockServer, memory_keyring, settings) -> None:
    assert memory_keyring.keys == {("woodpecker-client", "default"): mock.hq_key}
    [(path, text)] = settings_files(settings).items()
    assert path.name == "profiles.json" and mock.hq_key not in text
    assert json.loads(text)["default"] == {"kind": "hq", "base_url": mock.base_url, "whose": "Blue Heron Agency"}
    assert json.loads(logged_in("me", "--own-account").out)["firm_name"] == "Blue Heron Agency"


@pytest.mark.usefixtures("memory_keyring")
def test_settings_that_cannot_be_written_are_told(woodpecker: Run, mock: MockServer, stdin) -> None:
    # A folder where the file would be written first.
    (user_config_path("woodpecker", appauthor=False) / f"profiles.{os.getpid()}").mkdir(parents=True)
    stdin(f"{mock.hq_key}\n")
    done = woodpecker("auth", "login")

    assert (done.status, done.out) == (2, "") and "the file with the profiles cannot be written: " in done.err


def test_profiles_for_several_agencies(logged_in: Run, mock: MockServer, monkeypatch, stdin) -> None:
    stdin(mock.world.agencies[1].keys[0].value)
    monkeypatch.setenv("WOODPECKER_BASE_URL", mock.base_url)
    assert logged_in("auth", "login", "--profile", "other").status == 0
    monkeypatch.delenv("WOODPECKER_BASE_URL")

    first = json.loads(logged_in("me", "--own-account").out)["firm_name"]
    second = json.loads(logged_in("me", "--own-account", "--profile", "other").out)["firm_name"]
    monkeypatch.setenv("WOODPECKER_PROFILE", "other")

    assert first != second == json.loads(logged_in("me", "--own-account").out)["firm_name"]
    listed = [json.loads(line) for line in logged_in("auth", "list").out.splitlines()]
    assert [one["name"] for one in listed] == ["default", "other"] and listed[1]["whose"] == second


def test_a_profile_that_is_named_goes_before_the_variable(logged_in: Run, mock: MockServer, monkeypatch) -> None:
    monkeypatch.setenv("WOODPECKER_API_KEY", mock.world.agencies[1].keys[0].value)
    monkeypatch.setenv("WOODPECKER_BASE_URL", mock.base_url)

    sources = [
        json.loads(logged_in("auth", "status", *words).out)["source"] for words in ([], ["--profile", "default"])
    ]

    assert sources == ["WOODPECKER_API_KEY", "profile default"]


def test_a_profiles_key_is_sent_nowhere_else(logged_in: Run, monkeypatch) -> None:
    done = logged_in("me", "--own-account", "--base-url", "http://127.0.0.1:1")
    monkeypatch.setenv("WOODPECKER_BASE_URL", "http://127.0.0.1:1")

    assert done.status == 2 and "its key is sent nowhere else" in done.err
    assert logged_in("me", "--own-account").status == 0, "the variable is for keys without a profile"


def test_logout_deletes_both(logged_in: Run, memory_keyring: MemoryKeyring) -> None:
    assert logged_in("auth", "logout").status == 0
    assert memory_keyring.keys == {} and logged_in("auth", "list").out == ""
    assert "there is no key: run woodpecker auth login" in logged_in("me", "--own-account").err
    assert "no such profile" in logged_in("auth", "logout").err
    assert "no such profile; there are: none" in logged_in("me", "--profile", "x").err


def test_a_key_that_left_the_keyring_is_told(logged_in: Run, memory_keyring: MemoryKeyring) -> None:
    memory_keyring.keys.clear()

    assert "run woodpecker auth login again" in logged_in("me", "--own-account").err
    assert logged_in("auth", "logout").status == 0


def test_status_says_which_kind_and_whose(woodpecker: Run, mock: MockServer, monkeypatch) -> None:
    hq = json.loads(woodpecker("auth", "status").out)
    monkeypatch.setenv("WOODPECKER_API_KEY", mock.client_key(880101))
    client = woodpecker("auth", "status")

    assert (hq["kind"], hq["account"], hq["companies"]) == ("hq", "Blue Heron Agency", 14)
    assert {**json.loads(client.out), "user": None, "email": None} == {
        "source": "WOODPECKER_API_KEY", "kind": "client", "account": "Quillby Foods", "account_id": 880101,
        "user": None, "email": None, "companies": None, "base_url": mock.base_url,
    }  # fmt: skip
    assert "give --client-key" in client.err
    monkeypatch.setenv("WOODPECKER_API_KEY", mock.hq_key)
    assert "leave --client-key" in woodpecker("auth", "status", "--client-key").err
    assert {entry.method for entry in mock.log} == {"GET"}


def test_a_key_that_the_api_refuses_is_not_kept(woodpecker: Run, memory_keyring, settings, stdin) -> None:
    stdin("1.wrong\n")
    done = woodpecker("auth", "login")

    assert done.status == 1 and "401" in done.err and not memory_keyring.keys and not settings_files(settings)


@pytest.mark.parametrize(
    ("words", "told"),
    [(["--profile", "a b"], "up to 32 letters"), (["--profile", HQ_KEY.value], "up to 32 letters"), ([], "no key")],
)
def test_a_login_that_cannot_be(woodpecker: Run, memory_keyring, mock: MockServer, words, told: str, stdin) -> None:
    stdin("\n")
    done = woodpecker("auth", "login", *words)

    assert done.status == 2 and told in done.err and spotted(done.err) == set() and not mock.log


@pytest.mark.parametrize("kind", ["none", "locked", "broken"])
def test_a_keyring_that_cannot_be_used_is_told_before_the_key_is_asked_for(woodpecker: Run, kind: str, stdin) -> None:
    class Broken(MemoryKeyring):
        def get_password(self, service: str, username: str) -> str | None:
            raise keyring.errors.KeyringLocked(HQ_KEY.value) if kind == "locked" else OSError(HQ_KEY.value)

    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.fail.Keyring() if kind == "none" else Broken())
    try:
        done = woodpecker("auth", "login")
    finally:
        keyring.set_keyring(before)

    assert done.status == 2 and "keyring cannot be used" in done.err and "WOODPECKER_API_KEY" in done.err
    assert spotted(done.err) == set()


@pytest.mark.parametrize("text", ["{", "[]", '{"default": {}}', '{"default": 1}'])
def test_a_file_of_settings_that_is_broken_is_told(logged_in: Run, settings: Path, text: str) -> None:
    [path] = settings_files(settings)
    path.write_text(text)

    done = logged_in("me", "--own-account")

    assert done.status == 2 and str(path) in done.err


def test_an_empty_file_is_no_key(woodpecker: Run, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("\n")

    assert "is empty" in woodpecker("me", "--api-key-file", str(tmp_path / "key")).err


@posix
@pytest.mark.usefixtures("woodpecker")
def test_the_terminal_does_not_show_the_key(mock: MockServer, tmp_path: Path) -> None:
    (tmp_path / "kept.py").write_text(
        "from keyring.backend import KeyringBackend\n"
        "class Kept(KeyringBackend):\n"
        "    priority = 1\n"
        "    def get_password(self, *words): return None\n"
        "    def set_password(self, *words): pass\n"
    )
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    with Terminal("auth", "login", PYTHON_KEYRING_BACKEND="kept.Kept", PYTHONPATH=path) as terminal:
        terminal.read_until("API key: ")
        terminal.type(f"{mock.hq_key}\n")
        assert terminal.end() == 0

    assert "the HQ key of Blue Heron Agency" in terminal.shown and mock.hq_key not in terminal.shown


@posix
@pytest.mark.usefixtures("woodpecker")
def test_a_secret_that_is_missing_is_asked_for(mock: MockServer) -> None:
    mock.faults.add(Fault(status=400, body={"title": "Bad", "detail": "no"}))
    words = ["mailboxes", "microsoft", "credentials", "create", "--company", "880101", "--tenant-id", "t"]
    with Terminal(*words, "--client-id", "c", "--secret-expires-at", "2027-03-31T23:59:59Z") as terminal:
        terminal.read_until("client_secret: ")
        terminal.type("not-a-real-secret\n")
        assert terminal.end() == 1

    assert "not-a-real-secret" not in terminal.shown and len(mock.log) == 1


@posix
@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    script = subprocess.run([*COMMAND, "completion", shell], capture_output=True, text=True, check=True).stdout
    asked = {"_WOODPECKER_COMPLETE": f"{shell}_complete"}

    def completed(words: str) -> str:
        typed = {
            "COMP_WORDS": words,
            "COMP_CWORD": words.rpartition(" ")[2] if shell == "fish" else str(words.count(" ")),
        }
        return subprocess.run(COMMAND, env={**os.environ, **asked, **typed}, capture_output=True, text=True).stdout

    assert "_WOODPECKER_COMPLETE" in script
    assert "api-keys" in completed("woodpecker companies api") and "update-footer" in completed(
        "woodpecker mailboxes u"
    )
    assert "--own-account" in completed("woodpecker me --own") and "owner" in completed(
        "woodpecker companies users list --role o"
    )
    assert "jsonl" in completed("woodpecker me --output j")


def test_completion_knows_profiles_and_no_other_shell(logged_in: Run, monkeypatch, capsys) -> None:
    monkeypatch.setenv("_WOODPECKER_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "woodpecker me --profile d")
    monkeypatch.setenv("COMP_CWORD", "3")
    with pytest.raises(SystemExit):
        logged_in()
    assert capsys.readouterr().out == "plain,default\n"
    monkeypatch.delenv("_WOODPECKER_COMPLETE")
    assert "should be one of bash, zsh, fish" in logged_in("completion", "tcsh").err
