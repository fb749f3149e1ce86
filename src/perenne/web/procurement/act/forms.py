"""What is asked to record each event of a contract: few fields, and the choices that it has."""

from typing import Any

from django import forms

from perenne.domain.procurement.actions import AmendmentFacts, InvoiceFacts, PhaseFacts
from perenne.domain.procurement.queries import ContractCard, spaces_under
from perenne.domain.procurement.states import Liability, PartyRole
from perenne.web.coverage.choices import offer
from perenne.web.design.forms import EurosField, Form, FrenchDateField, HoursField, Look
from perenne.web.procurement.fields import NUMERIC, SiretField, party_in

NO_SPACE = "Aucun espace sous ce SIRET : invitez l’entreprise à ouvrir le sien."


class ActForm(Form):
    """Knows the contract; `said` gives what its action takes, beside the contract and who acts."""

    def __init__(self, *args: Any, contract: ContractCard, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.contract = contract
        self.propose(contract)

    def propose(self, contract: ContractCard) -> None:
        """The choices that this contract has."""

    def said(self) -> dict[str, Any]:
        return dict(self.cleaned_data)

    def offer_one(self, name: str, choices: list[tuple[int, str]]) -> None:
        """A choice, already made where there is only one."""
        offer(self, name, choices)
        if len(choices) == 1:
            self.initial.setdefault(name, choices[0][0])


class AmendForm(ActForm):
    subject = forms.CharField(label="Ce que change l’avenant", max_length=500)
    signed_on = FrenchDateField(label="Signé le")
    effective_on = FrenchDateField(
        label="Prend effet le", required=False, help_text="Vide : le jour de la signature."
    )
    amount = EurosField(
        label="Nouveau montant HT du marché", required=False, help_text="Vide : il ne change pas."
    )
    months = forms.IntegerField(
        label="Nouvelle durée ferme", min_value=1, max_value=600, required=False,
        widget=forms.TextInput(attrs=dict(NUMERIC)), help_text="Vide : elle ne change pas.",
    )  # fmt: skip
    due = HoursField(
        label="Nouveau volume d’heures d’insertion",
        required=False,
        help_text="Vide : la clause dit elle-même ce qu’il devient.",
    )
    missing = {
        "subject": "Dites en une phrase ce que change l’avenant.",
        "signed_on": "Indiquez la date de signature.",
    }
    looks = {"months": Look(suffix="mois", width="figure"), "due": Look(suffix="h", width="short")}

    def said(self) -> dict[str, Any]:
        said = self.cleaned_data
        effective_on = said["effective_on"] or said["signed_on"]
        return {"said": AmendmentFacts(**said | {"effective_on": effective_on})}


class RenewForm(ActForm):
    takes_place = forms.TypedChoiceField(
        label="Décision",
        choices=(("yes", "Le marché est reconduit"), ("no", "Le marché n’est pas reconduit")),
        coerce=lambda answer: answer == "yes",
        widget=forms.RadioSelect,
    )
    decided_on = FrenchDateField(label="Décidée le")
    missing = {
        "takes_place": "Dites si le marché est reconduit.",
        "decided_on": "Indiquez la date de la décision.",
    }


class SuspendForm(ActForm):
    since = FrenchDateField(label="Premier jour suspendu")
    until = FrenchDateField(
        label="Dernier jour suspendu", required=False, help_text="Vide s’il n’est pas connu."
    )
    reason = forms.CharField(
        label="Motif", max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    missing = {
        "since": "Indiquez le premier jour suspendu.",
        "reason": "Dites pourquoi : le motif reste dans le dossier du marché.",
    }


class ResumeForm(ActForm):
    resumed_on = FrenchDateField(label="Reprise le")
    missing = {"resumed_on": "Indiquez le jour de la reprise."}


class PhaseForm(ActForm):
    label = forms.CharField(label="Intitulé de la tranche", max_length=200)
    amount = EurosField(label="Montant HT")
    is_firm = forms.BooleanField(label="C’est la tranche ferme", required=False)
    lapses_on = FrenchDateField(
        label="Dernier jour pour l’affermir",
        required=False,
        help_text="Pour une tranche optionnelle.",
    )
    missing = {
        "label": "Donnez un intitulé à la tranche.",
        "amount": "Indiquez le montant de la tranche.",
    }

    def said(self) -> dict[str, Any]:
        return {"said": PhaseFacts(**self.cleaned_data)}


class AffirmForm(ActForm):
    phase_id = forms.TypedChoiceField(label="Tranche", coerce=int, widget=forms.RadioSelect)
    on = FrenchDateField(label="Affermie le")
    missing = {"phase_id": "Choisissez la tranche.", "on": "Indiquez la date de la décision."}

    def propose(self, contract: ContractCard) -> None:
        waiting = [one for one in contract.facts.phases if one.may_be_affirmed]
        self.offer_one("phase_id", [(one.id, one.label) for one in waiting])


class OrderForm(ActForm):
    reference = forms.CharField(label="Numéro du bon de commande", max_length=60)
    ordered = EurosField(label="Montant commandé HT")
    issued_on = FrenchDateField(label="Émis le")
    missing = {
        "reference": "Donnez le numéro du bon.",
        "ordered": "Indiquez le montant commandé.",
        "issued_on": "Indiquez la date d’émission.",
    }
    looks = {"reference": Look(width="medium")}


class OfOrderForm(ActForm):
    """About one order that is not closed."""

    call_off_id = forms.TypedChoiceField(label="Bon de commande", coerce=int)
    looks = {"call_off_id": Look(width="medium")}

    def propose(self, contract: ContractCard) -> None:
        orders = [one for one in contract.facts.call_offs if one.closed_on is None]
        self.offer_one("call_off_id", [(one.id, one.reference) for one in orders])


class InvoiceForm(OfOrderForm):
    reference = forms.CharField(label="Numéro de la facture ou de l’avoir", max_length=60)
    amount = EurosField(
        label="Montant HT", min_value=None, help_text="Négatif pour un avoir : -1 200."
    )
    invoiced_on = FrenchDateField(label="En date du")
    missing = {
        "reference": "Donnez le numéro de la facture.",
        "amount": "Indiquez le montant.",
        "invoiced_on": "Indiquez la date de la facture.",
    }
    looks = {**OfOrderForm.looks, "reference": Look(width="medium")}

    def said(self) -> dict[str, Any]:
        said = dict(self.cleaned_data)
        return {"call_off_id": said.pop("call_off_id"), "said": InvoiceFacts(**said)}


class CloseOrderForm(OfOrderForm):
    closed_on = FrenchDateField(label="Soldé le")
    missing = {"closed_on": "Indiquez la date du solde."}


class PartyForm(ActForm):
    siret = SiretField()
    name = forms.CharField(
        label="Nom",
        max_length=200,
        required=False,
        help_text="Vide : celui que donne le répertoire Sirene.",
    )
    email = forms.EmailField(label="Adresse de la personne chargée de la clause", required=False)
    amount = EurosField(label="Part HT", required=False)
    since = FrenchDateField(label="À compter du", required=False)
    missing = {"siret": "Indiquez le SIRET de l’entreprise."}
    looks = {"siret": Look(width="medium")}

    def clean(self) -> dict[str, Any]:
        self.party = party_in(self)
        return self.cleaned_data

    def said(self) -> dict[str, Any]:
        return {"party": self.party, "since": self.cleaned_data["since"]}


class SubcontractorForm(PartyForm):
    principal_id = forms.TypedChoiceField(label="Sous-traitant de", coerce=int)
    field_order = ["principal_id"]
    looks = {**PartyForm.looks, "principal_id": Look(width="medium")}

    def propose(self, contract: ContractCard) -> None:
        self.offer_one("principal_id", [(one.id, one.name) for one in present(contract)])

    def said(self) -> dict[str, Any]:
        return super().said() | {"principal_id": self.cleaned_data["principal_id"]}


class OfPartyForm(ActForm):
    party_id = forms.TypedChoiceField(label="Entreprise", coerce=int, widget=forms.RadioSelect)
    missing = {"party_id": "Choisissez l’entreprise."}


class RemoveForm(OfPartyForm):
    until = FrenchDateField(label="Dernier jour")
    missing = {**OfPartyForm.missing, "until": "Indiquez son dernier jour dans le marché."}

    def propose(self, contract: ContractCard) -> None:
        leaving = [one for one in present(contract) if one.role is not PartyRole.LEAD]
        self.offer_one("party_id", [(one.id, one.name) for one in leaving])


class LinkForm(OfPartyForm):
    """The facilitator answers for it: asked to confirm, and for no reason."""

    is_sure = forms.BooleanField(
        label="J’ai vérifié que l’espace qui porte ce SIRET est celui de cette entreprise"
    )
    missing = {**OfPartyForm.missing, "is_sure": "Confirmez que vous l’avez vérifié."}

    def propose(self, contract: ContractCard) -> None:
        """With the name of the space that each number has: what there is to compare."""
        self.offer_one("party_id", unlinked(contract))
        waiting = {str(one.id): one.siret for one in contract.parties if not one.is_linked}
        spaces = spaces_under(waiting.values())
        hints = {
            pk: f"Espace trouvé : {spaces[siret]}" if siret in spaces else NO_SPACE
            for pk, siret in waiting.items()
        }
        self.looks = {"party_id": Look(choice_hints=hints)}

    def said(self) -> dict[str, Any]:
        return {"party_id": self.cleaned_data["party_id"]}


class InviteForm(OfPartyForm):
    email = forms.EmailField(label="Adresse de la personne chargée de la clause")
    missing = {**OfPartyForm.missing, "email": "Indiquez l’adresse à laquelle écrire."}

    def propose(self, contract: ContractCard) -> None:
        self.offer_one("party_id", unlinked(contract))


class TerminateForm(ActForm):
    ended_on = FrenchDateField(label="Résilié le")
    reason = forms.CharField(
        label="Motif", max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    missing = {
        "ended_on": "Indiquez la date de la résiliation.",
        "reason": "Dites pourquoi : le motif reste dans le dossier du marché.",
    }


def present(contract: ContractCard) -> list[Any]:
    return [one for one in contract.parties if one.until is None]


def unlinked(contract: ContractCard) -> list[tuple[int, str]]:
    return [(one.id, f"{one.name} ({one.siret})") for one in contract.parties if not one.is_linked]


def is_consortium(contract: ContractCard) -> bool:
    return contract.facts.liability is not Liability.NONE
