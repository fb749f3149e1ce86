"""Contested: needs, hirings, hours, shortfalls: what several do about the same persons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from django.db.models import Count
from race_clauses import commitments, facilitator, people
from race_contest import ALL, ONE, WRITERS, Contest

from perenne.domain.clauses.factories import whole_of
from perenne.domain.compliance.actions import Verdict, decide_shortfall, propose_penalty
from perenne.domain.compliance.factories import heard, new_shortfall
from perenne.domain.compliance.models import Decision, Proposal, Shortfall
from perenne.domain.compliance.states import Outcome
from perenne.domain.directory.factories import new_structure
from perenne.domain.hirings.actions import PlannedHiring, confirm_hiring, plan_hiring
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.states import CONFIRMED
from perenne.domain.hours.actions import (
    Line,
    correct_work,
    declare_sheet,
    open_statement,
    validate_sheets,
)
from perenne.domain.hours.models import Sheet, Statement, Work
from perenne.domain.hours.states import DECLARED, VALIDATED
from perenne.domain.hours.tests.ledger import broken
from perenne.domain.participants.factories import new_file, new_participant, new_verdict
from perenne.domain.sourcing.actions import Offering, answer_by_link, keep_offer, send_wave
from perenne.domain.sourcing.factories import (
    MEAUX,
    ON,
    new_offer,
    new_opening,
    new_solicitation,
    token_for,
)
from perenne.domain.sourcing.models import Offer, Opening, Solicitation
from perenne.kit.actors import HOUSE, VISITOR
from perenne.rules.hirings import ModalityCode, Shape

NOON = datetime(2026, 11, 26, 11, tzinfo=UTC)  # a Thursday
HIRED = date(2026, 10, 1)
MONTH = date(2026, 10, 1)
ASKED = 12, 2  # structures: at least, and for each need; one is asked about few at a time


def needs(things: int) -> Iterator[Contest]:
    facilitator()
    (home, *_) = commitments(things)
    bodies = [
        new_structure(commune_id=MEAUX, trades={"painting": 0}, email=f"s{n}@structures.fr")
        for n in range(ASKED[0] + ASKED[1] * things)
    ]
    openings = [new_opening(home).pk for _ in range(things)]

    def ask(place: int, _number: int) -> int:
        return send_wave(opening_id=openings[place], by=HOUSE, now=NOON)

    asked = Solicitation.objects.filter(opening__in=openings)
    yield Contest("send a wave of a need", things, ask, ONE, lambda: (
        asked.values("opening").annotate(all=Count("pk"), of=Count("structure", distinct=True))
        .filter(all=5, of=5).count()), won=bool)  # fmt: skip
    yield from offers(things, bodies)


def offers(things: int, bodies: list) -> Iterator[Contest]:  # type: ignore[type-arg]
    _buyer, company = people()
    (home, *_) = commitments(things)
    openings = [new_opening(home) for _ in range(things)]
    offered = [[new_offer(one, body).pk for body in bodies[:WRITERS]] for one in openings]

    def keep(place: int, number: int) -> None:
        keep_offer(offer_id=offered[place][number], by=company, on=ON)

    keys = [one.pk for one in openings]
    yield Contest("keep one of eight offers", things, keep, ONE, lambda: min(
        Opening.objects.filter(pk__in=keys, state="filled").count(),
        Offer.objects.filter(solicitation__opening__in=keys, state="kept").count(),
    ))  # fmt: skip
    asked = [new_solicitation(new_opening(home), bodies[0]) for _ in range(things)]
    tokens = [token_for(one) for one in asked]

    def answer(place: int, _number: int) -> None:
        answer_by_link(token=tokens[place], answer=Offering(1, ON), by=VISITOR, on=ON)

    yield Contest("offer a person by link", things, answer, ONE, lambda: (
        Offer.objects.filter(solicitation__in=[one.pk for one in asked]).count()))  # fmt: skip


def hirings(things: int) -> Iterator[Contest]:
    by, (_buyer, company) = facilitator(), people()
    homes = commitments(things)
    persons = [new_participant() for _ in homes]
    for one in persons:
        new_file(one, facilitator=by, asked_by_id=company.organisation_id)
    parties = [whole_of(one).party.pk for one in homes]

    def plan(place: int, _number: int) -> None:
        planned = PlannedHiring(
            participant_id=persons[place].pk, party_id=parties[place], shape=Shape.FIXED_TERM,
            modality=ModalityCode.FIXED_TERM, job_title="Maçon", weekly_minutes=35 * 60,
            starts_on=HIRED,
        )  # fmt: skip
        plan_hiring(commitment_id=homes[place].pk, planned=planned, by=company)

    made = Hiring.objects.filter(participant__in=[one.pk for one in persons])
    yield Contest("plan a hiring", things, plan, ONE, made.count)
    for one in persons:
        new_verdict(one, facilitator=by)
    keys = list(made.order_by("pk").values_list("pk", flat=True))

    def confirm(place: int, _number: int) -> None:
        confirm_hiring(hiring_id=keys[place], by=by)

    yield Contest("confirm a hiring", things, confirm, ONE, made.filter(state=CONFIRMED).count)


def hours(things: int) -> Iterator[Contest]:
    """Sheets of one month, each of a company's own commitment; the ledger is audited after all."""
    by, (_buyer, company) = facilitator(), people()
    made = [new_hiring(commitment=one, facilitator=by) for one in commitments(things)]
    sirets = [one.party.siret for one in made]

    def open_month(place: int, _number: int) -> int:
        return open_statement(siret=sirets[place], month=MONTH, by=company, on=ON)

    yield Contest("open the month of a company", things, open_month, ALL, lambda: (
        Statement.objects.filter(siret__in=sirets, month=MONTH).count()))  # fmt: skip
    sheets = [Sheet.objects.get(commitment=one.commitment_id, month=MONTH).pk for one in made]

    def declare(place: int, number: int) -> None:
        lines = [Line(made[place].pk, 1_000 + number)]
        declare_sheet(sheet_id=sheets[place], lines=lines, by=company, now=NOON)

    of = Sheet.objects.filter(pk__in=sheets)
    yield Contest("declare the hours of a month", things, declare, ONE, lambda: min(
        of.filter(state=DECLARED).count(), Work.objects.filter(sheet__in=sheets).count()
    ))  # fmt: skip

    def validate(place: int, _number: int) -> None:
        validate_sheets(sheet_ids=[sheets[place]], by=by, now=NOON)

    yield Contest("validate the hours of a month", things, validate, ONE, lambda: (
        0 if broken() else of.filter(state=VALIDATED).count()))  # fmt: skip
    works = [Work.objects.get(sheet=sheet, corrects=None).pk for sheet in sheets]

    def correct(place: int, number: int) -> None:
        correct_work(
            work_id=works[place], minutes=900 - 10 * number, reason="Erreur de saisie.", by=by,
            on=ON,
        )  # fmt: skip

    yield Contest("correct validated hours", things, correct, ALL, lambda: (
        0 if broken() else Work.objects.filter(corrects__in=works).values("corrects")
        .annotate(n=Count("pk")).filter(n=WRITERS).count()))  # fmt: skip


def shortfalls(things: int) -> Iterator[Contest]:
    by, (buyer, _company) = facilitator(), people()
    rows = [heard(new_shortfall(one, by=by), buyer=buyer) for one in commitments(things)]
    keys = [one.pk for one in rows]
    today = date(2026, 11, 26)

    def propose(place: int, _number: int) -> None:
        propose_penalty(shortfall_id=keys[place], by=by, on=date(2026, 11, 20))

    standing = Proposal.objects.filter(shortfall__in=keys, withdrawn_at=None)
    yield Contest("propose a penalty", things, propose, ONE, standing.count)

    def decide(place: int, number: int) -> None:
        outcome = Outcome.WAIVED if number % 2 else Outcome.APPLIED
        verdict = Verdict(outcome, "Aucune embauche malgré deux relances.")
        decide_shortfall(shortfall_id=keys[place], verdict=verdict, by=buyer, on=today)

    yield Contest("decide on a penalty", things, decide, ONE, lambda: min(
        Decision.objects.filter(proposal__shortfall__in=keys).count(),
        Shortfall.objects.filter(pk__in=keys, state="decided").count(),
    ))  # fmt: skip


OF = (needs, hirings, shortfalls, hours)
