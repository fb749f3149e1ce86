"""The second step of signing in: a code, or a passkey."""

from typing import Any

from allauth.mfa.base.views import AuthenticateView

from perenne.domain.people.queries import factors_of
from perenne.kit.pages import public
from perenne.web.account.authenticate.form import CodeForm, PasskeyForm
from perenne.web.account.passkeys.options import as_json


class Authenticate(AuthenticateView):
    form_class = CodeForm
    webauthn_form_class = PasskeyForm
    template_name = "account/authenticate/page.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = super().get_context_data(**kwargs)
        return {
            **found,
            "factors": factors_of(self.stage.login.user.pk),
            "options": as_json(found["js_data"]["request_options"]),
        }


authenticate = public(Authenticate.as_view())
