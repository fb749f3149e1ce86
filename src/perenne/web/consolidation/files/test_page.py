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
from perenne.domain.organisations.models import Organisation
from perenne.domain.participants.models import EligibilityFile, Participant
from perenne.domain.procurement.models import Contract
from perenne.domain.programming.models import PlannedPurchase
from perenne.domain.territories.actions import OfficialCommune, load_communes
from perenne.kit.actors import Role
from perenne.kit.sheets import read
from perenne.rules.needs import BuyerKind

pytestmark = pytest.mark.django_db
YEAR = 2026
MEAUX = OfficialCommune("77284", "Meaux", "77", ("77100",), "200072130", "CA du Pays de Meaux")


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
    whole(hirings[0])
    return hirings


def whole(hiring):
    """Nothing is missing of it, of its buyer, of its person."""
    said = {"seeking": True, "registered_on": "2025-01-05", "diploma_level": 3}
    EligibilityFile.objects.filter(participant=hiring.participant).update(situation=said)
    Participant.objects.filter(pk=hiring.participant_id).update(sex="woman")
    contract, clause = hiring.commitment.contract, hiring.commitment.clause
    load_communes([MEAUX])
    Organisation.objects.filter(pk=contract.buyer_id).update(
        siret="21770284800013", buyer_kind=BuyerKind.LOCAL_AUTHORITY.value
    )
    PlannedPurchase.objects.filter(pk=clause.purchase_id).update(
        segment="works", commune_id=MEAUX.insee_code
    )


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
    assert numbers == {
        "ave": (1, 1), "region": (1, 0), "spaser": (0, 2), "anru": (0, 2), "fse": (1, 0),
        "decp": (0, 2),
    }  # fmt: skip


def test_no_name_leaves_in_the_file_of_persons(client_of, facilitator, scene):
    url = reverse("consolidation:take", args=["fse", YEAR, "csv"])
    content = client_of(facilitator).get(url).content.decode("utf-8-sig")
    person = scene[0].participant
    assert person.code in content
    assert "75,5" in content
    assert person.last_name not in content
    assert client_of(new_actor(Role.COORDINATION)).get(url).status_code == 404
