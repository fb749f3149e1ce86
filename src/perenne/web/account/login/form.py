"""An address and a password: whether they open the door, the view finds out."""

from django import forms

from perenne.web.design.forms import Form


class LoginForm(Form):
    email = forms.EmailField(label="Adresse électronique", max_length=254)
    password = forms.CharField(label="Mot de passe", widget=forms.PasswordInput(), strip=False)
    missing = {
        "email": "Indiquez votre adresse électronique.",
        "password": "Indiquez votre mot de passe.",
    }
