"""What the facilitator is shown and nobody keeps; why a verdict that came late opens the hours."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django import forms

from perenne.domain.hirings.actions import Shown
from perenne.domain.hirings.queries import HiringCard
from perenne.rules.eligibility import Pass, Structure
from perenne.rules.hirings import Easing
from perenne.values import Hours, Period
from perenne.web.design.forms import Form, FrenchDateField, HoursField

EASINGS = {
    Easing.SHORTER: "Une exception de la loi permet une durée plus courte",
    Easing.LONGER: "Une exception de la loi permet une durée plus longue",
    Easing.SHORT_WEEK: "Un horaire plus court est autorisé pour cette personne",
    Easing.AGE: "Une exception à la limite d’âge s’applique",
    Easing.PREFECT: "Le préfet a autorisé le dépassement du plafond d’heures",
}
PASS = ("pass_begins_on", "pass_ends_on", "suspended_on", "suspended_until")
FIELDS = {"iae_pass": "pass_begins_on", "provided": "provided", "contract": "easings"}


class ConfirmForm(Form):
    """Only what this contract of employment calls for."""

    pass_begins_on = FrenchDateField(label="Début du PASS IAE", required=False)
    pass_ends_on = FrenchDateField(
        label="Fin du PASS IAE", required=False, help_text="Vide : 24 mois, suspension comprise."
    )
    suspended_on = FrenchDateField(label="Suspendu du", required=False)
    suspended_until = FrenchDateField(label="Suspendu jusqu’au", required=False)
    provided = HoursField(
        label="Heures en entreprise par l’association, en 24 mois", max_value=5_000, required=False
    )
    easings = forms.MultipleChoiceField(
        label="Exceptions présentées", widget=forms.CheckboxSelectMultiple, required=False,
        help_text="Leur motif n’est pas demandé.",
    )  # fmt: skip
    because = forms.CharField(
        label="Motif de la régularisation", max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def __init__(self, *args: Any, card: HiringCard, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        useful = {
            **dict.fromkeys(PASS, "iae_pass" in card.objections),
            "provided": card.structure is Structure.AI,
            "easings": bool(card.easings),
            "because": card.light.may_be_late,
        }
        for name in [name for name, is_useful in useful.items() if not is_useful]:
            del self.fields[name]
        if card.easings:
            choices: Any = self.fields["easings"]
            choices.choices = [(one.value, EASINGS[one]) for one in card.easings]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        begins_on = said.get("pass_begins_on")
        if begins_on is None and any(said.get(name) for name in PASS[1:]):
            self.add_error("pass_begins_on", "Indiquez le premier jour du PASS IAE.")
        first, last = said.get("suspended_on"), said.get("suspended_until")
        if bool(first) != bool(last) or (first and last and last < first):
            self.add_error("suspended_until", "Indiquez les deux jours de la suspension, en ordre.")
        return said

    def shown(self) -> Shown:
        said = self.cleaned_data
        return Shown(
            iae_pass=self._pass(said),
            easings=frozenset(map(Easing, said.get("easings", ()))),
            provided=said.get("provided") or Hours(0),
        )

    def object_to(self, by_fact: Mapping[str, str]) -> None:
        """Each objection beside what settles it, where that is asked."""
        for fact, said in by_fact.items():
            name = FIELDS.get(fact, "")
            self.add_error(name if name in self.fields else None, said)

    @staticmethod
    def _pass(said: Mapping[str, Any]) -> Pass | None:
        begins_on = said.get("pass_begins_on")
        if begins_on is None:
            return None
        first, last = said.get("suspended_on"), said.get("suspended_until")
        suspended = Period(first, last + timedelta(1)) if first and last else None
        return Pass(begins_on, said.get("pass_ends_on"), suspended)
