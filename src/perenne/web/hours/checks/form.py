"""How grave a check is, from which day on, and why."""

from typing import Any

from django import forms

from perenne.domain.hours.queries import CheckCard
from perenne.rules.hours import Severity
from perenne.web.design.forms import Form, FrenchDateField, Look

HINTS = {
    Severity.INFO.value: "Le facilitateur le lit ; l’entreprise n’a rien à faire.",
    Severity.ASK.value: "L’entreprise écrit une explication avant de déclarer.",
    Severity.BLOCK.value: "L’entreprise ne peut pas déclarer ces heures.",
}


class CheckForm(Form):
    """How grave the committee finds a doubt, from which day on, and why."""

    severity = forms.ChoiceField(label="Gravité", widget=forms.RadioSelect)
    since = FrenchDateField(label="À partir du")
    reason = forms.CharField(
        label="Motif",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="La décision du comité, ou ce qui a été constaté.",
    )
    missing = {"since": "Indiquez à partir de quand.", "reason": "Dites pourquoi."}
    looks = {"severity": Look(choice_hints=HINTS), "since": Look(width="short")}

    def __init__(self, *args: Any, card: CheckCard, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["severity"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.value, one.label.capitalize()) for one in card.choices]
