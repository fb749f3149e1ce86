"""One lot, as the buyer describes it."""

from django import forms

from perenne.domain.procurement.actions import LotFacts
from perenne.domain.procurement.queries import LotCard
from perenne.web.design.forms import EurosField, Form, Look
from perenne.web.procurement.fields import SEGMENTS, CpvField


class LotForm(Form):
    number = forms.CharField(
        label="Numéro du lot",
        max_length=20,
        required=False,
        help_text="Vide si la consultation n’est pas allotie.",
    )
    object = forms.CharField(label="Objet du lot", max_length=1000)
    amount = EurosField(label="Montant estimé HT", required=False)
    segment = forms.ChoiceField(label="Segment d’achat", choices=SEGMENTS, required=False)
    cpv = CpvField()
    missing = {"object": "Donnez l’objet du lot."}
    looks = {
        "number": Look(width="figure"),
        "segment": Look(width="medium"),
        "cpv": Look(width="short"),
    }

    def lot(self) -> LotFacts:
        said = self.cleaned_data
        return LotFacts(
            object=said["object"],
            number=said["number"],
            cpv=said["cpv"],
            segment=said["segment"],
            amount=said["amount"],
        )


def as_kept(lot: LotCard) -> dict[str, object]:
    return {
        "number": lot.number,
        "object": lot.object,
        "amount": lot.amount,
        "segment": lot.segment or "",
        "cpv": lot.cpv,
    }
