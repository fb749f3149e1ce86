"""The address one signs in with: confirming it, changing it."""

from allauth.account.views import EmailView

from perenne.web.account.doors import own
from perenne.web.account.email.form import EmailForm


class Email(EmailView):
    form_class = EmailForm
    template_name = "account/email/page.html"


email = own(Email.as_view())
