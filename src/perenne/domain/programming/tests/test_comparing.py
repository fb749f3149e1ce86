"""Programmes numbered, compared, and what a person says of two lines."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from perenne.domain.coverage.models import Absence
from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming import actions, queries
from perenne.domain.programming.actions.receiving import SentFile
from perenne.domain.programming.factories import (
    HEADINGS,
    TODAY,
    csv_of,
    new_programme,
    new_purchase,
)
from perenne.domain.programming.models import Pairing, PlannedPurchase, Programme
from perenne.domain.programming.queries import Filter
from perenne.domain.programming.queries.following import last_versions, still_current
from perenne.domain.programming.states import Fate, ProgrammeState, PurchaseState
from perenne.kit.actors import HOUSE, Role
from perenne.kit.refusals import NotFound, Refused
from perenne.kit.testing.commits import at_once, refusals
from perenne.rules.needs import BuyerKind

CLEANING = ("Nettoyage des écoles", "980 000 €", "90911200-8", "48 mois", "03/2027", "Meaux")
GARDENS = ("Entretien des espaces verts", "300 000 €", "77310000", "36 mois", "05/2027", "Meaux")
FACADE = ("Ravalement de la mairie", "1 850 000 €", "45443000", "14 mois", "06/2027", "Meaux")
ROOF = ("Réfection de la toiture du gymnase", "700 000 €", "45260000", "8 mois", "2028", "Meaux")


def sent(buyer, *lines, title):
    programme_id = actions.receive_programme(
        SentFile(csv_of(HEADINGS, *lines), "achats.csv"),
        title=title,
        buyer_kind=BuyerKind.LOCAL_AUTHORITY,
        by=buyer,
        today=TODAY,
    )
    actions.send_programme(programme_id=programme_id, by=buyer, today=TODAY)
    return programme_id


@pytest.fixture
def people(db):
    return new_people()


def new_people():
    coordination = new_actor(Role.COORDINATION)
    return coordination, new_actor(Role.BUYER)


@pytest.fixture
def both(people):
    return both_years(people[1])


def both_years(buyer):
    old = sent(buyer, CLEANING, GARDENS, FACADE, title="Achats 2027")
    dearer = (CLEANING[0], "1 200 000 €", *CLEANING[2:])
    return old, sent(buyer, ROOF, dearer, GARDENS, title="Achats 2028")


def fates(programme_id, actor):
    rows = queries.every_pairing_of(programme_id, seen_by=actor)
    return {row.shown.object: row.fate for row in rows}


def pairing_of(programme_id, actor, text):
    rows = queries.every_pairing_of(programme_id, seen_by=actor)
    return next(row for row in rows if row.shown.object == text)


def test_each_line_is_added_changed_kept_or_removed(people, both):
    _, buyer = people
    assert fates(both[1], buyer) == {
        CLEANING[0]: Fate.CHANGED,
        GARDENS[0]: Fate.KEPT,
        FACADE[0]: Fate.REMOVED,
        ROOF[0]: Fate.ADDED,
    }
    ((label, before, after),) = pairing_of(both[1], buyer, CLEANING[0]).changes
    assert (label, before[:3], after[:5]) == ("Montant", "980", "1\u202f200")


def test_years_and_versions_are_numbered_for_each_buyer(people, both):
    coordination, buyer = people
    again = sent(buyer, CLEANING, title="Achats 2028, corrigés")
    other = sent(new_actor(Role.BUYER), CLEANING, title="Achats")
    cards = [queries.comparison_card(it, seen_by=coordination) for it in (*both, again, other)]
    assert [(it.programme.year, it.programme.version) for it in cards] == [
        (2027, 1), (2028, 1), (2028, 2), (2027, 1),
    ]  # fmt: skip
    assert [it.previous and it.previous.id for it in cards] == [None, both[0], both[1], None]
    last = Programme.objects.filter(last_versions()).values_list("pk", flat=True)
    assert set(last) == {both[0], again, other}


def test_a_need_is_counted_once_however_often_it_is_planned(people, both):
    coordination, buyer = people

    def current():
        rows = PlannedPurchase.objects.filter(still_current())
        return sorted((row.programme.year, row.object) for row in rows)

    assert current() == sorted((2028, it[0]) for it in (ROOF, CLEANING, GARDENS))
    PlannedPurchase.objects.filter(programme_id=both[0]).update(
        facilitator_id=coordination.organisation_id
    )
    for row in PlannedPurchase.objects.filter(programme_id=both[0]):
        actions.keep_purchase(purchase_id=row.pk, by=coordination)
    kept = [(2027, it[0]) for it in (CLEANING, GARDENS, FACADE)]
    assert current() == sorted([*kept, (2028, ROOF[0])])
    card = queries.programme_card(both[1], seen_by=buyer)
    assert card.counts.compliant >= 1, "the clause of the line that it takes up counts"


def test_a_person_confirms_separates_and_joins_and_nothing_undoes_it(people, both):
    coordination, buyer = people
    gardens = pairing_of(both[1], buyer, GARDENS[0])
    actions.confirm_pairing(pairing_id=gardens.id, by=coordination)
    with pytest.raises(Refused):
        actions.confirm_pairing(pairing_id=gardens.id, by=coordination)
    cleaning = pairing_of(both[1], buyer, CLEANING[0])
    actions.separate_pairing(pairing_id=cleaning.id, by=coordination)
    removed = pairing_of(both[1], buyer, FACADE[0])
    added = pairing_of(both[1], buyer, ROOF[0])
    assert removed.id in {it.id for it in queries.others_to_join(added.id, seen_by=coordination)}
    actions.join_pairings(pairing_id=added.id, other_id=removed.id, by=coordination)
    actions.compare_programme(programme_id=both[1], by=buyer, today=TODAY)
    rows = queries.every_pairing_of(both[1], seen_by=buyer)
    assert sorted((row.fate, row.is_settled) for row in rows) == [
        (Fate.ADDED, True), (Fate.CHANGED, True), (Fate.KEPT, True), (Fate.REMOVED, True),
    ]  # fmt: skip
    joined = next(row for row in rows if row.fate is Fate.CHANGED)
    assert (joined.before.object, joined.after.object) == (FACADE[0], ROOF[0])


def test_two_lines_removed_are_not_joined(people, both):
    coordination, buyer = people
    cleaning = pairing_of(both[1], buyer, CLEANING[0])
    actions.separate_pairing(pairing_id=cleaning.id, by=coordination)
    ids = Pairing.objects.filter(fate=Fate.REMOVED).values_list("pk", flat=True)
    with pytest.raises(Refused, match="une ligne retirée et une ligne ajoutée"):
        actions.join_pairings(pairing_id=ids[0], other_id=ids[1], by=coordination)


def test_another_programme_is_chosen_among_the_older_ones_of_the_buyer(people, both):
    coordination, buyer = people
    last = sent(buyer, CLEANING, title="Achats 2029")
    actions.link_programme(programme_id=last, previous_id=both[0], by=buyer, today=TODAY)
    assert queries.comparison_card(last, seen_by=buyer).previous.id == both[0]
    assert fates(last, buyer)[CLEANING[0]] is Fate.KEPT
    with pytest.raises(Refused, match="plus ancienne"):
        actions.link_programme(programme_id=both[0], previous_id=last, by=buyer, today=TODAY)
    strangers = sent(new_actor(Role.BUYER), CLEANING, title="Achats 2020")
    with pytest.raises(NotFound):
        actions.link_programme(
            programme_id=last, previous_id=strangers, by=coordination, today=TODAY
        )


def test_what_a_removed_line_with_a_clause_asks_is_seen(people, both):
    coordination, buyer = people
    row = PlannedPurchase.objects.get(programme_id=both[0], object=FACADE[0])
    actions.keep_purchase(purchase_id=row.pk, by=coordination)
    card = queries.comparison_card(both[1], seen_by=coordination)
    assert {name: card.counts[name] for name in Filter} == {
        Filter.ALL: 4, Filter.ADDED: 1, Filter.CHANGED: 1, Filter.KEPT: 1, Filter.REMOVED: 1,
        Filter.CLAUSED: 1, Filter.UNSURE: 0,
    }  # fmt: skip
    (flagged,) = queries.pairings_of(both[1], seen_by=buyer, only=Filter.CLAUSED).items
    assert flagged.is_claused_and_removed
    assert queries.pairings_of(both[1], seen_by=new_actor(Role.FACILITATOR)).total == 0


def test_the_same_queries_whatever_the_number_of_lines(people):
    _, buyer = people

    def asked(number):
        many = [(f"Nettoyage du site {n}", *CLEANING[1:]) for n in range(number)]
        sent(buyer, *many, title="Achats 2027")
        programme_id = sent(buyer, *many, title="Achats 2028")
        with CaptureQueriesContext(connection) as found:
            queries.comparison_card(programme_id, seen_by=buyer)
            queries.pairings_of(programme_id, seen_by=buyer)
        return len(found)

    assert asked(2) == asked(60) <= 7


@pytest.mark.usefixtures("real_commits")
def test_two_people_confirm_the_same_match_and_one_is_told():
    coordination, buyer = new_people()
    _, new = both_years(buyer)
    other = new_actor(Role.COORDINATION)
    row = pairing_of(new, buyer, GARDENS[0])
    outcomes = at_once(
        lambda: actions.confirm_pairing(pairing_id=row.id, by=coordination),
        lambda: actions.confirm_pairing(pairing_id=row.id, by=other),
    )
    print(f"two confirmations at once: {len(refusals(outcomes))} told that it is done")
    assert len(refusals(outcomes)) == 1
    assert pairing_of(new, buyer, GARDENS[0]).is_settled


@pytest.mark.usefixtures("real_commits")
def test_a_purchase_kept_and_reassigned_at_once_is_one_or_the_other():
    coordination, buyer = new_people()
    facilitator = new_actor(Role.FACILITATOR)
    programme_id = sent(buyer, CLEANING, title="Achats 2027")
    (purchase,) = queries.every_purchase_in(programme_id, seen_by=buyer)
    outcomes = at_once(
        lambda: actions.keep_purchase(purchase_id=purchase.id, by=coordination),
        lambda: actions.reassign_purchase(
            purchase_id=purchase.id,
            facilitator_id=facilitator.organisation_id,
            reason="Charge trop lourde.",
            by=coordination,
        ),
    )
    row = PlannedPurchase.objects.get(pk=purchase.id)
    is_kept = row.state == PurchaseState.KEPT
    print(f"keep against reassign: {len(refusals(outcomes))} told, kept: {is_kept}")
    assert len(refusals(outcomes)) == 1
    assert is_kept == (row.facilitator_id == coordination.organisation_id)


def test_the_day_of_the_next_step_is_kept_on_the_row(people):
    coordination, buyer = people
    programme_id = sent(buyer, CLEANING, title="Achats 2027")
    row = PlannedPurchase.objects.get(programme_id=programme_id)
    assert row.next_on == date(2026, 12, 7)
    actions.keep_purchase(purchase_id=row.pk, by=coordination)
    row.refresh_from_db()
    assert row.next_on == date(2027, 1, 29)


@pytest.mark.usefixtures("real_commits")
def test_two_nights_at_once_move_each_purchase_once():
    buyer, away = new_actor(Role.BUYER), new_actor(Role.FACILITATOR)
    backup = new_actor(Role.FACILITATOR)
    programme = new_programme(buyer, state=ProgrammeState.SENT)
    rows = [
        new_purchase(programme, facilitator=away, state=PurchaseState.RECEIVED) for _ in range(5)
    ]
    Absence.objects.create(
        facilitator_id=away.organisation_id,
        since=TODAY,
        backup_id=backup.organisation_id,
    )
    moved = at_once(*[lambda: actions.cover_absences(by=HOUSE, today=TODAY)] * 2)
    print(f"two nights at once, five purchases: {moved}")
    assert sum(moved) == 5
    for row in rows:
        row.refresh_from_db()
        assert row.facilitator_id == backup.organisation_id
        assert row.stands_in_for_id == away.organisation_id
