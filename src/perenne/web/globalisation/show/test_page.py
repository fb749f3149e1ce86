import pytest
from django.urls import reverse

from perenne.domain.hours.actions import correct_work, propose_plan
from perenne.domain.hours.models import Plan
from perenne.rules.wording import Globalisation
from perenne.values import add_months
from perenne.web.tests.browser import buttons_of, plain, sql_for, text_of, title_of, tree_of
from perenne.web.tests.globalising import NURSERY, Surplus

pytestmark = pytest.mark.django_db
WHY = "Erreur de saisie de l’entreprise."


@pytest.fixture
def plan(committee, surplus):
    return propose_plan(by=committee.facilitator, on=surplus.today)


@pytest.fixture
def url(plan):
    return reverse("globalisation:show", args=[plan])


def effects_in(page):
    rows = tree_of(page).xpath("//section[@aria-labelledby='marches']//tbody/tr")
    return [[plain(cell.text_content()) for cell in row.xpath("./td")] for row in rows]


def test_it_is_read_then_applied_in_one_click(client_of, committee, surplus, plan, url):
    browser = client_of(committee.facilitator)
    page = browser.get(url)
    said = text_of(page)
    assert title_of(page).startswith("Globalisation du ")
    assert "Bruno Petit" in said
    assert "par globalisation : l’acheteur l’accepte" in said
    assert effects_in(page) == [["400 h", "66 h 40", "333 h 20", "acceptée"]]
    assert buttons_of(page) == ["Appliquer", "Écarter"]

    page = browser.post(reverse("globalisation:approve", args=[plan]), follow=True)
    said = text_of(page)
    assert "66 h 40 comptent maintenant" in said
    assert "Appliquée" in said
    assert buttons_of(page) == ["Annuler"]
    assert effects_in(page) == [["400 h", "66 h 40", "333 h 20", "acceptée"]]
    again = browser.post(reverse("globalisation:approve", args=[plan]), follow=True)
    assert "changé d’étape" in text_of(again, "//body")


def test_who_reads_it_and_whose_names_are_told(client_of, committee, surplus, url):
    page = client_of(committee.coordination).get(url)
    assert buttons_of(page) == []
    assert "Bruno" not in text_of(page)
    assert surplus.hirings[1].participant.code in text_of(page)
    for who in ("other_facilitator", "buyer", "company", "prescriber"):
        assert client_of(getattr(committee, who)).get(url).status_code == 404


def test_what_no_longer_fits_is_said_before_one_clicks(client_of, committee, surplus, plan, url):
    correct_work(
        work_id=Plan.objects.get(pk=plan).lines.get().work_id, minutes=2_000, reason=WHY,
        by=committee.facilitator, on=surplus.today,
    )  # fmt: skip
    browser = client_of(committee.facilitator)
    page = browser.get(url)
    assert "Cette proposition ne convient plus" in text_of(page)
    assert "16 h 40 restent à compter, et la proposition en place 66 h 40" in text_of(page)
    assert buttons_of(page) == ["Écarter"]
    page = browser.post(reverse("globalisation:approve", args=[plan]), follow=True)
    assert "écartez-la" in text_of(page, "//body")
    page = browser.post(reverse("globalisation:discard", args=[plan]), follow=True)
    assert "aucune heure n’a bougé" in text_of(page, "//body")


def test_an_accord_that_lacks_is_told_with_its_hours_and_asked_for(client_of, committee):
    scene = Surplus(
        committee.facilitator, committee.buyer, committee.company, answer=Globalisation.CASE_BY_CASE
    )
    third = scene.contract("Voirie", 10)
    third.contract.parties.update(siret=scene.siret)
    plan = propose_plan(by=committee.facilitator, on=scene.today)
    browser = client_of(committee.facilitator)
    page = browser.get(reverse("globalisation:show", args=[plan]))
    left = text_of(page, "//section[@aria-labelledby='reste']//tbody")
    assert f"56 h 40 {NURSERY} : L’acheteur n’accepte pas la globalisation." in left
    assert "Voirie : Ce plan couvre déjà tout" in left
    accords = text_of(page, "//section[@aria-labelledby='accords']//tbody")
    assert accords.startswith(f"{NURSERY}Ville de Meaux56 h 40")
    ask = reverse("clauses:ask_consent", args=[scene.other.pk])
    page = browser.post(ask, {"minutes": "3400"}, follow=True)
    assert "56 h 40 pourraient compter sur un autre marché" in text_of(page)
    desk = client_of(committee.buyer).get(reverse("desks:today"))
    assert "Répondre sur la globalisation" in text_of(desk)


def test_as_many_questions_for_many_lines(client_of, committee, surplus, url):
    browser = client_of(committee.facilitator)
    few = sql_for(browser, url)
    for number in (-2, -1, 1):
        surplus.works(6_000, 6_000, month=add_months(surplus.month, number))
    for _ in range(3):
        surplus.contract("Voirie", 10).contract.parties.update(siret=surplus.siret)
    plan = propose_plan(by=committee.facilitator, on=surplus.today)
    many = reverse("globalisation:show", args=[plan])
    assert Plan.objects.get(pk=plan).lines.count() > 3
    assert sql_for(browser, many) == few
