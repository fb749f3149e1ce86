from django import forms

from perenne.web.design.forms import Form


class WithdrawForm(Form):
    """Why hours that were entrusted are taken back."""

    reason = forms.CharField(
        label="Pourquoi reprendre ces heures ?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="L’entreprise lira ces mots.",
    )
    missing = {"reason": "Dites pourquoi : l’entreprise lira ces mots."}
