import pytest
from django.urls import reverse

from perenne.domain.procurement.models import Consultation
from perenne.web.tests.browser import error_on, text_of, tree_of, typed_in

pytestmark = pytest.mark.django_db
URL = reverse("procurement:open")
SAID = {
    "object": "Nettoyage", "amount": "90 000", "cpv": "90911200-8", "reference": "",
    "publish_on": "01/03/2027", "bids_due_on": "", "award_on": "",
}  # fmt: skip


def test_a_facilitator_names_the_buyer_and_gets_one_lot(browser, committee):
    page = browser.post(URL, SAID | {"other": committee.buyer.organisation_id}, follow=True)
    assert "La consultation est prête" in text_of(page)
    row = Consultation.objects.get()
    assert (row.buyer_id, row.facilitator_id) == (
        committee.buyer.organisation_id, committee.facilitator.organisation_id,
    )  # fmt: skip
    (lot,) = row.lots.all()
    assert (lot.amount_cents, lot.cpv, lot.number) == (9_000_000, "90911200", "")


def test_a_buyer_names_the_facilitator(client_of, committee):
    buyer = client_of(committee.buyer)
    assert "Facilitateur qui suivra la clause" in text_of(buyer.get(URL))
    buyer.post(URL, SAID | {"other": committee.facilitator.organisation_id})
    assert Consultation.objects.get().buyer_id == committee.buyer.organisation_id


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"other": ""}, "other", ""),
        ({"object": ""}, "object", "Donnez l’objet de la consultation."),
        ({"cpv": "45"}, "cpv", "Un code CPV a huit chiffres, par exemple 45223220."),
        ({"publish_on": "hier"}, "publish_on", ""),
        ({"bids_due_on": "01/02/2027"}, "", "Les dates se suivent"),
    ],
)
def test_what_cannot_be_is_told_and_what_was_typed_stays(browser, committee, said, field, sentence):
    typed = SAID | {"other": str(committee.buyer.organisation_id)} | said
    page = browser.post(URL, typed)
    found = error_on(page, field) if field else tree_of(page).text_content()
    assert sentence in found
    assert found
    assert typed_in(page)["amount"] == "90 000"
    assert not Consultation.objects.exists()
