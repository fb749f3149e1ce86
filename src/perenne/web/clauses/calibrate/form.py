"""The hypotheses of a calibration, as the facilitator types them."""

from django import forms

from perenne.domain.clauses.actions import Volume
from perenne.domain.clauses.queries import ClauseCard
from perenne.rules.calibration import Hypotheses
from perenne.web.design.forms import EurosField, Form, HoursField, PercentField


class CalibrationForm(Form):
    amount = EurosField(label="Montant de référence hors taxes", min_value=1)
    labour_share = PercentField(label="Part de main-d’œuvre", min_value=1)
    effort_rate = PercentField(label="Taux d’effort d’insertion", min_value=0)
    hourly_cost = EurosField(label="Coût horaire chargé", min_value=1, max_value=500)
    hours_due = HoursField(
        label="Volume à inscrire au contrat",
        required=False,
        min_value=1,
        max_value=1_000_000,
        help_text="Laissez vide pour le résultat du calcul, arrondi à l’heure inférieure.",
    )
    reason = forms.CharField(
        label="Ce qui justifie un écart avec les valeurs usuelles",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=1000,
        help_text="Cette explication figure dans la note de calibrage.",
    )
    missing = {
        "amount": "Indiquez le montant sur lequel calculer.",
        "labour_share": "Indiquez la part de main-d’œuvre.",
        "effort_rate": "Indiquez le taux d’effort.",
        "hourly_cost": "Indiquez le coût d’une heure.",
    }

    def volume(self) -> Volume:
        return Volume(self.cleaned_data["hours_due"], self.cleaned_data["reason"])

    def hypotheses(self) -> Hypotheses:
        said = self.cleaned_data
        return Hypotheses(
            said["amount"], said["labour_share"], said["effort_rate"], said["hourly_cost"]
        )


def as_kept(clause: ClauseCard) -> dict[str, object]:
    given = clause.hypotheses
    return {
        "amount": given.amount if given.amount else None,
        "labour_share": given.labour_share,
        "effort_rate": given.effort_rate,
        "hourly_cost": given.hourly_cost,
        "hours_due": clause.hours_due if clause.version else None,
        "reason": clause.reason,
    }
