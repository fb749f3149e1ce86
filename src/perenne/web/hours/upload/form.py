"""Which file, and of which company where there are several; which month, for the template."""

from datetime import date
from typing import Any

from django import forms

from perenne.domain.hours.queries.importing import CompanyChoice
from perenne.kit.files.uses import Use
from perenne.rules.french import MONTHS
from perenne.values import add_months
from perenne.web.design.forms import Form, Look

MONTHS_SHOWN = 14


class UploadForm(Form):
    """Words only: what the file holds is looked at by the action."""

    siret = forms.ChoiceField(label="Entreprise")
    file = forms.FileField(
        label="Votre fichier d’heures",
        help_text=f"{Use.TIMESHEET.accepted}. Tel qu’il sort de votre logiciel ou de votre "
        "tableur : une ligne par mois, par jour, ou un calendrier.",
        allow_empty_file=True,
    )
    missing = {"file": "Choisissez le fichier.", "siret": "Choisissez l’entreprise."}
    looks = {"siret": Look(width="medium")}

    def __init__(self, *args: Any, companies: tuple[CompanyChoice, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, companies)


class TemplateForm(Form):
    siret = forms.ChoiceField(label="Entreprise")
    month = forms.ChoiceField(label="Mois")
    looks = {"month": Look(width="medium"), "siret": Look(width="medium")}

    def __init__(
        self, *args: Any, companies: tuple[CompanyChoice, ...], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, auto_id="id_template_%s", **kwargs)
        _choose(self, companies)
        first = today.replace(day=1)
        months = [add_months(first, -number) for number in range(MONTHS_SHOWN)]
        field: Any = self.fields["month"]
        field.choices = [(f"{it:%Y-%m}", f"{MONTHS[it.month - 1]} {it.year}") for it in months]
        self.initial["month"] = f"{add_months(first, -1):%Y-%m}"


def _choose(form: Form, companies: tuple[CompanyChoice, ...]) -> None:
    """One company is not asked about."""
    field: Any = form.fields["siret"]
    field.choices = [(one.siret, one.name) for one in companies]
    if len(companies) == 1:
        field.widget = forms.HiddenInput()
        form.initial["siret"] = companies[0].siret
    else:
        field.choices = [("", "Choisir"), *field.choices]
