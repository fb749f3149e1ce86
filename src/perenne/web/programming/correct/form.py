"""What a person may say of a planned purchase, and what it says now."""

from django import forms

from perenne.domain.programming.actions.correcting import Correction
from perenne.domain.programming.queries import PurchaseCard
from perenne.web.design.forms import EurosField, Form, FrenchDateField, Look


class CorrectionForm(Form):
    object = forms.CharField(label="Objet de l’achat", max_length=2000)
    amount = EurosField(
        label="Montant estimé hors taxes",
        help_text="Sur toute la durée, reconductions comprises.",
        required=False,
    )
    months = forms.IntegerField(
        label="Durée totale", min_value=1, max_value=1200, required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": "Écrivez la durée en mois, en chiffres."},
    )  # fmt: skip
    launch_on = FrenchDateField(label="Lancement de la consultation", required=False)
    place = forms.CharField(
        label="Commune",
        help_text="Elle désigne le facilitateur à qui cet achat sera confié.",
        max_length=200,
        required=False,
    )
    cpv = forms.RegexField(
        label="Code CPV",
        regex=r"^\d{8}(-\d)?$",
        required=False,
        error_messages={"invalid": "Un code CPV a huit chiffres, par exemple 45233140."},
    )
    missing = {"object": "Indiquez l’objet de cet achat."}
    looks = {
        "months": Look(suffix="mois", width="figure"),
        "place": Look(width="medium"),
        "cpv": Look(width="short"),
    }

    def correction(self) -> Correction:
        said = self.cleaned_data
        return Correction(
            object=said["object"],
            amount=said["amount"],
            months=said["months"],
            cpv=said["cpv"][:8],
            launch_on=said["launch_on"],
            place=said["place"],
        )


def as_typed(purchase: PurchaseCard) -> dict[str, object]:
    return {
        "object": purchase.object,
        "amount": purchase.amount,
        "months": purchase.months,
        "launch_on": purchase.launch_on,
        "place": purchase.place,
        "cpv": purchase.cpv,
    }
