"""How grave the committee finds each doubt on a day: its own versions, laid over the usual ones."""

from datetime import date

from perenne.domain.hours.models import CheckSetting
from perenne.rules.hours import PLAUSIBILITY, Severity
from perenne.rules.practice import USUAL, Practice


def practice_on(day: date, practice: Practice = USUAL) -> Practice:
    """One query. A choice that the law no longer leaves is forgotten."""
    rows = CheckSetting.objects.filter(since__lte=day).order_by("since", "pk")
    for code, severity in rows.values_list("code", "severity"):
        held = PLAUSIBILITY[code].held
        if held is not None and Severity(severity) in held.choices:
            practice = practice.choosing(held, Severity(severity))
    return practice
