"""Showing once more who one is, before a change that matters: one page for each way."""

from typing import Any

from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import ReauthenticateView as ReauthenticateByCodeView
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from perenne.web.account.doors import own
from perenne.web.account.passkeys.options import as_json
from perenne.web.account.reauthenticate.form import CodeForm, PasskeyForm, PasswordForm
from perenne.web.account.sentences import ERRORS

PAGE = "account/reauthenticate/page.html"


class ByPassword(ReauthenticateView):
    form_class = PasswordForm
    template_name = PAGE


class ByCode(ReauthenticateByCodeView):
    form_class = CodeForm
    template_name = PAGE


class ByPasskey(ReauthenticateWebAuthnView):
    form_class = PasskeyForm
    template_name = PAGE

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = super().get_context_data(**kwargs)
        return {**found, "options": as_json(found["js_data"]["request_options"])}

    def form_invalid(self, form: Any) -> HttpResponse:
        messages.error(self.request, ERRORS["passkey"])
        return redirect(self.request.get_full_path())


by_password = own(ByPassword.as_view())
by_code = own(ByCode.as_view())
by_passkey = own(ByPasskey.as_view())
