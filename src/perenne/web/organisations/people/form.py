"""Somebody is offered a seat."""

from django import forms

from perenne.web.design.forms import Form


class InviteForm(Form):
    email = forms.EmailField(label="Adresse électronique du collègue", max_length=254)
    is_admin = forms.BooleanField(
        label="Il sera administrateur : il pourra inviter et retirer des collègues",
        required=False,
    )
    missing = {"email": "Indiquez l’adresse électronique de votre collègue."}
