"""What one asks the coordination."""

from django import forms

from perenne.web.contact.letters import AgreedForm


class CoordinationForm(AgreedForm):
    object = forms.CharField(label="Objet", max_length=200)
    field_order = ("object", "message")
    missing = {**AgreedForm.missing, "object": "Dites en quelques mots de quoi il s’agit."}
