"""Needs of the demo company: a painter whom a structure and a prescriber offer, gardeners whom
nobody has answered yet, a site hand who was found. Opened, asked, answered by the acts of people.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from django.utils.timezone import get_current_timezone

from perenne.domain.clauses.queries import commitment_card, commitments_of
from perenne.domain.participants.actions import Asked, SeenProof, Step, work_on_file
from perenne.domain.sourcing.actions import (
    Declining,
    NeedFacts,
    Offering,
    answer_solicitation,
    keep_offer,
    open_opening,
    propose_person,
    send_wave,
)
from perenne.domain.sourcing.queries import opening_card, proposals_of, solicitations_of
from perenne.domain.sourcing.states import DeclineReason
from perenne.kit.actors import HOUSE, Actor
from perenne.ops.demo.hirings import GARDENS as GARDENS_CONTRACT
from perenne.ops.demo.hirings import SITE
from perenne.ops.demo.partners import COMPANY, PRESCRIBER, STRUCTURE
from perenne.ops.demo.persons import seeking
from perenne.rules.eligibility import ProofKind
from perenne.rules.working_days import working_day_at_or_before
from perenne.values import Hours

COULOMMIERS, NEMOURS = "77131", "77333"
IN_A_FORTNIGHT = timedelta(14)
FULL_TIME = Hours.of(35)
PAINTER, GARDENER, SITE_HAND = "Peintre en bâtiment", "Ouvrier paysagiste", "Aide maçon"


def needs_are_met(partners: Mapping[str, Actor], facilitators: list[Actor], *, today: date) -> None:
    """Three needs under the two commitments of the company that run."""
    company, structure = (partners[one.player.email] for one in (COMPANY, STRUCTURE))
    rows = commitments_of(seen_by=company, on=today).items
    under = {row.object: commitment_card(row.id, seen_by=company) for row in rows}
    by_id = {one.organisation_id: one for one in facilitators}
    site, gardens = under[SITE], under[GARDENS_CONTRACT]

    def opened(commitment_id: int, facts: NeedFacts, days_ago: int) -> int:
        day = working_day_at_or_before(today - timedelta(days_ago))
        at = datetime.combine(day, time(10), tzinfo=get_current_timezone())
        opening_id = open_opening(
            commitment_id=commitment_id, facts=facts, by=company, on=day, now=at
        )
        send_wave(opening_id=opening_id, by=HOUSE, now=at)
        return opening_id

    hand = NeedFacts(
        "masonry", SITE_HAND, 1, Hours.of(210), FULL_TIME, today - timedelta(7), COULOMMIERS
    )
    is_found(opened(site.id, hand, 21), structure, company, today)
    painter = NeedFacts(
        "painting", PAINTER, 1, Hours.of(300), FULL_TIME, today + IN_A_FORTNIGHT, COULOMMIERS,
        rome="F1606", wish="Échafaudage monté, vestiaire sur place. Chantier à dix minutes du bus.",
    )  # fmt: skip
    is_answered(opened(site.id, painter, 2), partners, by_id[site.facilitator_id], today)
    gardener = NeedFacts(
        "green_upkeep", GARDENER, 2, Hours.of(600), FULL_TIME, today + IN_A_FORTNIGHT, NEMOURS,
        rome="A1203", wish="Équipe de trois, départ du dépôt de Nemours à 7 h 30.",
    )  # fmt: skip
    opened(gardens.id, gardener, 1)


def is_found(opening_id: int, structure: Actor, company: Actor, today: date) -> None:
    """The structure offers, the company takes it: the need is filled."""
    offer_id = answer_solicitation(
        solicitation_id=asked_about(opening_id, structure),
        answer=Offering(1, today - timedelta(7)),
        by=structure,
        on=today,
    )
    keep_offer(offer_id=offer_id or 0, by=company, on=today)


def is_answered(
    opening_id: int, partners: Mapping[str, Actor], facilitator: Actor, today: date
) -> None:
    """An offer and a person wait for the company; one declined on the telephone."""
    company, structure, prescriber = (
        partners[one.player.email] for one in (COMPANY, STRUCTURE, PRESCRIBER)
    )
    own, first_day = asked_about(opening_id, structure), today + IN_A_FORTNIGHT
    answer_solicitation(
        solicitation_id=own,
        answer=Offering(1, first_day, Hours.of(120), "Un peintre confirmé, avec le permis B."),
        by=structure,
        on=today,
    )
    others = [
        one.id
        for one in opening_card(opening_id, seen_by=company).asked
        if one.id != own and not one.is_prescriber
    ]
    for solicitation_id in others[:1]:
        said = Declining(DeclineReason.NO_ONE, "Toutes nos équipes sont prises jusqu’en mars.")
        answer_solicitation(solicitation_id=solicitation_id, answer=said, by=facilitator, on=today)
    asked = Asked(
        "Inès", "Carvalho", date(1991, 4, 18), first_day, sex="woman", commune=COULOMMIERS
    )
    propose_person(opening_id=opening_id, asked=asked, by=prescriber, today=today)
    file_id = proposals_of(prescriber).items[0].candidate.file_id
    proof = SeenProof(ProofKind.FRANCE_TRAVAIL, today)
    typed = seeking(first_day, 26, (proof,))
    work_on_file(file_id=file_id, typed=typed, step=Step.CONFIRM, by=facilitator, today=today)


def asked_about(opening_id: int, structure: Actor) -> int:
    """Of the demo, where a first wave holds all those of a trade."""
    return next(row.id for row in solicitations_of(structure).items if row.need.id == opening_id)
