"""Several structures share the hours of a need; none is asked for more than it has left."""

import pytest

from perenne.domain.directory.factories import new_structure
from perenne.domain.promises.actions import keep_together
from perenne.domain.promises.queries import sharing_in
from perenne.domain.promises.tests.conftest import ON
from perenne.domain.promises.tests.test_promises import told
from perenne.domain.sourcing.models import Offer
from perenne.domain.sourcing.queries import opening_card
from perenne.domain.sourcing.states import FILLED, KEPT, LEFT
from perenne.kit.refusals import Refused
from perenne.values import Hours


@pytest.fixture
def shared(scene):
    """2 400 h over a year; three structures, of which one has half of what it offers."""
    scene.need = scene.opening(scene.one)
    scene.small = new_structure(name="Petite", trades={"painting": 50}, said_on=ON)
    scene.silent = new_structure(name="Muette")
    scene.offers = [
        scene.offer(scene.need, 0, structure, is_kept=False, persons=1)
        for structure in (scene.etti, scene.small, scene.silent)
    ]
    return scene


def sharing_of(scene):
    card = opening_card(scene.need.pk, seen_by=scene.company)
    return sharing_in(card, seen_by=scene.company, on=ON)


def test_the_fewest_that_do_it_together_are_told_with_what_each_has_left(shared):
    sharing = sharing_of(shared)
    weights = list(sharing.offers.values())
    assert [(it.covers.whole, it.free and it.free.whole) for it in weights] == [
        (1_200, 3_600), (1_200, 600), (1_200, None),
    ]  # fmt: skip
    assert [it.is_too_much for it in weights] == [False, True, False]
    assert "ne lui reste que 600 h" in weights[1].said.replace("\u202f", " ").replace("\xa0", " ")
    assert [it.structure for it in sharing.together] == ["Tremplin Intérim", "Muette"]


def test_they_are_kept_together_or_not_at_all(shared):
    sharing = sharing_of(shared)
    group = [it.offer_id for it in sharing.together]
    with pytest.raises(Refused, match="ne font plus le besoin ensemble"):
        keep_together(opening_id=shared.need.pk, offers=group[:1], by=shared.company, on=ON)
    assert not Offer.objects.filter(state=KEPT).exists()
    keep_together(opening_id=shared.need.pk, offers=group, by=shared.company, on=ON)
    kept = Offer.objects.filter(state=KEPT)
    assert [Hours(it.kept_minutes).whole for it in kept] == [1_200, 1_200]
    shared.need.refresh_from_db()
    assert shared.need.state == FILLED
    assert Offer.objects.get(pk=shared.offers[1].pk).state == LEFT
    assert told(shared.first) == []
    with pytest.raises(Refused):
        keep_together(opening_id=shared.need.pk, offers=group, by=shared.company, on=ON)


def test_an_offer_that_is_too_much_may_be_kept_all_the_same(shared):
    shared.offer(shared.opening(shared.other), 2_400, shared.small)
    ((name, over, _),) = told(shared.second)
    assert (name, over) == ("Petite", 150)
