from typing import Any

from django import forms

from perenne.kit.sheets import LIMITS
from perenne.rules.needs import BuyerKind
from perenne.web.design.forms import FilesField, Form

MEGABYTES = LIMITS.file_bytes // 1_000_000


class ProgrammeForm(Form):
    """Words only: what the file holds is looked at by the action."""

    file = FilesField(
        label="Votre tableau d’achats",
        help_text=f"Excel, LibreOffice ou CSV, {MEGABYTES} Mo au plus. Gardez vos colonnes : "
        "elles sont reconnues, quels que soient leur nom et leur ordre. Plusieurs fichiers "
        "possibles ; un PDF ou un document Word est gardé pour le facilitateur.",
        allow_empty_file=True,
    )
    buyer_kind = forms.ChoiceField(
        label="Vous êtes",
        choices=[(kind.value, kind.label) for kind in BuyerKind],
        initial=BuyerKind.LOCAL_AUTHORITY,
        help_text="Les seuils de la loi en dépendent.",
    )
    missing = {"file": "Choisissez le fichier de votre programmation."}

    def __init__(self, *args: Any, buyer_kind: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if buyer_kind:  # a buyer who is signed in has said it once and for all
            self.fields["buyer_kind"].required = False
            self.fields["buyer_kind"].widget = forms.HiddenInput()
            self.initial["buyer_kind"] = buyer_kind
