"""Who sees and does what, row by row."""

import pytest

from perenne.domain.rights.actions import answer_request
from perenne.domain.rights.factories import TODAY, new_consent, new_request
from perenne.domain.rights.policy import CONSENTS, PEOPLE, REQUESTS
from perenne.domain.rights.states import RequestKind
from perenne.kit.actors import HOUSE, VISITOR, Actor, Role

pytestmark = pytest.mark.django_db


def test_everybody_sees_themselves_and_nobody_else(buyer, coordination):
    for actor in (buyer, coordination):
        assert list(PEOPLE.rows("data.view", actor).values_list("pk", flat=True)) == [
            actor.person_id
        ]
    assert not PEOPLE.rows("data.view", VISITOR).exists()


def test_a_request_is_seen_by_its_author_and_the_desk(buyer, coordination):
    row = new_request(by=buyer)
    stranger = Actor(Role.BUYER, person_id=coordination.person_id, organisation_id=1)
    seen = {
        who: REQUESTS.allows("request.view", actor, row.pk)
        for who, actor in {
            "author": buyer, "desk": coordination, "stranger": stranger,
            "visitor": VISITOR, "house": HOUSE,
        }.items()
    }  # fmt: skip
    assert seen == {
        "author": True, "desk": True, "stranger": False, "visitor": False, "house": False,
    }  # fmt: skip


def test_only_a_limitation_that_stands_is_lifted(buyer, coordination):
    asked = new_request(RequestKind.LIMITATION, by=buyer)
    assert not REQUESTS.allows("request.lift", coordination, asked.pk)
    answer_request(request_id=asked.pk, answer="Gelé.", by=coordination, today=TODAY)
    assert REQUESTS.allows("request.lift", coordination, asked.pk)


def test_a_consent_that_has_ended_is_not_withdrawn():
    row = new_consent()
    assert CONSENTS.allows("consent.withdraw", VISITOR, row.pk)
    row.ended_on = TODAY
    row.save()
    assert not CONSENTS.allows("consent.withdraw", VISITOR, row.pk)
