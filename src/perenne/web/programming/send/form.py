from typing import Any

from django import forms

from perenne.domain.organisations.actions import Identity
from perenne.domain.programming.actions import Newcomer
from perenne.domain.rights.queries import consent_text
from perenne.web.design.forms import Form, Look
from perenne.web.organisations.whereabouts import Whereabouts


class SendForm(Form):
    """For a buyer who is signed in: nothing to say but yes."""


class NewcomerForm(Whereabouts, Form):
    organisation = forms.CharField(label="Nom de votre organisme", max_length=200)
    siret = forms.CharField(
        label="Numéro SIRET", max_length=20, required=False, help_text="14 chiffres"
    )
    commune = forms.CharField(
        label="Commune du siège",
        max_length=100,
        required=False,
        help_text="Elle décide du facilitateur quand un achat n’a pas de lieu.",
    )
    full_name = forms.CharField(label="Vos prénom et nom", max_length=150)
    email = forms.EmailField(label="Adresse électronique professionnelle", max_length=254)
    phone = forms.CharField(label="Téléphone", max_length=30, required=False)
    password = forms.CharField(
        label="Choisissez un mot de passe",
        help_text="15 caractères au moins : une phrase que vous retenez convient très bien.",
        widget=forms.PasswordInput(render_value=False),
        strip=False,
        min_length=15,
        error_messages={"min_length": "Choisissez un mot de passe d’au moins 15 caractères."},
    )
    consent = forms.BooleanField(label=consent_text("sending").text)
    missing = {
        "organisation": "Indiquez le nom de votre organisme.",
        "full_name": "Indiquez vos prénom et nom.",
        "email": "Indiquez votre adresse électronique.",
        "password": "Choisissez un mot de passe.",
        "consent": "Cochez cette case pour transmettre : sans vos coordonnées, personne ne pourra "
        "vous répondre.",
    }
    looks = {"siret": Look(width="medium"), "phone": Look(width="medium")}

    def newcomer(self) -> Newcomer:
        said: dict[str, Any] = self.cleaned_data
        return Newcomer(
            full_name=said["full_name"],
            email=said["email"],
            phone=said["phone"],
            password=said["password"],
            organisation=Identity(
                name=said["organisation"], siret=said["siret"], commune=said["commune"]
            ),
        )
