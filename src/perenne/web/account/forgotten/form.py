"""To which address the link must go."""

from allauth.account.forms import ResetPasswordForm
from django import forms

from perenne.web.design.forms import Form


class ForgottenForm(Form, ResetPasswordForm):
    email = forms.EmailField(label="Adresse électronique", max_length=254)
    missing = {"email": "Indiquez l’adresse de votre compte."}
