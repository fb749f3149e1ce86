from django import forms

from perenne.web.design.forms import Form


class MessageForm(Form):
    """What one side says to the other of a month."""

    text = forms.CharField(
        label="Message",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="L’entreprise, le facilitateur et la coordination le lisent. N’y écrivez rien de "
        "la situation personnelle de quelqu’un.",
    )
    missing = {"text": "Écrivez votre message."}


class DisputeForm(Form):
    """What the company has to correct."""

    reason = forms.CharField(
        label="Que faut-il corriger ou expliquer ?",
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="L’entreprise lit ces mots, puis répond ou déclare à nouveau. N’y écrivez rien "
        "de la situation personnelle de quelqu’un.",
    )
    missing = {"reason": "Dites ce qu’il faut corriger : l’entreprise lira ces mots."}
