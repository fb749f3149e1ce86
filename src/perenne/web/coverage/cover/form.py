from typing import Any

from django import forms

from perenne.domain.coverage.actions import Limits, Place
from perenne.domain.coverage.queries import BodyCard
from perenne.domain.territories.queries import EpciCard, Gazetteer
from perenne.rules.segments import Segment
from perenne.web.coverage.choices import offer
from perenne.web.design.forms import Form, FrenchDateField, Look

LEVELS = (("epci", "Une intercommunalité"), ("commune", "Une commune"),
          ("department", "Tout le département"))  # fmt: skip


class LimitsForm(Form):
    """What may narrow an area: segments, a buyer, days."""

    segments = forms.MultipleChoiceField(
        label="Segments d’achat",
        choices=[(segment.value, segment.label) for segment in Segment],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Rien de coché : tous les segments.",
    )
    buyer = forms.TypedChoiceField(
        label="Pour un seul acheteur", coerce=int, empty_value=None, required=False
    )
    since = FrenchDateField(label="À partir du", required=False)
    until = FrenchDateField(
        label="Jusqu’au", required=False, help_text="Ce jour compris ; vide : sans fin"
    )
    looks = {"buyer": Look(width="medium")}

    def __init__(self, *args: Any, buyers: tuple[BodyCard, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(buyer.id, buyer.name) for buyer in buyers]
        offer(self, "buyer", named, empty="Tous les acheteurs")

    def limits(self) -> Limits:
        said: dict[str, Any] = self.cleaned_data
        return Limits(tuple(said["segments"]), said["buyer"], said["since"], said["until"])


class AreaForm(LimitsForm):
    body = forms.TypedChoiceField(label="Organisme", coerce=int)
    level = forms.ChoiceField(
        label="Étendue", choices=LEVELS, widget=forms.RadioSelect, initial="epci"
    )
    epci = forms.ChoiceField(label="Intercommunalité", required=False)
    commune = forms.CharField(
        label="Commune", max_length=100, required=False, help_text="Son nom ou son code postal"
    )
    field_order = ["body", "level", "epci", "commune"]
    missing = {"body": "Choisissez l’organisme.", "level": "Choisissez l’étendue de la zone."}
    looks = {name: Look(width="medium") for name in ("body", "epci", "commune", "buyer")}

    def __init__(
        self, *args: Any, bodies: tuple[BodyCard, ...], epcis: tuple[EpciCard, ...],
        places: Gazetteer, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.places = places
        offer(self, "body", [(body.id, body.name) for body in bodies], empty="Choisir")
        offer(self, "epci", [(epci.code, epci.name) for epci in epcis], empty="Choisir")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        level = said.get("level")
        if level == "epci" and not said.get("epci") and "epci" not in self.errors:
            self.add_error("epci", "Choisissez l’intercommunalité.")
        if level == "commune":
            found = self.places.commune_in(said.get("commune", ""))
            if found is None:
                self.add_error(
                    "commune",
                    "Cette commune n’est pas reconnue : écrivez son nom entier, ou son code "
                    "postal suivi de son nom.",
                )
            else:
                said["insee"] = found.insee_code
        return said

    def place(self) -> Place:
        said = self.cleaned_data
        if said["level"] == "commune":
            return Place(commune=said["insee"])
        if said["level"] == "epci":
            return Place(epci=said["epci"])
        return Place(department=self.places.home)
