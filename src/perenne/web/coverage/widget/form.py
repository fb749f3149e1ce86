"""Which commune the embedded search begins with."""

from django import forms

from perenne.web.design.forms import Form, Look


class EmbedForm(Form):
    commune = forms.CharField(
        label="Commune affichée d’emblée",
        max_length=100,
        required=False,
        help_text="Votre commune, pour que sa fiche s’affiche sans recherche.",
    )
    height = forms.IntegerField(
        label="Hauteur", min_value=300, max_value=1200, required=False, initial=560
    )
    looks = {
        "commune": Look(width="medium"),
        "height": Look(suffix="pixels", width="figure"),
    }
