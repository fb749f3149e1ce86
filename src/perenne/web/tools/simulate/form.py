"""What a company knows of a clause before its bid."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from perenne.rules.hirings import WayCode
from perenne.rules.segments import SegmentFinding
from perenne.rules.wording import Foreseen
from perenne.values import Hours
from perenne.web.design.forms import FrenchDateField, HoursField, Look
from perenne.web.tools.answers import AddressForm, LineField, months_field
from perenne.web.tools.picks import finding_of, trade_choices

FIRST, LAST = date(2020, 1, 1), date(2099, 12, 31)
MOST_HOURS = 1_000_000


def planned(label: str) -> HoursField:
    return HoursField(label=label, required=False, max_value=MOST_HOURS)


class DayField(FrenchDateField):
    """A day of our times."""

    def to_python(self, value: Any) -> Any:
        day = super().to_python(value)
        if day is not None and not FIRST <= day <= LAST:
            raise ValidationError(f"Indiquez une date de {FIRST.year} à {LAST.year}.")
        return day


class SimulationForm(AddressForm):
    hours = HoursField(
        label="Heures d’insertion demandées",
        min_value=1,
        max_value=MOST_HOURS,
        help_text="Elles figurent dans le CCAP ou dans l’annexe à l’acte d’engagement.",
    )
    months = months_field(label="Durée du marché", required=False)
    start = DayField(label="Début prévu des travaux ou des prestations", required=False)
    trade = forms.ChoiceField(
        label="Segment d’achat ou métier", choices=trade_choices, required=False
    )
    commune = LineField(
        label="Commune où le marché s’exécute",
        required=False,
        max_length=100,
        help_text="Son nom ou son code postal : nous indiquons le facilitateur à appeler.",
    )
    direct = planned("Heures en embauche directe")
    work_study = planned("Heures en alternance")
    staff_provision = planned("Heures en mise à disposition")
    entrusted = planned("Heures en sous-traitance ou cotraitance")
    tenderer = LineField(label="Nom de votre entreprise", required=False)
    buyer = LineField(label="Acheteur", required=False)
    contract = LineField(label="Objet du marché", required=False)
    lot = LineField(label="Lot", required=False)
    missing = {"hours": "Indiquez les heures que demande la clause."}
    looks = {"months": Look(suffix="mois", width="figure")}
    in_address: ClassVar = {
        "hours": "heures",
        "months": "mois",
        "start": "debut",
        "trade": "segment",
        "direct": "embauche",
        "work_study": "alternance",
        "staff_provision": "mise-a-disposition",
        "entrusted": "sous-traitance",
        "tenderer": "entreprise",
        "buyer": "acheteur",
        "contract": "marche",
    }

    def clean(self) -> dict[str, Any]:
        """The last way filled in is told when all together exceed what the clause asks for."""
        said = self.cleaned_data
        filled = [code.value for code in WayCode if said.get(code.value)]
        foreseen = sum((said[name] for name in filled), Hours(0))
        asked = said.get("hours")
        if asked is not None and foreseen > asked:
            self.add_error(
                filled[-1],
                f"Vous répartissez {foreseen} pour {asked} demandées : baissez l’une des parts.",
            )
        return said

    @property
    def finding(self) -> SegmentFinding:
        return finding_of(self.cleaned_data["trade"])

    @property
    def foreseen(self) -> Foreseen:
        said = self.cleaned_data
        hours = tuple(said[code.value] or Hours(0) for code in WayCode)
        return Foreseen(said["tenderer"], hours)
