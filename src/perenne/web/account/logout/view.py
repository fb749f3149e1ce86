"""Leaving: the session dies on the server, not only in the browser."""

from django.contrib import messages
from django.contrib.auth import logout as close_session
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from perenne.kit.pages import Visit, public


@public
@require_POST
def logout(request: Visit) -> HttpResponse:
    close_session(request)
    messages.info(request, "Vous êtes déconnecté.")
    return redirect("site:home")
