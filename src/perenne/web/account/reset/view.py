"""Behind the link of the mail: choosing another password, once."""

from allauth.account.views import PasswordResetFromKeyView
from django.urls import reverse_lazy

from perenne.kit.pages import public
from perenne.web.account.reset.form import ResetForm


class Reset(PasswordResetFromKeyView):
    """The key leaves the address of the page before anything is shown."""

    form_class = ResetForm
    template_name = "account/reset/page.html"
    success_url = reverse_lazy("account:login")


reset = public(Reset.as_view())
