"""Who may do what: the whole table, by act, by state, by person.

V the visitor who holds the key of the draft, B its buyer, F the facilitator it is routed to,
C the coordination, H the house. Whoever is not named is refused: another visitor (v), another
buyer (b), another facilitator (f), a company (x).
"""

from dataclasses import replace

import pytest

from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming.factories import (
    OTHER_PASSER_BY,
    PASSER_BY,
    PURCHASE,
    new_programme,
    new_purchase,
)
from perenne.domain.programming.models import Pairing
from perenne.domain.programming.policy import BUNDLE_GRANTS, GRANTS, PAIRINGS, PROGRAMMES, PURCHASES
from perenne.domain.programming.states import Fate, ProgrammeState, PurchaseState
from perenne.kit.actors import HOUSE, VISITOR, Role
from perenne.values import Euros

pytestmark = pytest.mark.django_db

OF_A_BUYER = """
                          asking  reading  draft  sent
programme.receive         B       B        B      B
programme.view            B       B        B      BFC
programme.take_source     B       B        B      BFC
programme.match_headings  B       .        .      .
programme.screen          .       BH       .      .
programme.send            .       .        B      .
programme.forget          B       B        B      .
programme.compare         .       .        .      BCH
programme.report          .       .        .      C
"""
OF_A_VISITOR = """
                          asking  reading  draft
programme.receive         V       V        V
programme.view            V       V        V
programme.take_source     V       V        V
programme.match_headings  V       .        .
programme.screen          .       VH       .
programme.send            .       .        V
programme.forget          VH      VH       VH
"""
PURCHASE_OF_A_BUYER = """
                     reading/screened draft/screened sent/received sent/kept sent/left_aside \
sent/justified
purchase.view        B                B              BFC           BFC       BFC             BFC
purchase.correct     .                B              F             .         .               .
purchase.hand_over   B                B              .             .         .               .
purchase.keep        .                .              F             .         .               .
purchase.leave_aside .                .              F             .         .               .
purchase.take_back   .                .              .             .         F               F
purchase.justify     .                .              BF            .         BF              BF
purchase.follow      .                .              FC            FC        .               .
purchase.reassign    .                .              C             .         .               .
purchase.cover       .                .              H             .         .               .
purchase.give_back   .                .              .             .         .               .
purchase.hide        .                .              B             B         B               B
purchase.show        .                .              .             .         .               .
"""
PAIRING = """
                     together settled added removed
pairing.view         BFC      BFC     BFC   BFC
pairing.confirm      FC       .       .     .
pairing.separate     FC       FC      .     .
pairing.join         .        .       FC    FC
"""
PURCHASE_OF_A_VISITOR = """
                       reading/screened  draft/screened
purchase.view          V                 V
purchase.correct       .                 V
purchase.hand_over     V                 V
purchase.keep          .                 .
purchase.leave_aside   .                 .
purchase.take_back     .                 .
"""


def cells_of(table):
    heads, *rows = table.strip("\n").splitlines()
    return [
        pytest.param(row.split()[0], state, set(letters) - {"."}, id=f"{row.split()[0]} {state}")
        for row in rows
        for state, letters in zip(heads.split(), row.split()[1:], strict=True)
    ]


@pytest.fixture(scope="module")
def people(standing):
    """One of each, and a stranger of each kind."""
    with standing():
        return {
            "V": PASSER_BY,
            "v": OTHER_PASSER_BY,
            "-": VISITOR,
            "B": new_actor(Role.BUYER),
            "b": new_actor(Role.BUYER),
            "F": new_actor(Role.FACILITATOR),
            "f": new_actor(Role.FACILITATOR),
            "C": new_actor(Role.COORDINATION),
            "x": new_actor(Role.COMPANY),
            "H": HOUSE,
        }


def granted(policy, act, people, pk):
    return {letter for letter, actor in people.items() if policy.allows(act, actor, pk)}


@pytest.mark.parametrize(("act", "state", "who"), cells_of(OF_A_BUYER))
def test_a_programme_of_a_buyer(people, act, state, who):
    programme = new_programme(people["B"], state=ProgrammeState(state))
    new_purchase(programme, facilitator=people["F"])
    assert granted(PROGRAMMES, act, people, programme.pk) == who


@pytest.mark.parametrize(("act", "state", "who"), cells_of(OF_A_VISITOR))
def test_a_programme_of_a_visitor(people, act, state, who):
    programme = new_programme(PASSER_BY, state=ProgrammeState(state))
    new_purchase(programme, facilitator=people["F"])
    assert granted(PROGRAMMES, act, people, programme.pk) == who


@pytest.mark.parametrize(("act", "states", "who"), cells_of(PURCHASE_OF_A_BUYER))
def test_a_purchase_of_a_buyer(people, act, states, who):
    programme_state, purchase_state = states.split("/")
    programme = new_programme(people["B"], state=ProgrammeState(programme_state))
    state = PurchaseState(purchase_state)
    purchase = new_purchase(programme, facilitator=people["F"], state=state)
    assert granted(PURCHASES, act, people, purchase.pk) == who


@pytest.mark.parametrize(("act", "states", "who"), cells_of(PURCHASE_OF_A_VISITOR))
def test_a_purchase_of_a_visitor(people, act, states, who):
    programme_state, purchase_state = states.split("/")
    programme = new_programme(PASSER_BY, state=ProgrammeState(programme_state))
    state = PurchaseState(purchase_state)
    purchase = new_purchase(programme, facilitator=people["F"], state=state)
    assert granted(PURCHASES, act, people, purchase.pk) == who


@pytest.mark.parametrize(("act", "states", "who"), cells_of(PURCHASE_OF_A_BUYER))
def test_the_coordination_does_the_work_of_the_facilitator_where_it_stands_in(
    people, act, states, who
):
    programme_state, purchase_state = states.split("/")
    programme = new_programme(people["B"], state=ProgrammeState(programme_state))
    state = PurchaseState(purchase_state)
    purchase = new_purchase(programme, facilitator=people["C"], state=state)
    standing_in = {"F": "C"}
    expected = {standing_in.get(letter, letter) for letter in who}
    assert granted(PURCHASES, act, people, purchase.pk) == expected


@pytest.mark.parametrize("act", ["programme.view", "programme.send", "programme.forget"])
def test_who_signed_in_keeps_the_draft_of_their_session(people, act):
    programme = new_programme(PASSER_BY)
    signed_in = replace(people["B"], visitor_key=PASSER_BY.visitor_key)
    assert PROGRAMMES.allows(act, signed_in, programme.pk)
    assert not PROGRAMMES.allows(act, people["B"], programme.pk)


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.COORDINATION, Role.COMPANY])
def test_a_key_is_worth_nothing_in_the_hands_of_who_buys_nothing(role):
    programme = new_programme(PASSER_BY)
    holder = replace(new_actor(role), visitor_key=PASSER_BY.visitor_key)
    assert granted(PROGRAMMES, "programme.view", {"x": holder}, programme.pk) == set()


def test_a_visitor_without_key_owns_no_draft():
    new_programme(PASSER_BY)
    assert not PROGRAMMES.rows("programme.view", VISITOR).exists()


@pytest.mark.parametrize(("act", "case", "who"), cells_of(PAIRING))
def test_a_pairing(people, act, case, who):
    old, new = (new_programme(people["B"], state=ProgrammeState.SENT) for _ in range(2))
    before, after = (
        new_purchase(one, facilitator=people["F"], state=PurchaseState.RECEIVED)
        for one in (old, new)
    )
    sides = {
        "added": {"after": after, "fate": Fate.ADDED},
        "removed": {"before": before, "fate": Fate.REMOVED},
    }
    both = {"before": before, "after": after, "fate": Fate.KEPT, "is_settled": case == "settled"}
    row = Pairing.objects.create(programme=new, **sides.get(case, both))
    assert granted(PAIRINGS, act, people, row.pk) == who


def test_what_stands_in_goes_back_and_what_is_hidden_is_shown(people):
    programme = new_programme(people["B"], state=ProgrammeState.SENT)
    row = new_purchase(programme, facilitator=people["F"], state=PurchaseState.RECEIVED)
    row.stands_in_for_id, row.is_discreet = people["f"].organisation_id, True
    row.save()
    assert granted(PURCHASES, "purchase.give_back", people, row.pk) == {"H"}
    assert granted(PURCHASES, "purchase.show", people, row.pk) == {"B"}
    assert granted(PURCHASES, "purchase.hide", people, row.pk) == set()


def test_a_purchase_without_duty_has_nothing_to_justify(people):
    programme = new_programme(people["B"], state=ProgrammeState.SENT)
    small = replace(PURCHASE, amount=Euros.of(50_000), amount_high=Euros.of(50_000))
    row = new_purchase(
        programme, facts=small, facilitator=people["F"], state=PurchaseState.RECEIVED
    )
    assert granted(PURCHASES, "purchase.justify", people, row.pk) == set()


def test_the_table_names_every_act():
    tables = (OF_A_BUYER, OF_A_VISITOR, PURCHASE_OF_A_BUYER, PURCHASE_OF_A_VISITOR, PAIRING)
    named = {row.split()[0] for table in tables for row in table.strip("\n").splitlines()[1:]}
    assert named == set(GRANTS) - set(BUNDLE_GRANTS)  # these: `test_bundling.py`
