"""`{% load doubts %}{% doubts form %}`: before its fields are drawn, gives a form its questions."""

from django.template import Library

from perenne.web.design.forms import Form
from perenne.web.library.doubts import doubts_for

register = Library()


@register.simple_tag
def doubts(form: Form) -> str:
    """Writes nothing by itself: each question is shown under its field."""
    form.doubts = doubts_for(type(form))
    return ""
