"""Serial dates of a sheet (ECMA-376 part 1, 18.17.4): systems of 1900 and 1904."""

from __future__ import annotations

import datetime as dt

_EPOCH_1900 = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet knows no time zones
_EPOCH_1904 = dt.datetime(1904, 1, 1)  # noqa: DTZ001
# 1900 is a leap year to a sheet: serials before 1 March 1900 are one day off.
_FIRST_SOUND = 60
_LAST = 2_958_466
_DAY = 86_400_000_000


def to_serial(value: dt.datetime | dt.date | dt.time | dt.timedelta, *, date1904: bool) -> float:
    """Return the serial number of a date, a time of day or a duration."""
    if isinstance(value, dt.timedelta):
        return value / dt.timedelta(days=1)
    if isinstance(value, dt.time):
        midnight = dt.datetime.combine(dt.date.min, dt.time())
        return (dt.datetime.combine(dt.date.min, value.replace(tzinfo=None)) - midnight) / dt.timedelta(days=1)
    if not isinstance(value, dt.datetime):
        value = dt.datetime.combine(value, dt.time())
    moment = value.replace(tzinfo=None)
    epoch = _EPOCH_1904 if date1904 else _EPOCH_1900
    delta = moment - epoch
    serial = delta.days + (delta.seconds * 1_000_000 + delta.microseconds) / _DAY
    # Below 1 stands a bare time of day, which both systems give the day 0.
    return serial - 1 if not date1904 and 1 <= serial <= _FIRST_SOUND else serial


def from_serial(serial: float, *, date1904: bool) -> dt.datetime | float:
    """Return the date of a serial number, to the millisecond; the number itself where no date is."""
    if not 0 <= serial < _LAST:
        return serial
    epoch = _EPOCH_1904 if date1904 else _EPOCH_1900
    if not date1904 and 1 <= serial < _FIRST_SOUND:
        serial += 1
    return epoch + dt.timedelta(milliseconds=round(serial * 86_400_000))
