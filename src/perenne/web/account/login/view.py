"""Signing in with an e-mail address and a password."""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth import login as open_session
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from perenne.domain.organisations.queries import seat_of
from perenne.kit.pages import Visit, public
from perenne.web.account.login.form import LoginForm

WRONG = "Adresse ou mot de passe incorrect. Vérifiez-les, puis réessayez."
WITHOUT_SEAT = (
    "Votre compte n’est rattaché à aucun organisme : demandez à un collègue de vous y inviter."
)


@public
def login(request: Visit) -> HttpResponse:
    form = LoginForm(request.POST or None)
    after = request.POST.get("next") or request.GET.get("next", "")
    if form.is_valid():
        try:
            # The adapter slows down whoever tries many passwords.
            person = get_adapter().authenticate(request, **form.cleaned_data)
        except ValidationError as too_many:
            form.add_error(None, " ".join(too_many.messages))
        else:
            if person is None or not person.is_active:
                form.add_error(None, WRONG)
            elif seat_of(person_id=person.pk, seat_id=None) is None:
                form.add_error(None, WITHOUT_SEAT)
            else:
                open_session(request, person)
                return redirect(_safe(request, after))
    return render(request, "account/login/page.html", {"form": form, "next": after})


def _safe(request: Visit, after: str) -> str:
    """The page asked for, when it is one of ours."""
    hosts = {request.get_host()}
    if url_has_allowed_host_and_scheme(after, hosts, require_https=request.is_secure()):
        return after
    return resolve_url(settings.LOGIN_REDIRECT_URL)
