from typing import Any

from django import forms

from perenne.domain.coverage.actions import Leave
from perenne.domain.coverage.queries import BackupChoice, BodyCard
from perenne.web.coverage.choices import offer
from perenne.web.design.forms import Form, FrenchDateField, Look

WHOLE, OWN = "whole", "own"


class AbsenceForm(Form):
    """No reason is asked for: why somebody is away is nobody's business here."""

    who = forms.ChoiceField(label="Qui sera absent ?", widget=forms.RadioSelect)
    since = FrenchDateField(label="Premier jour d’absence")
    until = FrenchDateField(
        label="Dernier jour d’absence",
        required=False,
        help_text="Ce jour compris ; vide si vous ne le savez pas encore",
    )
    backup = forms.TypedChoiceField(
        label="Qui prend la suite ?", coerce=int, empty_value=None, required=False
    )
    missing = {"who": "Dites qui sera absent.", "since": "Indiquez le premier jour d’absence."}
    looks = {
        "backup": Look(width="medium"),
        "who": Look(choice_hints={OWN: "Vos collègues continuent de répondre."}),
    }

    def __init__(
        self, *args: Any, body: BackupChoice, backups: tuple[BodyCard, ...], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        whole = [(WHOLE, "Toute la structure")] if body.may_whole else []
        own = [(OWN, "Moi seulement")] if body.may_own else []
        offer(self, "who", [*whole, *own])
        self.fields["who"].initial = (whole or own)[0][0]
        named = [(backup.id, backup.name) for backup in backups]
        offer(self, "backup", named, empty="La zone suivante, sinon la coordination")

    def leave(self, person_id: int | None) -> Leave:
        said = self.cleaned_data
        return Leave(
            said["since"],
            said["until"],
            said["backup"],
            person_id if said["who"] == OWN else None,
        )
