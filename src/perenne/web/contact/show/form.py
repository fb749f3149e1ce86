"""What a desk does with a message: answers it, or passes it on."""

from collections.abc import Iterable
from typing import Any

from django import forms

from perenne.domain.coverage.queries import BodyCard
from perenne.web.design.fields import offer
from perenne.web.design.forms import Form


class AnswerForm(Form):
    text = forms.CharField(
        label="Votre réponse", max_length=10_000, widget=forms.Textarea(attrs={"rows": 8})
    )
    missing = {"text": "Écrivez la réponse : elle part par courriel."}


class HandOverForm(Form):
    body = forms.TypedChoiceField(label="À qui", coerce=int)
    note = forms.CharField(
        label="Un mot pour lui",
        help_text="La personne qui a écrit ne le lit pas.",
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    missing = {"body": "Choisissez à qui passer la main."}

    def __init__(self, *args: Any, bodies: Iterable[BodyCard], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(body.id, body.name) for body in bodies]
        offer(self, "body", [("", "Choisissez"), *named])
