"""Who opens an account in the step that opens, or joins, a space; and their first session."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.auth import authenticate, login

from perenne.domain.organisations.actions import Newcomer
from perenne.domain.organisations.queries import seats_of
from perenne.kit.actors import Actor
from perenne.kit.pages import SEAT, Visit
from perenne.web.design.forms import Form, Look

MISSING = {
    "full_name": "Indiquez vos prénom et nom.",
    "email": "Indiquez votre adresse électronique.",
    "password": "Choisissez un mot de passe.",
    "consent": "Cochez cette case : sans vos coordonnées, personne ne pourra vous répondre.",
}


class PersonForm(Form):
    """The part of a form that says who opens an account; their address is known, or asked."""

    full_name = forms.CharField(label="Vos prénom et nom", max_length=150)
    phone = forms.CharField(label="Téléphone", max_length=30, required=False)
    password = forms.CharField(
        label="Choisissez un mot de passe",
        help_text="15 caractères au moins : une phrase que vous retenez convient très bien.",
        widget=forms.PasswordInput(render_value=False),
        strip=False,
        min_length=15,
        error_messages={"min_length": "Choisissez un mot de passe d’au moins 15 caractères."},
    )
    consent = forms.BooleanField(
        label="J’accepte que le comité garde ces coordonnées pour faire vivre mon espace"
    )
    missing = MISSING
    looks = {"phone": Look(width="medium")}

    def newcomer_at(self, email: str) -> Newcomer:
        said: dict[str, Any] = self.cleaned_data
        return Newcomer(
            email=email,
            full_name=said["full_name"],
            password=said["password"],
            phone=said["phone"],
        )


class AccountForm(PersonForm):
    email = forms.EmailField(label="Adresse électronique professionnelle", max_length=254)
    field_order: Sequence[str] | None = ("full_name", "email")

    def newcomer(self) -> Newcomer:
        return self.newcomer_at(self.cleaned_data["email"])


def open_session(request: Visit, newcomer: Newcomer) -> None:
    """They have just chosen these words: nobody types them twice."""
    person = authenticate(request, email=newcomer.email, password=newcomer.password)
    if person is not None:
        login(request, person)


def sit(request: Visit, actor: Actor) -> None:
    """The next pages are those of the organisation that this actor acts for."""
    for seat in seats_of(actor):
        if seat.organisation_id == actor.organisation_id:
            request.session[SEAT] = seat.id
