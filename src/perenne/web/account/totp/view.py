"""An application that gives codes: adding it, taking it away."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.safestring import mark_safe

from perenne.domain.people.queries import app_of
from perenne.web.account.codes_typed import spend
from perenne.web.account.doors import confirmed, own
from perenne.web.account.totp.form import TotpForm


class Activate(ActivateTOTPView):
    form_class = TotpForm
    template_name = "account/totp/page.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = super().get_context_data(**kwargs)
        secret, drawing = found["form"].secret, found["totp_svg"]
        return {
            **found,
            "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
            "drawing": mark_safe(drawing[drawing.index("<svg") :]),  # noqa: S308 - drawn here
        }

    def form_valid(self, form: Any) -> HttpResponse:
        """Its first code was shown: it counts for this session, and serves no other time."""
        answer: HttpResponse = super().form_valid(form)
        app_id = app_of(self.request.user.pk)
        spend(app_id, form.secret, form.cleaned_data["code"])
        record_authentication(self.request, self.request.user, "mfa", id=app_id, type="totp")
        return answer


class Remove(DeactivateTOTPView):
    template_name = "account/totp/remove.html"
    success_url = reverse_lazy("account:security")


totp = own(confirmed(Activate.as_view()))
totp_remove = own(Remove.as_view())
