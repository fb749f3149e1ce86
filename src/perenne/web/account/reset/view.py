"""Behind the link of the mail: choosing another password, once."""

from typing import Any

from allauth.account.views import PasswordResetFromKeyView
from django.http import HttpResponse
from django.urls import reverse_lazy

from perenne.kit.pages import public
from perenne.web.account.reset.form import ResetForm


class Reset(PasswordResetFromKeyView):
    """The key leaves the address of the page before anything is shown."""

    form_class = ResetForm
    template_name = "account/reset/page.html"
    success_url = reverse_lazy("account:login")

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        status = 404 if context.get("token_fail") else 200
        answer: HttpResponse = super().render_to_response(context, status=status, **kwargs)
        return answer


reset = public(Reset.as_view())
