from django import forms

from perenne.web.design.forms import Form


class CloseForm(Form):
    """Why nobody is needed any more."""

    reason = forms.CharField(
        label="Pourquoi fermer ce besoin ?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Tous ceux qui ont été sollicités liront ces mots.",
    )
    missing = {"reason": "Dites pourquoi : ceux qui ont été sollicités liront ces mots."}
