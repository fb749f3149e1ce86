"""Signing in with an address and a password; by the side, with a passkey or with ProConnect."""

from typing import Any

from allauth.account.views import LoginView
from django.conf import settings

from perenne.kit.pages import public
from perenne.web.account.login.form import LoginForm


class Login(LoginView):
    form_class = LoginForm
    template_name = "account/login/page.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = super().get_context_data(**kwargs)
        return {
            **found,
            "next": found["redirect_field_value"] or "",
            "has_proconnect": bool(settings.PROCONNECT.issuer),
        }


login = public(Login.as_view())
