"""The points of the social criterion, and what the buyer adds to it."""

from typing import Any

from django import forms

from perenne.domain.clauses.queries import ClauseCard
from perenne.rules.criterion import SUB_CRITERIA, CriterionGrid, Entry, SubCriterionCode
from perenne.web.design.forms import Form, Look

POINTS = {f"points_{code.value}": row for code, row in SUB_CRITERIA.items()}


class CriterionForm(Form):
    own_label = forms.CharField(
        label="Autre élément, dans vos mots",
        required=False,
        max_length=120,
        help_text="Ce que vous notez doit tenir à l’exécution de ce marché.",
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    looks = {name: Look(suffix="points", width="figure") for name in POINTS}

    def grid(self) -> CriterionGrid:
        """ValueError, in French, when it cannot be announced."""
        said = self.cleaned_data
        return CriterionGrid(
            tuple(
                Entry(
                    row.code,
                    said[name],
                    said["own_label"] if row.code is SubCriterionCode.OWN else "",
                )
                for name, row in POINTS.items()
                if said[name]
            )
        )


for name, row in POINTS.items():
    CriterionForm.base_fields[name] = forms.IntegerField(
        label=row.label,
        min_value=0,
        max_value=100,
        required=False,
        help_text=row.looked_at,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )


def as_kept(clause: ClauseCard) -> dict[str, Any]:
    entries = {entry.code: entry for entry in clause.criterion.entries}
    own = entries.get(SubCriterionCode.OWN)
    points = {
        name: entries[row.code].points if row.code in entries else None
        for name, row in POINTS.items()
    }
    return {**points, "own_label": own.label if own else "", "seen": clause.version}
