"""Passkeys: adding one, naming it, taking it away."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.webauthn.internal.auth import begin_registration
from allauth.mfa.webauthn.views import AddWebAuthnView, EditWebAuthnView, RemoveWebAuthnView
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy

from perenne.web.account.doors import confirmed, own
from perenne.web.account.factors import must_keep
from perenne.web.account.passkeys.form import AddForm, NameForm
from perenne.web.account.passkeys.options import as_json
from perenne.web.account.sentences import LAST_FACTOR

SECURITY = reverse_lazy("account:security")


class Add(AddWebAuthnView):
    form_class = AddForm
    template_name = "account/passkeys/page.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Always one that signs in alone, and that the device guards."""
        found = super().get_context_data(**kwargs)
        return {**found, "options": as_json(begin_registration(self.request.user, True))}

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        record_authentication(self.request, self.request.user, "mfa", type="webauthn")
        return answer


class Rename(EditWebAuthnView):
    form_class = NameForm
    template_name = "account/passkeys/rename.html"
    success_url = SECURITY


class Remove(RemoveWebAuthnView):
    template_name = "account/passkeys/remove.html"
    success_url = SECURITY

    def form_valid(self, form: Any) -> HttpResponse:
        if must_keep(self.request):
            messages.error(self.request, LAST_FACTOR)
            return redirect("account:security")
        answer: HttpResponse = super().form_valid(form)
        return answer


passkey_add = own(confirmed(Add.as_view()))
passkey_rename = own(Rename.as_view())
passkey_remove = own(Remove.as_view())
