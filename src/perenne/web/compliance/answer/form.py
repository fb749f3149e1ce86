"""What a company answers: its words, and its papers."""

from django import forms

from perenne.domain.compliance.queries import MOST_FILES
from perenne.kit.files.uses import Use
from perenne.web.design.forms import FilesField, Form


class AnswerForm(Form):
    text = forms.CharField(
        label="Vos observations",
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Difficultés rencontrées, embauches prévues, solutions cherchées : dites tout "
        "ce qui doit être pris en compte.",
    )
    files = FilesField(
        label="Pièces jointes",
        required=False,
        help_text=f"{MOST_FILES} fichiers au plus : {Use.DOCUMENT.accepted}.",
    )
    missing = {"text": "Écrivez vos observations avant de les envoyer."}
