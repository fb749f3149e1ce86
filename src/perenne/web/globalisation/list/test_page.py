import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.hours.actions import approve_plan, propose_plan
from perenne.domain.hours.models import Plan
from perenne.domain.hours.states import APPROVED
from perenne.domain.procurement.models import Amendment
from perenne.web.tests.browser import error_on, sql_for, text_of, title_of
from perenne.web.tests.globalising import NURSERY

pytestmark = pytest.mark.django_db
URL = reverse("globalisation:list")


@pytest.fixture
def browser(client_of, committee):
    return client_of(committee.facilitator)


def test_from_the_list_a_proposal_is_one_click_away(browser, committee, surplus):
    said = text_of(browser.get(URL))
    assert "66 h 40 validées ne comptent encore nulle part" in said
    assert "Bâtisseurs de Brie (66 h 40 en attente)" in said
    page = browser.post(URL, {"act": "propose", "siret": surplus.siret}, follow=True)
    assert title_of(page).startswith("Globalisation du ")
    (plan,) = Plan.objects.all()
    assert (plan.siret, plan.lines.get().minutes) == (surplus.siret, 4_000)
    assert "Du " in text_of(browser.get(URL), "//table")
    approve_plan(plan_id=plan.pk, by=committee.facilitator, on=surplus.today)
    page = browser.get(URL)
    assert "ne comptent encore nulle part" not in text_of(page)


def test_nothing_to_place_is_said_by_the_field(browser, committee, surplus):
    surplus.other.contract.parties.update(siret="99910001900010")
    page = browser.post(URL, {"act": "propose", "siret": "toutes"})
    assert "Aucune heure validée ne peut être comptée ailleurs" in error_on(page, "siret")


def test_who_opens_it(client_of, committee, surplus):
    allowed = {"facilitator", "other_facilitator", "coordination"}
    for who in (*allowed, "buyer", "company", "structure", "prescriber"):
        status = client_of(getattr(committee, who)).get(URL).status_code
        assert (status == 200) == (who in allowed), who
    assert "66 h 40" not in text_of(client_of(committee.other_facilitator).get(URL))


def test_a_contract_that_owes_less_is_told_and_its_surplus_taken_back(browser, committee, surplus):
    by, on = committee.facilitator, localdate()
    approve_plan(plan_id=propose_plan(by=by, on=on), by=by, on=on)
    Amendment.objects.create(
        contract=surplus.other.contract, number=1, signed_on=on, effective_on=on,
        due_minutes=3_000, subject="Volume",
    )  # fmt: skip
    page = browser.get(URL)
    assert f"{NURSERY} (Ville de Meaux) : 66 h 40 comptées pour 50 h attendues" in text_of(page)
    refused = browser.post(URL, {"act": "redo", "reason": "Non"})
    assert "en cinq caractères" in error_on(refused, "reason")
    page = browser.post(URL, {"act": "redo", "reason": "Avenant n° 1 signé."}, follow=True)
    assert "16 h 40 sont reprises" in text_of(page, "//body")
    few = sql_for(browser, URL)
    assert Plan.objects.get().state == APPROVED
    for number in range(3):
        surplus.contract(f"Voirie {number}", 10)
    assert sql_for(browser, URL) == few
