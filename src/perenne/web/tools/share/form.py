"""One person, two or three contracts, six months of work: an example that one may change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.http import QueryDict

from perenne.rules.french import MONTHS
from perenne.rules.globalisation import Consent
from perenne.values import Hours, fold
from perenne.web.design.forms import HoursField, Look
from perenne.web.design.sentences import speak_french
from perenne.web.tools.answers import AddressForm, LineField, WholeNumberField
from perenne.web.tools.simulate.form import FIRST, LAST

LETTERS = ("A", "B", "C")
ROWS = range(1, 7)
LONGEST = 36
WITHOUT = "sans"
MONTH = re.compile(r"(\d{1,2})[ /.-](\d{4})", re.ASCII)
CONSENTS = (
    (Consent.OPEN.value, "Accepte la globalisation"),
    (Consent.CAPPED.value, "L’accepte dans une limite"),
    (Consent.REFUSED.value, "La refuse"),
)
PLACES = (("", "–"), *((letter.lower(), letter) for letter in LETTERS), (WITHOUT, "Sans clause"))
EXAMPLE: Mapping[str, str] = {
    "premier-mois": "01/2027",
    "a-nom": "École Pasteur, gros œuvre", "a-heures": "300", "a-debut": "1", "a-fin": "4",
    "a-accord": "open",
    "b-nom": "Nettoyage des bureaux", "b-heures": "300", "b-debut": "1", "b-fin": "12",
    "b-accord": "open",
    "c-nom": "Voirie du centre", "c-heures": "200", "c-debut": "2", "c-fin": "9",
    "c-accord": "capped", "c-limite": "80",
    "m1-heures": "140", "m1-marche": "a", "m2-heures": "150", "m2-marche": "a",
    "m3-heures": "130", "m3-marche": "a", "m4-heures": "130", "m4-marche": "b",
    "m5-heures": "130", "m5-marche": "b", "m6-heures": "90", "m6-marche": "sans",
}  # fmt: skip
OF_CONTRACT = {
    "name": "nom",
    "owed": "heures",
    "start": "debut",
    "end": "fin",
    "consent": "accord",
    "cap": "limite",
}
OF_MONTH = {"hours": "heures", "place": "marche"}
IN_ADDRESS = {
    "first": "premier-mois",
    "earlier": "avant",
    **{
        f"{letter.lower()}_{name}": f"{letter.lower()}-{told}"
        for letter in LETTERS
        for name, told in OF_CONTRACT.items()
    },
    **{f"m{row}_{name}": f"m{row}-{told}" for row in ROWS for name, told in OF_MONTH.items()},
}


class MonthField(forms.CharField):
    """« 03/2027 » or « mars 2027 », as the first day of that month."""

    look = Look(width="short")

    def to_python(self, value: Any) -> Any:
        words = fold(super().to_python(value) or "")
        for number, name in enumerate(MONTHS, start=1):
            words = words.replace(fold(name), str(number))
        if not words:
            return None
        found = MONTH.fullmatch(words)
        if found is None or not 1 <= int(found[1]) <= 12:
            raise ValidationError("Écrivez un mois et une année, par exemple 03/2027.")
        month = date(max(1, int(found[2])), int(found[1]), 1)
        if not FIRST <= month <= LAST:
            raise ValidationError(f"Indiquez un mois de {FIRST.year} à {LAST.year}.")
        return month


def contract_fields() -> dict[str, forms.Field]:
    number: dict[str, Any] = {"required": False, "min_value": 1, "max_value": LONGEST}
    hours: dict[str, Any] = {"required": False, "max_value": 100_000}
    return {
        "name": LineField(label="Nom du marché", required=False, max_length=60),
        "owed": HoursField(label="Heures dues", **hours),
        "start": WholeNumberField(label="En cours du mois n°", **number),
        "end": WholeNumberField(label="jusqu’au mois n°", **number),
        "consent": forms.ChoiceField(label="Son acheteur", choices=CONSENTS, required=False),
        "cap": HoursField(label="Sa limite", **hours),
    }


def month_fields(row: int) -> dict[str, forms.Field]:
    return {
        "hours": HoursField(label=f"Mois {row} : heures", required=False, max_value=400),
        "place": forms.ChoiceField(label=f"Mois {row} : marché", choices=PLACES, required=False),
    }


class SharingForm(AddressForm):
    first = MonthField(label="Premier mois travaillé", help_text="Par exemple 01/2027")
    earlier = WholeNumberField(
        label="Mois de parcours déjà faits avant ce mois",
        required=False,
        min_value=0,
        max_value=LONGEST,
        help_text="Les heures d’une personne se globalisent pendant une durée limitée.",
    )
    missing = {"first": "Indiquez le premier mois travaillé."}
    in_address: ClassVar = IN_ADDRESS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = [(letter.lower(), contract_fields()) for letter in LETTERS]
        groups += [(f"m{row}", month_fields(row)) for row in ROWS]
        for prefix, fields in groups:
            for name, field in fields.items():
                speak_french(field, name)
                self.fields[f"{prefix}_{name}"] = field

    def clean(self) -> dict[str, Any]:
        for letter in LETTERS:
            self._check_contract(letter.lower())
        for row in ROWS:
            self._check_month(f"m{row}")
        return self.cleaned_data

    def _check_contract(self, letter: str) -> None:
        said = self.cleaned_data
        start, end = said.get(f"{letter}_start"), said.get(f"{letter}_end")
        if start and end and end < start:
            self.add_error(f"{letter}_end", f"Le marché finit avant le mois {start} : corrigez.")
        if (
            said.get(f"{letter}_consent") == Consent.CAPPED
            and said.get(f"{letter}_owed")
            and said.get(f"{letter}_cap", Hours(0)) is None
        ):
            self.add_error(f"{letter}_cap", "Indiquez la limite que l’acheteur accepte.")

    def _check_month(self, row: str) -> None:
        said = self.cleaned_data
        hours, place = said.get(f"{row}_hours"), said.get(f"{row}_place")
        if hours and f"{row}_place" in said and not place:
            self.add_error(f"{row}_place", "Indiquez sur quel marché.")
        if place and place != WITHOUT and not self._is_there(place):
            self.add_error(
                f"{row}_place", f"Indiquez les heures que doit le marché {place.upper()}."
            )

    def _is_there(self, letter: str) -> bool:
        return bool(self.cleaned_data.get(f"{letter}_owed")) or f"{letter}_owed" in self.errors

    @property
    def contracts(self) -> list[tuple[str, list[BoundField], list[BoundField]]]:
        """Each contract: what stands alone, then what is drawn two by two."""
        pairs = ("start", "consent", "end", "cap")
        return [
            (
                letter,
                [self[f"{letter.lower()}_{name}"] for name in ("name", "owed")],
                [self[f"{letter.lower()}_{name}"] for name in pairs],
            )
            for letter in LETTERS
        ]

    @property
    def rows(self) -> list[tuple[int, BoundField, BoundField]]:
        return [(row, self[f"m{row}_hours"], self[f"m{row}_place"]) for row in ROWS]


def read_example(query: QueryDict) -> SharingForm:
    """What the address says; the example of the house when it says nothing."""
    says_something = set(IN_ADDRESS.values()) & set(query)
    return SharingForm(query if says_something else dict(EXAMPLE))
