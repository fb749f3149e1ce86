"""What a place can do of a volume: what was said, less what is promised, less what was refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from perenne.domain.clauses.factories import new_clause
from perenne.domain.directory.factories import new_structure
from perenne.domain.promises.queries import Asked, commune_of_clause, local_card
from perenne.domain.promises.tests.conftest import MEAUX, ON
from perenne.domain.sourcing.states import DECLINED, DeclineReason
from perenne.domain.territories.actions import OfficialCommune, load_communes
from perenne.rules.directory import Freshness
from perenne.rules.segments import trade
from perenne.values import Euros, Hours

CLAYE = OfficialCommune("77118", "Claye-Souilly", "77", ("77410",), "200072130", "CA de Meaux")
MELUN = OfficialCommune("77288", "Melun", "77", ("77000",), "247700057", "CA Melun Val de Seine")
ASKED = Asked(
    trade("painting"), MEAUX.insee_code, Hours.of(1_200), 12, Euros.of(300_000), date(2027, 1, 1)
)


@pytest.fixture
def place(scene):
    """Around Meaux: who says so, who stands there; in Melun somebody who works everywhere."""
    load_communes([CLAYE, MELUN])
    scene.near = new_structure(name="Claye Peinture", commune_id="77118", trades={"painting": 0})
    scene.far = new_structure(name="Melun Peinture", commune_id="77288", trades={"painting": 90})
    scene.wide = new_structure(
        name="Seine Insertion", commune_id="77288", trades={"painting": 50}, said_on=ON,
        areas=({"department_code": "77"},),
    )  # fmt: skip
    new_structure(name="Mission locale", kind="mission_locale", commune_id=MEAUX.insee_code)
    new_structure(name="Masquée", commune_id=MEAUX.insee_code, trades={"painting": 9},
                  state="hidden")  # fmt: skip
    return scene


def hours(card):
    return {it.name: it.monthly.whole if it.monthly else None for it in card.structures}


def test_the_hours_said_there_are_told_net_of_promises(place):
    card = local_card(ASKED, on=ON)
    assert hours(card) == {"Tremplin Intérim": 300, "Seine Insertion": 50, "Claye Peinture": None}
    assert (card.place, card.offer.known, card.offer.stating) == ("Meaux", 3, 2)
    assert card.answer.is_enough
    place.offer(place.opening(place.one), 3_000)
    after = local_card(ASKED, on=ON)
    assert hours(after)["Tremplin Intérim"] == 50
    assert after.answer.monthly.whole == 100
    assert after.answer.is_enough
    assert not local_card(replace(ASKED, hours=Hours.of(1_201)), on=ON).answer.is_enough


def test_a_refusal_since_the_word_and_an_old_word_are_listened_to(place):
    place.asked(
        place.opening(place.one), state=DECLINED, reason=DeclineReason.NO_ONE, answered_on=ON
    )
    place.asked(
        place.opening(place.one), place.wide, state=DECLINED, reason=DeclineReason.TOO_FAR,
        answered_on=ON,
    )  # fmt: skip
    card = local_card(ASKED, on=ON + timedelta(1))
    assert hours(card)["Tremplin Intérim"] is None
    assert {it.name: it.refused_on for it in card.structures}["Tremplin Intérim"] == ON
    assert (card.offer.declined, card.offer.answered, card.offer.refusing) == (1, 2, 1)
    assert len(card.answer.cautions) == 2
    place.says(200, on=ON + timedelta(1))
    again = local_card(ASKED, on=ON + timedelta(1))
    assert hours(again)["Tremplin Intérim"] == 200
    assert again.offer.refusing == 0
    old = local_card(ASKED, on=ON + timedelta(200))
    assert 80 < hours(old)["Tremplin Intérim"] < 120  # half a year later, half of it
    assert {it.freshness for it in old.structures} == {Freshness.STALE, None}
    assert old.offer.faded == 2


def test_where_it_is_not_known_nothing_is_told(place):
    assert local_card(replace(ASKED, commune=""), on=ON) is None
    assert local_card(replace(ASKED, months=0), on=ON) is None
    nobody = local_card(replace(ASKED, trade=trade("laundry")), on=ON)
    assert (nobody.offer.known, nobody.answer.is_enough) == (0, None)
    clause = new_clause(place.first)
    assert commune_of_clause(clause.pk) == (clause.purchase.commune_id or "")


def test_the_number_of_queries_does_not_depend_on_the_structures(place):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            local_card(ASKED, on=ON)
        return len(seen)

    few = queries()
    for number in range(10):
        new_structure(name=f"S{number}", commune_id=MEAUX.insee_code, trades={"painting": 10})
    assert queries() == few == 4
