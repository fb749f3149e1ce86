from django import forms

from perenne.web.design.forms import Form


class UndoForm(Form):
    """Why a globalisation is taken back: it stays in its history and in the ledger."""

    reason = forms.CharField(
        label="Motif", max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    missing = {"reason": "Dites pourquoi la globalisation est annulée."}
