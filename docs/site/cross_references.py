"""Links what docstrings name in backticks: a method as users write it, `companies.create`, a model, an exception."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from griffe import Extension, Object

_CODE = re.compile(r"(?<![`\w\[])`([A-Za-z_.]+)(\(\))?`(?!`)")
# A line of the section Attributes without a description, which the parser would take for a mistake.
_BARE = re.compile(r"^(    \w+ \([^\n]*\))$", re.MULTILINE)


class CrossReferences(Extension):
    """Rewrites docstrings as they are read; in the code and in `help()` they stay as they are."""

    def __init__(self) -> None:
        super().__init__()
        self._targets: dict[str, str] = json.loads(Path(__file__).with_name("targets.json").read_bytes())

    def on_object(self, *, obj: Object, **_: Any) -> None:
        if obj.docstring is None:
            return

        def link(code: re.Match[str]) -> str:
            target = self._targets.get(code[1])
            return code[0] if target is None or target == obj.path else f"[{code[0]}][{target}]"

        obj.docstring.value = _BARE.sub(r"\1: ", _CODE.sub(link, obj.docstring.value))
