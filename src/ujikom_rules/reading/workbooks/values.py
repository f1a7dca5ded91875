"""One cell of a workbook as the tables take it: the text that Excel shows, or why it is refused."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from attrs import frozen

from ujikom_rules.messages import LANGS, Lang, Text
from ujikom_rules.messages.days import day
from ujikom_rules.reading.scoresheets.tables import shortened

MOST_DIGITS = 15
"""What Excel keeps of a number; further digits have become zeros when the file was saved."""
_TOO_LONG = 10**MOST_DIGITS


@frozen
class Wrong:
    """Why a value cannot be taken: a code and what was read."""

    code: str
    got: str | Text


def _whole(value: int) -> str | Wrong:
    if -_TOO_LONG < value < _TOO_LONG:
        return str(value)
    return Wrong("UJ920", shortened(str(value)))


def _number(value: Any) -> str | Wrong:
    """A number as Excel shows it in full: 15 digits.

    A cell into which 85.1 was typed is stored as ``85.099999999999994``: the nearest number that a
    machine has. Fifteen digits give back what was typed.
    """
    text = f"{value:.15g}"
    if "e" not in text:
        return text
    digits = format(Decimal(text), "f")  # as Excel shows the whole number, lost digits as zeros
    # a whole number of 16 digits or more
    return Wrong("UJ920", shortened(digits)) if "e+" in text else digits


def _day(value: datetime) -> date | Wrong:
    if value.time() != time():
        return Wrong("UJ927", Text(*(_moment(value, lang) for lang in LANGS)))
    return value.date()


def _moment(value: datetime, lang: Lang) -> str:
    return f"{day(value, lang)} {_hours(_since_midnight(value))}"


def _clock(value: time | timedelta) -> Wrong:
    if isinstance(value, time):
        value = _since_midnight(value)
    return Wrong("UJ927", _hours(value))


def _since_midnight(value: datetime | time) -> timedelta:
    return timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)


def _hours(long: timedelta) -> str:
    """Hours and minutes as Excel shows them, also more than a day's: ``8:30``, ``2052:00``."""
    sign = "-" if long < timedelta() else ""
    minutes, seconds = divmod(int(abs(long).total_seconds()), 60)
    behind = f":{seconds:02}" if seconds else ""
    return f"{sign}{minutes // 60}:{minutes % 60:02}{behind}"


READ: Mapping[type, Callable[[Any], Any]] = {
    str: str.strip,
    int: _whole,
    float: _number,
    bool: lambda value: value,
    datetime: _day,
    date: lambda value: value,
    time: _clock,
    timedelta: _clock,
}
"""How a value of each type that openpyxl gives is taken."""
