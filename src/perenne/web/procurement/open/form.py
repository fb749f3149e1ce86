"""What is asked of a consultation, from a programme or by hand."""

from typing import Any

from django import forms

from perenne.domain.coverage.queries import BodyCard
from perenne.domain.procurement.actions import ConsultationFacts, Days, LotFacts, People
from perenne.domain.procurement.queries import ConsultationCard, OperationChoice
from perenne.kit.actors import Role
from perenne.web.coverage.choices import offer
from perenne.web.design.forms import EurosField, Form, FrenchDateField, Look
from perenne.web.procurement.fields import CpvField


class ConsultationForm(Form):
    object = forms.CharField(label="Objet de la consultation", max_length=1000)
    reference = forms.CharField(label="Référence chez l’acheteur", max_length=60, required=False)
    publish_on = FrenchDateField(label="Publication prévue le", required=False)
    bids_due_on = FrenchDateField(label="Remise des offres le", required=False)
    award_on = FrenchDateField(
        label="Attribution prévue le",
        required=False,
        help_text="Passé ce jour, nous demandons des nouvelles : la clause ne s’oublie pas.",
    )
    missing = {"object": "Donnez l’objet de la consultation."}
    looks = {"reference": Look(width="medium")}

    def consultation(self) -> ConsultationFacts:
        said = self.cleaned_data
        return ConsultationFacts(
            object=said["object"],
            reference=said["reference"],
            days=Days(said["publish_on"], said["bids_due_on"], said["award_on"]),
            operation_id=said.get("operation"),
        )


class AmendForm(ConsultationForm):
    """The operation too, when the buyer has any."""

    operation = forms.TypedChoiceField(
        label="Opération", coerce=int, empty_value=None, required=False
    )

    def __init__(self, *args: Any, operations: tuple[OperationChoice, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if operations:
            named = [(operation.id, operation.title) for operation in operations]
            offer(self, "operation", named, empty="Aucune")
        else:
            del self.fields["operation"]


class ByHandForm(ConsultationForm):
    """A consultation that no programme announced, with its first lot; the other side is named."""

    other = forms.TypedChoiceField(label="Acheteur", coerce=int)
    amount = EurosField(label="Montant estimé HT", required=False)
    cpv = CpvField()
    field_order = ["other", "object", "amount", "cpv"]

    def __init__(self, *args: Any, others: tuple[BodyCard, ...], role: Role, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_buyer = role is Role.BUYER
        self.is_buyer = is_buyer
        field = self.fields["other"]
        field.label = "Facilitateur qui suivra la clause" if is_buyer else "Acheteur"
        offer(self, "other", [(one.id, one.name) for one in others], empty="Choisir")

    def people(self) -> People:
        other = self.cleaned_data["other"]
        return People(facilitator_id=other) if self.is_buyer else People(buyer_id=other)

    def lot(self) -> LotFacts:
        said = self.cleaned_data
        return LotFacts(object=said["object"], amount=said["amount"], cpv=said["cpv"])


def as_kept(card: ConsultationCard) -> dict[str, object]:
    return {
        "object": card.object,
        "reference": card.reference,
        "publish_on": card.publish_on,
        "bids_due_on": card.bids_due_on,
        "award_on": card.award_on,
        "operation": card.operation.id if card.operation else "",
    }
