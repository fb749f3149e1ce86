"""Who takes the purchase, and why."""

from typing import Any

from django import forms

from perenne.web.design.fields import offer
from perenne.web.design.forms import Form


class ReassignForm(Form):
    body = forms.TypedChoiceField(label="Confier à", coerce=int)
    reason = forms.CharField(
        label="Pourquoi ?",
        help_text="Le nouveau facilitateur et l’acheteur le liront.",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    missing = {
        "body": "Choisissez qui suivra cet achat.",
        "reason": "Dites pourquoi : le nouveau facilitateur et l’acheteur le liront.",
    }

    def __init__(
        self, *arguments: Any, bodies: tuple[tuple[int, str], ...], **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        offer(
            self,
            "body",
            [
                ("", "Choisissez un organisme"),
                *bodies,
            ],
        )
