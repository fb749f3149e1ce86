"""The figures of a bilan."""

from datetime import date

import pytest

from perenne.domain.assessments.queries.bilans import bilan_of, scopes_for
from perenne.domain.hours.factories import new_validated_work
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Role
from perenne.values import Period

pytestmark = pytest.mark.django_db
YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))


def test_every_scope_of_the_coordination_has_its_bilan():
    work = new_validated_work()
    coordination = new_actor(Role.COORDINATION)
    told = {}
    for choice in scopes_for(coordination):
        found = bilan_of(choice.scope, YEAR, seen_by=coordination, on=date(2026, 11, 1))
        told[choice.scope.kind, choice.scope.key] = found.value("hours_worked")
    assert told["department", "77"] == told["contract", str(work.sheet.commitment.contract_id)]
    assert told["department", "77"] == 6_000
