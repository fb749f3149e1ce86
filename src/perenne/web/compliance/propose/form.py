"""What the facilitator may add to a computation, where the rules let it."""

from typing import Any

from django import forms

from perenne.domain.compliance.queries import Asked
from perenne.values import Euros, Hours
from perenne.web.design.forms import EurosField, Form, HoursField


class ProposeForm(Form):
    """`read`: the amount that was shown, in cents; empty until one was."""

    unsolved = HoursField(
        label="Heures sans solution",
        required=False,
        min_value=0,
        help_text="Heures pour lesquelles ni l’acheteur ni vous n’avez trouvé de moyen : elles "
        "sont exonérées (CCAG, point 5). L’entreprise doit les avoir signalées.",
    )
    search = forms.CharField(
        label="Solutions cherchées",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Structures contactées, offres faites, réponses : nécessaire pour exonérer.",
    )
    hourly_cost = EurosField(label="Coût horaire du calibrage", required=False)
    read = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, asks_cost: bool, **said: Any) -> None:
        super().__init__(*args, **said)
        if not asks_cost:
            del self.fields["hourly_cost"]

    def asked(self) -> Asked:
        said = self.cleaned_data
        return Asked(said["unsolved"] or Hours(0), said["search"], said.get("hourly_cost"))

    @property
    def amount_read(self) -> Euros | None:
        return Euros.known(self.cleaned_data["read"])
