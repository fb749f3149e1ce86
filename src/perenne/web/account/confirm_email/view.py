"""Behind the link of the mail: this address is mine. A button says so, not the link alone."""

from allauth.account.views import ConfirmEmailView
from django.urls import reverse

from perenne.kit.pages import public


class ConfirmEmail(ConfirmEmailView):
    template_name = "account/confirm_email/page.html"

    def get_redirect_url(self) -> str:
        known = self.request.user.is_authenticated
        return reverse("account:security" if known else "account:login")


confirm_email = public(ConfirmEmail.as_view())
