"""Signing in with a passkey alone: it is two factors in one."""

from typing import Any

from allauth.account.models import Login
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.webauthn.internal.flows import perform_passwordless_login
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from perenne.kit.pages import public
from perenne.web.account.passkey_login.form import PasskeyForm
from perenne.web.account.sentences import ERRORS


class PasskeyLogin(LoginWebAuthnView):
    """Asked by our script, gives what the browser needs; posted, opens the session."""

    form_class = PasskeyForm

    def form_invalid(self, form: Any) -> HttpResponse:
        messages.error(self.request, ERRORS["passkey"])
        return redirect("account:login")

    def form_valid(self, form: Any) -> HttpResponse:
        key = form.cleaned_data["credential"]
        login = Login(user=key.user, redirect_url=get_next_redirect_url(self.request))
        answer: HttpResponse = perform_passwordless_login(self.request, key, login)
        return answer


passkey_login = public(PasskeyLogin.as_view())
