"""A consultation file to be read before it is published."""

from datetime import date
from typing import Any

from django import forms

from perenne.domain.enquiries.queries import MOST_FILES
from perenne.kit.files.uses import Use
from perenne.web.contact.letters import AgreedForm
from perenne.web.design.forms import EurosField, FilesField, FrenchDateField, Look


class ReviewForm(AgreedForm):
    buyer = forms.CharField(label="Acheteur", max_length=200)
    object = forms.CharField(label="Objet du marché", max_length=300)
    place = forms.CharField(
        label="Commune où le marché s’exécute",
        max_length=100,
        required=False,
        help_text="Elle décide du facilitateur qui relit. Par exemple Meaux, ou 77100",
    )
    amount = EurosField(label="Montant estimé HT", required=False)
    launch_on = FrenchDateField(label="Publication prévue le", required=False)
    closes_on = FrenchDateField(label="Réponse souhaitée avant le", required=False)
    enclosures = FilesField(
        label="Pièces de la consultation",
        required=False,
        allow_empty_file=True,
        help_text=f"{MOST_FILES} fichiers au plus : {Use.DOCUMENT.accepted}.",
    )
    field_order = (
        "buyer", "object", "place", "amount", "launch_on", "closes_on", "message", "enclosures",
    )  # fmt: skip
    missing = {
        **AgreedForm.missing,
        "buyer": "Indiquez qui achète.",
        "object": "Indiquez l’objet du marché.",
        "message": "Dites ce que vous voulez faire relire.",
    }
    looks = {**AgreedForm.looks, "place": Look(width="medium")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["message"].label = "Ce que vous voulez faire relire"

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        launch: date | None = said.get("launch_on")
        closes: date | None = said.get("closes_on")
        if launch and closes and closes > launch:
            self.add_error(
                "closes_on", "Choisissez un jour avant la publication : après, il serait trop tard."
            )
        return said
