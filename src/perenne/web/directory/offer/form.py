"""What a structure can do, on one screen: trades with hours, places, whom to write to."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from perenne.domain.directory.actions import Area, Offer
from perenne.domain.directory.queries.structures import StructureCard
from perenne.domain.directory.states import WorkMode
from perenne.domain.territories.queries import Gazetteer, epcis_at_home
from perenne.rules.segments import TRADES, Segment, trades_of
from perenne.web.design.forms import Form, HoursField, Look

BLANKS = 3
MOST_LINES = 60
TRADE = [
    ("", "Choisissez"),
    *((one.label, [(it.code, it.label) for it in trades_of(one)]) for one in Segment),
    ("Autres métiers", [(it.code, it.label) for it in TRADES if it.segment is None]),
]
UNKNOWN = "Cette commune n’est pas reconnue ici : {name}."
TWICE = "Ce métier est déjà dit plus haut."
HOURS_ALONE = "Choisissez le métier de ces heures."


class OfferForm(Form):
    """`card`: what it says today; nothing for a structure that is not in the directory yet."""

    modes = forms.MultipleChoiceField(
        label="Comment travaillez-vous pour une entreprise ?",
        choices=[(mode.value, mode.label) for mode in WorkMode],
        widget=forms.CheckboxSelectMultiple,
    )
    departement = forms.BooleanField(label="Tout le département")
    epcis = forms.MultipleChoiceField(
        label="Intercommunalités", widget=forms.CheckboxSelectMultiple
    )
    communes = forms.CharField(
        label="Autres communes", max_length=1_000, help_text="Séparées par des virgules"
    )
    about = forms.CharField(
        label="Qui vous êtes, en quelques phrases", max_length=2_000, widget=forms.Textarea
    )
    website = forms.URLField(label="Site", max_length=300, assume_scheme="https")
    email = forms.EmailField(
        label="Courriel de la structure", max_length=254,
        help_text="Montré aux personnes connectées. Celui d’un service, non d’une personne.",
    )  # fmt: skip
    phone = forms.CharField(label="Téléphone", max_length=30)
    looks = {"phone": Look(width="medium")}

    def __init__(
        self, posted: QueryDict | None, *, card: StructureCard | None, places: Gazetteer
    ) -> None:
        super().__init__(posted, initial=said_by(card, places))
        self.places = places
        self.count = self._lines(posted, card)
        for at in range(self.count):
            self.fields[f"trade_{at}"] = forms.ChoiceField(label=f"Métier {at + 1}", choices=TRADE)
            self.fields[f"hours_{at}"] = HoursField(
                label=f"Heures par mois {at + 1}", max_value=100_000
            )
        epcis: Any = self.fields["epcis"]
        epcis.choices = [(one.code, one.name) for one in epcis_at_home(places)]
        for field in self.fields.values():
            field.required = False
        self.full_clean()
        for field in self.fields.values():
            field.required = True  # all may stay empty: none of them says so

    def _lines(self, posted: QueryDict | None, card: StructureCard | None) -> int:
        if posted is not None:
            return sum(f"trade_{at}" in posted for at in range(MOST_LINES))
        if card is not None and card.is_prescriber:
            return 0
        return min(len(card.trades) if card else 0, MOST_LINES - BLANKS) + BLANKS

    @property
    def lines(self) -> Iterable[tuple[BoundField, BoundField]]:
        return [(self[f"trade_{at}"], self[f"hours_{at}"]) for at in range(self.count)]

    def clean_communes(self) -> list[str]:
        found = []
        for name in filter(None, map(str.strip, str(self.cleaned_data["communes"]).split(","))):
            commune = self.places.commune_in(name)
            if commune is None:
                raise forms.ValidationError(UNKNOWN.format(name=name[:60]))
            found.append(commune.insee_code)
        return found

    def clean(self) -> dict[str, Any]:
        """A trade once, hours of some trade."""
        said = super().clean() or self.cleaned_data
        seen: set[str] = set()
        for at in range(self.count):
            code, hours = said.get(f"trade_{at}", ""), said.get(f"hours_{at}")
            if code in seen:
                self.add_error(f"trade_{at}", TWICE)
            elif hours and not code and f"trade_{at}" not in self.errors:
                self.add_error(f"trade_{at}", HOURS_ALONE)
            seen |= {code} - {""}
        return said

    def offer(self) -> Offer:
        said = self.cleaned_data
        hours = {
            said[f"trade_{at}"]: said.get(f"hours_{at}")
            for at in range(self.count)
            if said[f"trade_{at}"]
        }
        home = (Area(department=self.places.home),) if said["departement"] else ()
        return Offer(
            trades={code: None if it is None else it.minutes for code, it in hours.items()},
            areas=(
                *home,
                *(Area(epci=code) for code in said["epcis"]),
                *(Area(commune=code) for code in said["communes"]),
            ),
            about=said["about"],
            website=said["website"],
            email=said["email"],
            phone=said["phone"],
            modes=tuple(WorkMode(mode) for mode in said["modes"]),
        )


def said_by(card: StructureCard | None, places: Gazetteer) -> dict[str, Any]:
    """What the screen begins with."""
    if card is None:
        return {}
    names = {code: commune.name for code, commune in places.by_insee.items()}
    said: dict[str, Any] = {
        "modes": [mode.value for mode in card.modes],
        "departement": any(area.level == "department" for area in card.areas),
        "epcis": [area.code for area in card.areas if area.level == "epci"],
        "communes": ", ".join(
            names.get(area.code, area.label) for area in card.areas if area.level == "commune"
        ),
        "about": card.about,
        "website": card.website,
        "email": card.email,
        "phone": card.phone,
    }
    for at, trade in enumerate(card.trades):
        said |= {f"trade_{at}": trade.code, f"hours_{at}": trade.hours}
    return said
