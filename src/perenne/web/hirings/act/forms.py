"""What is asked of each act: a reason, and the last day of a hiring that ends."""

from typing import Any

from django import forms

from perenne.domain.hirings.queries import HiringCard
from perenne.web.design.forms import Form, FrenchDateField

LINES = forms.Textarea(attrs={"rows": 3})


class ActForm(Form):
    """`field`: beside which a refusal is shown."""

    field = "reason"

    def begin(self, card: HiringCard) -> None:
        """What is proposed, for this hiring."""


class RegulariseForm(ActForm):
    reason = forms.CharField(
        label="Pourquoi la vérification est venue après l’embauche", max_length=500, widget=LINES,
        help_text="L’entreprise le lit, et l’historique le garde.",
    )  # fmt: skip
    missing = {"reason": "Dites pourquoi : sans motif, les heures comptent du jour de la réponse."}


class CancelForm(ActForm):
    reason = forms.CharField(label="Motif", max_length=500, widget=LINES)
    missing = {"reason": "Dites pourquoi l’embauche n’a pas lieu."}


class EndForm(ActForm):
    field = "ended_on"
    ended_on = FrenchDateField(label="Dernier jour travaillé")
    reason = forms.CharField(
        label="Motif", max_length=500, widget=LINES, required=False,
        help_text="Si le contrat finit avant son terme.",
    )  # fmt: skip
    missing = {"ended_on": "Indiquez le dernier jour du contrat."}

    def begin(self, card: HiringCard) -> None:
        self.initial: dict[str, Any] = {"ended_on": card.row.ends_on}
