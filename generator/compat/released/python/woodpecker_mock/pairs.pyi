from collections.abc import Callable as Callable
from typing import Any

Json = dict[str, Any]

def pair(new_id: Callable[[], int], email: str, provider: str, settings: Json, error: str | None = None) -> tuple[Json, Json]: ...
