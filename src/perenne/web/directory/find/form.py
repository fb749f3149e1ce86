"""What and where first; the other filters are folded. Nothing typed in an address is refused."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.urls import reverse_lazy

from perenne.domain.directory.queries.search import Order, Search
from perenne.domain.directory.states import (
    INCLUSION_KINDS,
    KINDS,
    PRESCRIBER_KINDS,
    StructureSource,
    WorkMode,
)
from perenne.domain.organisations.states import StructureKind
from perenne.domain.territories.queries import gazetteer_at_home, places_for
from perenne.rules.segments import TRADES, Segment, trades_of
from perenne.values import Hours
from perenne.web.coverage.search import UNKNOWN
from perenne.web.design.forms import Form, Look
from perenne.web.directory.find.where import where
from perenne.web.directory.networks import network_label

K = StructureKind
FAMILIES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "siae": ("Toutes les SIAE", (K.EI, K.ACI, K.AI, K.ETTI, K.EITI)),
    "handicap": ("Tout le secteur adapté et protégé", (K.EA, K.EATT, K.ESAT)),
    "insertion": ("Toutes les structures, sans les prescripteurs", tuple(INCLUSION_KINDS)),
    "prescripteurs": ("Tous les prescripteurs", tuple(PRESCRIBER_KINDS)),
}
NATURES = [
    ("", "Toutes"),
    ("Familles", [(code, label) for code, (label, _) in FAMILIES.items()]),
    ("Structures", list(INCLUSION_KINDS.items())),
    ("Prescripteurs", list(PRESCRIBER_KINDS.items())),
]
JOBS = [
    ("", "Tous"),
    *(
        (
            segment.label,
            [
                (segment.value, f"Tout : {segment.label}"),
                *((trade.code, trade.label) for trade in trades_of(segment)),
            ],
        )
        for segment in Segment
    ),
    ("Autres métiers", [(trade.code, trade.label) for trade in TRADES if trade.segment is None]),
]
RADII = [
    ("", "Intervient là, où qu’elle soit"),
    *((str(km), f"Siège à moins de {km} km") for km in (5, 10, 20, 30, 50)),
]
AGES = [
    ("", "Peu importe"),
    ("30", "Depuis 30 jours"),
    ("90", "Depuis 90 jours"),
    ("365", "Depuis un an"),
]
ONLY = [
    ("offre", "qui ont dit leurs heures"),
    ("espace", "qui ont un espace ici"),
    ("qpv", "en quartier prioritaire"),
]
ORDERS = [
    (Order.BEST.value, "Pertinence, puis distance"),
    (Order.NEAREST.value, "Distance"),
    (Order.CAPACITY.value, "Heures par mois"),
    (Order.NAME.value, "Nom"),
]
FOLDED = (
    "rayon",
    "metier",
    "nature",
    "heures",
    "dit",
    "mode",
    "reseau",
    "source",
    "seulement",
    "liste",
)


class SearchForm(Form):
    """`lists`: those of whoever asks, key and name."""

    quoi = forms.CharField(label="Que cherchez-vous ?", max_length=80)
    ou = forms.CharField(
        label="Où ?",
        max_length=100,
        widget=forms.TextInput(
            attrs={
                "hx-get": reverse_lazy("directory:suggest"),
                "hx-trigger": "input changed delay:250ms",
                "hx-target": "#propositions",
                "hx-include": "closest form",
                "hx-sync": "this:replace",
            }
        ),
    )
    metier = forms.ChoiceField(label="Métier", choices=JOBS)
    nature = forms.ChoiceField(label="Nature", choices=NATURES)
    rayon = forms.ChoiceField(label="Distance", choices=RADII)
    heures = forms.IntegerField(label="Heures par mois, au moins", min_value=0, max_value=100_000)
    dit = forms.ChoiceField(label="Heures dites", choices=AGES)
    mode = forms.ChoiceField(
        label="Façon de travailler",
        choices=[("", "Toutes"), *((mode.value, mode.label) for mode in WorkMode)],
    )
    reseau = forms.ChoiceField(label="Réseau")
    source = forms.ChoiceField(
        label="Dit par",
        choices=[
            ("", "Peu importe"),
            *((source.value, source.label) for source in StructureSource),
        ],
    )
    liste = forms.ChoiceField(label="Dans ma liste")
    tri = forms.ChoiceField(label="Ordre", choices=ORDERS)
    seulement = forms.MultipleChoiceField(
        label="Seulement celles", choices=ONLY, widget=forms.CheckboxSelectMultiple
    )
    looks = {"heures": Look(suffix="h", width="figure")}

    def __init__(
        self, asked: QueryDict, *, networks: Iterable[str], lists: Iterable[tuple[int, str]]
    ) -> None:
        super().__init__(asked)
        kept: Any = self.fields["liste"]
        kept.choices = [("", "Peu importe"), *((str(key), name) for key, name in lists)]
        if len(kept.choices) == 1:
            del self.fields["liste"]
        network: Any = self.fields["reseau"]
        network.choices = [("", "Tous"), *((code, network_label(code)) for code in networks)]
        for field in self.fields.values():
            field.required = False
        self.full_clean()
        self.said = {name: value for name, value in self.cleaned_data.items() if value}
        for name in set(self.errors):  # an address may say anything: what is odd is not asked
            del self.errors[name]
        for field in self.fields.values():
            field.required = True  # every question may stay empty: none of them says so

    @property
    def is_unfolded(self) -> bool:
        return any(name in self.said for name in FOLDED)

    def filters_said(self) -> list[str]:
        """The folded filters in use, as they are read."""
        told = []
        for name in FOLDED:
            for value in self.said.get(name, ()) if name == "seulement" else [self.said.get(name)]:
                field: Any = self.fields.get(name)
                labels = dict(_flat(getattr(field, "choices", ())))
                if value:
                    told.append(f"{field.label} : {labels.get(str(value), value)}")
        return told

    def search(self, committee: str) -> Search:
        """What is asked; a place that nobody knows is said beside its field, and not asked."""
        said, place = self.said, None
        if typed := said.get("ou", ""):
            places = gazetteer_at_home(committee)
            place = where(places_for(typed, places), places)
            if place is None:
                self.errors["ou"] = self.error_class([UNKNOWN])
        job, nature, only = (
            said.get("metier", ""),
            said.get("nature", ""),
            said.get("seulement", ()),
        )
        hours = said.get("heures")
        return Search(
            words=said.get("quoi", ""),
            place=place,
            within_km=int(said.get("rayon", 0)),
            trades=(job,) if job and job not in set(Segment) else (),
            segments=(job,) if job in set(Segment) else (),
            kinds=FAMILIES[nature][1]
            if nature in FAMILIES
            else (nature,)
            if nature in KINDS
            else (),
            capacity_min=Hours.of(hours) if hours else None,
            fresh_days=int(said.get("dit", 0)),
            modes=(said["mode"],) if "mode" in said else (),
            networks=(said["reseau"],) if "reseau" in said else (),
            sources=(said["source"],) if "source" in said else (),
            qpv="qpv" in only,
            has_space="espace" in only,
            has_offer="offre" in only,
            list_id=int(said.get("liste", 0)),
            order=Order(said.get("tri", Order.BEST)),
        )


def _flat(choices: Iterable[Any]) -> Iterable[tuple[str, str]]:
    for value, label in choices:
        yield from label if isinstance(label, list) else [(value, label)]
