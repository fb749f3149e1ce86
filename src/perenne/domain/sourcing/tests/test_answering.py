"""A structure answers from its mail or its space; what is kept fills the need, and closes it."""

import pytest
from django.core import mail

from perenne.domain.directory.models import Structure
from perenne.domain.participants.actions import Asked
from perenne.domain.participants.factories import new_verdict
from perenne.domain.participants.models import EligibilityFile
from perenne.domain.participants.queries import answers_of
from perenne.domain.sourcing.actions import (
    Declining,
    Offering,
    answer_by_link,
    answer_solicitation,
    close_opening,
    hire_candidate,
    keep_offer,
    leave_candidate,
    leave_offer,
    mailing,
    propose_candidate,
    propose_person,
    withdraw_offer,
)
from perenne.domain.sourcing.factories import (
    ON,
    new_offer,
    new_opening,
    new_solicitation,
    token_for,
)
from perenne.domain.sourcing.models import Candidate, Offer, Solicitation
from perenne.domain.sourcing.queries import (
    Link,
    asked,
    open_needs,
    opening_card,
    openings_for,
    proposals_of,
    solicitation_by_link,
    solicitations_of,
)
from perenne.domain.sourcing.states import DeclineReason
from perenne.domain.sourcing.tests.conftest import NOON
from perenne.kit.actors import VISITOR
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import NotFound, Refused
from perenne.values import Hours

ONE = Offering(persons=1, starts_on=ON)
ANSWERS = ("solicitation.offer", "solicitation.decline")


def by_link(row, answer=ONE):
    return answer_by_link(token=token_for(row), answer=answer, by=VISITOR, on=ON)


def test_a_link_answers_once_and_says_nothing_when_it_opens_nothing(scene):
    first, second, third = scene.structures(3)
    opening = new_opening(scene.commitment)
    rows = [new_solicitation(opening, one) for one in (first, second, third)]

    card = solicitation_by_link(token_for(rows[0]))
    assert (card.link, card.structure, card.need.hours) == (Link.OPEN, first.name, Hours.of(300))
    assert (card.monthly, card.need.place) == (Hours.of(151), "Meaux")
    assert by_link(rows[0], Offering(2, ON, Hours.of(120), "Deux peintres.")) is not None
    offer = Offer.objects.get(solicitation=rows[0])
    assert (offer.minutes_per_month, offer.starts_on) == (120 * 60, opening.starts_on)
    by_link(rows[1], Declining(DeclineReason.NO_ONE, "Tous en chantier."))
    assert solicitation_by_link(token_for(rows[0])).link is Link.ANSWERED
    assert solicitation_by_link(token_for(rows[0])).need is None
    for answer in (ONE, Declining(DeclineReason.OTHER)):
        with pytest.raises(Refused, match="réponse est enregistrée"):
            by_link(rows[0], answer)
    with pytest.raises(Refused, match="pas reconnu"):
        answer_by_link(token="0" * 64, answer=ONE, by=VISITOR, on=ON)
    with pytest.raises(Refused):
        answer_solicitation(solicitation_id=rows[2].pk, answer=ONE, by=VISITOR, on=ON)
    late = Offering(1, opening.ends_on.replace(month=3, day=1))
    with pytest.raises(Refused, match="Le travail finit le 28/02/2027"):
        by_link(rows[2], late)

    told = {one.facts["structure"]: one for one in Entry.objects.filter(act__in=ANSWERS)}
    assert told[second.name].facts["because"] == "Personne de disponible dans ce métier"
    assert not any("chantier" in str(one.facts) + str(one.changes) for one in told.values())
    close_opening(opening_id=opening.pk, reason="Chantier reporté.", by=scene.company, on=ON)
    assert solicitation_by_link(token_for(rows[2])).link is Link.OVER
    with pytest.raises(Refused, match="plus d’actualité"):
        by_link(rows[2])
    assert asked([first.pk, third.pk], since=ON)[third.pk].answered == 0


def test_a_group_shares_the_hours_and_the_last_one_closes_the_need_for_all(scene):
    one, other, third, silent = scene.structures(4)
    opening = new_opening(scene.commitment)
    rows = {it.pk: new_solicitation(opening, it) for it in (one, other, third, silent)}
    half = Offering(persons=1, starts_on=ON, monthly=Hours.of(50))
    offers = {it.pk: by_link(rows[it.pk], half) for it in (one, other, third)}
    assert mailing.send_offer(offer_id=offers[one.pk], now=NOON) == 2
    assert {to for it in mail.outbox for to in it.to} > {"clause@entreprise.fr"}

    kept = keep_offer(offer_id=offers[one.pk], by=scene.company, on=ON)
    assert (kept.promised, kept.is_filled) == (Hours(8_877), False)
    assert mailing.send_offer(offer_id=offers[one.pk], now=NOON) == 0, "it was answered meanwhile"
    with pytest.raises(Refused, match="d’une minute à 147"):
        keep_offer(offer_id=offers[other.pk], by=scene.company, on=ON, hours=Hours.of(200))
    keep_offer(offer_id=offers[other.pk], by=scene.facilitator, on=ON, hours=Hours.of(100))
    card = opening_card(opening.pk, seen_by=scene.company)
    assert (card.found, card.left) == (Hours(8_877 + 6_000), Hours(18_000 - 14_877))
    last = keep_offer(offer_id=offers[third.pk], by=scene.company, on=ON)
    assert (last.promised, last.is_filled) == (card.left, True)

    assert Solicitation.objects.get(pk=rows[silent.pk].pk).state == "closed"
    assert solicitation_by_link(token_for(rows[silent.pk])).link is Link.FILLED
    mail.outbox.clear()
    assert mailing.send_over(solicitation_id=rows[silent.pk].pk, now=NOON) == 1
    assert mailing.send_settled(offer_id=offers[third.pk], now=NOON) == 1
    over, promised = mail.outbox
    assert over.subject.startswith("Pourvu : Peintre en bâtiment")
    assert "vous n’avez rien à faire" in over.body
    assert f"retient votre offre pour {card.left}" in promised.body
    assert "décomptées de votre capacité" in promised.body


def test_what_was_promised_is_given_back_and_those_whose_need_it_is_are_told(scene):
    (one,) = scene.structures(1)
    offer = new_offer(new_opening(scene.commitment), one)
    assert keep_offer(offer_id=offer.pk, by=scene.company, on=ON).is_filled
    with pytest.raises(Refused):
        withdraw_offer(offer_id=offer.pk, by=scene.space, on=ON)
    withdraw_offer(offer_id=offer.pk, by=scene.facilitator, on=ON, reason="Arrêt maladie.")
    offer.refresh_from_db()
    assert (offer.kept_minutes, offer.state) == (0, "withdrawn")
    assert mailing.send_settled(offer_id=offer.pk, now=NOON) == 2
    assert {to for it in mail.outbox for to in it.to} > {"clause@entreprise.fr"}


def test_an_offer_is_left_and_everybody_else_is_left_when_the_need_is_over(scene):
    one, other = scene.structures(2)
    opening = new_opening(scene.commitment)
    left, waiting = new_offer(opening, one), new_offer(opening, other)
    leave_offer(offer_id=left.pk, by=scene.company, on=ON, reason="Dates trop justes.")
    assert mailing.send_settled(offer_id=left.pk, now=NOON) == 1
    assert "Motif : Dates trop justes." in mail.outbox[0].body
    with pytest.raises(Refused):
        close_opening(opening_id=opening.pk, reason="", by=scene.company, on=ON)
    close_opening(opening_id=opening.pk, reason="Chantier annulé.", by=scene.company, on=ON)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.reason) == ("left", "Chantier annulé.")
    assert mailing.send_over(solicitation_id=waiting.solicitation_id, now=NOON) == 1
    assert "Motif : Chantier annulé." in mail.outbox[1].body
    assert "pourvu" not in mail.outbox[1].body
    with pytest.raises(Refused):
        keep_offer(offer_id=waiting.pk, by=scene.company, on=ON)


def test_a_person_is_proposed_by_who_knows_them_and_the_company_reads_a_code_and_an_answer(scene):
    opening = new_opening(scene.commitment)
    assert [one.id for one in open_needs(scene.prescriber).items] == [opening.pk]
    assert open_needs(scene.space).total == 0, "a structure reads what it is asked"
    said = Asked("Nadia", "Zermatt", ON.replace(year=1990), opening.starts_on, commune="77284")
    key = propose_person(opening_id=opening.pk, asked=said, by=scene.prescriber, today=ON)
    row = Candidate.objects.select_related("file__participant").get(pk=key)
    assert row.file.contract_id == scene.commitment.contract_id
    assert row.file.facilitator_id == scene.facilitator.organisation_id
    with pytest.raises(Refused, match="déjà proposée"):
        propose_candidate(opening_id=opening.pk, file_id=row.file_id, by=scene.prescriber, on=ON)
    stranger = new_verdict(facilitator=scene.facilitator)
    with pytest.raises(Refused, match="pour qui vous avez demandé"):
        propose_candidate(
            opening_id=opening.pk, file_id=stranger.file_id, by=scene.prescriber, on=ON
        )
    with pytest.raises(Refused):
        propose_person(opening_id=opening.pk, asked=said, by=scene.space, today=ON)

    mailing.send_proposed(candidate_id=key, now=NOON)
    card = opening_card(opening.pk, seen_by=scene.company)
    (shown,) = card.candidates
    assert (shown.code, shown.answer.label) == (row.file.participant.code, "En cours")
    assert not shown.may_be_hired
    told = str(card) + "".join(f"{it.subject} {it.body}" for it in mail.outbox)
    assert "Nadia" not in told
    assert "Zermatt" not in told
    assert [it.code for it in answers_of(seen_by=scene.prescriber, page=1).items] == [shown.code]


def propose(scene, opening):
    said = Asked("Omar", "Zinal", ON.replace(year=1985), opening.starts_on, commune="77284")
    return propose_person(opening_id=opening.pk, asked=said, by=scene.prescriber, today=ON)


def test_what_became_of_a_person_is_told_to_who_proposed_her_and_the_last_one_fills_the_need(scene):
    opening = new_opening(scene.commitment)
    key, other = propose(scene, opening), propose(scene, opening)
    leave_candidate(candidate_id=other, by=scene.company, on=ON, reason="Poste déjà pris.")
    hire_candidate(candidate_id=key, by=scene.company, on=ON)
    opening.refresh_from_db()
    assert opening.state == "filled", "one person was needed"
    mine = {it.candidate.id: it.candidate for it in proposals_of(scene.prescriber).items}
    assert (mine[key].state, mine[other].state) == ("hired", "left")
    assert mine[other].reason == "Poste déjà pris."
    assert proposals_of(scene.space).total == 0
    mail.outbox.clear()
    assert mailing.send_candidate(candidate_id=other, now=NOON) == 1
    assert "n’est pas retenue" in mail.outbox[0].subject


def test_a_need_is_checked_and_a_text_that_everybody_reads_holds_no_contact(scene):
    for facts, said in (
        ({"wish": "Appelez Nadia au 06 12 34 56 78"}, "ni adresse ni téléphone"),
        ({"wish": "nadia@exemple.fr"}, "ni adresse ni téléphone"),
        ({"trade": "astrologie"}, "métier de la liste"),
        ({"starts_on": ON.replace(day=1)}, "premier jour est passé"),
        ({"ends_on": ON}, "finit avant de commencer"),
        ({"persons": 0}, "combien de personnes"),
        ({"weekly": Hours.of(60)}, "48 h au plus"),
        ({"commune": "00000"}, "pas connue"),
        ({"party_id": 0}, "quelle entreprise"),
    ):
        with pytest.raises(Refused, match=said):
            scene.opened(**facts)
    opening = scene.opened(wish="Badge à retirer le 1er jour à 7 h 30.")
    assert (opening.ends_on.isoformat(), opening.minutes) == ("2027-01-29", 300 * 60)
    assert Entry.objects.get(act="opening.open").changes["wish"] == []


def test_each_reads_no_more_than_their_own_and_the_number_of_queries_is_fixed(
    scene, django_assert_num_queries
):
    known = scene.structures(5)
    Structure.objects.filter(pk=known[0].pk).update(organisation=scene.space.organisation_id)
    opening = new_opening(scene.commitment)
    for structure in known[:2]:
        new_offer(opening, structure)
    with django_assert_num_queries(5):
        opening_card(opening.pk, seen_by=scene.company)
    for structure in known[2:]:
        new_offer(opening, structure)
    propose(scene, opening)
    with django_assert_num_queries(5):
        card = opening_card(opening.pk, seen_by=scene.company)
    assert (len(card.offers), card.waiting_offers, len(card.candidates)) == (5, 5, 1)
    with django_assert_num_queries(2):
        (row,) = openings_for(scene.company).items
    assert (row.asked, row.answered, row.waiting) == (5, 5, 6)
    with django_assert_num_queries(2):
        (mine,) = solicitations_of(scene.space).items
    assert (mine.offer.persons, mine.may_answer) == (1, False)
    assert EligibilityFile.objects.count() == 1
    for stranger in (scene.space, scene.prescriber):
        with pytest.raises(NotFound):
            opening_card(opening.pk, seen_by=stranger)
