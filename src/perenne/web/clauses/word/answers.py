"""Between the terms that a clause keeps and what its form holds."""

import re
from typing import Any

from perenne.domain.clauses.actions import Terms
from perenne.domain.clauses.queries import ClauseCard
from perenne.rules.deadlines import Monitoring, Rhythm
from perenne.rules.legal_bases import BasisDecision, LegalBasis
from perenne.rules.penalties import FORMULAS, Bracket, Formula, Tariff
from perenne.rules.wording import Ccag, Globalisation, Publics, ReservedTo
from perenne.values import Euros, Share
from perenne.web.clauses.word.form import ASKED, TermsForm
from perenne.web.design.numbers import read_number, write_number

CALENDAR = (
    "statement_day", "first_contact_days", "kick_off_days", "review_months", "assessment_months",
    "final_assessment_months", "formal_notice_days", "entitlement_months",
)  # fmt: skip
BRACKET = re.compile(
    r"^\s*(?:(?P<share>[\d.,\s\u202f]+?)\s*%|au[- ]delà)\s*[×x*]\s*(?P<times>[\d.,]+)\s*$"
)
NO_BRACKETS = (
    "Écrivez les tranches ainsi : 10 % × 1 ; 30 % × 1,5 ; au-delà × 2. La dernière n’a pas de part."
)
LACKING = {
    "rate": "Indiquez le montant par heure non réalisée, ou choisissez un autre calcul.",
    "times": "Indiquez le coefficient, ou choisissez un autre calcul.",
    "part": "Indiquez la part du montant du marché, ou choisissez un autre calcul.",
    "brackets": NO_BRACKETS,
}


def terms_in(form: TermsForm) -> Terms:
    """ValueError, in French, when the answers do not go together."""
    said = form.cleaned_data
    return Terms(
        basis=LegalBasis(said["basis"]),
        ccag=Ccag(said["ccag"]) if said["ccag"] else None,
        publics=Publics(said["publics"]),
        globalisation=Globalisation(said["globalisation"]),
        penalty=_tariff(said),
        monitoring=Monitoring(
            rhythm=Rhythm(said["statement_rhythm"]), **{name: said[name] for name in CALENDAR}
        ),
        ccap_article=said["ccap_article"],
        reserved_to=ReservedTo(said["reserved_to"]) if said["reserved_to"] else None,
        criterion_weight=said["criterion_weight"],
        globalisation_cap=said["globalisation_cap"],
        consent_function=said["consent_function"],
        late_day=said["late_day"],
        absence=said["absence"],
        requirements={row.code.value: said[name] or 0 for name, row in ASKED.items()},
    )


def as_kept(clause: ClauseCard, decision: BasisDecision) -> dict[str, object]:
    said = clause.terms
    tariff = said.penalty or Tariff(formula=Formula.PER_HOUR)
    return {
        "basis": said.basis or decision.proposed,
        "reserved_to": said.reserved_to or "",
        "criterion_weight": said.criterion_weight,
        "ccag": said.ccag or "",
        "ccap_article": said.ccap_article,
        "publics": said.publics,
        "globalisation": said.globalisation,
        "globalisation_cap": said.globalisation_cap,
        "consent_function": said.consent_function,
        "statement_rhythm": said.monitoring.rhythm,
        **{name: getattr(said.monitoring, name) for name in CALENDAR},
        "penalty_formula": tariff.formula.value,
        "penalty_per_hour": tariff.rate,
        "penalty_times": tariff.times.fraction if tariff.times else None,
        "penalty_part": tariff.part,
        "penalty_brackets": " ; ".join(map(_written, tariff.brackets)),
        "penalty_cap": tariff.cap,
        "late_day": said.late_day,
        "absence": said.absence,
        **{name: said.requirements.get(row.code.value) for name, row in ASKED.items()},
        "seen": clause.version,
    }


def per_hour(rate: Euros | None) -> Tariff | None:
    """The plain formula: so much for each hour not done."""
    return None if rate is None else Tariff(formula=Formula.PER_HOUR, rate=rate)


def _tariff(said: dict[str, Any]) -> Tariff | None:
    formula = Formula(said["penalty_formula"])
    if formula is Formula.PER_HOUR and said["penalty_per_hour"] is None:
        return None
    written = FORMULAS[formula].written
    given = {
        "rate": said["penalty_per_hour"],
        "times": Share.percent(said["penalty_times"] * 100) if said["penalty_times"] else None,
        "part": said["penalty_part"],
        "brackets": _brackets(said["penalty_brackets"]) if "brackets" in written else (),
    }
    for name in written:
        if not given[name]:
            raise ValueError(LACKING[name])
    kept = {name: given[name] for name in written}
    return Tariff(formula=formula, cap=said["penalty_cap"], **kept)


def _brackets(typed: str) -> tuple[Bracket, ...]:
    if not typed.strip():
        return ()
    found = [BRACKET.match(part.replace("\u00a0", " ")) for part in typed.split(";")]
    if not all(found):
        raise ValueError(NO_BRACKETS)
    return tuple(
        Bracket(
            Share.percent(read_number(one["share"])) if one["share"] else None,
            Share.percent(read_number(one["times"]) * 100),
        )
        for one in found
        if one
    )


def _written(bracket: Bracket) -> str:
    share = f"{write_number(bracket.up_to.as_percent)} %" if bracket.up_to else "au-delà"
    return f"{share} × {write_number(bracket.times.fraction.normalize())}"
