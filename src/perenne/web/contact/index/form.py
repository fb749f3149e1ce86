from django import forms

from perenne.web.design.forms import Form, Look


class PlaceForm(Form):
    """A commune or a postcode."""

    lieu = forms.CharField(
        label="Commune ou code postal", max_length=100, help_text="Par exemple Meaux, ou 77100"
    )
    missing = {"lieu": "Écrivez le nom d’une commune ou un code postal."}
    looks = {"lieu": Look(width="medium")}
