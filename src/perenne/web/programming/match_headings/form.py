from collections.abc import Mapping
from typing import Any

from django import forms

from perenne.domain.programming.queries import ReadProgramme
from perenne.kit.french import Column
from perenne.web.design.forms import Form

OTHERS = [(column.value, column.label) for column in Column]
NO_USE = ("", "Cette colonne ne sert pas à l’analyse")


class HeadingsForm(Form):
    """One question for each doubtful column; the likeliest answers first."""

    def __init__(self, *args: Any, asked: ReadProgramme, **kwargs: Any) -> None:
        self.asked = asked
        super().__init__(*args, **kwargs)
        for number, (_sheet, doubt) in enumerate(asked.doubts):
            likely = [(column.value, column.label) for column in doubt.candidates]
            others = [choice for choice in OTHERS if choice not in likely]
            examples = ", ".join(f"« {sample} »" for sample in doubt.samples[:3])
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=doubt.question,
                choices=[*likely, NO_USE, ("Autres colonnes possibles", others)],
                initial=likely[0][0] if likely else "",
                help_text=f"Par exemple {examples}." if examples else "",
                required=False,
            )

    def answers(self) -> Mapping[str, Mapping[str, str]]:
        """Sheet name → column index → Column, or ""."""
        said: dict[str, dict[str, str]] = {}
        for number, (sheet, doubt) in enumerate(self.asked.doubts):
            answer = self.cleaned_data[f"column_{number}"]
            said.setdefault(sheet, {})[str(doubt.index)] = answer
        return said

    def clean(self) -> dict[str, Any]:
        """Two columns cannot both be the amount."""
        chosen: dict[tuple[str, str], str] = {}
        for number, (sheet, _doubt) in enumerate(self.asked.doubts):
            name = f"column_{number}"
            answer = self.cleaned_data.get(name, "")
            if answer and (sheet, answer) in chosen:
                label = Column(answer).label
                self.add_error(
                    name, f"« {label} » est déjà donné à une autre colonne : choisissez."
                )
            chosen[sheet, answer] = name
        return self.cleaned_data
