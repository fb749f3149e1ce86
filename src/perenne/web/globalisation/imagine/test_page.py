import pytest
from django.urls import reverse

from perenne.domain.hours.models import Allocation, Plan
from perenne.rules.wording import Globalisation
from perenne.values import add_months
from perenne.web.tests.browser import error_on, plain, sql_for, text_of, tree_of
from perenne.web.tests.globalising import NURSERY, Surplus

pytestmark = pytest.mark.django_db
URL = reverse("globalisation:imagine")


@pytest.fixture
def scene(committee):
    return Surplus(
        committee.facilitator, committee.buyer, committee.company, answer=Globalisation.CASE_BY_CASE
    )


def asked(scene, **said):
    starts = add_months(scene.today.replace(day=1), 1)
    return {
        "entreprise": scene.siret[:9], "debut": f"{starts:%Y-%m-%d}", "mois": "24",
        "semaine": "35", **said,
    }  # fmt: skip


def covered(page):
    rows = tree_of(page).xpath("//table[caption='Engagements couverts']//tbody/tr")
    return [[plain(cell.text_content()) for cell in row] for row in rows]


def test_an_apprentice_for_24_months_which_contracts_does_she_cover(client_of, committee, scene):
    browser = client_of(committee.facilitator)
    assert "comptées sur" not in text_of(browser.get(URL))
    # At the nursery, which owes the most: 400 hours at 133 h 55 a month are done in 3 months.
    page = browser.get(URL, asked(scene))
    (row,) = covered(page)
    assert row[0] == f"{NURSERY}Ville de Meaux · y travaille d’abord"
    assert (row[1], row[2], row[4]) == ("400 hsur 400 h", "133 h 20", "0 h")
    assert "400 h comptées sur" in text_of(page)
    assert "20 000 €" in text_of(page), text_of(page)

    # At the school, which owes nothing more: the nursery must accept, and is asked.
    page = browser.get(URL, asked(scene, marche=scene.home.pk))
    assert covered(page) == []
    said = text_of(page)
    assert "400 h compteraient au lieu de 0 h" in said
    assert f"{NURSERY}Ville de Meaux400 h de plus" in said
    assert "Demander l’accord" in said
    assert not Plan.objects.exists()
    assert Allocation.objects.count() == 2


def test_a_company_asks_for_itself_alone(client_of, committee, scene):
    browser = client_of(committee.company)
    page = browser.get(URL, asked(scene, marche=scene.home.pk, mois="6"))
    assert "Votre facilitateur peut le demander" in text_of(page)
    assert "moins de 12 mois" in text_of(page)
    assert "Demander l’accord" not in text_of(page)
    other = client_of(committee.structure).get(URL)
    assert "Aucun engagement en cours" in text_of(other)
    for who in ("buyer", "prescriber"):
        assert client_of(getattr(committee, who)).get(URL).status_code == 404


def test_what_is_wrong_stands_by_its_field_and_what_was_typed_stays(client_of, committee, scene):
    browser = client_of(committee.facilitator)
    page = browser.get(URL, asked(scene, debut="hier", mois="40"))
    assert "Écrivez" in error_on(page, "debut")
    assert error_on(page, "mois")
    late = browser.get(URL, asked(scene, debut="2090-01-01"))
    assert "changez les dates" in error_on(late, "entreprise")
    question = f"{URL}?entreprise={scene.siret[:9]}&debut=2027-01-01&mois=24&semaine=35"
    few = sql_for(browser, question)
    for number in range(4):
        scene.contract(f"Voirie {number}", 10).contract.parties.update(siret=scene.siret)
    assert sql_for(browser, question) == few
