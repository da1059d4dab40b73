"""Models as flat rows for tables: pandas, csv, a notebook."""

from __future__ import annotations

from collections.abc import Iterable

from .html_table import html_table
from .model import Model


class Records(list[dict[str, object]]):
    """Rows with the same columns in the same order; a notebook shows them as a table."""

    @property
    def columns(self) -> list[str]:
        """The names of the columns; none if there are no rows."""
        return [*self[0]] if self else []

    def _repr_html_(self) -> str:
        return html_table(self.columns, [row.values() for row in self])


def records(models: Iterable[Model]) -> Records:
    """Flat rows of models, such as the entries of a listing: `pandas.DataFrame(records(account.mailboxes.list()))`.

    A column is called as the attribute is reached: `details.email`. Every row has all columns; what an entry does not
    have is None. Secrets are `***`, and fields that the spec does not describe are left out, because nobody knows
    whether they are secret: `to_dict()` has them. In asyncio: `records(await account.mailboxes.list())`.

    Args:
        models: the entries; a listing is read to its end.
    """
    rows = [model.to_record() for model in models]
    columns = dict.fromkeys(column for row in rows for column in row)
    # A model that one entry has and another has not is the columns of its fields, and none of its own.
    kept = [column for column in columns if not any(other.startswith(f"{column}.") for other in columns)]
    return Records({column: row.get(column) for column in kept} for row in rows)
