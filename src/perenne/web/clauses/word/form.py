"""The legal basis and the terms of a clause, as the facilitator answers them."""

from typing import Any

from django import forms

from perenne.rules.deadlines import Rhythm
from perenne.rules.legal_bases import BasisDecision, LegalBasis
from perenne.rules.penalties import FORMULAS
from perenne.rules.quality import REQUIREMENTS
from perenne.rules.wording import Ccag, Globalisation, Publics, ReservedTo
from perenne.web.design.forms import EurosField, Form, FrenchDecimalField, Look, PercentField

GLOBALISATION = (
    (Globalisation.CASE_BY_CASE, "Au cas par cas, avec l’accord de l’acheteur"),
    (Globalisation.ACCEPTED, "Acceptée"),
    (Globalisation.REFUSED, "Refusée"),
)
CONSENTS = (*GLOBALISATION, (Globalisation.CAPPED, "Acceptée dans une limite"))
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
RHYTHMS = ((Rhythm.MONTHLY, "Chaque mois"), (Rhythm.QUARTERLY, "Chaque trimestre"))
PENALTIES = tuple((row.code.value, row.label) for row in FORMULAS if row.in_hours)
ASKED = {f"require_{row.code.value}": row for row in REQUIREMENTS}


def number(label: str, low: int, high: int, *, hint: str = "", needed: bool = True) -> Any:
    return forms.IntegerField(
        label=label,
        min_value=low,
        max_value=high,
        required=needed,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=hint,
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
    ccap_article = number(
        "Numéro de l’article dans votre CCAP",
        1,
        99,
        hint="Les autres pièces renvoient à ce numéro.",
    )
    publics = forms.ChoiceField(label="Publics éligibles", choices=PUBLICS)
    entitlement_months = number("Durée de l’éligibilité d’une personne", 12, 48)
    globalisation = forms.ChoiceField(
        label="Globalisation des heures",
        choices=CONSENTS,
        help_text="Les heures d’un même salarié comptent-elles sur plusieurs marchés ?",
    )
    globalisation_cap = PercentField(
        label="Si elle est limitée, part des heures qui peut venir d’autres marchés",
        required=False,
        min_value=1,
        max_value=99,
    )
    consent_function = forms.CharField(
        label="Fonction de la personne qui valide pour l’acheteur",
        required=False,
        max_length=120,
        help_text="Une fonction, sans nom : la validation date et signe aussi cet accord.",
    )
    statement_rhythm = forms.ChoiceField(label="Relevé des heures", choices=RHYTHMS)
    statement_day = number("Au plus tard le", 1, 28)
    first_contact_days = number("Premier contact avec le facilitateur, dans les", 1, 60)
    kick_off_days = number("Réunion de mise au point, dans les", 1, 90)
    review_months = number("Point de suivi, tous les", 1, 24)
    assessment_months = number("Bilan intermédiaire, tous les", 1, 24)
    final_assessment_months = number("Bilan final, dans les", 1, 12)
    formal_notice_days = number("Mise en demeure, délai pour répondre", 8, 60)
    penalty_formula = forms.ChoiceField(label="Calcul de la pénalité", choices=PENALTIES)
    penalty_per_hour = EurosField(
        label="Pénalité par heure non réalisée",
        required=False,
        min_value=1,
        max_value=1_000,
        help_text="Il n’existe pas de montant national : sans montant écrit, aucune pénalité.",
    )
    penalty_times = FrenchDecimalField(
        label="Coefficient, pour un multiple du plafond horaire, du SMIC ou du coût horaire",
        required=False,
        max_value=10,
    )
    penalty_part = PercentField(label="Part du montant du marché", required=False)
    penalty_brackets = forms.CharField(
        label="Tranches, pour un montant croissant",
        required=False,
        max_length=200,
        help_text="Part des heures dues puis coefficient, par exemple : 10 % × 1 ; 30 % × 1,5 ; "
        "au-delà × 2.",
    )
    penalty_cap = PercentField(
        label="Plafond des pénalités, en part du montant du marché", required=False
    )
    late_day = EurosField(
        label="Par jour de retard d’un document", required=False, min_value=1, max_value=1_000
    )
    absence = EurosField(
        label="Par absence à la réunion de mise au point",
        required=False,
        min_value=1,
        max_value=5_000,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    missing = {"basis": "Choisissez le fondement de la clause."}
    looks = {
        "statement_day": Look(suffix="du mois suivant", width="figure"),
        "ccap_article": Look(width="figure"),
        "penalty_times": Look(suffix="fois", width="figure"),
        **dict.fromkeys(
            ("first_contact_days", "kick_off_days", "formal_notice_days"),
            Look(suffix="jours", width="figure"),
        ),
        **dict.fromkeys(
            (
                "entitlement_months",
                "review_months",
                "assessment_months",
                "final_assessment_months",
            ),
            Look(suffix="mois", width="figure"),
        ),
        **{name: Look(suffix=row.unit, width="figure") for name, row in ASKED.items()},
    }

    def __init__(self, *args: Any, decision: BasisDecision, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hints = {no.basis.value: no.reason for no in decision.rejected}
        hints[decision.proposed.value] = "Proposé : " + " ".join(decision.reasons)
        self.looks = {**self.looks, "basis": Look(choice_hints=hints)}


for name, row in ASKED.items():
    TermsForm.base_fields[name] = number(row.label, 1, 2_000, needed=False)
