"""What a buyer says of their purchases: kept in the address, and nowhere else."""

from __future__ import annotations

from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from perenne.domain.coverage.queries import Router
from perenne.domain.territories.queries import CommuneCard
from perenne.rules.needs import BuyerKind
from perenne.rules.segments import Segment
from perenne.web.design.forms import EurosField, Look
from perenne.web.tools.answers import AddressForm, LineField, months_field
from perenne.web.tools.picks import segment_choices, segments

UNKNOWN = (
    "Cette commune n’est pas reconnue ici : écrivez son nom entier, ou son code postal à cinq "
    "chiffres."
)
SEVERAL = "Plusieurs communes ont ce code postal : écrivez le nom de la vôtre, parmi {}."


class KitForm(AddressForm):
    """`place` is the commune found; the router is read when the form is checked."""

    buyer = LineField(label="Nom de l’acheteur")
    kind = forms.ChoiceField(
        label="Vous êtes",
        choices=[(kind.value, kind.label) for kind in BuyerKind],
        initial=BuyerKind.LOCAL_AUTHORITY,
    )
    commune = LineField(
        label="Commune où vos marchés s’exécutent",
        max_length=100,
        help_text="Son nom ou son code postal : votre facilitateur en dépend.",
    )
    segments = forms.MultipleChoiceField(
        label="Ce que vous achetez", choices=segment_choices, widget=forms.CheckboxSelectMultiple
    )
    amount = EurosField(
        label="Valeur d’un de vos marchés habituels, hors taxes",
        min_value=1,
        required=False,
        help_text="Le marché entier, tous lots et reconductions compris. Sans elle, le kit donne "
        "les seuils sans conclure.",
    )
    months = months_field(label="Sa durée", required=False)
    missing = {
        "buyer": "Indiquez le nom de l’acheteur : il figure dans les clauses.",
        "commune": "Écrivez le nom d’une commune ou un code postal.",
        "segments": "Cochez au moins un segment d’achat.",
    }
    looks = {"months": Look(suffix="mois", width="figure")}
    in_address: ClassVar = {
        "buyer": "acheteur",
        "kind": "type",
        "segments": "segment",
        "amount": "montant",
        "months": "mois",
    }

    def __init__(self, *args: Any, router: Router | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.router = router
        self.place: CommuneCard | None = None

    def clean_commune(self) -> str:
        typed: str = self.cleaned_data["commune"]
        assert self.router is not None
        found = self.router.places.candidates(typed)
        if not found:
            raise forms.ValidationError(UNKNOWN)
        if len(found) > 1:
            raise forms.ValidationError(SEVERAL.format(", ".join(one.name for one in found)))
        self.place = found[0]
        return typed

    @property
    def chosen(self) -> tuple[Segment, ...]:
        known = segments()
        return tuple(known[slug] for slug in known if slug in self.cleaned_data["segments"])

    @property
    def said(self) -> str:
        """As an address form, every box that is ticked said in its turn."""
        name = self.add_prefix("segments")
        ticked = self.data.getlist(name) if isinstance(self.data, QueryDict) else []
        others = [
            (self.add_prefix(field), str(self.data.get(self.add_prefix(field)) or "").strip())
            for field in self.fields
            if field != "segments"
        ]
        return urlencode([*((key, value) for key, value in others if value),
                          *((name, slug) for slug in ticked)])  # fmt: skip
