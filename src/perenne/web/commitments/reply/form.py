"""Yes or no; and why not."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from perenne.web.design.forms import Form


class ReplyForm(Form):
    answer = forms.ChoiceField(
        label="Votre réponse",
        choices=[("accept", "J’accepte ces heures"), ("refuse", "Je ne peux pas les prendre")],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label="Si vous refusez, pourquoi ?",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="L’entreprise qui vous les propose et le facilitateur liront ces mots.",
    )
    missing = {"answer": "Dites si vous acceptez ces heures."}

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("answer") == "refuse" and len(said.get("reason", "").strip()) < 5:
            self.add_error(
                "reason", ValidationError("Dites pourquoi, en cinq caractères au moins.")
            )
        return said

    @property
    def refusal(self) -> str | None:
        """None: accepted."""
        accepts = self.cleaned_data["answer"] == "accept"
        return None if accepts else self.cleaned_data["reason"].strip()
