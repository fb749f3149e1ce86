"""What is asked of each act on a shortfall."""

from typing import Any

from django import forms

from perenne.domain.compliance.actions import Verdict
from perenne.domain.compliance.queries import ShortfallCard
from perenne.domain.compliance.states import LetterKind, Outcome
from perenne.values import Euros
from perenne.web.design.fields import offer
from perenne.web.design.forms import EurosField, Form, FrenchDateField, Look

LINES = forms.Textarea(attrs={"rows": 4})
HINTS = {
    Outcome.APPLIED.value: "Le montant proposé, tel quel.",
    Outcome.REDUCED.value: "Un montant moindre, que vous indiquez.",
    Outcome.CATCH_UP.value: "Aucune somme : les heures sont à rattraper jusqu’à un jour donné.",
    Outcome.WAIVED.value: "Aucune somme, et ces heures ne seront plus réclamées.",
}


class ActForm(Form):
    """`field`: beside which a refusal is shown, None for the whole form."""

    field: str | None = "reason"

    def begin(self, card: ShortfallCard) -> None:
        """What is proposed, for this shortfall."""

    def said(self) -> dict[str, Any]:
        """What the action is given."""
        return dict(self.cleaned_data)


class SummonForm(ActForm):
    field = "kinds"
    kinds = forms.MultipleChoiceField(
        label="Lettres à envoyer",
        widget=forms.CheckboxSelectMultiple,
        help_text="Les deux peuvent partir ensemble : leurs délais courent alors en même temps.",
    )
    missing = {"kinds": "Choisissez la lettre à envoyer."}

    def begin(self, card: ShortfallCard) -> None:
        kinds = [(kind.value, kind.label) for kind in card.unsent]
        offer(self, "kinds", kinds)
        self.initial = {"kinds": [value for value, _ in kinds]}

    def said(self) -> dict[str, Any]:
        return {"kinds": [LetterKind(kind) for kind in self.cleaned_data["kinds"]]}


class WithdrawForm(ActForm):
    reason = forms.CharField(
        label="Pourquoi retirer cette proposition ?", max_length=500, widget=LINES,
        help_text="Des heures sont venues, une valeur était fausse… L’historique le garde.",
    )  # fmt: skip
    missing = {"reason": "Dites pourquoi la proposition est retirée."}


class CloseForm(ActForm):
    reason = forms.CharField(
        label="Pourquoi clore ?", max_length=500, widget=LINES,
        help_text="L’entreprise et l’acheteur lisent ces mots.",
    )  # fmt: skip
    missing = {"reason": "Dites pourquoi : l’entreprise lira ces mots."}


class DecideForm(ActForm):
    field = None
    outcome = forms.ChoiceField(
        label="Votre décision",
        choices=[(one.value, one.label) for one in Outcome],
        widget=forms.RadioSelect,
    )
    amount = EurosField(label="Si vous réduisez, montant à payer", required=False)
    catch_up_by = FrenchDateField(
        label="Si c’est un plan de rattrapage, dernier jour", required=False
    )
    motive = forms.CharField(
        label="Motif", max_length=2_000, widget=LINES,
        help_text="L’entreprise le lit dans votre lettre ; il répond à ses observations.",
    )  # fmt: skip
    missing = {
        "outcome": "Choisissez votre décision.",
        "motive": "Motivez votre décision : l’entreprise la lira.",
    }
    looks = {"outcome": Look(choice_hints=HINTS)}

    def said(self) -> dict[str, Any]:
        told = self.cleaned_data
        amount = told["amount"] or Euros(0)
        outcome = Outcome(told["outcome"])
        return {"verdict": Verdict(outcome, told["motive"], amount, told["catch_up_by"])}


class ReceiveForm(Form):
    received_on = FrenchDateField(
        label="Lettre reçue le",
        help_text="Le jour de l’accusé de réception ; le délai court du lendemain.",
    )
    missing = {"received_on": "Indiquez le jour de la réception."}
