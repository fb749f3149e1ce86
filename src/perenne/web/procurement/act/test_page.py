import pytest
from django.urls import reverse

from perenne.domain.organisations.models import Organisation
from perenne.domain.procurement import queries
from perenne.domain.procurement.factories import new_call_off, new_contract, new_party, new_siret
from perenne.domain.procurement.models import Contract, Party, Phase
from perenne.domain.procurement.states import ContractForm, Liability
from perenne.web.procurement.act.acts import ACTS
from perenne.web.tests.browser import error_on, sql_for, summary_of, text_of, tree_of, typed_in

pytestmark = pytest.mark.django_db
DAY = "01/12/2026"
SUB = {"siret": new_siret(7), "name": "Étanche", "email": "", "amount": "10", "since": ""}


@pytest.fixture
def contracts(people, framework):
    """One of each form, in which there is something to do everything with."""
    new_call_off(framework, reference="BC-7")
    new_party(framework, under=framework.parties.get(), amount_cents=1)
    phased = new_contract(form=ContractForm.PHASED, **people)
    Phase.objects.create(contract=phased, number=1, label="Option", amount_cents=1)
    joint = new_contract(liability=Liability.JOINT, **people)
    new_party(joint)
    return {"framework": framework.pk, "phased": phased.pk, "joint": joint.pk}


SAID = {
    "amend": ("framework", {"subject": "Plus-value", "signed_on": DAY, "effective_on": "",
                            "amount": "1 100 000", "months": "", "due": ""}),
    "renew": ("framework", {"takes_place": "yes", "decided_on": DAY}),
    "suspend": ("framework", {"since": DAY, "until": "", "reason": "Intempéries"}),
    "declare_phase": ("phased", {"label": "Ferme", "amount": "10", "is_firm": "on",
                                 "lapses_on": ""}),
    "affirm_phase": ("phased", {"on": DAY}),
    "order": ("framework", {"reference": "BC-8", "ordered": "5 000", "issued_on": DAY}),
    "invoice": ("framework", {"reference": "F-1", "amount": "900", "invoiced_on": DAY}),
    "close_order": ("framework", {"closed_on": DAY}),
    "enrol_subcontractor": ("framework", SUB),
    "enrol_co_contractor": ("joint", SUB),
    "remove_party": ("framework", {"until": DAY}),
    "invite_party": ("joint", {"email": "chantier@exemple.test"}),
    "terminate": ("framework", {"ended_on": DAY, "reason": "Liquidation."}),
}  # fmt: skip
TOLD = {
    "amend": "Avenant n° 1", "renew": "Reconduction n° 1 décidée", "suspend": "Intempéries",
    "declare_phase": "Tranche ferme", "affirm_phase": "Affermie le 1er décembre 2026",
    "order": "BC-8", "invoice": "Facture F-1", "close_order": "BC-7 soldé",
    "enrol_subcontractor": "Étanche", "enrol_co_contractor": "Cotraitant",
    "remove_party": "quitte le marché", "invite_party": "L’invitation est partie.",
    "terminate": "Liquidation.",
}  # fmt: skip


def url_of(name, pk):
    return reverse(f"procurement:{name}", args=[pk])


def chosen(page):
    """What the page proposes, where it asks to choose: the first of each."""
    tree = tree_of(page)
    radios = {one.get("name"): one.get("value") for one in tree.xpath("//input[@type='radio']")}
    selects = {
        one.get("name"): one.xpath("./option[@value!='']/@value")[0]
        for one in tree.xpath("//select")
    }
    return radios | selects


@pytest.mark.parametrize("name", SAID)
def test_each_event_is_recorded_by_one_form_and_told_on_the_contract(browser, contracts, name):
    which, said = SAID[name]
    url = url_of(name, contracts[which])
    page = browser.post(url, chosen(browser.get(url)) | said, follow=True)
    assert page.redirect_chain == [(reverse("procurement:contract", args=[contracts[which]]), 302)]
    done = next(act.done for act in ACTS if act.name == name)
    assert done in text_of(page)
    assert TOLD[name] in text_of(page)


@pytest.mark.parametrize("name", SAID)
def test_an_empty_form_says_what_is_missing_and_changes_nothing(browser, contracts, name):
    which, _ = SAID[name]
    before = queries.contract_facts(contracts[which])
    page = browser.post(url_of(name, contracts[which]), {"csrf": ""})
    assert page.status_code == 200
    assert summary_of(page)
    assert queries.contract_facts(contracts[which]) == before


def test_a_suspension_is_taken_up_again(browser, framework):
    browser.post(url_of("suspend", framework.pk), SAID["suspend"][1])
    page = browser.post(url_of("resume", framework.pk), {"resumed_on": "15/12/2026"}, follow=True)
    assert "jusqu’au 14/12/2026" in text_of(page)


def test_a_refusal_stands_in_the_page_and_what_was_typed_stays(browser, framework):
    url = url_of("suspend", framework.pk)
    typed = {"since": "01/01/2020", "until": "", "reason": "Intempéries"}
    page = browser.post(url, typed)
    assert "Une suspension commence après le début du marché" in " ".join(summary_of(page))
    shown = typed_in(page)
    assert {name: shown[name] for name in typed} == typed


def test_a_space_is_linked_once_somebody_says_that_they_checked(
    browser, client_of, committee, framework
):
    lead = framework.parties.get()
    company = committee.company.organisation_id
    Party.objects.filter(pk=lead.pk).update(siret="21770284400010")
    Organisation.objects.filter(pk=company).update(siret="21770284400010")
    url = url_of("link_party", framework.pk)
    assert "Espace trouvé : Entreprise" in text_of(browser.get(url))
    page = browser.post(url, {"party_id": lead.pk})
    assert error_on(page, "is_sure") == "Confirmez que vous l’avez vérifié."
    here = reverse("procurement:contract", args=[framework.pk])
    assert client_of(committee.company).get(here).status_code == 404
    browser.post(url, {"party_id": lead.pk, "is_sure": "on"})
    assert client_of(committee.company).get(here).status_code == 200


def test_an_act_asks_little_of_the_database(browser, framework):
    assert sql_for(browser, url_of("amend", framework.pk)) <= 9
    assert Contract.objects.count() == 1
