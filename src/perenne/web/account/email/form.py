"""Another address, which serves once it was confirmed."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import AddEmailForm
from allauth.account.models import EmailAddress
from django import forms
from django.http import HttpRequest

from perenne.domain.people.queries import is_taken
from perenne.web.design.forms import Form


class EmailForm(Form, AddEmailForm):
    email = forms.EmailField(label="Nouvelle adresse électronique", max_length=254)
    missing = {"email": "Indiquez votre nouvelle adresse."}

    def save(self, request: HttpRequest) -> Any:
        """Somebody else's address: its owner is told by mail, and the page says the same."""
        email = self.cleaned_data["email"]
        if not is_taken(email, but=request.user.pk or 0):
            return super().save(request)
        adapter = get_adapter()
        adapter.send_account_already_exists_mail(email)
        adapter.add_message(request, 20, "account/messages/email_confirmation_sent.txt")
        return EmailAddress(user=self.user, email=email)
