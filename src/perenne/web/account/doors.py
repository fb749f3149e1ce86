"""The pages of one's own account: for whoever is signed in, whatever their seat."""

from dataclasses import replace
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import redirect, resolve_url
from django.utils.cache import patch_cache_control

from perenne.domain.people.queries import is_confirmed
from perenne.kit.actors import Actor
from perenne.kit.pages import METHODS, View, Visit
from perenne.web.account.sentences import CONFIRM_FIRST


def own(view: View) -> View:
    """A page about the account of whoever asks; nothing else is ever in it."""

    @wraps(view, updated=())
    def enter(request: Visit, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL))
        answer = view(request, *args, **kwargs)
        patch_cache_control(answer, private=True, no_store=True)
        return answer

    enter.act = "account.manage"  # type: ignore[attr-defined]
    return enter


def oneself(request: Visit) -> Actor:
    """Whoever is signed in, seat or no seat: in their own matters they act for themself."""
    return replace(request.actor, person_id=request.user.pk)


def confirmed(view: View) -> View:
    """Not before the address was confirmed: an account at somebody else's address stays weak."""

    @wraps(view, updated=())
    def enter(request: Visit, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not is_confirmed(request.user.pk or 0):
            messages.error(request, CONFIRM_FIRST)
            return redirect("account:email")
        return view(request, *args, **kwargs)

    return enter
