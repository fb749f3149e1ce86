"""Which cookies are set: those that the site cannot do without, and no other."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from perenne.kit.pages import Visit, public


@public
def cookies(request: Visit) -> HttpResponse:
    context = {
        "session": settings.SESSION_COOKIE_NAME,
        "csrf": settings.CSRF_COOKIE_NAME,
        "place": settings.PLACE_COOKIE_NAME if settings.REPLICAS else "",
        "session_days": settings.SESSION_COOKIE_AGE // 86_400,
        "csrf_days": settings.CSRF_COOKIE_AGE // 86_400,
    }
    return render(request, "site/cookies/page.html", context)
