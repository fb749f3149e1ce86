"""Which line of the other programme is the same purchase."""

from collections.abc import Iterable
from typing import Any

from django import forms

from perenne.domain.programming.queries import PairingRow
from perenne.web.design.fields import offer
from perenne.web.design.forms import Form


class JoinForm(Form):
    other = forms.TypedChoiceField(label="C’est le même achat que", coerce=int)
    missing = {"other": "Choisissez la ligne qui est le même achat."}

    def __init__(self, *arguments: Any, others: Iterable[PairingRow], **options: Any) -> None:
        super().__init__(*arguments, **options)
        offer(
            self,
            "other",
            [
                ("", "Choisissez une ligne"),
                *((row.id, _told(row)) for row in others),
            ],
        )


def _told(row: PairingRow) -> str:
    side = row.shown
    if side is None:
        return ""
    amount = f", {side.amount}" if side.amount else ""
    return f"{side.object[:90]}{amount}"
