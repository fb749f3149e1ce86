"""The hypotheses of a calibration, as the facilitator types them."""

from django import forms

from perenne.domain.clauses.actions import Volume
from perenne.domain.clauses.queries import ClauseCard
from perenne.rules.calibration import Hypotheses, Recalculation, Scheme
from perenne.values import Euros
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
    follows_invoices = forms.BooleanField(
        label="Le volume suit les montants facturés (accord-cadre sans montant ferme)",
        required=False,
    )
    step = EurosField(label="Tranche facturée", required=False, min_value=1)
    hours_per_step = HoursField(
        label="Heures par tranche", required=False, min_value=1, max_value=100_000
    )
    trigger = EurosField(
        label="À partir de",
        required=False,
        help_text="Laissez vide pour compter dès le premier euro.",
    )
    by_whole_steps = forms.BooleanField(
        label="Ne compter que les tranches entières", required=False
    )
    recalculation = forms.ChoiceField(
        label="Si un avenant change le montant, recalculer le volume",
        choices=[(one.value, one.label) for one in Recalculation],
        required=False,
    )
    covers_renewals = forms.BooleanField(
        label="Le volume comprend les reconductions", required=False
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    missing = {
        "amount": "Indiquez le montant sur lequel calculer.",
        "labour_share": "Indiquez la part de main-d’œuvre.",
        "effort_rate": "Indiquez le taux d’effort.",
        "hourly_cost": "Indiquez le coût d’une heure.",
    }

    def volume(self) -> Volume:
        """ValueError, in French, when the steps lack."""
        said = self.cleaned_data
        return Volume(
            due=said["hours_due"],
            reason=said["reason"],
            scheme=self._scheme() if said["follows_invoices"] else None,
            recalculation=Recalculation(said["recalculation"] or Recalculation.NEVER),
            covers_renewals=said["covers_renewals"],
        )

    def _scheme(self) -> Scheme:
        said = self.cleaned_data
        if said["step"] is None or said["hours_per_step"] is None:
            raise ValueError("Indiquez la tranche facturée et les heures par tranche.")
        return Scheme(
            said["step"],
            said["hours_per_step"],
            said["trigger"] or Euros(0),
            said["by_whole_steps"],
        )

    def hypotheses(self) -> Hypotheses:
        said = self.cleaned_data
        return Hypotheses(
            said["amount"], said["labour_share"], said["effort_rate"], said["hourly_cost"]
        )


def as_kept(clause: ClauseCard) -> dict[str, object]:
    given, scheme = clause.hypotheses, clause.scheme
    return {
        "amount": given.amount if given.amount else None,
        "labour_share": given.labour_share,
        "effort_rate": given.effort_rate,
        "hourly_cost": given.hourly_cost,
        "hours_due": clause.hours_due if clause.version else None,
        "reason": clause.reason,
        "follows_invoices": scheme is not None,
        "step": scheme.step if scheme else None,
        "hours_per_step": scheme.hours_per_step if scheme else None,
        "trigger": scheme.trigger if scheme and scheme.trigger else None,
        "by_whole_steps": scheme.by_whole_steps if scheme else False,
        "recalculation": clause.recalculation.value,
        "covers_renewals": clause.covers_renewals,
        "seen": clause.version,
    }
