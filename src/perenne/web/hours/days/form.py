"""A box for each day on which the hours of a person count, week by week."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import groupby

from django.forms import BoundField

from perenne.domain.hours.queries.cards import LineCard, as_typed
from perenne.kit.french.dates import written
from perenne.web.design.forms import Form
from perenne.web.hours.statement.form import CrewHours


class DaysForm(Form):
    def __init__(self, typed: Mapping[str, str] | None = None, *, line: LineCard) -> None:
        super().__init__(typed)
        end = line.counted.end.toordinal()
        ordinals = range(line.counted.start.toordinal(), end)
        self.all_days = tuple(map(date.fromordinal, ordinals))
        for day in self.all_days:
            minutes = line.days.get(day, 0)
            self.fields[f"{day}"] = CrewHours(
                label=written(day, "l j"),
                max_value=24,
                initial=as_typed(minutes) if minutes else "",
            )

    @property
    def weeks(self) -> list[tuple[date, list[BoundField]]]:
        """Each with its Monday."""
        return [
            (monday, [self[f"{day}"] for day in days])
            for monday, days in groupby(self.all_days, key=_monday)
        ]

    def days(self) -> dict[date, int]:
        """Minutes of the days that have some."""
        said = {day: self.cleaned_data.get(f"{day}") for day in self.all_days}
        return {day: hours.minutes for day, hours in said.items() if hours}


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())
