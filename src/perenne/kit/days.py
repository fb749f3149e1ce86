"""Where a day begins, for moments that are kept with their hour."""

from datetime import date, datetime, time

from django.utils.timezone import make_aware


def midnight(day: date) -> datetime:
    """With which that day begins, at the hour of the site (Paris)."""
    return make_aware(datetime.combine(day, time.min))
