"""Is this person eligible? Judged once, on the first day of the employment contract.

One ground, met and proved, is enough. Otherwise the decision says what to ask, or what lacked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from perenne.rules.eligibility.categories import (
    EligibilityCategory,
    Examined,
    Ground,
    examine,
)
from perenne.rules.eligibility.conditions.places import lives_in_qpv
from perenne.rules.eligibility.facts import Person
from perenne.rules.eligibility.findings import Case, Finding, Fit
from perenne.rules.eligibility.proof_kinds import ProofKind
from perenne.rules.eligibility.proofs import Proof, lacking_proofs
from perenne.rules.eligibility.publics import grounds_open
from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import (
    AQUAREEL_2025_PUBLICS,
    CCAG_PUBLICS_BY_SITUATION,
    CCAG_PUBLICS_BY_STRUCTURE,
    COMMITTEE_CHECK,
    GDPR_HEALTH,
    GDPR_JUSTICE,
    GDPR_LIMITS,
)
from perenne.rules.wording.terms import Publics

RESIDENCE_PROOFS = ((ProofKind.ADDRESS,), (ProofKind.URBAN_MAP,))


class State(StrEnum):
    ELIGIBLE = "eligible"
    INCOMPLETE = "incomplete"
    NOT_ELIGIBLE = "not_eligible"


@dataclass(frozen=True, slots=True)
class Decision:
    """`main` is the ground to keep; `grounds` all those met, proved or not, the main one first.

    Reasons and questions are for the facilitator: see `said_outside` for everybody else.
    """

    state: State
    on: date
    main: EligibilityCategory | None
    grounds: tuple[EligibilityCategory, ...]
    reasons: tuple[str, ...]
    questions: tuple[str, ...] = ()


@cites(
    CCAG_PUBLICS_BY_STRUCTURE,
    CCAG_PUBLICS_BY_SITUATION,
    AQUAREEL_2025_PUBLICS,
    says="La personne est-elle éligible à la date de son embauche ?",
    confidence=Confidence.LIKELY,
)
def assess(
    person: Person,
    proofs: Sequence[Proof],
    *,
    on: date,
    publics: Publics = Publics.OPEN_LIST,
    practice: Practice = USUAL,
) -> Decision:
    """`on` is the first day of the employment contract; LookupError before 1 April 2021."""
    case = Case(person, on, practice)
    residence = lives_in_qpv(case) if publics is Publics.URBAN_RENEWAL else Finding(Fit.MET)
    examined = [examine(ground, case) for ground in grounds_open(publics, practice)]
    met = sorted(
        (found.ground for found in examined if found.fit is Fit.MET),
        key=lambda ground: ground.rank,
    )
    if residence.fit is Fit.FAR:
        return _refused(case, [_NOT_IN_QPV])
    if not met:
        return _not_met(case, examined, residence)
    wanted = RESIDENCE_PROOFS if publics is Publics.URBAN_RENEWAL else ()
    lacking = {
        ground.code: lacking_proofs(
            tuple(dict.fromkeys((*wanted, *ground.proofs))), proofs, on=on, practice=practice
        )
        for ground in met
    }
    proved = [ground for ground in met if not lacking[ground.code]]
    if residence.fit is Fit.MET and proved:
        return _eligible(case, proved[0], met)
    return _unproved(case, proved or met, lacking, residence)


@cites(
    GDPR_LIMITS,
    GDPR_HEALTH,
    GDPR_JUSTICE,
    COMMITTEE_CHECK,
    says="Que dire de la décision à l’entreprise et à l’acheteur ?",
    confidence=Confidence.LIKELY,
)
def said_outside(decision: Decision) -> str:
    """The answer without its ground, whatever the ground: never a criterion, never a proof."""
    return typeset(_OUTSIDE[decision.state])


_OUTSIDE = {
    State.ELIGIBLE: "La personne est éligible.",
    State.INCOMPLETE: "Vérification en cours : attendez la réponse avant d'embaucher.",
    State.NOT_ELIGIBLE: "La personne n'est pas éligible.",
}
_NOT_IN_QPV = (
    "La clause est réservée aux habitants d'un quartier prioritaire : vérifiez l'adresse à la "
    "date de l'embauche."
)


def _eligible(case: Case, main: Ground, met: Sequence[Ground]) -> Decision:
    others = [ground for ground in met if ground is not main]
    reasons = [f"Éligible au {in_full(case.on)} au titre suivant : {main.label}."]
    if others:
        reasons.append(f"Autres situations remplies : {_labels(others)}.")
    reasons.append("Une situation prouvée suffit : ne demandez aucun autre justificatif.")
    return _decided(State.ELIGIBLE, case, (main, *others), reasons, main=main)


def _unproved(
    case: Case,
    met: Sequence[Ground],
    lacking: Mapping[EligibilityCategory, tuple[str, ...]],
    residence: Finding,
) -> Decision:
    """The ground with the fewest proofs to ask for is asked for, the first of equals."""
    asked = min(met, key=lambda ground: len(lacking[ground.code]))
    questions = (residence.said, *lacking[asked.code])
    reasons = [
        f"Situation remplie, à prouver : {asked.label}.",
        "Répondez une fois le dossier complet : les heures ne comptent pas avant.",
    ]
    others = [ground for ground in met if ground is not asked]
    return _decided(State.INCOMPLETE, case, (asked, *others), reasons, questions=questions)


def _not_met(case: Case, examined: Iterable[Examined], residence: Finding) -> Decision:
    found = list(examined)
    asked = [said for one in found if one.fit is Fit.UNKNOWN for said in one.said]
    if asked:
        reasons = ["Des renseignements manquent : posez les questions avant de conclure."]
        return _decided(State.INCOMPLETE, case, (), reasons, questions=(residence.said, *asked))
    near = [f"{one.ground.label} – {' ; '.join(one.said)}." for one in found if one.fit is Fit.NEAR]
    return _refused(case, [*(near or [_NOTHING_MET]), _WAY_OUT])


_NOTHING_MET = "Aucune situation de la liste n'est remplie à la date de l'embauche."
_WAY_OUT = (
    "Un avis motivé de France Travail, d'une mission locale, de Cap emploi, d'un PLIE, d'une "
    "maison de l'emploi ou de la MDPH peut encore ouvrir la clause : proposez-le."
)


def _refused(case: Case, reasons: Sequence[str]) -> Decision:
    return _decided(State.NOT_ELIGIBLE, case, (), reasons)


def _decided(
    state: State,
    case: Case,
    grounds: Sequence[Ground],
    reasons: Iterable[str],
    *,
    main: Ground | None = None,
    questions: Iterable[str] = (),
) -> Decision:
    return Decision(
        state,
        case.on,
        main.code if main is not None else None,
        tuple(ground.code for ground in grounds),
        tuple(map(typeset, reasons)),
        tuple(dict.fromkeys(filter(None, questions))),
    )


def _labels(grounds: Sequence[Ground]) -> str:
    return " ; ".join(ground.label for ground in grounds)
