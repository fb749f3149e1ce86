"""What is said when a page cannot be given."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

RETRY_AFTER = "60"  # seconds


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _sorry(request, 404, "Page introuvable")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _sorry(request, 403, "Accès refusé")


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _sorry(request, 400, "Demande incompréhensible")


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The CSRF token is missing or too old."""
    return _sorry(request, 403, "Cette page est restée ouverte trop longtemps")


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Somebody, or some program, goes too fast."""
    return _sorry(request, 429, "Trop de demandes en peu de temps")


def broken(request: HttpRequest) -> HttpResponse:
    """Asks nothing of the database, which may be the cause: away or full, it will be back."""
    if isinstance(sys.exception(), OperationalError | InterfaceError):
        answer = _sorry(request, 503, "Le site est indisponible pour quelques minutes")
        answer.headers["Retry-After"] = RETRY_AFTER
        return answer
    return _sorry(request, 500, "Une erreur est survenue")


def _sorry(request: HttpRequest, status: int, title: str) -> HttpResponse:
    context = {"title": title, "status": status}
    return render(request, "site/errors/page.html", context, status=status)
