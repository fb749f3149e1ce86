"""`{{ day|date:"j F Y" }}`: Django’s filter, but that the first of a month is « 1er »."""

from typing import Any

from django.template import Library
from django.template.defaultfilters import date as of_django

from perenne.kit.french.dates import french

register = Library()


@register.filter("date", expects_localtime=True, is_safe=False)
def date(value: Any, form: str | None = None) -> str:
    return str(of_django(value, french(value, form) if form else form))
