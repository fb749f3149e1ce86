"""What makes a declared month odd, one question of fact at a time; days are those of this job."""

from perenne.rules.hours.choices import MONTH_LIMIT
from perenne.rules.hours.declared import DeclaredMonth
from perenne.rules.hours.limits import (
    LONGEST_DAY,
    LONGEST_DAY_AGREED,
    LONGEST_DAY_YOUNG,
    LONGEST_WEEK,
    LONGEST_WEEK_YOUNG,
)
from perenne.rules.practice import Practice
from perenne.values import Hours, Period

NONE, DAY_AND_NIGHT = Hours(0), Hours.of(24)


def negative(declared: DeclaredMonth, practice: Practice) -> bool:
    return declared.hours < NONE or any(hours < NONE for hours in declared.days.values())


def month_to_come(declared: DeclaredMonth, practice: Practice) -> bool:
    return declared.month > declared.on


def day_to_come(declared: DeclaredMonth, practice: Practice) -> bool:
    return any(day > declared.on for day in declared.worked)


def outside_employment(declared: DeclaredMonth, practice: Practice) -> bool:
    return _outside(declared, declared.employment)


def outside_performance(declared: DeclaredMonth, practice: Practice) -> bool:
    return _outside(declared, declared.performance)


def _outside(declared: DeclaredMonth, period: Period) -> bool:
    if declared.worked:
        return any(day not in period for day in declared.worked)
    return bool(declared.hours) and not declared.whole.meets(period)


def full_day(declared: DeclaredMonth, practice: Practice) -> bool:
    return any(declared.on_day(day) > DAY_AND_NIGHT for day in declared.worked)


def long_day(declared: DeclaredMonth, practice: Practice) -> bool:
    return any(
        LONGEST_DAY.on(day) < declared.on_day(day) <= LONGEST_DAY_AGREED.on(day)
        for day in declared.worked
    )


def day_beyond_agreement(declared: DeclaredMonth, practice: Practice) -> bool:
    return any(
        LONGEST_DAY_AGREED.on(day) < declared.on_day(day) <= DAY_AND_NIGHT
        for day in declared.worked
    )


def long_week(declared: DeclaredMonth, practice: Practice) -> bool:
    return any(declared.in_week(day) > LONGEST_WEEK.on(day) for day in declared.worked)


def young_day(declared: DeclaredMonth, practice: Practice) -> bool:
    return any(
        declared.is_minor(day) and declared.on_day(day) > LONGEST_DAY_YOUNG.on(day)
        for day in declared.worked
    )


def young_week(declared: DeclaredMonth, practice: Practice) -> bool:
    return any(
        declared.is_minor(day) and declared.in_week(day) > LONGEST_WEEK_YOUNG.on(day)
        for day in declared.worked
    )


def long_month(declared: DeclaredMonth, practice: Practice) -> bool:
    others = (hours for day, hours in declared.elsewhere.items() if day in declared.whole)
    return sum(others, declared.hours) > practice.of(MONTH_LIMIT)
