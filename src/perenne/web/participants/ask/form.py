"""The short form: who, for when, for which contract. A company says nothing of the situation."""

from typing import Any

from django import forms

from perenne.domain.organisations.queries import commune_named
from perenne.domain.participants.actions import Asked
from perenne.domain.participants.queries import ContractChoice
from perenne.rules.eligibility import PUBLICS, EligibilityCategory
from perenne.web.design.forms import Form, FrenchDateField, Look

SEXES = (("", "Ne pas dire"), ("woman", "Femme"), ("man", "Homme"))


class AskForm(Form):
    first_name = forms.CharField(label="Prénom", max_length=100)
    last_name = forms.CharField(label="Nom", max_length=100)
    born_on = FrenchDateField(label="Date de naissance", help_text="Par exemple 04/02/1999")
    hire_on = FrenchDateField(label="Embauche prévue le")
    contract = forms.TypedChoiceField(label="Marché", coerce=int, empty_value=None, required=False)
    commune = forms.CharField(
        label="Commune de la personne", max_length=100, required=False,
        help_text="Son nom ou son code postal",
    )  # fmt: skip
    phone = forms.CharField(
        label="Téléphone de la personne", max_length=30, required=False,
        help_text="Le facilitateur l’appelle pour voir ses justificatifs : ne les demandez pas.",
    )  # fmt: skip
    email = forms.EmailField(label="Son adresse électronique", required=False)
    sex = forms.ChoiceField(label="Sexe", choices=SEXES, required=False)
    claimed = forms.MultipleChoiceField(
        label="Critères que la personne annonce",
        choices=[(row.code.value, row.label) for row in PUBLICS],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    missing = {
        "first_name": "Indiquez le prénom.",
        "last_name": "Indiquez le nom.",
        "born_on": "Indiquez la date de naissance.",
        "hire_on": "Indiquez le jour de l’embauche : la situation est vérifiée à cette date.",
    }
    looks = {"contract": Look(width="medium"), "sex": Look(width="short")}

    def __init__(
        self, *args: Any, contracts: tuple[ContractChoice, ...], accompanies: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["contract"]
        field.choices = [("", "Pas encore connu"), *((one.id, one.label) for one in contracts)]
        if not accompanies:
            del self.fields["claimed"]

    def clean_commune(self) -> str:
        typed = self.cleaned_data["commune"]
        found = commune_named(typed)
        if typed.strip() and found is None:
            raise forms.ValidationError(
                "Cette commune n’est pas reconnue : écrivez son nom ou son code postal."
            )
        return found.insee_code if found else ""

    def asked(self) -> Asked:
        said = self.cleaned_data
        return Asked(
            first_name=said["first_name"],
            last_name=said["last_name"],
            born_on=said["born_on"],
            hire_on=said["hire_on"],
            sex=said["sex"],
            email=said["email"],
            phone=said["phone"],
            commune=said["commune"],
            contract_id=said.get("contract"),
            claimed=frozenset(map(EligibilityCategory, said.get("claimed", []))),
        )
