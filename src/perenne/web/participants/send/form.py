"""To whom the question of the situation goes."""

from django import forms

from perenne.domain.participants.queries import KNOWERS
from perenne.web.design.forms import Form, Look


class SendForm(Form):
    knower = forms.ChoiceField(
        label="Qui connaît la situation ?", choices=KNOWERS, widget=forms.RadioSelect
    )
    email = forms.EmailField(
        label="Son adresse électronique",
        help_text="Un lien y est envoyé. Vous ne lirez pas les réponses : le facilitateur, si.",
    )
    missing = {
        "knower": "Dites qui connaît la situation.",
        "email": "Indiquez l’adresse à laquelle envoyer la question.",
    }
    looks = {"email": Look(width="medium")}
