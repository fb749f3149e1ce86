"""A remark, and the piece of the file that it is about."""

from django import forms

from perenne.rules.wording import PieceCode
from perenne.web.design.forms import Form

PIECES = (
    ("", "L’ensemble de la clause"),
    (PieceCode.NOTICE, "Avis"),
    (PieceCode.RC, "Règlement de la consultation"),
    (PieceCode.CCAP, "CCAP"),
    (PieceCode.CCTP, "CCTP"),
    (PieceCode.AE, "Acte d’engagement"),
    (PieceCode.FOLLOW_UP, "Annexe de suivi"),
    (PieceCode.PUBLICS, "Annexe des publics"),
    (PieceCode.CRITERION, "Cadre de réponse au critère"),
)


class AnswerForm(Form):
    text = forms.CharField(
        label="Commentaire", max_length=4_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    missing = {"text": "Écrivez votre commentaire."}


class CommentForm(AnswerForm):
    piece = forms.ChoiceField(label="Pièce", choices=PIECES, required=False)
    field_order = ("piece", "text")
