"""A form that asks a bit of everything, so that every field can be seen."""

from django import forms

from perenne.web.design.forms import (
    EurosField,
    Form,
    FrenchDateField,
    HoursField,
    Look,
    PercentField,
)


class SampleForm(Form):
    subject = forms.CharField(label="Objet du marché", help_text="Tel qu’il figure dans l’avis")
    email = forms.EmailField(label="Adresse électronique professionnelle")
    amount = EurosField(label="Montant estimé hors taxes")
    rate = PercentField(label="Taux d’effort d’insertion", required=False)
    hours = HoursField(label="Heures d’insertion")
    months = forms.IntegerField(
        label="Durée du marché", widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    launched_on = FrenchDateField(label="Date de lancement de la consultation")
    segment = forms.ChoiceField(
        label="Segment d’achat",
        choices=[("", "Choisir dans la liste"), ("works", "Bâtiment"), ("green", "Espaces verts")],
    )
    globalisation = forms.ChoiceField(
        label="Acceptez-vous la globalisation des heures ?",
        widget=forms.RadioSelect,
        choices=[("yes", "Oui"), ("no", "Non"), ("ask", "Au cas par cas")],
    )
    pieces = forms.MultipleChoiceField(
        label="Pièces à rédiger",
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("rc", "Règlement de la consultation"),
            ("ccap", "Cahier des clauses administratives"),
        ],
        required=False,
    )
    notes = forms.CharField(
        label="Ce que nous devons savoir", widget=forms.Textarea(attrs={"rows": 4}), required=False
    )
    programme = forms.FileField(
        label="Programme d’achats",
        help_text="Tableur .xlsx, .ods ou .csv, 10 Mo au plus",
        widget=forms.FileInput,
    )
    consent = forms.BooleanField(label="J’ai lu comment mes données sont utilisées")

    missing = {"subject": "Indiquez l’objet du marché."}
    looks = {
        "months": Look(suffix="mois", width="figure"),
        "email": Look(width="medium"),
        "globalisation": Look(
            choice_hints={"yes": "Une même personne peut compter sur plusieurs marchés."}
        ),
    }
