"""What turns a ready clause into the clause of one contract; nothing has to be answered."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from perenne.rules.deadlines import Monitoring
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.wording import (
    Ccag,
    ClauseTerms,
    Facilitator,
    Globalisation,
    Publics,
    Regime,
    ReservedTo,
)
from perenne.web.clauses.word.answers import per_hour
from perenne.web.clauses.word.form import CCAGS, GLOBALISATION, PUBLICS, RESERVED_TO
from perenne.web.design.forms import EurosField, HoursField, Look, PercentField
from perenne.web.tools.answers import AddressForm, LineField, WholeNumberField, months_field
from perenne.web.tools.picks import segment_choices, segments

NOBODY = Facilitator("", "", "", "")
BUYER, CONTRACT, SEGMENT = "[nom de l’acheteur]", "[objet du marché]", "[segment d’achat]"
STATEMENT_DAY, CCAP_ARTICLE = 12, 10
REGIMES = (
    (Regime.PUBLIC_CONTRACT.value, "Un marché public"),
    (Regime.CONCESSION.value, "Une concession, une délégation de service public"),
    (Regime.PRIVATE.value, "Le marché d’un acheteur privé"),
)
DETAILS = (
    "buyer", "contract", "lot", "months", "ccag", "publics", "globalisation", "penalty_per_hour",
    "statement_day", "ccap_article",
)  # fmt: skip
ONLY_FOR = {
    "reserved_to": LegalBasis.RESERVED_INCLUSION,
    "criterion_weight": LegalBasis.CONDITION_AND_CRITERION,
}


def _segments() -> tuple[tuple[str, str], ...]:
    return (("", "À préciser"), *segment_choices())


class ClauseForm(AddressForm):
    segment = forms.ChoiceField(label="Segment d’achat", choices=_segments, required=False)
    regime = forms.ChoiceField(label="Le contrat est", choices=REGIMES, required=False)
    reserved_to = forms.ChoiceField(label="Réservé à", choices=RESERVED_TO, required=False)
    criterion_weight = PercentField(label="Pondération du critère", required=False)
    hours = HoursField(label="Volume d’heures", required=False, min_value=1, max_value=1_000_000)
    buyer = LineField(label="Acheteur", required=False)
    contract = LineField(label="Objet du marché", required=False)
    lot = LineField(label="Lot", required=False)
    months = months_field(label="Durée du marché", required=False)
    ccag = forms.ChoiceField(label="CCAG auquel il se réfère", choices=CCAGS, required=False)
    publics = forms.ChoiceField(label="Publics éligibles", choices=PUBLICS, required=False)
    globalisation = forms.ChoiceField(
        label="Globalisation des heures", choices=GLOBALISATION, required=False
    )
    penalty_per_hour = EurosField(
        label="Pénalité par heure non réalisée", required=False, min_value=1, max_value=1_000
    )
    statement_day = WholeNumberField(
        label="Relevé mensuel, au plus tard le", required=False, min_value=1, max_value=28
    )
    ccap_article = WholeNumberField(
        label="Numéro de l’article dans votre CCAP", required=False, min_value=1, max_value=99
    )
    looks = {
        "months": Look(suffix="mois", width="figure"),
        "statement_day": Look(suffix="du mois suivant", width="figure"),
    }
    in_address: ClassVar = {
        "reserved_to": "reserve-a",
        "criterion_weight": "ponderation",
        "hours": "heures",
        "buyer": "acheteur",
        "contract": "marche",
        "months": "mois",
        "penalty_per_hour": "penalite",
        "statement_day": "releve",
        "ccap_article": "article",
    }

    def __init__(self, *args: Any, basis: LegalBasis, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.basis = basis
        self.terms: ClauseTerms | None = None
        for name, only in ONLY_FOR.items():
            if only is not basis:
                del self.fields[name]

    @property
    def is_detailed(self) -> bool:
        """Something was typed, or is wrong, in the part that is folded away."""
        return any(self[name].value() or self[name].errors for name in DETAILS)

    def clean(self) -> dict[str, Any]:
        """The terms, once every answer can be read; what does not go together is the regime."""
        if not self.errors:
            try:
                self.terms = self._terms()
            except ValueError as objection:
                wrong = "criterion_weight" if "pondération" in str(objection) else "regime"
                self.add_error(wrong, str(objection))
        return self.cleaned_data

    def _terms(self) -> ClauseTerms:
        said = self.cleaned_data
        segment = segments().get(said["segment"])
        reserved_to = said.get("reserved_to")
        return ClauseTerms(
            buyer=said["buyer"] or BUYER,
            contract=said["contract"] or CONTRACT,
            segment=segment.label if segment else SEGMENT,
            basis=self.basis,
            hours=said["hours"],
            facilitator=NOBODY,
            lot=said["lot"] or None,
            months=said["months"],
            regime=Regime(said["regime"] or Regime.PUBLIC_CONTRACT),
            publics=Publics(said["publics"] or Publics.OPEN_LIST),
            globalisation=Globalisation(said["globalisation"] or Globalisation.CASE_BY_CASE),
            penalty=per_hour(said["penalty_per_hour"]),
            monitoring=Monitoring(statement_day=said["statement_day"] or STATEMENT_DAY),
            ccag=Ccag(said["ccag"]) if said["ccag"] else None,
            criterion_weight=said.get("criterion_weight"),
            reserved_to=ReservedTo(reserved_to) if reserved_to else None,
            ccap_article=said["ccap_article"] or CCAP_ARTICLE,
        )
