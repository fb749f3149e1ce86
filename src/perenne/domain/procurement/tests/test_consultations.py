"""From kept purchases, or by hand, to lots that are out to tender, awarded or not."""

from datetime import date

import pytest

from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement import actions, queries
from perenne.domain.procurement.actions import ConsultationFacts, Days, LotFacts, People
from perenne.domain.procurement.factories import new_consultation, new_lot
from perenne.domain.procurement.models import Consultation, Lot
from perenne.domain.procurement.queries import Stage
from perenne.domain.procurement.states import LotState
from perenne.domain.programming.factories import new_programme, new_purchase
from perenne.domain.programming.states import ProgrammeState, PurchaseState
from perenne.kit.actors import Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import NotFound, Refused
from perenne.values import Euros

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
DAYS = Days(date(2027, 1, 10), date(2027, 2, 15), date(2027, 4, 1))
SAID = ConsultationFacts("Réhabilitation du gymnase", reference="2027-12", days=DAYS)
LOT = LotFacts("Gros œuvre", number="1", cpv="45223220", amount=Euros.of(900_000))


def kept(facilitator, buyer=None, state=PurchaseState.KEPT):
    programme = new_programme(buyer or new_actor(Role.BUYER), state=ProgrammeState.SENT)
    return new_purchase(programme, facilitator=facilitator, state=state)


def opened(facilitator, buyer, *lots):
    return actions.open_consultation(
        said=SAID,
        lots=lots or (LOT,),
        people=People(buyer.organisation_id, facilitator.organisation_id),
        by=facilitator,
    )


@pytest.mark.parametrize("whose", ["facilitator", "buyer"])
def test_kept_purchases_become_lots_with_their_facts(facilitator, buyer, whose):
    purchases = [kept(facilitator, buyer=buyer) for _ in range(2)]
    by = {"facilitator": facilitator, "buyer": buyer}[whose]

    opened_id = actions.open_from_purchases(
        said=SAID, purchase_ids=[row.pk for row in purchases], by=by
    )

    card = queries.consultation_card(opened_id, seen_by=by, on=TODAY)
    assert [lot.purchase_id for lot in card.lots] == [row.pk for row in purchases]
    assert [lot.title for lot in card.lots] == [f"Lot {n} – {purchases[0].object}" for n in (1, 2)]
    assert {lot.amount for lot in card.lots} == {Euros(purchases[0].amount_cents)}
    assert Entry.objects.get(act="consultation.open").facts == {"lots": 2}
    assert queries.purchases_put_out([purchases[0].pk]) == {purchases[0].pk: opened_id}


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        (lambda f, b: [], "Cochez au moins un achat"),
        (lambda f, b: [kept(f, b, PurchaseState.RECEIVED)], "Seuls les achats retenus"),
        (lambda f, b: [kept(f, b), kept(f)], "ne sont pas suivis par le même facilitateur"),
    ],
    ids=["none", "not kept", "of two buyers"],
)
def test_purchases_that_do_not_go_together_are_refused(facilitator, buyer, chosen, sentence):
    ids = [row.pk for row in chosen(facilitator, buyer)]
    with pytest.raises(Refused, match=sentence):
        actions.open_from_purchases(said=SAID, purchase_ids=ids, by=facilitator)


def test_the_coordination_sees_a_purchase_and_puts_it_out_for_nobody(facilitator, buyer):
    ids = [kept(facilitator, buyer).pk]
    with pytest.raises(Refused, match="suivis par un autre facilitateur"):
        actions.open_from_purchases(said=SAID, purchase_ids=ids, by=new_actor(Role.COORDINATION))


def test_a_purchase_goes_out_once(facilitator, buyer):
    ids = [kept(facilitator, buyer=buyer).pk]
    actions.open_from_purchases(said=SAID, purchase_ids=ids, by=facilitator)
    with pytest.raises(Refused, match="déjà dans une consultation"):
        actions.open_from_purchases(said=SAID, purchase_ids=ids, by=facilitator)
    assert Consultation.objects.count() == 1


def test_by_hand_one_says_the_other_of_the_two_and_is_known_oneself(facilitator, buyer):
    by_buyer = actions.open_consultation(
        said=SAID, lots=[LOT], people=People(facilitator_id=facilitator.organisation_id), by=buyer
    )
    rows = Consultation.objects.get(pk=by_buyer)
    assert (rows.buyer_id, rows.facilitator_id) == (
        buyer.organisation_id, facilitator.organisation_id,
    )  # fmt: skip
    with pytest.raises(Refused, match="Choisissez l’acheteur"):
        actions.open_consultation(
            said=SAID, lots=[LOT], people=People(facilitator.organisation_id), by=facilitator
        )
    with pytest.raises(Refused, match="Choisissez le facilitateur"):
        actions.open_consultation(said=SAID, lots=[LOT], people=People(), by=buyer)
    with pytest.raises(Refused, match="Votre espace ne permet pas"):
        actions.open_consultation(
            said=SAID, lots=[LOT], people=People(), by=new_actor(Role.COMPANY)
        )


def test_an_operation_groups_the_consultations_of_one_buyer(facilitator, buyer):
    ours, other = (
        actions.open_operation(
            title="Gymnase", people=People(whose.organisation_id), by=facilitator
        )
        for whose in (buyer, new_actor(Role.BUYER))
    )
    consultation = opened(facilitator, buyer)
    said = ConsultationFacts("Gymnase", operation_id=ours)
    actions.amend_consultation(consultation_id=consultation, said=said, by=buyer)
    card = queries.consultation_card(consultation, seen_by=buyer, on=TODAY)
    assert card.operation.title == "Gymnase"
    with pytest.raises(Refused, match="pas une opération de cet acheteur"):
        actions.amend_consultation(
            consultation_id=consultation, said=ConsultationFacts("X", operation_id=other), by=buyer
        )


def test_days_follow_one_another_and_lots_are_numbered_once(facilitator, buyer):
    consultation = opened(facilitator, buyer)
    backwards = Days(date(2027, 3, 1), date(2027, 2, 1))
    with pytest.raises(Refused, match="Les dates se suivent"):
        actions.amend_consultation(
            consultation_id=consultation, said=ConsultationFacts("X", days=backwards), by=buyer
        )
    with pytest.raises(Refused, match="porte déjà ce numéro"):
        actions.add_lot(consultation_id=consultation, lot=LOT, by=buyer)
    second = actions.add_lot(
        consultation_id=consultation, lot=LotFacts("Peinture", number="2"), by=buyer
    )
    actions.edit_lot(lot_id=second, lot=LotFacts("Peinture, sols", number="3"), by=facilitator)
    actions.remove_lot(lot_id=Lot.objects.get(number="1").pk, by=facilitator)
    card = queries.consultation_card(consultation, seen_by=buyer, on=TODAY)
    assert [(lot.number, lot.object) for lot in card.lots] == [("3", "Peinture, sols")]
    assert [e.act for e in Entry.objects.order_by("id")][-3:] == [
        "consultation.add_lot", "lot.edit", "lot.remove",
    ]  # fmt: skip


def test_a_lot_lives_from_its_publication_to_a_new_consultation(facilitator, buyer):
    consultation = opened(facilitator, buyer, LOT, LotFacts("Peinture", number="2"))
    published = actions.publish_lots(consultation_id=consultation, on=TODAY, by=buyer)
    first, second = published
    actions.find_lot_unsuccessful(lot_id=first, reason="Aucune offre reçue.", by=buyer)
    actions.drop_lot(lot_id=second, reason="Besoin disparu.", by=facilitator)
    actions.prepare_lot_again(lot_id=first, by=facilitator)

    lots = {row.pk: row for row in Lot.objects.all()}
    assert Consultation.objects.get().publish_on == TODAY
    assert (lots[first].state, lots[first].reason, lots[first].published_on) == (
        LotState.PREPARED, "", None,
    )  # fmt: skip
    assert (lots[second].state, lots[second].reason) == (LotState.DROPPED, "Besoin disparu.")
    assert actions.publish_lots(consultation_id=consultation, on=TODAY, by=buyer) == [first]


@pytest.mark.parametrize("act", [actions.drop_lot, actions.find_lot_unsuccessful])
def test_a_lot_given_up_says_why(facilitator, act):
    lot = new_lot(new_consultation(facilitator=facilitator), state=LotState.PUBLISHED)
    for reason in ("", "   "):
        with pytest.raises(Refused, match="Dites pourquoi"):
            act(lot_id=lot.pk, reason=reason, by=facilitator)


def test_nothing_is_published_after_the_bids_are_due(facilitator, buyer):
    consultation = opened(facilitator, buyer)
    with pytest.raises(Refused, match="corrigez d’abord les dates"):
        actions.publish_lots(consultation_id=consultation, on=date(2027, 2, 16), by=buyer)
    actions.publish_lots(consultation_id=consultation, on=TODAY, by=buyer)
    with pytest.raises(Refused, match="Aucun lot n’est en préparation"):
        actions.publish_lots(consultation_id=consultation, on=TODAY, by=buyer)


def test_others_see_no_consultation_and_change_none(facilitator, buyer):
    consultation = opened(facilitator, buyer)
    for role in (Role.BUYER, Role.FACILITATOR, Role.COMPANY, Role.PRESCRIBER):
        stranger = new_actor(role)
        with pytest.raises(NotFound):
            queries.consultation_card(consultation, seen_by=stranger, on=TODAY)
        with pytest.raises(Refused):
            actions.amend_consultation(consultation_id=consultation, said=SAID, by=stranger)
    coordination = new_actor(Role.COORDINATION)
    card = queries.consultation_card(consultation, seen_by=coordination, on=TODAY)
    assert (card.object, card.may) == ("Réhabilitation du gymnase", frozenset())


EXPECTED = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("state", "days", "sentence"),
    [
        (LotState.PREPARED, {"publish_on": EXPECTED}, "publication est passée : est-elle parue"),
        (LotState.PREPARED, {"publish_on": TODAY}, None),
        (LotState.PREPARED, {}, None),
        (LotState.PUBLISHED, {"award_on": EXPECTED}, "attribution est passée : qui a été retenu"),
        (LotState.PUBLISHED, {"bids_due_on": EXPECTED}, "remise des offres est passée"),
        (LotState.PUBLISHED, {"bids_due_on": EXPECTED, "award_on": date(2027, 1, 1)}, None),
        (LotState.AWARDED, {"award_on": EXPECTED}, None),
        (LotState.DROPPED, {"publish_on": EXPECTED}, None),
    ],
)
def test_a_date_gone_by_without_news_is_told(facilitator, state, days, sentence):
    consultation = new_consultation(facilitator=facilitator, **days)
    new_lot(consultation, state=state)

    found = queries.silent_consultations(TODAY, seen_by=facilitator)
    listed = queries.consultations_of(seen_by=facilitator, on=TODAY, stage=Stage.SILENT).items
    card = queries.consultation_card(consultation.pk, seen_by=facilitator, on=TODAY)

    assert [one.consultation_id for one in found] == ([consultation.pk] if sentence else [])
    assert [row.id for row in listed] == ([consultation.pk] if sentence else [])
    if sentence:
        assert sentence in found[0].sentence
        assert found[0].since == EXPECTED
    assert card.silence == (found[0].sentence if sentence else "")


def test_the_silent_are_asked_about_in_one_query_and_each_sees_their_own(
    facilitator, buyer, django_assert_num_queries
):
    for number in range(30):
        day = date(2026, 10, 1 + number % 28)
        new_lot(new_consultation(facilitator=facilitator, buyer=buyer, publish_on=day))
    new_lot(new_consultation(publish_on=EXPECTED))
    with django_assert_num_queries(1):
        found = queries.silent_consultations(TODAY, seen_by=facilitator)
    assert len(found) == 30
    assert [one.since for one in found] == sorted(one.since for one in found)
    coordination = new_actor(Role.COORDINATION)
    assert len(queries.silent_consultations(TODAY, seen_by=coordination)) == 31
    assert queries.silent_consultations(TODAY, seen_by=new_actor(Role.COMPANY)) == ()
