"""A calibration as a visitor types it: an amount, and what is known beside it."""

from typing import ClassVar

from django import forms

from perenne.rules.calibration import Hypotheses, defaults_for
from perenne.rules.segments import SegmentFinding
from perenne.web.design.forms import EurosField, Look, PercentField
from perenne.web.tools.answers import AddressForm, months_field
from perenne.web.tools.picks import finding_of, trade_choices

USUAL = "Laissez vide pour la valeur usuelle du segment ou du métier."


class CalibrationForm(AddressForm):
    amount = EurosField(label="Montant du marché ou du lot, hors taxes", min_value=1)
    trade = forms.ChoiceField(
        label="Segment d’achat ou métier",
        choices=trade_choices,
        required=False,
        help_text="Il donne les valeurs usuelles des trois hypothèses suivantes.",
    )
    labour_share = PercentField(
        label="Part de main-d’œuvre", min_value=1, required=False, help_text=USUAL
    )
    effort_rate = PercentField(
        label="Taux d’effort d’insertion", min_value=0, required=False, help_text=USUAL
    )
    hourly_cost = EurosField(
        label="Coût horaire chargé", min_value=1, max_value=500, required=False, help_text=USUAL
    )
    months = months_field(label="Durée du marché", required=False)
    step = EurosField(
        label="Accord-cadre : tranche facturée",
        min_value=1,
        required=False,
        help_text="Sans montant ferme, le volume suit les factures : tant d’heures par tranche.",
    )
    missing = {"amount": "Indiquez le montant sur lequel calculer."}
    looks = {"months": Look(suffix="mois", width="figure")}
    in_address: ClassVar = {
        "amount": "montant",
        "trade": "segment",
        "labour_share": "part",
        "effort_rate": "effort",
        "hourly_cost": "cout",
        "months": "mois",
        "step": "tranche",
    }

    @property
    def finding(self) -> SegmentFinding:
        return finding_of(self.cleaned_data["trade"])

    def hypotheses(self) -> Hypotheses:
        """What is typed; for the rest, the usual value of the trade."""
        said, usual = self.cleaned_data, defaults_for(self.finding)
        labour, effort = said["labour_share"], said["effort_rate"]
        return Hypotheses(
            said["amount"],
            usual.labour_share.value if labour is None else labour,
            usual.effort_rate.value if effort is None else effort,
            said["hourly_cost"] or usual.hourly_cost.value,
        )
