"""`{% load history %}{% history recent %}`: the last acts on a thing, at the foot of its page."""

from typing import Any

from django.template import Library

from perenne.domain.history.queries import Recent

register = Library()


@register.inclusion_tag("history/recent.html")
def history(recent: Recent) -> dict[str, Any]:
    """What `recent_history` gave; nothing at all when nothing was done yet."""
    return {"recent": recent}
