"""In which list a structure is kept: one of those there are, or a new one."""

from collections.abc import Iterable
from typing import Any

from django import forms

from perenne.domain.directory.queries.lists import ListCard
from perenne.web.design.forms import Form


class KeepForm(Form):
    liste = forms.ChoiceField(label="Liste", required=False)
    nom = forms.CharField(label="Ou une nouvelle liste, nommée", max_length=100, required=False)

    def __init__(self, lists: Iterable[ListCard]) -> None:
        super().__init__()
        free = [(str(one.id), one.name) for one in lists if not one.holds]
        kept: Any = self.fields["liste"]
        kept.choices, kept.required = [("", "Choisissez"), *free], True
        self.fields["nom"].required = True  # one of the two: neither says that it may stay empty
        if not free:
            del self.fields["liste"]
            self.fields["nom"].label = "Nom de la liste"
