"""A text of a bilan, in Markdown."""

from django import forms

from perenne.domain.assessments.queries.keeping import Text
from perenne.web.design.forms import Form


class WriteForm(Form):
    text = forms.CharField(
        label="Texte",
        widget=forms.Textarea(attrs={"rows": 14}),
        max_length=10_000,
        help_text="Laissez une ligne vide entre deux paragraphes ; commencez une ligne par « - » "
        "pour une liste. Ne nommez aucune personne en insertion.",
    )
    base = forms.IntegerField(widget=forms.HiddenInput)
    missing = {"text": "Écrivez le texte."}


def as_read(text: Text) -> dict[str, object]:
    return {"text": text.text, "base": text.number}
