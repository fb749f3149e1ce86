from django import forms

from perenne.kit.files.uses import Use
from perenne.web.design.forms import Form


class DecpForm(Form):
    """Words only: what the file holds is looked at by the action."""

    file = forms.FileField(
        label="Fichier de données essentielles",
        help_text=f"{Use.DECP.accepted}, au format national (2.0, ou 1.x d’avant 2024).",
        allow_empty_file=True,
    )
    missing = {"file": "Choisissez un fichier de données essentielles."}
