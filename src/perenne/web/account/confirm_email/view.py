"""Behind the link of the mail: this address is mine. A button says so, not the link alone."""

from typing import Any

from allauth.account.views import ConfirmEmailView
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from perenne.kit.pages import public


class ConfirmEmail(ConfirmEmailView):
    template_name = "account/confirm_email/page.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A link that no longer serves is said so, by whatever way one comes."""
        try:
            answer: HttpResponse = super().post(request, *args, **kwargs)
        except Http404:
            self.object = None
            answer = self.render_to_response(self.get_context_data())
        return answer

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        status = 200 if context["can_confirm"] else 404
        answer: HttpResponse = super().render_to_response(context, status=status, **kwargs)
        return answer

    def get_redirect_url(self) -> str:
        known = self.request.user.is_authenticated
        return reverse("account:security" if known else "account:login")


confirm_email = public(ConfirmEmail.as_view())
