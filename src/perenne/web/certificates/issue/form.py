"""Which certificate: of a year that is over, or of the whole contract."""

from typing import Any

from django import forms

from perenne.domain.compliance.actions import Wanted
from perenne.domain.compliance.queries import Certifiable, CertificateKind
from perenne.web.design.fields import offer
from perenne.web.design.forms import Form

FINAL = "final"


class IssueForm(Form):
    what = forms.ChoiceField(label="Période attestée", widget=forms.RadioSelect)
    missing = {"what": "Choisissez l’année, ou tout le marché."}

    def __init__(self, *args: Any, of: Certifiable, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = [(str(year), f"L’année {year}") for year in of.years]
        offer(self, "what", [*years, (FINAL, "Tout le marché : attestation finale")])

    def wanted(self) -> Wanted:
        """Once valid."""
        said = self.cleaned_data["what"]
        if said == FINAL:
            return Wanted(CertificateKind.FINAL, 0)
        return Wanted(CertificateKind.YEARLY, int(said))
