"""What its people keep up to date; the SIRET until it is verified."""

from typing import Any

from django import forms

from perenne.domain.organisations.queries import OrganisationCard
from perenne.values import Siret
from perenne.web.design.forms import Look
from perenne.web.organisations.identity import ASKING, IdentityForm


class EditForm(IdentityForm):
    office_email = forms.EmailField(
        label="Adresse électronique de l’organisme", max_length=254, required=False
    )
    office_phone = forms.CharField(label="Téléphone", max_length=30, required=False)
    looks = {"siret": Look(width="medium"), "office_phone": Look(width="medium")}

    def __init__(self, *answers: Any, organisation: OrganisationCard, **more: Any) -> None:
        super().__init__(*answers, **more)
        self.organisation = organisation
        siret = self.fields["siret"]
        siret.required = False
        for name in [*ASKING, "hx-trigger"] if organisation.siret_is_settled else []:
            siret.widget.attrs.pop(name, None)
        if organisation.siret_is_settled:
            siret.disabled = True
            siret.help_text = "Vérifié par la coordination : il ne change plus."
            self.initial["siret"] = organisation.siret

    def made_with(self) -> dict[str, Any]:
        return {"organisation": self.organisation}

    def clean_siret(self) -> Siret | None:
        if self.organisation.siret_is_settled:
            return Siret.read(self.organisation.siret)
        return super().clean_siret()


def initial_of(organisation: OrganisationCard) -> dict[str, str]:
    return {
        "siret": organisation.siret,
        "name": organisation.name,
        "address": organisation.address,
        "commune": organisation.commune_name,
        "legal_nature": organisation.legal_nature,
        "office_email": organisation.email,
        "office_phone": organisation.phone,
    }
