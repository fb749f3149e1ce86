"""Each file, in each format, is read again by our own reader: every row is accounted for."""

from datetime import date

import pytest
from django.urls import reverse

from perenne.domain.assessments.queries.consolidation import (
    Year,
    consolidation,
    consolidations_for,
)
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.factories import new_validated_work
from perenne.domain.hours.models import Allocation
from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement.models import Contract
from perenne.kit.actors import Role
from perenne.kit.sheets import read

pytestmark = pytest.mark.django_db
YEAR = 2026


@pytest.fixture
def facilitator():
    return new_actor(Role.FACILITATOR)


@pytest.fixture
def scene(facilitator, settings):
    """Two contracts notified in the year, one of which has counted hours of one person."""
    hirings = [new_hiring(facilitator=facilitator) for _ in range(2)]
    work = new_validated_work(hirings[0], minutes=4_530)
    Allocation.objects.create(work=work, commitment=hirings[0].commitment, minutes=4_530)
    Contract.objects.update(notified_on="2026-03-02")
    return hirings


def rows_of(answer, name):
    sheet = read(answer.content, name).sheets[0]
    return [[str(cell or "") for cell in row] for row in sheet.rows]


def test_each_file_is_read_again_and_every_row_is_there(client_of, facilitator, scene):
    browser, on = client_of(facilitator), date(2026, 11, 26)
    numbers = {}
    for mapping in consolidations_for(facilitator, on=on):
        told = consolidation(mapping.code, Year(YEAR), seen_by=facilitator, on=on)
        read_again = []
        for kind in ("csv", "xlsx", "ods"):
            url = reverse("consolidation:take", args=[mapping.code, YEAR, kind])
            answer = browser.get(url)
            assert answer.status_code == 200
            head, *rows = rows_of(answer, f"x.{kind}")
            assert tuple(head) == told.headings
            assert len(rows) == len(told.rows)
            assert [row[-1] for row in rows] == [row.state for row in told.rows]
            read_again.append([row[0] for row in rows])
        assert read_again[0] == read_again[1] == read_again[2]
        numbers[mapping.code] = (told.complete, told.incomplete)
    print(numbers)
    assert set(numbers) == {"ave", "region", "spaser", "anru", "fse", "decp"}
    assert sum(numbers["ave"]) == sum(numbers["anru"]) == sum(numbers["decp"]) == 2
    assert sum(numbers["fse"]) == 1
    assert numbers["spaser"][0] == 0


def test_no_name_leaves_in_the_file_of_persons(client_of, facilitator, scene):
    url = reverse("consolidation:take", args=["fse", YEAR, "csv"])
    content = client_of(facilitator).get(url).content.decode("utf-8-sig")
    person = scene[0].participant
    assert person.code in content
    assert "75,50" in content
    assert person.last_name not in content
    assert client_of(new_actor(Role.COORDINATION)).get(url).status_code == 404
