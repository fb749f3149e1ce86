"""Days and months as timesheets write them."""

from datetime import date
from functools import lru_cache

from perenne.kit.french import Precision, read_moment


@lru_cache(maxsize=4096)
def day_in(text: str) -> date | None:
    """One day, whatever the way it is written; None for a month, or for nothing readable."""
    moment = read_moment(text)
    one = moment.start is not None and moment.start == moment.end
    return moment.start if one and moment.precision is Precision.DAY else None


@lru_cache(maxsize=4096)
def month_in(text: str, year: int | None = None) -> date | None:
    """« octobre 2026 », « 10/2026 », « 01/10/2026 », « 10 » of a year → its first day."""
    bare = text.strip()
    if year and bare.isdigit() and 1 <= int(bare) <= 12:
        return date(year, int(bare), 1)
    moment = read_moment(text, default_year=year)
    if moment.start is None or moment.end is None:
        return None
    if moment.precision not in {Precision.DAY, Precision.MONTH}:
        return None
    first = moment.start.replace(day=1)
    return first if moment.end.replace(day=1) == first else None
