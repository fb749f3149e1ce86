"""The name of a list."""

from django import forms

from perenne.web.design.forms import Form, Look


class NameForm(Form):
    nom = forms.CharField(label="Nom de la liste", max_length=100)
    missing = {"nom": "Donnez un nom à la liste."}
    looks = {"nom": Look(width="medium")}
