"""What every page behind a personal link does: rate-limited, unknown to robots, the same refusal
whatever is wrong with the link."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from allauth.core.internal.ratelimit import consume
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from perenne.kit.pages import Visit
from perenne.kit.refusals import NotFound
from perenne.web.site.errors.view import too_many

Page = Callable[..., HttpResponse]


def behind_a_link(view: Page) -> Page:
    """The view acts as whoever holds the token; what it does not find is a link that is closed."""

    @wraps(view)
    def enter(request: Visit, token: str, **arguments: Any) -> HttpResponse:
        if not _in_time(request):
            answer = too_many(request)
        else:
            request.actor = replace(request.actor, visitor_key=token)
            try:
                answer = view(request, token, **arguments)
            except NotFound:
                answer = render(request, "person/closed.html", status=404)
        answer["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return answer

    return enter


def _in_time(request: Visit) -> bool:
    """Visits are counted too: by itself allauth counts what is sent, and lets any link be tried."""
    rates = settings.ACCOUNT_RATE_LIMITS
    return bool(consume(request, app="perenne", action="link", config=rates, limit_get=True))
