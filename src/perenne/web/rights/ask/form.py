"""What is asked, in two fields."""

from django import forms

from perenne.domain.rights.actions.asking import Asked
from perenne.domain.rights.states import RequestKind
from perenne.web.design.forms import Form, Look

KINDS = [(kind.value, kind.label) for kind in RequestKind]
MEANINGS = {kind.value: kind.means for kind in RequestKind}


class AskForm(Form):
    kind = forms.ChoiceField(label="Votre demande", choices=KINDS, widget=forms.RadioSelect)
    message = forms.CharField(
        label="Ce que vous voulez nous dire",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Nécessaire pour une rectification, une limitation ou une opposition.",
    )
    missing = {"kind": "Choisissez le droit que vous exercez."}
    looks = {"kind": Look(choice_hints=MEANINGS)}

    def asked(self) -> Asked:
        return Asked(RequestKind(self.cleaned_data["kind"]), self.cleaned_data["message"])
