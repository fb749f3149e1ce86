"""The situation in plain questions: for the person, or for who accompanies her."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from perenne.rules.eligibility import Allowance, Difficulty, DisabilityTitle
from perenne.web.design.forms import Form, FrenchDateField, Look
from perenne.web.participants.show.form import SITUATION, SheetForm, situation_in

YES_NO = (("", "Je ne sais pas"), ("yes", "Oui"), ("no", "Non"))
LEVELS = (
    ("", "Je ne sais pas"), ("0", "Aucun"), ("3", "CAP ou BEP"), ("4", "Bac"),
    ("5", "Bac + 2"), ("6", "Bac + 3 ou plus"),
)  # fmt: skip
MONEY = (
    (Allowance.RSA, "Le RSA"), (Allowance.ASS, "L’ASS"), (Allowance.AAH, "L’AAH"),
    (Allowance.INVALIDITY, "Une pension d’invalidité"),
)  # fmt: skip
LIFE = (
    (Difficulty.SINGLE_PARENT, "J’élève seul(e) un enfant"),
    (Difficulty.NO_HOME, "Je n’ai pas de logement à moi"),
    (Difficulty.FRENCH_BELOW_A1, "Je parle peu ou pas le français"),
    (Difficulty.MOBILITY, "J’ai du mal à me déplacer"),
)
TOLD = "J’ai lu l’information sur mes données"
TOLD_TO_HER = "J’ai donné cette information à la personne"


def several(label: str, choices: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple
    )


class PersonForm(Form):
    seeking = forms.ChoiceField(label="Cherchez-vous un travail ?", choices=YES_NO, required=False)
    registered_on = FrenchDateField(
        label="Depuis quand êtes-vous inscrit(e) à France Travail ?", required=False,
        help_text="La date est sur votre espace France Travail.",
    )  # fmt: skip
    months_worked = forms.IntegerField(
        label="Combien de mois avez-vous travaillé depuis un an ?", min_value=0, max_value=12,
        required=False, widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    diploma_level = forms.TypedChoiceField(
        label="Quel est votre diplôme le plus haut ?", choices=LEVELS, coerce=int,
        empty_value=None, required=False,
    )  # fmt: skip
    allowances = several("Touchez-vous une de ces aides ?", MONEY)
    disability = forms.ChoiceField(
        label="Êtes-vous reconnu(e) travailleur handicapé (RQTH) ?", choices=YES_NO, required=False
    )
    difficulties = several("Votre vie en ce moment", LIFE)
    was_told = forms.BooleanField(label=TOLD)
    missing = {"was_told": "Lisez l’information, puis cochez la case."}
    looks = {"months_worked": Look(suffix="mois", width="figure")}

    def situation(self) -> Mapping[str, Any]:
        said = {name: value for name, value in self.cleaned_data.items() if name != "was_told"}
        said["disability"] = DisabilityTitle.RQTH.value if said["disability"] == "yes" else ""
        return situation_in({**dict.fromkeys(SITUATION), **said})


class PrescriberForm(SheetForm):
    """The same facts as the facilitator’s sheet, without what goes with the answer."""

    was_told = forms.BooleanField(label=TOLD_TO_HER)
    missing = {"was_told": "Donnez l’information à la personne, puis cochez la case."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - {*SITUATION, "was_told"}:
            del self.fields[name]

    def situation(self) -> Mapping[str, Any]:
        return situation_in(self.cleaned_data)
