"""A contract as it was signed, and who won it: one company, or a consortium of up to four."""

from collections.abc import Iterator
from typing import Any

from django import forms

from perenne.domain.coverage.queries import BodyCard
from perenne.domain.procurement.actions import Award, ContractTerms, People
from perenne.domain.procurement.queries import LotCard
from perenne.domain.procurement.states import ContractForm, Liability
from perenne.kit.actors import Role
from perenne.web.coverage.choices import offer
from perenne.web.design.forms import EurosField, Form, FrenchDateField, Look
from perenne.web.procurement.fields import NUMERIC, SiretField, party_in

OTHERS = ("second", "third", "fourth")
RANKS = {"second": "Premier cotraitant", "third": "Deuxième cotraitant",
         "fourth": "Troisième cotraitant"}  # fmt: skip
FORMS = tuple(
    (form.value, form.label) for form in ContractForm if form is not ContractForm.CALLED_FROM
)


class AwardForm(Form):
    reference = forms.CharField(
        label="Référence du marché",
        max_length=16,
        help_text="Celle que l’acheteur publie : 16 signes au plus.",
    )
    object = forms.CharField(label="Objet du marché", max_length=1000)
    form = forms.ChoiceField(
        label="Forme", choices=FORMS, widget=forms.RadioSelect, initial=ContractForm.ORDINARY
    )
    amount = EurosField(label="Montant HT", help_text="Le maximum, pour un accord-cadre.")
    months = forms.IntegerField(
        label="Durée ferme", min_value=1, max_value=600, widget=forms.TextInput(attrs=dict(NUMERIC))
    )
    renewals = forms.IntegerField(
        label="Reconductions possibles", min_value=0, max_value=20, required=False,
        widget=forms.TextInput(attrs=dict(NUMERIC)),
    )  # fmt: skip
    renewal_months = forms.IntegerField(
        label="Durée de chaque reconduction", min_value=1, max_value=120, required=False,
        widget=forms.TextInput(attrs=dict(NUMERIC)),
    )  # fmt: skip
    signed_on = FrenchDateField(label="Signé le", required=False)
    lead_siret = SiretField(label="Numéro SIRET du titulaire ou du mandataire")
    lead_name = forms.CharField(
        label="Nom",
        max_length=200,
        required=False,
        help_text="Vide : celui que donne le répertoire Sirene.",
    )
    lead_email = forms.EmailField(
        label="Adresse de la personne chargée de la clause", required=False
    )
    liability = forms.ChoiceField(
        label="Groupement",
        choices=[(one.value, one.label) for one in Liability],
        widget=forms.RadioSelect,
        initial=Liability.NONE,
    )
    lead_amount = EurosField(label="Part du mandataire HT", required=False)
    second_siret = SiretField(required=False)
    second_name = forms.CharField(label="Nom", max_length=200, required=False)
    second_amount = EurosField(label="Part HT", required=False)
    third_siret = SiretField(required=False)
    third_name = forms.CharField(label="Nom", max_length=200, required=False)
    third_amount = EurosField(label="Part HT", required=False)
    fourth_siret = SiretField(required=False)
    fourth_name = forms.CharField(label="Nom", max_length=200, required=False)
    fourth_amount = EurosField(label="Part HT", required=False)
    missing = {
        "reference": "Donnez la référence du marché.",
        "object": "Donnez l’objet du marché.",
        "amount": "Indiquez le montant du marché.",
        "months": "Indiquez la durée ferme, en mois.",
        "lead_siret": "Indiquez le SIRET du titulaire.",
    }
    looks = {
        "reference": Look(width="medium"),
        "months": Look(suffix="mois", width="figure"),
        "renewals": Look(width="figure"),
        "renewal_months": Look(suffix="mois", width="figure"),
        "lead_siret": Look(width="medium"),
        **{f"{rank}_siret": Look(width="medium") for rank in OTHERS},
    }

    def __init__(self, *args: Any, is_called: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_called:
            del self.fields["form"]

    def others(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """The co-contractors that may be named, for the page."""
        for rank, label in RANKS.items():
            yield label, [self[f"{rank}_{name}"] for name in ("siret", "name", "amount")]

    def has_others(self) -> bool:
        """Whether the part on consortiums is shown open."""
        return str(self["liability"].value()) != Liability.NONE.value

    def clean(self) -> dict[str, Any]:
        self.parties = [party_in(self, f"{rank}_") for rank in ("lead", *OTHERS)]
        return self.cleaned_data

    def award(self) -> Award:
        said = self.cleaned_data
        lead, *others = (one for one in self.parties if one is not None)
        return Award(
            terms=ContractTerms(
                reference=said["reference"],
                object=said["object"],
                amount=said["amount"],
                months=said["months"],
                form=ContractForm(said.get("form") or ContractForm.ORDINARY),
                renewals=said["renewals"] or 0,
                renewal_months=said["renewal_months"] or 0,
                signed_on=said["signed_on"],
            ),
            lead=lead,
            co_contractors=tuple(others),
            liability=Liability(said["liability"]),
        )


class RecordForm(AwardForm):
    """A contract that was never followed as a lot: the other side is named too."""

    other = forms.TypedChoiceField(label="Acheteur", coerce=int)
    field_order = ["other"]

    def __init__(self, *args: Any, others: tuple[BodyCard, ...], role: Role, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_buyer = role is Role.BUYER
        if self.is_buyer:
            self.fields["other"].label = "Facilitateur qui suit la clause"
        offer(self, "other", [(one.id, one.name) for one in others], empty="Choisir")

    def people(self) -> People:
        other = self.cleaned_data["other"]
        return People(facilitator_id=other) if self.is_buyer else People(buyer_id=other)


def from_lot(lot: LotCard) -> dict[str, object]:
    return {"object": lot.object, "amount": lot.amount}
