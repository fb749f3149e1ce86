"""The crew of the demo company: eleven persons, all invented, for its two running commitments.

Each is asked about, proved, answered, hired and confirmed by the acts that people do. The server
dates its verdicts of today: what began before is regularised, with the reason that a committee
would write when it leaves its spreadsheets.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from perenne.domain.clauses.queries import CommitmentCard, commitment_card, commitments_of
from perenne.domain.hirings.actions import (
    PlannedHiring,
    Shown,
    confirm_hiring,
    end_hiring,
    plan_hiring,
    regularise_hiring,
)
from perenne.domain.participants.actions import (
    Asked,
    NoticeMeans,
    SeenProof,
    Step,
    Typed,
    open_file,
)
from perenne.domain.participants.actions import work_on_file as work
from perenne.domain.participants.queries import file_card
from perenne.domain.procurement.queries import contract_facts
from perenne.kit.actors import Actor
from perenne.ops.demo.partners import COMPANY, STRUCTURE
from perenne.rules.eligibility import Course, Pass, Structure
from perenne.rules.eligibility import EligibilityCategory as Ground
from perenne.rules.eligibility import ProofKind as Kind
from perenne.rules.hirings import ModalityCode, Shape
from perenne.values import add_months

SITE, GARDENS = "Crèche des Tilleuls, clos et couvert", "Entretien des espaces verts du patrimoine"
WHY = "Reprise du suivi tenu jusqu’ici sur tableur : éligibilité vérifiée avant l’embauche."
FULL_TIME = 35 * 60
IN_TEN_DAYS = timedelta(10)


@dataclass(frozen=True, slots=True)
class Job:
    """`months`: how long ago it began, on the first of a month; `lasts`: in months, None for a CDI;
    `ends_in`: the days from today to its last one, when `lasts` does not say it."""

    where: str
    title: str
    rome: str
    modality: ModalityCode
    shape: Shape
    months: int
    lasts: int | None = None
    tutor: str = ""
    weekly_minutes: int = FULL_TIME
    ends_in: timedelta | None = None

    def days(self, today: date) -> tuple[date, date | None]:
        """The first one, and the last one."""
        first = add_months(today.replace(day=1), -self.months)
        if self.ends_in is not None:
            return first, today + self.ends_in
        last = add_months(first, self.lasts) - timedelta(1) if self.lasts else None
        return first, last


@dataclass(frozen=True, slots=True)
class Member:
    """`situation`: what the facilitator writes of it; `proofs`: what they were shown."""

    first_name: str
    last_name: str
    born_on: date
    sex: str
    job: Job
    ground: Ground
    situation: Mapping[str, Any] = field(default_factory=dict)
    proofs: tuple[Kind, ...] = ()
    ends: bool = False

    def situated(self, today: date) -> dict[str, Any]:
        return {
            name: add_months(today, -said) if name in AGO else said
            for name, said in self.situation.items()
        }


SEEKING: Mapping[str, Any] = {"seeking": True, "months_worked": 1}
LONG_SEEKING = {**SEEKING, "registered_on": 40}
ON_MISSION: Mapping[str, Any] = {
    "structure": "ETTI", "structure_since": 11, "pass_begins_on": 11,
}  # fmt: skip
AGO = frozenset({"registered_on", "left_school_on", "structure_since", "pass_begins_on"})
"""Days of a situation that are told here in months before today."""

FIXED, OPEN = (ModalityCode.FIXED_TERM, Shape.FIXED_TERM), (ModalityCode.PERMANENT, Shape.PERMANENT)
LENT = (ModalityCode.ETTI, Shape.MISSION)
OF_A_MISSION = (Kind.STRUCTURE, Kind.PATHWAY)
CREW = (
    Member("Malik", "Bensaïd", date(1988, 2, 17), "man",
           Job(SITE, "Maçon", "F1703", *FIXED, 5, 12, "Patrick Noël"),
           Ground.DETLD, LONG_SEEKING, (Kind.FRANCE_TRAVAIL,)),
    Member("Fatou", "Sarr", date(1994, 7, 3), "woman",
           Job(SITE, "Poseuse de menuiseries", "F1607", *OPEN, 5, None, "Patrick Noël"),
           Ground.RSA, {**SEEKING, "allowances": ["RSA"]}, (Kind.FAMILY_FUND,)),
    Member("Kévin", "Lopes", date(2005, 10, 21), "man",
           Job(SITE, "Apprenti couvreur", "F1610", ModalityCode.APPRENTICESHIP,
               Shape.APPRENTICESHIP, 2, 24, "Sylvie Arnaud"),
           Ground.UNQUALIFIED_YOUTH, {**SEEKING, "diploma_level": 2, "left_school_on": 20},
           (Kind.IDENTITY, Kind.MISSION_LOCALE)),
    Member("Sékou", "Camara", date(1999, 1, 12), "man",
           Job(SITE, "Manœuvre du bâtiment", "F1704", *LENT, 3, 8),
           Ground.IAE_ETTI, ON_MISSION, OF_A_MISSION),
    Member("Irina", "Popescu", date(1981, 4, 30), "woman",
           Job(GARDENS, "Ouvrière paysagiste", "A1203", *FIXED, 7, 12, "Loïc Herbin", 28 * 60),
           Ground.TH, {**SEEKING, "disability": "RQTH"}, (Kind.BOETH,)),
    Member("Jean-Marc", "Vasseur", date(1972, 12, 8), "man",
           Job(GARDENS, "Conducteur d’engins d’espaces verts", "A1203", *OPEN, 9, None,
               "Loïc Herbin"),
           Ground.DETLD, LONG_SEEKING, (Kind.FRANCE_TRAVAIL,)),
    Member("Christelle", "Dubreuil", date(1986, 9, 25), "woman",
           Job(GARDENS, "Élagueuse", "A1201", ModalityCode.PROFESSIONAL_TRAINING,
               Shape.PROFESSIONAL_TRAINING, 4, 12, "Loïc Herbin"),
           Ground.ASS, {**SEEKING, "allowances": ["ASS"]}, (Kind.PAYER,)),
    Member("Laura", "Meunier", date(1991, 5, 14), "woman",
           Job(GARDENS, "Agente d’entretien des espaces verts", "A1203", *LENT, 2,
               weekly_minutes=30 * 60, ends_in=IN_TEN_DAYS),
           Ground.IAE_ETTI, ON_MISSION, OF_A_MISSION),
    Member("Driss", "Kaddour", date(1979, 8, 6), "man",
           Job(GARDENS, "Ouvrier paysagiste", "A1203", *FIXED, 8, 6, "Loïc Herbin"),
           Ground.RSA, {**SEEKING, "allowances": ["RSA"]}, (Kind.FAMILY_FUND,), ends=True),
)  # fmt: skip
"""Eight who work today, and one whose contract is over."""

TO_COME = Job(SITE, "Étancheur", "F1613", *FIXED, 0)
KNOWN = Member(
    "Nadège", "Ozier", date(1990, 3, 2), "woman", TO_COME,
    Ground.DELD, {**SEEKING, "registered_on": 18}, (Kind.FRANCE_TRAVAIL,),
)  # fmt: skip
UNKNOWN = Member(
    "Didier", "Caron", date(1983, 6, 19), "man", TO_COME,
    Ground.DELD, {**SEEKING, "registered_on": 16},
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Crewing:
    """The company and, for each of its commitments, the facilitator who answers."""

    company: Actor
    commitments: Mapping[str, CommitmentCard]
    facilitators: Mapping[int, Actor]
    today: date

    def facilitator(self, job: Job) -> Actor:
        return self.facilitators[self.commitments[job.where].facilitator_id]

    def asks(self, one: Member, hire_on: date) -> int:
        """The file opened by the company, for the contract of the job."""
        asked = Asked(
            one.first_name, one.last_name, one.born_on, hire_on, sex=one.sex,
            phone="01 60 00 00 98", contract_id=self.commitments[one.job.where].contract_id,
        )  # fmt: skip
        return open_file(asked=asked, by=self.company, today=self.today)

    def is_answered(self, file_id: int, one: Member, hire_on: date, *, step: Step) -> None:
        """The proofs are noted one by one; the last one comes with the answer."""
        dated = min(hire_on, self.today) - timedelta(9)
        proofs = tuple(SeenProof(kind, dated) for kind in one.proofs) or (None,)
        told = Typed(
            one.situated(self.today), (one.ground,), course=_course(one.job),
            notice=NoticeMeans.PAPER,
        )  # fmt: skip
        by = self.facilitator(one.job)
        for number, proof in enumerate(proofs, 1):
            done = step if number == len(proofs) else Step.KEEP
            typed = replace(told, proof=proof)
            work(file_id=file_id, typed=typed, step=done, by=by, today=self.today)

    def plans(self, file_id: int, job: Job, days: tuple[date, date | None]) -> int:
        """By the company, for the persons it asked about."""
        card, by = self.commitments[job.where], self.facilitator(job)
        lead = contract_facts(card.contract_id).lead
        if lead is None:
            raise ValueError("the demo company leads its contracts")
        lent = job.modality is ModalityCode.ETTI
        planned = PlannedHiring(
            file_card(file_id, seen_by=by).participant_id, lead.id, job.modality, job.shape,
            job.title, job.weekly_minutes, *days, rome=job.rome, tutor=job.tutor,
            structure=Structure.ETTI if lent else None,
            employer_name=STRUCTURE.player.organisation if lent else "",
            employer_siret=STRUCTURE.siret if lent else "",
        )  # fmt: skip
        return plan_hiring(commitment_id=card.id, planned=planned, by=self.company)

    def works(self, one: Member) -> None:
        """Asked, proved, planned, confirmed, and counted from the first day."""
        days = one.job.days(self.today)
        file_id = self.asks(one, days[0])
        self.is_answered(file_id, one, days[0], step=Step.CONFIRM)
        hiring_id, by = self.plans(file_id, one.job, days), self.facilitator(one.job)
        pathway = one.situated(self.today).get("pass_begins_on")
        shown = Shown(iae_pass=Pass(pathway) if pathway else None)
        confirm_hiring(hiring_id=hiring_id, by=by, shown=shown)
        regularise_hiring(hiring_id=hiring_id, reason=WHY, by=by)
        if one.ends:
            end_hiring(
                hiring_id=hiring_id, ended_on=days[1] or self.today, by=self.company,
                on=self.today, reason="Fin du contrat.",
            )  # fmt: skip

    def waits(self, one: Member, *, step: Step) -> None:
        """A hiring to come: to confirm when the answer is yes, without its green light if not."""
        starts_on = self.today + IN_TEN_DAYS
        file_id = self.asks(one, starts_on)
        self.is_answered(file_id, one, starts_on, step=step)
        self.plans(file_id, one.job, (starts_on, add_months(starts_on, 6)))


def crews_are_hired(
    partners: Mapping[str, Actor], facilitators: list[Actor], *, today: date
) -> None:
    """Eight who work, one whose contract is over, one to confirm, one still without an answer."""
    company = partners[COMPANY.player.email]
    rows = commitments_of(seen_by=company, on=today).items
    crewing = Crewing(
        company,
        {row.object: commitment_card(row.id, seen_by=company) for row in rows},
        {one.organisation_id or 0: one for one in facilitators},
        today,
    )
    for one in CREW:
        crewing.works(one)
    crewing.waits(KNOWN, step=Step.CONFIRM)
    crewing.waits(UNKNOWN, step=Step.ASK)


def _course(job: Job) -> Course:
    if job.modality is ModalityCode.ETTI:
        return Course.PATHWAY
    if job.shape is Shape.PERMANENT:
        return Course.PERMANENT
    return Course.WORK_STUDY if job.shape is Shape.APPRENTICESHIP else Course.FIXED_TERM
