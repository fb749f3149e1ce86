"""What is not right, in her own words."""

from django import forms

from perenne.web.design.forms import Form


class ContestForm(Form):
    message = forms.CharField(
        label="Qu’est-ce qui n’est pas juste ?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Par exemple : « J’ai travaillé un samedi en plus, le 14. » Votre facilitateur "
        "lit votre message. Votre employeur ne le lit pas.",
    )
    missing = {"message": "Écrivez ce qui n’est pas juste."}
