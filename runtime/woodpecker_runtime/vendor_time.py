"""Times as the vendor writes them: the text is kept, the moment is worked out on demand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any

# Two defaults that agree in nothing: a text that leaves a part of the date out reads differently under each.
_DEFAULTS = (datetime(2000, 1, 1), datetime(2001, 2, 2))
# Characters. No time is longer, and the parser takes its time for what is.
_LONGEST = 100


class VendorTime(str):
    """A time exactly as the API sent it, with `.datetime` for the moment it names.

    The API writes times in several forms: without a zone (`2025-03-05 17:57:00`, meant as UTC), with an offset
    that has no colon (`2025-06-11T00:00:00+0200`), and with a `Z`
    (https://developers.woodpecker.co/docs/agency-api/authentication-agency,
    https://developers.woodpecker.co/docs/mailboxes/get-mailboxes). It is text, so it compares, sorts and prints
    as the text; what was received goes back unchanged.
    """

    raw: Any
    """What was received: the text itself, or the number or object that stood where a text was expected."""

    def __new__(cls, raw: object) -> VendorTime:
        """Keep any value; `datetime` objects become the RFC 3339 text that the API reads.

        Raises:
            ValueError: a `datetime` without a zone, which could mean any moment, or a `date`.
        """
        if isinstance(raw, VendorTime):
            raw = raw.raw
        if isinstance(raw, datetime):
            if raw.utcoffset() is None:
                raise ValueError(f"{raw!r} has no time zone; use an aware datetime, such as datetime.now(UTC)")
            raw = raw.isoformat().replace("+00:00", "Z")
        elif isinstance(raw, date):
            raise ValueError(f"{raw!r} is a date, not a datetime")
        time = super().__new__(cls, raw)
        time.raw = raw
        return time

    @property
    def datetime(self) -> datetime | None:
        """The moment as an aware datetime, in the offset that was written and UTC where none was.

        None if the text is in no form that can be read as one moment, or names one that UTC has no date for; that is
        never an error. What is returned can be converted to UTC.
        """
        return _moment(str(self)) if isinstance(self.raw, str) else None

    def __reduce__(self) -> tuple[type[VendorTime], tuple[Any]]:
        return type(self), (self.raw,)


def _moment(text: str) -> datetime | None:
    if text.isdigit() or len(text) > _LONGEST:
        # Of digits: seconds, milliseconds or a date without dashes. A guess would be off by years.
        return None
    try:
        moment = _read(text)
        # The parser's own offsets may be of a day and more, with which a datetime cannot even be printed.
        moment = moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta()))
        moment.astimezone(UTC)
    except Exception:  # whatever the parser makes of such a text: it raises more than it documents
        return None
    return moment


def _read(text: str) -> datetime:
    # Imported here, because that takes longer than making a client, and few programs ask for the moment.
    from dateutil.parser import isoparse, parse

    try:
        return isoparse(text)
    except (ValueError, OverflowError):
        first, second = (parse(text, default=default, tzinfos=_zone) for default in _DEFAULTS)
    if first != second:
        raise ValueError("a part of the date is left out")
    return first


def _zone(name: str | None, offset: int | None) -> tzinfo | None:
    if offset is not None:
        from dateutil.tz import tzoffset

        return tzoffset(name, offset)
    if name is None:
        return None
    if name.upper() in {"UTC", "GMT", "Z"}:
        return UTC
    # A zone's abbreviation names several zones; guessing one would move the moment by hours.
    raise ValueError(f"unknown zone {name}")
