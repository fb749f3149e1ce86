"""The facts that the rule asks for, one field each, then the motive."""

from typing import Any

from django import forms

from perenne.domain.programming.actions import Motive
from perenne.rules.thresholds import Memo
from perenne.web.design.forms import Form

ANSWER = "fait_{}"
EMPTY = "Répondez à cette question : c’est un des faits que le motif doit énoncer."


class MemoForm(Form):
    reason = forms.CharField(
        label="Motif, tel qu’il sera gardé au dossier",
        help_text="Les faits propres à ce marché, et pourquoi ils font obstacle à toute condition.",
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    missing = {"reason": "Écrivez le motif : les faits propres à ce marché qui le justifient."}

    def __init__(self, *arguments: Any, asked: Memo, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.asked = asked
        for number, question in enumerate(asked.questions):
            self.fields[ANSWER.format(number)] = forms.CharField(
                label=question,
                max_length=4000,
                widget=forms.Textarea(attrs={"rows": 3}),
                error_messages={"required": EMPTY},
            )
        self.order_fields([*map(ANSWER.format, range(len(asked.questions))), "reason"])

    def motive(self) -> Motive:
        answers = (
            self.cleaned_data[ANSWER.format(number)] for number in range(len(self.asked.questions))
        )
        return Motive(self.asked.ground, tuple(answers), self.cleaned_data["reason"])
