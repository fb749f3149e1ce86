"""The facts on which the law decides whether a social condition is due."""

from django import forms

from perenne.rules.needs import BuyerKind, ContractKind, Need
from perenne.rules.thresholds import EXCEPTION_GROUNDS, ExceptionGround
from perenne.web.design.forms import EurosField, Form, FrenchDateField, Look


class DutyForm(Form):
    buyer = forms.ChoiceField(
        label="Vous êtes",
        choices=[(kind.value, kind.label) for kind in BuyerKind],
        initial=BuyerKind.LOCAL_AUTHORITY,
    )
    kind = forms.ChoiceField(
        label="Nature du contrat",
        choices=[("", "Je ne sais pas"), *((kind.value, kind.label) for kind in ContractKind)],
        required=False,
    )
    amount = EurosField(
        label="Valeur estimée du marché entier, hors taxes",
        help_text="Tous les lots, reconductions comprises ; le maximum pour un accord-cadre.",
        min_value=1,
    )
    launched_on = FrenchDateField(
        label="Envoi de l’avis ou lancement de la consultation",
        required=False,
        help_text="Laissez vide si la date n’est pas connue.",
    )
    months = forms.IntegerField(
        label="Durée d’exécution",
        required=False,
        min_value=1,
        max_value=600,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    object = forms.CharField(
        label="Objet du marché",
        required=False,
        max_length=300,
        help_text="Il aide à reconnaître un service social ou spécifique, dont le seuil diffère.",
    )
    defence = forms.BooleanField(label="C’est un marché de défense ou de sécurité", required=False)
    ground = forms.ChoiceField(
        label="Motif de dispense envisagé",
        choices=[("", "Aucun"), *((row.code.value, row.label) for row in EXCEPTION_GROUNDS)],
        required=False,
    )
    missing = {"amount": "Indiquez la valeur estimée du marché : le seuil s’y compare."}
    looks = {"months": Look(suffix="mois", width="figure")}

    def need(self) -> Need:
        said = self.cleaned_data
        return Need(
            object=said["object"],
            cpv=None,
            amount=said["amount"],
            amount_high=None,
            whole_amount=said["amount"],
            months=said["months"],
            consulted_on=said["launched_on"],
            buyer=BuyerKind(said["buyer"]),
            kind=ContractKind(said["kind"]) if said["kind"] else None,
            defence=said["defence"],
        )

    def chosen_ground(self) -> ExceptionGround | None:
        return ExceptionGround(self.cleaned_data["ground"]) if self.cleaned_data["ground"] else None
