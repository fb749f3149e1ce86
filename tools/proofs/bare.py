"""The site, and beside it in the same process a Django view that does nothing.

`/nu/` is answered by Django without any middleware, `/nu/chez-nous/` through all those of the
site; everything else is the site.
"""

import os
from collections.abc import Callable, Iterable
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "perenne.config.settings")

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

BARE, BARE_AT_HOME = "/nu/", "/nu/chez-nous/"

django.setup(set_prefix=False)


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok")


nothing.public = True  # type: ignore[attr-defined]
urlpatterns = [
    path("nu/", nothing),
    path("nu/chez-nous/", nothing),
    path("", include("perenne.config.urls")),
]
settings.ROOT_URLCONF = __name__
_ours, settings.MIDDLEWARE = settings.MIDDLEWARE, []
_bare = WSGIHandler()
settings.MIDDLEWARE = _ours
_site = WSGIHandler()


def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    return (_bare if environ["PATH_INFO"] == BARE else _site)(environ, start)
