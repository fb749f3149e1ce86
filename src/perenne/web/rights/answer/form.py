"""The answer, and the box that a last administrator asks for."""

from typing import Any

from django import forms

from perenne.web.design.forms import Form


class AnswerForm(Form):
    answer = forms.CharField(
        label="Votre réponse", max_length=4000, widget=forms.Textarea(attrs={"rows": 6})
    )
    takes_over = forms.BooleanField(label="La coordination reprend ces espaces", required=False)
    missing = {"answer": "Écrivez la réponse : la personne la lira."}

    def __init__(self, *args: Any, left_alone: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not left_alone:
            del self.fields["takes_over"]
