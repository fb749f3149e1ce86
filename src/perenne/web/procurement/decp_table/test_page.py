import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from perenne.domain.procurement.tests.published import STRANGER, new_published
from perenne.kit.decp.tests.makers import BUYER

pytestmark = pytest.mark.django_db


def url_of(kind):
    return reverse("decp:table", args=[kind])


def test_every_gap_is_a_line_with_its_message(client_of, committee):
    new_published(committee)
    answer = client_of(committee.coordination).get(url_of("xlsx"))
    heading, *rows = load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True)
    assert (heading[0], heading[-1]) == ("Acheteur", "Message à envoyer")
    assert {row[1] for row in rows} == {BUYER, STRANGER}
    assert all(row[-1].startswith("Bonjour") for row in rows)


def test_a_buyer_takes_away_its_own_lines_and_one_buyer_can_be_asked_for(client_of, committee):
    new_published(committee)
    own = client_of(committee.buyer).get(url_of("csv")).content.decode("utf-8-sig")
    assert [line.split(";")[1] for line in own.splitlines()[1:]] == [BUYER]
    asked = client_of(committee.facilitator).get(url_of("csv") + f"?acheteur={STRANGER}")
    assert asked.content.decode("utf-8-sig").count("\r\n") == 2


def test_another_kind_of_file_and_another_role_are_not_found(client_of, committee):
    assert client_of(committee.coordination).get(url_of("pdf")).status_code == 404
    assert client_of(committee.company).get(url_of("csv")).status_code == 404
