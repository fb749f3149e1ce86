"""The follow-up of the demo: a contract that is over, its hours certified; meetings of one that
goes on, held, shared, to write down and to come.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from perenne.domain.clauses import actions as clauses
from perenne.domain.clauses.actions import Volume
from perenne.domain.clauses.queries import commitment_card, commitments_of
from perenne.domain.compliance import actions
from perenne.domain.compliance.actions import Appointment, Minutes, Task, Wanted
from perenne.domain.compliance.queries import reviews_of
from perenne.domain.compliance.states import Attendee, ReviewState
from perenne.domain.hirings.queries import crew_of
from perenne.domain.hours.actions import Line, declare_sheet, open_statement, validate_sheets
from perenne.domain.hours.queries import SheetSieve, sheets_of
from perenne.domain.hours.states import DECLARED, OPEN
from perenne.domain.procurement.actions import LotFacts
from perenne.kit.actors import HOUSE, Actor
from perenne.ops.demo.commitments import Work, awarded, started
from perenne.ops.demo.hirings import FIXED, LONG_SEEKING, SITE, Crewing, Job, Member
from perenne.ops.demo.partners import COMPANY
from perenne.rules.certificates import CertificateKind
from perenne.rules.eligibility import EligibilityCategory as Ground
from perenne.rules.eligibility import ProofKind as Kind
from perenne.rules.needs import BuyerKind
from perenne.values import Euros, Hours, add_months

OVER = "Peinture de l’école maternelle des Lilas"
BEGUN, WORKED = 22, (21, 20)
"""Months ago: before any other contract of the demo company, and while its verdict still stands."""
HOURS = 300
PAINTER = Member(
    "Yolande", "Martineau", date(1984, 11, 5), "woman",
    Job(OVER, "Peintre en bâtiment", "F1606", *FIXED, BEGUN - 1, 2, "Nora Petit"),
    Ground.DETLD, LONG_SEEKING | {"registered_on": 60}, (Kind.FRANCE_TRAVAIL,),
)  # fmt: skip
PLACE = "Base vie du chantier, rue des Tilleuls"
SAID = """## Les heures

Trois mois validés. Le mois dernier attend la réponse de l’entreprise sur un avenant.

## Le chantier

La dalle est coulée ; les menuiseries commencent dans **deux semaines**. Deux postes s’ouvrent :

- un poste de poseur, à temps plein
- un poste d’aide-étancheur, en mission
"""
DRAFT = "Point rapide sur la base vie. L’entreprise annonce un renfort de deux personnes."


def contracts_are_followed(
    partners: Mapping[str, Actor],
    buyers: Mapping[BuyerKind, Actor],
    facilitators: list[Actor],
    *,
    today: date,
) -> None:
    company, facilitator = partners[COMPANY.player.email], facilitators[0]
    work = Work(facilitator, buyers[BuyerKind.LOCAL_AUTHORITY], today)
    _certified(work, company)
    _met(facilitator, today)


def _certified(work: Work, company: Actor) -> None:
    """300 hours, all done in two months; certified for the year and for the whole."""
    by, today = work.facilitator, work.today
    lot = LotFacts(OVER, "", "45442100", amount=Euros.of(400_000))
    contract_id = awarded(
        work, lot, BEGUN + 1,
        volume=Volume(Hours.of(HOURS), reason="Arrondi convenu avec l’acheteur."),
    )  # fmt: skip
    commitment_id = started(work, contract_id, ago=BEGUN)
    clauses.kick_off_commitment(commitment_id=commitment_id, held_on=work.day(-BEGUN), by=by)
    card = commitment_card(commitment_id, seen_by=company)
    Crewing(company, {OVER: card}, {by.organisation_id or 0: by}, today).works(PAINTER)
    for ago in WORKED:
        _declared(company, by, add_months(today.replace(day=1), -ago), today)
    ended_on = add_months(today.replace(day=1), 1 - min(WORKED)) + timedelta(14)
    clauses.close_execution(contract_id=contract_id, ended_on=ended_on, by=by)
    final = Wanted(CertificateKind.FINAL, 0)
    actions.issue_certificate(commitment_id=commitment_id, wanted=final, by=by, on=today)


def _declared(company: Actor, facilitator: Actor, month: date, today: date) -> None:
    open_statement(siret=COMPANY.siret, month=month, by=company, on=today)
    now = datetime.combine(add_months(month, 1) + timedelta(3), time(9), ZoneInfo("Europe/Paris"))
    (one,) = crew_of(COMPANY.siret, month, seen_by=company)
    sieve = SheetSieve(OPEN, month)
    (sheet,) = sheets_of(sieve, seen_by=company, on=today, total=1).items
    line = Line(one.hiring_id, HOURS * 60 // len(WORKED))
    declare_sheet(sheet_id=sheet.id, lines=[line], by=company, now=now)
    found = sheets_of(SheetSieve(DECLARED, month), seen_by=facilitator, on=today, total=1).items
    ready = [row.id for row in found if row.contract == OVER]
    validate_sheets(sheet_ids=ready, by=facilitator, now=now + timedelta(2))


def _met(by: Actor, today: date) -> None:
    """Two months ago, yesterday, and in three weeks."""
    actions.foresee_reviews(by=HOUSE, on=today)
    rows = commitments_of(seen_by=by, on=today, words=SITE).items
    commitment_id = next(row.id for row in rows if row.object == SITE)
    days = (today - timedelta(60), today - timedelta(1), today + timedelta(21))
    first, second, _ = (_appointed(commitment_id, day, by) for day in days)
    acts = (
        Task(Attendee.COMPANY, "Envoyer les fiches de poste des deux recrutements", days[1]),
        Task(Attendee.FACILITATOR, "Proposer trois candidats avec la mission locale", days[2]),
        Task(Attendee.BUYER, "Confirmer le calendrier des menuiseries"),
    )
    here = frozenset({Attendee.BUYER, Attendee.COMPANY, Attendee.FACILITATOR})
    said = Minutes(days[0], here | {Attendee.DESIGNER}, SAID, acts, 0)
    actions.write_minutes(review_id=first, minutes=said, by=by, on=days[0])
    actions.share_minutes(review_id=first, by=by, on=days[0] + timedelta(2))
    draft = Minutes(days[1], here, DRAFT, (), 0)
    actions.write_minutes(review_id=second, minutes=draft, by=by, on=days[1])


def _appointed(commitment_id: int, day: date, by: Actor) -> int:
    """The one that the calendar puts near that day, or one in addition."""
    at_ten = datetime.combine(day, time(10), ZoneInfo("Europe/Paris"))
    appointment = Appointment(at_ten, PLACE)
    found = reviews_of(seen_by=by, on=day, commitment_id=commitment_id).items
    for row in found:
        if row.state is ReviewState.DUE and abs(row.on - day) < timedelta(30):
            actions.plan_review(review_id=row.id, appointment=appointment, by=by)
            return row.id
    return actions.add_review(commitment_id=commitment_id, appointment=appointment, by=by)
