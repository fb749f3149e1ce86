"""What makes a declared month odd, one question of fact at a time; days are those of this job."""

from perenne.rules.hours.choices import (
    CONTRACT_TOLERANCE,
    MONTH_LIMIT,
    SUDDEN_CHANGE,
    SUDDEN_HOURS,
)
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
WHOLE, WEEK, SUNDAY = 10_000, 7, 6


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


def before_green_light(declared: DeclaredMonth, practice: Practice) -> bool:
    since = declared.counts_from
    if since is None:
        return False
    if declared.worked:
        return any(day < since for day in declared.worked)
    return bool(declared.hours) and since >= declared.whole.end


def several_employers(declared: DeclaredMonth, practice: Practice) -> bool:
    return any(day in declared.other_employers for day in declared.worked)


def on_sunday(declared: DeclaredMonth, practice: Practice) -> bool:
    return any(day.weekday() == SUNDAY for day in declared.at_work)


def on_holiday(declared: DeclaredMonth, practice: Practice) -> bool:
    return any(declared.is_holiday(day) for day in declared.at_work)


def beyond_contract(declared: DeclaredMonth, practice: Practice) -> bool:
    """Week by week where days are known; over the days that the contract covers otherwise."""
    if declared.weekly is None:
        return False
    points = WHOLE + practice.of(CONTRACT_TOLERANCE).basis_points
    most = declared.weekly.minutes * points
    if declared.worked:
        return any(declared.in_week_here(day).minutes * WHOLE > most for day in declared.worked)
    return declared.hours.minutes * WHOLE * WEEK > most * declared.employed_days


def sudden_change(declared: DeclaredMonth, practice: Practice) -> bool:
    if not declared.before:
        return False
    gap = abs(declared.hours.minutes - declared.before.minutes)
    share = practice.of(SUDDEN_CHANGE).basis_points
    return gap > practice.of(SUDDEN_HOURS).minutes and gap * WHOLE > declared.before.minutes * share
