"""The legal basis and the terms of a clause, as the facilitator answers them."""

from typing import Any

from django import forms

from perenne.domain.clauses.actions import Terms
from perenne.domain.clauses.queries import ClauseCard
from perenne.rules.legal_bases import BasisDecision, LegalBasis
from perenne.rules.wording import Ccag, Globalisation, Publics, ReservedTo
from perenne.web.design.forms import EurosField, Form, Look, PercentField

GLOBALISATION = (
    (Globalisation.CASE_BY_CASE, "Au cas par cas, avec l’accord de l’acheteur"),
    (Globalisation.ACCEPTED, "Acceptée"),
    (Globalisation.REFUSED, "Refusée"),
)
PUBLICS = (
    (Publics.OPEN_LIST, "La liste ouverte du CCAG"),
    (Publics.CLOSED_LIST, "La même liste, fermée"),
    (Publics.URBAN_RENEWAL, "Les habitants des quartiers prioritaires (opération ANRU)"),
)
CCAGS = (
    ("", "Aucun, ou je ne sais pas"),
    (Ccag.TRAVAUX, "Travaux"),
    (Ccag.FCS, "Fournitures courantes et services"),
    (Ccag.TIC, "Techniques de l’information et de la communication"),
    (Ccag.PI, "Prestations intellectuelles"),
    (Ccag.MI, "Marchés industriels"),
    (Ccag.MOE, "Maîtrise d’œuvre"),
)
RESERVED_TO = (
    ("", "Sans objet"),
    (ReservedTo.DISABILITY_AND_INCLUSION, "Structures du handicap et de l’insertion"),
    (ReservedTo.INCLUSION, "Structures d’insertion (SIAE)"),
    (ReservedTo.DISABILITY, "Structures du handicap (EA, ESAT)"),
    (ReservedTo.PRISON, "Production en établissement pénitentiaire"),
)


class TermsForm(Form):
    basis = forms.ChoiceField(
        label="Fondement juridique",
        choices=[(basis.value, basis.label) for basis in LegalBasis],
        widget=forms.RadioSelect,
    )
    reserved_to = forms.ChoiceField(
        label="Si le marché est réservé, à qui ?", choices=RESERVED_TO, required=False
    )
    criterion_weight = PercentField(label="Si un critère s’ajoute, sa pondération", required=False)
    ccag = forms.ChoiceField(label="CCAG auquel le marché se réfère", choices=CCAGS, required=False)
    publics = forms.ChoiceField(label="Publics éligibles", choices=PUBLICS)
    globalisation = forms.ChoiceField(
        label="Globalisation des heures",
        choices=GLOBALISATION,
        help_text="Les heures d’un même salarié comptent-elles sur plusieurs marchés ?",
    )
    penalty_per_hour = EurosField(
        label="Pénalité par heure non réalisée",
        required=False,
        min_value=1,
        max_value=1_000,
        help_text="Il n’existe pas de montant national : sans montant écrit, aucune pénalité.",
    )
    statement_day = forms.IntegerField(
        label="Relevé mensuel, au plus tard le",
        min_value=1,
        max_value=28,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    ccap_article = forms.IntegerField(
        label="Numéro de l’article dans votre CCAP",
        min_value=1,
        max_value=99,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text="Les autres pièces renvoient à ce numéro.",
    )
    missing = {"basis": "Choisissez le fondement de la clause."}
    looks = {
        "statement_day": Look(suffix="du mois suivant", width="figure"),
        "ccap_article": Look(width="figure"),
    }

    def __init__(self, *args: Any, decision: BasisDecision, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hints = {no.basis.value: no.reason for no in decision.rejected}
        hints[decision.proposed.value] = "Proposé : " + " ".join(decision.reasons)
        self.looks = {**self.looks, "basis": Look(choice_hints=hints)}

    def terms(self) -> Terms:
        said = self.cleaned_data
        return Terms(
            basis=LegalBasis(said["basis"]),
            ccag=Ccag(said["ccag"]) if said["ccag"] else None,
            publics=Publics(said["publics"]),
            globalisation=Globalisation(said["globalisation"]),
            penalty_per_hour=said["penalty_per_hour"],
            statement_day=said["statement_day"],
            ccap_article=said["ccap_article"],
            reserved_to=ReservedTo(said["reserved_to"]) if said["reserved_to"] else None,
            criterion_weight=said["criterion_weight"],
        )


def as_kept(clause: ClauseCard, decision: BasisDecision) -> dict[str, object]:
    said = clause.terms
    return {
        "basis": said.basis or decision.proposed,
        "reserved_to": said.reserved_to or "",
        "criterion_weight": said.criterion_weight,
        "ccag": said.ccag or "",
        "publics": said.publics,
        "globalisation": said.globalisation,
        "penalty_per_hour": said.penalty_per_hour,
        "statement_day": said.statement_day,
        "ccap_article": said.ccap_article,
    }
