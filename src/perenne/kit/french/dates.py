"""Dates in letters as the French write them: the first of a month is « 1er »."""

import re
from datetime import date

from django.utils.formats import date_format  # noqa: TID251 - everybody else comes here

FIRST = r"1\e\r"
DAY = re.compile(r"(?<!\\)j")


def written(day: date, form: str = "j F Y") -> str:
    """« 1er novembre 2026 »; `form` as Django’s filter takes it."""
    return date_format(day, french(day, form))


def french(day: date, form: str) -> str:
    """The form under which that day is written."""
    return DAY.sub(lambda _: FIRST, form) if getattr(day, "day", 0) == 1 else form
