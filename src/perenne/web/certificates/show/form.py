"""Why a certificate is replaced or revoked."""

from django import forms

from perenne.web.design.forms import Form


class WhyForm(Form):
    reason = forms.CharField(
        label="Motif",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Il reste dans l’historique ; qui vérifie l’attestation ne le lit pas.",
    )
    missing = {"reason": "Dites pourquoi : le motif reste dans l’historique."}
