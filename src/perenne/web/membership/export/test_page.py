import io

import openpyxl
import pytest
from django.urls import reverse

from perenne.domain.membership.factories import new_membership
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Role
from perenne.web.membership.export.view import HEADINGS

pytestmark = pytest.mark.django_db


def url_of(kind):
    return reverse("membership:export", args=[kind])


@pytest.fixture
def members(committee):
    new_membership(new_actor(Role.COMPANY, name="=HYPERLINK(1)", siret="73282932000074"))
    new_membership(new_actor(Role.BUYER, name="Ville de Melun"))


def test_a_workbook_of_the_members_asked_for(client_of, committee, members):
    answer = client_of(committee.coordination).get(url_of("xlsx"), {"nature": "company"})
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.values)
    assert rows[0] == HEADINGS
    assert [(row[0], row[1], row[2]) for row in rows[1:]] == [
        ("=HYPERLINK(1)", "Entreprise", "732 829 320 00074")
    ]


def test_a_text_file_in_which_no_name_is_a_formula(client_of, committee, members):
    answer = client_of(committee.coordination).get(url_of("csv"))
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("'=HYPERLINK(1);Entreprise;")
    assert 'filename="membres-du-comite.csv"' in answer["Content-Disposition"]


def test_nobody_but_the_coordination_and_no_other_kind_of_file(client_of, committee):
    assert client_of(committee.facilitator).get(url_of("csv")).status_code == 404
    assert client_of(committee.coordination).get(url_of("pdf")).status_code == 404
