"""Each reads the steps, what is theirs to do now, and why the rest waits."""

import pytest
from django.urls import reverse

from perenne.web.tests.browser import buttons_of, sql_for, text_of, title_of

pytestmark = pytest.mark.django_db


def url_of(row):
    return reverse("compliance:show", args=[row.pk])


def test_who_may_do_what_and_why_not(client_of, committee, late):
    row = late.alerted()
    facilitator, buyer = client_of(committee.facilitator), client_of(committee.buyer)
    assert buttons_of(buyer.get(url_of(row))) == ["Écrire à l’entreprise", "Écrire à l’entreprise"]
    page = facilitator.get(url_of(row))
    assert buttons_of(page) == ["Clore sans suite"]
    assert "La clause exige une mise en demeure : envoyez-la au titulaire." in text_of(page)
    print(sql_for(facilitator, url_of(row)))
    for actor in (committee.other_facilitator, committee.other_buyer, committee.structure):
        assert client_of(actor).get(url_of(row)).status_code == 404
    assert title_of(page) == "Toiture du gymnase"
