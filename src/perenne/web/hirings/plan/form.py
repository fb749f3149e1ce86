"""A hiring to come: in which way, by whom, for which job, from when until when."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from perenne.domain.hirings.actions import PlannedHiring
from perenne.domain.hirings.queries import PlanCard, WayChoice
from perenne.rules.hirings import Shape
from perenne.values import Hours
from perenne.web.design.forms import Form, FrenchDateField, HoursField, Look
from perenne.web.procurement.fields import SiretField, party_in

ROME = re.compile(r"[A-Z]\d{4}", re.ASCII)
SHAPES = [(shape.value, shape.label[0].upper() + shape.label[1:]) for shape in Shape]
FIELDS = {
    "modality": "way", "structure": "way", "weekly_minutes": "weekly", "participant_id": None,
}  # fmt: skip
"""The field of each fact that the action objects to, where the name is another."""


class PlanForm(Form):
    way = forms.ChoiceField(label="Modalité")
    shape = forms.ChoiceField(
        label="Contrat de travail", choices=[("", "Celui de la modalité"), *SHAPES], required=False,
        help_text="À choisir quand la modalité en admet plusieurs.",
    )  # fmt: skip
    party_id = forms.TypedChoiceField(label="Entreprise du marché", coerce=int)
    employer_siret = SiretField(label="SIRET de l’employeur", required=False)
    employer_name = forms.CharField(label="Nom de l’employeur", max_length=200, required=False)
    job_title = forms.CharField(label="Poste", max_length=200)
    rome = forms.CharField(
        label="Code ROME", max_length=5, required=False, help_text="Par exemple F1703, maçon"
    )
    tutor = forms.CharField(
        label="Tuteur", max_length=200, required=False,
        help_text="Qui accompagne la personne sur le chantier",
    )  # fmt: skip
    weekly = HoursField(label="Durée par semaine", min_value=1, max_value=48)
    starts_on = FrenchDateField(label="Premier jour")
    ends_on = FrenchDateField(label="Dernier jour", required=False, help_text="Vide pour un CDI")
    missing = {
        "way": "Choisissez comment la personne est embauchée.",
        "party_id": "Choisissez l’entreprise pour laquelle la personne travaille.",
        "job_title": "Indiquez le poste occupé.",
        "weekly": "Indiquez la durée du travail par semaine.",
        "starts_on": "Indiquez le premier jour du contrat de travail.",
    }
    looks = {"employer_siret": Look(width="medium"), "rome": Look(width="figure")}

    def __init__(self, *args: Any, card: PlanCard, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.card = card
        self.ways = {way.value: way for way in card.ways}
        way: Any = self.fields["way"]
        way.choices = [("", "Choisissez"), *_grouped(card.ways)]
        party: Any = self.fields["party_id"]
        party.choices = [("", "Choisissez"), *card.parties]
        if len(card.parties) == 1:
            del self.fields["party_id"]

    def clean_rome(self) -> str:
        typed = str(self.cleaned_data["rome"]).strip().upper()
        if typed and not ROME.fullmatch(typed):
            raise forms.ValidationError(
                "Un code ROME a une lettre et quatre chiffres, par exemple F1703."
            )
        return typed

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        nameless = said.get("employer_name") and not said.get("employer_siret")
        if nameless and "employer_siret" not in self.errors:
            self.add_error("employer_siret", "Indiquez le numéro SIRET de l’employeur.")
        employer = party_in(self, "employer_")
        said["employer"] = (employer.name, employer.siret.digits) if employer else ("", "")
        way = self.ways.get(said.get("way", ""))
        if way and not said.get("shape"):
            said["shape"] = self._only_shape(way)
        return said

    def _only_shape(self, way: WayChoice) -> str:
        shapes = [shape for shape in Shape if shape in way.modality.shapes]
        if len(shapes) == 1:
            return shapes[0].value
        labels = " ou ".join(shape.label for shape in shapes)
        self.add_error("shape", f"Dites quel contrat est signé : {labels}.")
        return ""

    def planned(self, participant_id: int) -> PlannedHiring:
        said = self.cleaned_data
        way, (name, siret) = self.ways[said["way"]], said["employer"]
        weekly: Hours = said["weekly"]
        return PlannedHiring(
            participant_id=participant_id,
            party_id=said.get("party_id") or self.card.parties[0][0],
            modality=way.modality.code,
            shape=Shape(said["shape"]),
            job_title=said["job_title"],
            weekly_minutes=weekly.minutes,
            starts_on=said["starts_on"],
            ends_on=said["ends_on"],
            structure=way.structure,
            employer_name=name,
            employer_siret=siret,
            rome=said["rome"],
            tutor=said["tutor"],
        )

    def object_to(self, by_fact: Mapping[str, str]) -> None:
        """Each objection beside its field."""
        for fact, said in by_fact.items():
            name = FIELDS.get(fact, fact)
            self.add_error(name if name in self.fields else None, said)


def begun(last: Mapping[str, Any], card: PlanCard) -> dict[str, Any]:
    """What the form shows first: the last contract of that person, or a full time."""
    known = dict(last) or {"weekly": Hours.of(35)}
    modality, structure = known.pop("modality", ""), known.pop("structure", "")
    for way in card.ways:
        if way.modality.code == modality and (way.structure or "") == structure:
            known["way"] = way.value
    return known


def _grouped(ways: Iterable[WayChoice]) -> list[tuple[str, list[tuple[str, str]]]]:
    """By family, as the law gathers them."""
    families: dict[str, list[tuple[str, str]]] = {}
    for way in ways:
        families.setdefault(way.modality.family.label, []).append((way.value, way.label))
    return list(families.items())
