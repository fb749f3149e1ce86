import pytest
from django.urls import reverse

from perenne.domain.procurement.factories import new_siret
from perenne.domain.procurement.models import Contract, Party
from perenne.domain.procurement.states import ContractForm, PartyRole
from perenne.web.tests.browser import error_on, summary_of, text_of, typed_in

pytestmark = pytest.mark.django_db
SAID = {
    "reference": "2027-GO", "object": "Gros œuvre", "form": "ordinary", "amount": "1 000 000",
    "months": "18", "renewals": "", "renewal_months": "", "signed_on": "02/09/2026",
    "lead_siret": new_siret(1), "lead_name": "Bâtir SA", "lead_email": "chantier@exemple.test",
    "liability": "none", "lead_amount": "",
}  # fmt: skip
CONSORTIUM = {
    "liability": "several", "lead_amount": "700 000", "second_siret": new_siret(2),
    "second_name": "Étanche SARL", "second_amount": "300 000",
}  # fmt: skip


@pytest.fixture
def url(published):
    return reverse("procurement:award", args=[published.pk])


def test_a_lot_is_awarded_to_a_consortium_in_one_page(browser, published, url):
    assert typed_in(browser.get(url))["object"] == published.object
    page = browser.post(url, SAID | CONSORTIUM, follow=True)
    assert "il reste à le notifier" in text_of(page)
    assert list(Party.objects.values_list("name", "role", "amount_cents")) == [
        ("Bâtir SA", PartyRole.LEAD, 70_000_000),
        ("Étanche SARL", PartyRole.CO_CONTRACTOR, 30_000_000),
    ]
    assert Contract.objects.get().lot_id == published.pk


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"lead_siret": "123"}, "lead_siret", "Ce numéro SIRET n’est pas valable"),
        ({"lead_name": ""}, "lead_name", "Écrivez le nom de l’entreprise"),
        ({"reference": ""}, "reference", "Donnez la référence du marché."),
        ({"months": "0"}, "months", "1"),
        ({"second_amount": "299 999"}, "", "Les parts du groupement font 999 999 €"),
        ({"liability": "none"}, "", "« Pas de groupement »"),
        ({"renewals": "2"}, "", "ou aucune des deux"),
    ],
)
def test_what_does_not_hold_is_told_and_nothing_typed_is_lost(browser, url, said, field, sentence):
    typed = SAID | CONSORTIUM | said
    page = browser.post(url, typed)
    found = error_on(page, field) if field else " ".join(summary_of(page))
    assert sentence in found
    shown = typed_in(page)
    assert {name: shown[name] for name in typed if name not in {"form", "liability"}} == {
        name: value for name, value in typed.items() if name not in {"form", "liability"}
    }
    assert not Contract.objects.exists()


def test_another_awardee_is_added_to_a_lot_that_has_one(browser, published, url):
    browser.post(url, SAID)
    more = reverse("procurement:add_awardee", args=[published.pk])
    browser.post(more, SAID | {"reference": "2027-GO-2", "lead_siret": new_siret(3)})
    assert Contract.objects.filter(lot=published).count() == 2


def test_a_contract_is_recorded_without_a_lot_by_either_side(client_of, committee):
    url = reverse("procurement:record")
    for who, other in (("facilitator", "buyer"), ("buyer", "facilitator")):
        said = SAID | {"reference": who, "other": getattr(committee, other).organisation_id}
        page = client_of(getattr(committee, who)).post(url, said, follow=True)
        assert "Le marché est enregistré" in text_of(page)
    assert set(Contract.objects.values_list("buyer_id", "facilitator_id")) == {
        (committee.buyer.organisation_id, committee.facilitator.organisation_id)
    }


def test_a_contract_is_called_from_a_framework(browser, framework):
    url = reverse("procurement:call", args=[framework.pk])
    assert "form" not in typed_in(browser.get(url))
    browser.post(url, {name: value for name, value in SAID.items() if name != "form"})
    called = Contract.objects.get(framework=framework)
    assert (called.form, called.buyer_id) == (ContractForm.CALLED_FROM, framework.buyer_id)
