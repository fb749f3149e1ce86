"""An address and a password; the adapter slows down whoever tries many."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django import forms
from django.http import HttpRequest, HttpResponse

from perenne.domain.organisations.queries import seat_of
from perenne.web.account.sentences import WITHOUT_SEAT, WRONG
from perenne.web.design.forms import Form


class LoginForm(Form):
    email = forms.EmailField(label="Adresse électronique", max_length=254)
    password = forms.CharField(label="Mot de passe", widget=forms.PasswordInput(), strip=False)
    missing = {
        "email": "Indiquez votre adresse électronique.",
        "password": "Indiquez votre mot de passe.",
    }

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        self.request = request
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """An unknown address, a closed account and a wrong password are one and the same."""
        if self.errors:
            return self.cleaned_data
        person = get_adapter().authenticate(self.request, **self._credentials())
        if person is None or not person.is_active:
            raise forms.ValidationError(WRONG)
        if seat_of(person_id=person.pk, seat_id=None) is None:
            raise forms.ValidationError(WITHOUT_SEAT)
        self.person = person
        return self.cleaned_data

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        email = self.cleaned_data["email"].lower()
        login = Login(user=self.person, redirect_url=redirect_url, email=email)
        answer: HttpResponse = perform_password_login(request, {}, login)
        return answer

    def _credentials(self) -> dict[str, str]:
        return {key: self.cleaned_data[key] for key in ("email", "password")}
