"""Why a purchase is left aside."""

from django import forms

from perenne.web.design.forms import Form

REASONS = (
    "Montant trop faible",
    "Durée trop courte",
    "Part de main-d’œuvre insuffisante",
    "Technicité ou habilitations",
    "Fournitures sans main-d’œuvre",
    "Risque sur la concurrence",
    "Sollicitation trop tardive",
    "Décision de l’acheteur",
)


class AsideForm(Form):
    why = forms.ChoiceField(
        label="Pourquoi écarter cet achat ?",
        choices=[("", "Choisissez un motif"), *((reason, reason) for reason in REASONS)],
    )
    more = forms.CharField(
        label="Précision pour l’acheteur",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=400,
    )
    missing = {"why": "Choisissez un motif : l’acheteur le lira."}

    def reason(self) -> str:
        said = self.cleaned_data
        return f"{said['why']}. {said['more']}".strip()
