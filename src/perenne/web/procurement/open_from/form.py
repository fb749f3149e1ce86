"""Which kept purchases go into the consultation, beside what is asked of any."""

from typing import Any

from django import forms

from perenne.domain.programming.queries import PurchaseCard
from perenne.web.coverage.choices import offer
from perenne.web.design.forms import Look
from perenne.web.procurement.open.form import ConsultationForm


class FromPurchasesForm(ConsultationForm):
    purchases = forms.TypedMultipleChoiceField(
        label="Achats retenus à mettre en consultation",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text="Un lot pour chaque achat coché.",
    )
    field_order = ["purchases"]
    missing = {
        **ConsultationForm.missing,
        "purchases": "Cochez au moins un achat.",
    }

    def __init__(self, *args: Any, choices: tuple[PurchaseCard, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "purchases", [(one.id, one.object) for one in choices])
        hints = {str(one.id): str(one.amount or "montant inconnu") for one in choices}
        self.looks = {**self.looks, "purchases": Look(choice_hints=hints)}
