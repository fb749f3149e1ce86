from django import forms

from perenne.web.design.forms import Form, HoursField, Look


class CorrectForm(Form):
    """What was really worked, and why it was said otherwise."""

    hours = HoursField(label="Heures réellement travaillées", max_value=744)
    reason = forms.CharField(
        label="Motif",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Il reste dans l’historique, que l’entreprise lit aussi.",
    )
    missing = {"hours": "Indiquez les heures réellement travaillées.", "reason": "Dites pourquoi."}
    looks = {"hours": Look(width="figure")}
