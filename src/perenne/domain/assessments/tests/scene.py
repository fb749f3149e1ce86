"""Two contracts, two persons of whom one has two records, an autumn: small enough for the hand."""

from dataclasses import dataclass
from datetime import date

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.states import CommitmentState
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hirings.models import Hiring
from perenne.domain.hours.factories import give_share, kick_off, new_sheet, new_work, validate
from perenne.domain.hours.models import Allocation, Work
from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.models import Organisation
from perenne.domain.participants.factories import new_participant, new_verdict
from perenne.domain.participants.models import EligibilityFile, Exit, Participant, Situation
from perenne.domain.procurement.factories import new_consultation, new_lot, new_party, new_siret
from perenne.domain.procurement.models import Amendment
from perenne.domain.territories.factories import load_places
from perenne.kit.actors import Actor, Role
from perenne.values import Period

SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)
AUTUMN, ON = Period(SEPTEMBER, date(2026, 12, 1)), date(2026, 11, 26)


@dataclass(frozen=True, slots=True)
class Scene:
    facilitator: Actor
    coordination: Actor
    buyer: Actor
    company: Actor
    first: Commitment
    second: Commitment
    ada: Participant
    bob: Participant
    globalised: Work
    company_siren: str
    buyer_name: str


def new_scene() -> Scene:
    load_places()
    facilitator, buyer = new_actor(Role.FACILITATOR), new_actor(Role.BUYER)
    Organisation.objects.filter(pk=buyer.organisation_id).update(commune="77284")
    company = new_actor(Role.COMPANY)
    first = new_commitment(facilitator, buyer=buyer, company=company, hours=700)
    lot = new_lot(new_consultation(facilitator=facilitator), segment="works")
    second = new_commitment(facilitator, hours=500, lot=lot)
    lead = whole_of(first).party
    under = new_party(first.contract, under=lead)
    give_share(first, under, minutes=100 * 60, on=SEPTEMBER)
    ada, globalised = _ada(first, second, facilitator)
    bob = _bob(first, second, facilitator)
    Amendment.objects.create(
        contract=second.contract, number=1, signed_on=OCTOBER, effective_on=OCTOBER,
        due_minutes=150 * 60, subject="Volume réduit",
    )  # fmt: skip
    kick_off(second, SEPTEMBER)
    Commitment.objects.filter(pk=second.pk).update(
        state=CommitmentState.CLOSED, closed_on=date(2026, 11, 10)
    )
    return Scene(
        facilitator=facilitator, coordination=new_actor(Role.COORDINATION), buyer=buyer,
        company=company, first=first, second=second, ada=ada, bob=bob, globalised=globalised,
        company_siren=lead.siret[:9],
        buyer_name=Organisation.objects.get(pk=buyer.organisation_id).name,
    )  # fmt: skip


def _ada(first: Commitment, second: Commitment, facilitator: Actor) -> tuple[Participant, Work]:
    ada = new_participant(sex="woman", born_on=date(2006, 8, 1), commune_id="77284")
    verdict = new_verdict(ada, facilitator=facilitator, ground="QPV")
    EligibilityFile.objects.filter(pk=verdict.file_id).update(
        situation={"in_qpv": True, "diploma_level": 3}
    )
    hiring = new_hiring(
        ada, first, verdict=verdict, verified_on=verdict.verified_on, ends_on=date(2026, 12, 15)
    )
    work(hiring, SEPTEMBER, {"TRAVAIL": 90, "FORMATION_INTERNE": 10}, on=first)
    (later,) = work(hiring, OCTOBER, {"TRAVAIL": 80})
    Work.objects.create(
        sheet=later.sheet, hiring=hiring, participant=ada, month=OCTOBER, corrects=later,
        minutes=-5 * 60, reason="Un jour férié.",
    )  # fmt: skip
    for commitment, hours in ((first, 55), (second, 20)):
        Allocation.objects.create(work=later, commitment=commitment, minutes=hours * 60)
    Exit.objects.create(participant=ada, left_on=date(2026, 10, 31), situation=Situation.PERMANENT)
    return ada, later


def _bob(first: Commitment, second: Commitment, facilitator: Actor) -> Participant:
    facts = {"sex": "man", "born_on": date(1970, 5, 5)}
    twin, bob = new_participant(**facts), new_participant(**facts)
    work(new_hiring(twin, first, facilitator=facilitator), NOVEMBER, {"TRAVAIL": 40})
    hiring = new_hiring(
        bob, second, facilitator=facilitator, modality="MAD_ETTI", shape="CDI", structure="ETTI",
        employer_name="Tremplin", employer_siret=new_siret(),
    )  # fmt: skip
    work(hiring, OCTOBER, {"TRAVAIL": 130}, on=second)
    Participant.objects.filter(pk=twin.pk).update(merged_into=bob)
    return bob


def work(
    hiring: Hiring, month: date, hours: dict[str, int], *, on: Commitment | None = None
) -> list[Work]:
    """Hours by kind, on a sheet that is then validated, and counted on a commitment or on none."""
    sheet = new_sheet(hiring, month=month)
    found = [
        new_work(hiring, sheet=sheet, month=month, kind=kind, minutes=number * 60)
        for kind, number in hours.items()
    ]
    validate(sheet)
    for one in found if on else ():
        Allocation.objects.create(work=one, commitment=on, minutes=one.minutes)
    return found
