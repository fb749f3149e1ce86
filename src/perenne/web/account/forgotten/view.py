"""A forgotten password: the answer is the same whether the address has an account or not."""

from allauth.account.views import PasswordResetDoneView, PasswordResetView
from django.urls import reverse_lazy

from perenne.kit.pages import public
from perenne.web.account.forgotten.form import ForgottenForm


class Forgotten(PasswordResetView):
    form_class = ForgottenForm
    template_name = "account/forgotten/page.html"
    success_url = reverse_lazy("account:forgotten_sent")


class Sent(PasswordResetDoneView):
    template_name = "account/forgotten/sent.html"


forgotten = public(Forgotten.as_view())
sent = public(Sent.as_view())
