from django import forms
from django.urls import reverse_lazy

from perenne.rules.segments import Segment
from perenne.web.design.forms import Form, Look

SEGMENTS = [("", "Tous les achats"), *((segment.value, segment.label) for segment in Segment)]


class PlaceForm(Form):
    """A commune or a postcode; proposed while typing where scripts run."""

    lieu = forms.CharField(
        label="Commune ou code postal du lieu d’exécution",
        max_length=100,
        widget=forms.TextInput(
            attrs={
                "hx-get": reverse_lazy("coverage:suggest"),
                "hx-trigger": "input changed delay:250ms",
                "hx-target": "#propositions",
                "hx-include": "closest form",
                "hx-sync": "this:replace",
            }
        ),
    )
    segment = forms.ChoiceField(label="Nature de l’achat", choices=SEGMENTS, required=False)
    missing = {"lieu": "Écrivez le nom d’une commune ou un code postal."}
    looks = {"lieu": Look(width="medium"), "segment": Look(width="medium")}
