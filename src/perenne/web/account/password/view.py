"""Changing one's password: every other session ends."""

from typing import Any

from allauth.account.views import PasswordChangeView
from django.http import HttpResponse
from django.urls import reverse

from perenne.domain.people.actions import end_sessions
from perenne.web.account.doors import oneself, own
from perenne.web.account.password.form import PasswordForm


class Password(PasswordChangeView):
    form_class = PasswordForm
    template_name = "account/password/page.html"

    def get_default_success_url(self) -> str:
        return reverse("account:security")

    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        end_sessions(by=oneself(self.request), but=self.request.session.session_key)
        return answer


password = own(Password.as_view())
