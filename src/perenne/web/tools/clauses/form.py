"""Looking for a clause: by device, by segment, by words."""

from typing import ClassVar

from django import forms

from perenne.rules.french import typeset
from perenne.web.tools.answers import AddressForm, LineField
from perenne.web.tools.devices import DEVICES
from perenne.web.tools.picks import segment_choices


def _devices() -> tuple[tuple[str, str], ...]:
    return (("", "Tous"), *((device.slug, device.label) for device in DEVICES))


def _segments() -> tuple[tuple[str, str], ...]:
    return (("", "Tous"), *segment_choices())


class SearchForm(AddressForm):
    device = forms.ChoiceField(label="Fondement juridique", choices=_devices, required=False)
    segment = forms.ChoiceField(label="Segment d’achat", choices=_segments, required=False)
    words = LineField(
        label="Mots",
        required=False,
        help_text=typeset("Un métier, un sujet : « cantine », « pénalité »."),
    )
    in_address: ClassVar = {"device": "fondement", "words": "mots"}
