"""Recovery codes: shown once, used once, made again when they run out."""

from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from django.urls import reverse_lazy

from perenne.web.account.doors import own


class Codes(ViewRecoveryCodesView):
    template_name = "account/codes/page.html"


class Renew(GenerateRecoveryCodesView):
    template_name = "account/codes/renew.html"
    success_url = reverse_lazy("account:codes")


codes = own(Codes.as_view())
codes_renew = own(Renew.as_view())
