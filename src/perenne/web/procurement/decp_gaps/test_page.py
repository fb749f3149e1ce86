import pytest
from django.urls import reverse

from perenne.domain.procurement.actions.decp_applying import apply_decp
from perenne.domain.procurement.tests.published import STRANGER, new_published, read_as
from perenne.kit.decp.tests.makers import contract
from perenne.web.tests.browser import buttons_of, sql_for, text_of, title_of
from perenne.web.tests.scenes import localdate

pytestmark = pytest.mark.django_db
URL = reverse("decp:gaps")


def test_the_coordination_sees_whom_to_call_most_money_first(client_of, committee):
    new_published(committee)
    page = client_of(committee.coordination).get(URL)
    assert title_of(page) == "Données essentielles"
    told = text_of(page)
    assert told.index("Ville de Meaux") < told.index("SIRET 217 500 016 00019")
    assert "contrats publiés avec une clause que personne ne suit" in told
    assert buttons_of(page) == ["Télécharger (xlsx)", "Télécharger (CSV)"]


def test_a_buyer_sees_its_own_line_alone(client_of, committee):
    new_published(committee)
    told = text_of(client_of(committee.buyer).get(URL))
    assert "Ville de Meaux" in told
    assert "217 500 016" not in told


def test_nothing_read_yet_says_what_to_do(client_of, committee):
    assert "lire un fichier de données essentielles" in text_of(
        client_of(committee.facilitator).get(URL)
    )


@pytest.mark.parametrize("who", ["company", "structure", "prescriber"])
def test_who_follows_no_contract_is_kept_out(client_of, committee, who):
    assert client_of(getattr(committee, who)).get(URL).status_code == 404


def test_the_number_of_queries_does_not_depend_on_the_number_of_contracts(client_of, committee):
    new_published(committee)
    browser = client_of(committee.coordination)
    few = sql_for(browser, URL)
    file_id = read_as(
        committee.coordination,
        *(contract(id=f"n{n}", acheteur={"id": STRANGER}) for n in range(40)),
        *(contract(id=f"m{n}", acheteur={"id": f"2177{n:010d}"}) for n in range(40)),
    )
    apply_decp(file_id=file_id, by=committee.coordination, today=localdate())
    assert sql_for(browser, URL) == few
