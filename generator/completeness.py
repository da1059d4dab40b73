"""Nothing of the spec got lost on the way.

openapi-python-client drops an operation it cannot follow, and lets one overwrite another, without a word and with
exit status 0; so the modules it wrote are counted against the spec.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from openapi_python_client.strings import PythonIdentifier

from .spec import Spec


class IncompleteError(Exception):
    """The rendered functions and the spec's operations are not the same set."""


def every_operation_has_its_function(spec: Spec, package: Path) -> None:
    """Compare the operationIds with the modules below `api/`.

    Raises:
        IncompleteError: naming what is missing and what nobody asked for.
    """
    asked = Counter(str(PythonIdentifier(operation.name, "field_")) for operation in spec.operations())
    made = Counter(module.stem for module in package.glob("api/*/*.py") if module.stem != "__init__")
    complaints = [f"no function was generated for {name}" for name in sorted((asked - made).elements())]
    complaints += [f"no operation asked for {name}" for name in sorted((made - asked).elements())]
    if complaints:
        raise IncompleteError("\n".join(complaints))
