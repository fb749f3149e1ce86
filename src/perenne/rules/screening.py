"""Is a clause worth it for this planned purchase? One answer, its reasons, the next step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from perenne.rules.calibration import (
    Calibration,
    Defaults,
    Hypotheses,
    Warning,
    calibrate,
    defaults_for,
    in_people,
    warnings,
)
from perenne.rules.calibration.numbers import COMFORT_HOURS, FLOOR_HOURS
from perenne.rules.deadlines import NextStep, next_step
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.legal_bases import BasisDecision, LegalBasis, fitting_bases
from perenne.rules.needs import Need
from perenne.rules.practice import USUAL, Practice
from perenne.rules.segments import Certainty, SegmentFinding, find_segment
from perenne.rules.texts import COMMITTEE_SEGMENTS, CONDITION, DUTY, NEEDS, PRACTICE
from perenne.rules.thresholds import Duty, duty
from perenne.values import Euros, Hours


class Advice(StrEnum):
    RECOMMENDED = "recommended"
    TO_STUDY = "to_study"
    NOT_ADVISED = "not_advised"
    UNDECIDED = "undecided"

    @property
    def label(self) -> str:
        return ADVICE_LABELS[self]


ADVICE_LABELS = {
    Advice.RECOMMENDED: "Clause recommandée",
    Advice.TO_STUDY: "À étudier",
    Advice.NOT_ADVISED: "Clause déconseillée",
    Advice.UNDECIDED: "Information manquante",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The whole answer. `calibration` is None when there is nothing to calibrate on."""

    finding: SegmentFinding
    calibration: Calibration | None
    defaults: Defaults
    advice: Advice
    reasons: tuple[str, ...]
    basis: BasisDecision | None
    duty: Duty
    next_step: NextStep
    warnings: tuple[Warning, ...]


@dataclass(frozen=True, slots=True)
class Study:
    """Everything that the advice rests on."""

    need: Need
    finding: SegmentFinding
    duty: Duty
    calibration: Calibration | None
    basis: BasisDecision
    doubts: tuple[Warning, ...]
    practice: Practice


@dataclass(frozen=True, slots=True)
class Opinion:
    """The advice and the sentence that decided it."""

    advice: Advice
    reason: str


@cites(
    NEEDS,
    CONDITION,
    DUTY,
    COMMITTEE_SEGMENTS,
    PRACTICE,
    says="Une clause vaut-elle la peine pour cet achat ?",
    confidence=Confidence.VARIES,
)
def screen(need: Need, *, today: date, practice: Practice = USUAL) -> Verdict:
    """Total: any need gets an answer with at least one reason."""
    finding = find_segment(need.object, need.cpv)
    defaults = defaults_for(finding, practice=practice)
    study = _study(need, finding, defaults, practice)
    opinion = _opinion(study)
    useful = opinion.advice in {Advice.RECOMMENDED, Advice.TO_STUDY}
    return Verdict(
        finding=finding,
        calibration=study.calibration,
        defaults=defaults,
        advice=opinion.advice,
        reasons=_reasons(opinion, study),
        basis=study.basis if useful else None,
        duty=study.duty,
        next_step=next_step(need, today=today, practice=practice),
        warnings=study.doubts,
    )


def _study(need: Need, finding: SegmentFinding, defaults: Defaults, practice: Practice) -> Study:
    owed = duty(need, finding=finding)
    calibration = _calibration(need, finding, defaults)
    basis = fitting_bases(need, finding, owed, calibration, practice=practice)
    doubts: tuple[Warning, ...] = ()
    if calibration is not None:
        doubts = warnings(calibration, need=need, finding=finding, practice=practice)
    return Study(need, finding, owed, calibration, basis, doubts, practice)


def _calibration(need: Need, finding: SegmentFinding, defaults: Defaults) -> Calibration | None:
    if need.priced is None or finding.trade is None:
        return None
    return calibrate(_hypotheses(need.priced, defaults))


def _hypotheses(amount: Euros, defaults: Defaults) -> Hypotheses:
    return Hypotheses(
        amount,
        defaults.labour_share.value,
        defaults.effort_rate.value,
        defaults.hourly_cost.value,
    )


def _opinion(study: Study) -> Opinion:
    if study.finding.excluded is not None:
        return _of_excluded(study.finding, study.basis)
    if study.finding.trade is None:
        return Opinion(
            Advice.UNDECIDED,
            "L'objet n'a pas été reconnu : précisez le métier ou donnez le code CPV.",
        )
    if study.calibration is None:
        return Opinion(Advice.UNDECIDED, _missing_amount(study.need))
    if study.basis.proposed in {LegalBasis.SUBJECT_MATTER, LegalBasis.RESERVED_INCLUSION}:
        return Opinion(Advice.TO_STUDY, study.basis.reasons[0])
    return _of_hours(study, study.calibration)


def _of_excluded(finding: SegmentFinding, basis: BasisDecision) -> Opinion:
    particular = {LegalBasis.SUBJECT_MATTER, LegalBasis.RESERVED_SOCIAL_ECONOMY}
    if basis.proposed in particular:
        return Opinion(Advice.TO_STUDY, basis.reasons[0])
    return Opinion(
        Advice.NOT_ADVISED,
        f"Une clause d'heures d'insertion n'est pas adaptée à cet achat : {finding.label}.",
    )


def _missing_amount(need: Need) -> str:
    if need.amount is None:
        return "Le montant manque : donnez le montant estimé hors taxes pour calculer un volume."
    return (
        f"Le montant indiqué ({need.amount}) ne permet aucun calcul : donnez le montant estimé "
        "hors taxes."
    )


def _of_hours(study: Study, calibration: Calibration) -> Opinion:
    hours, figure = calibration.hours, _whole(calibration.hours)
    floor, comfort = study.practice.of(FLOOR_HOURS), study.practice.of(COMFORT_HOURS)
    if hours < floor:
        return Opinion(
            Advice.NOT_ADVISED,
            f"Le volume obtenu, {figure}, reste sous {floor} : une clause seule n'ouvrirait pas un "
            "vrai parcours.",
        )
    if hours < comfort:
        return Opinion(
            Advice.TO_STUDY,
            f"Le volume obtenu, {figure}, est compris entre {floor} et {comfort} : la clause vaut "
            "si ces heures s'ajoutent à d'autres marchés.",
        )
    doubt = _doubt(study)
    if doubt:
        return Opinion(Advice.TO_STUDY, f"Le volume obtenu est de {figure}, mais {doubt}")
    return Opinion(
        Advice.RECOMMENDED,
        f"{_circumstances(study.need, calibration)} : le volume obtenu, {figure}, permet un vrai "
        "parcours.",
    )


def _doubt(study: Study) -> str | None:
    """The first thing to settle before a clause of enough hours may be recommended."""
    finding, found = study.finding, {doubt.code for doubt in study.doubts}
    if finding.segment is None:
        return "ce métier est hors des quatorze segments : vérifiez l'offre d'insertion locale."
    if "duration_short" in found:
        return f"le marché ne dure que {study.need.lasting} mois : le temps manque pour recruter."
    if "technicality_high" in found:
        return "le métier est qualifié ou réglementé : visez l'alternance et les fonctions d'appui."
    if finding.certainty is Certainty.DOUBTFUL and finding.conflict is None:
        return "le métier est déduit d'un intitulé trop général : précisez l'objet."
    return None


def _circumstances(need: Need, calibration: Calibration) -> str:
    share = f"Part de main-d'œuvre estimée à {calibration.hypotheses.labour_share}"
    return share if need.lasting is None else f"{share} et marché de {need.lasting} mois"


def _reasons(opinion: Opinion, study: Study) -> tuple[str, ...]:
    said = [
        opinion.reason,
        study.finding.reason,
        *([study.finding.conflict] if study.finding.conflict else []),
        *_volume(study.need, study.calibration),
        *_other_ways(opinion.advice, study.finding, study.duty),
    ]
    return tuple(map(typeset, said))


def _volume(need: Need, calibration: Calibration | None) -> list[str]:
    if calibration is None:
        return []
    based = calibration.hypotheses
    said = [
        f"Calcul : {based.amount} × {based.labour_share} × {based.effort_rate} ÷ "
        f"{based.hourly_cost} = {_whole(calibration.hours)}, "
        f"{in_people(calibration.hours, need.lasting)}."
    ]
    if need.amount_high is not None and need.amount_high > based.amount:
        high = calibrate(
            Hypotheses(need.amount_high, based.labour_share, based.effort_rate, based.hourly_cost)
        )
        said.append(
            f"Le calcul porte sur le bas de la fourchette ; le haut, {need.amount_high}, "
            f"donnerait {_whole(high.hours)}."
        )
    return said


def _other_ways(advice: Advice, finding: SegmentFinding, owed: Duty) -> list[str]:
    """What remains to be done when hours are not the answer, the duty least of all forgotten."""
    if advice is not Advice.NOT_ADVISED:
        return []
    ways = [
        finding.excluded.instead
        if finding.excluded is not None
        else "Regroupez des lots, prévoyez un lot réservé ou préférez une action qualitative."
    ]
    if owed.verdict.binds:
        ways.append(
            "Le marché doit tout de même prévoir une condition sociale ou relative à l'emploi "
            "(formation, accueil d'apprentis, action qualitative) ou motiver par écrit une "
            "exception."
        )
    return ways


def _whole(hours: Hours) -> str:
    return str(Hours.of(hours.whole))
