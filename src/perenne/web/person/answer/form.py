"""What is answered to a person about her hours."""

from django import forms

from perenne.web.design.forms import Form


class AnswerForm(Form):
    answer = forms.CharField(
        label="Votre réponse",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="La personne la lit sur sa page. Écrivez en phrases courtes.",
    )
    missing = {"answer": "Écrivez votre réponse."}
