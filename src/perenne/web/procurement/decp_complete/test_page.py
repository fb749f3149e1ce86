import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.procurement.actions.decp_applying import apply_decp
from perenne.domain.procurement.models import Contract, DecpComplement
from perenne.domain.procurement.tests.published import new_published
from perenne.web.tests.browser import error_on, summary_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def new_id(committee):
    """A contract that waits for its CCAG alone."""
    scene = new_published(committee)
    apply_decp(file_id=scene.fresh, by=committee.facilitator, today=localdate())
    return Contract.objects.get(reference="neuf").pk


def url_of(contract_id):
    return reverse("decp:complete", args=[contract_id])


def kept(contract_id):
    return DecpComplement.objects.get(contract_id=contract_id).answers


def form_of(page):
    form = page.context["form"]
    return {name: form.initial.get(name) or "" for name in form.fields} | {"tauxAvance": ""}


def test_the_buyer_answers_what_is_missing_and_the_rest_stays(client_of, committee, new_id):
    browser = client_of(committee.buyer)
    page = browser.get(url_of(new_id))
    assert "CCAG de référence" in text_of(page)
    before = kept(new_id)
    answer = browser.post(url_of(new_id), {**form_of(page), "ccag": "Travaux"})
    assert answer.url == reverse("decp:publish")
    assert kept(new_id) == {**before, "ccag": "Travaux"}
    assert "prêt à publier" in text_of(browser.get(url_of(new_id)))


def test_what_is_wrong_is_told_and_what_was_typed_stays(client_of, committee, new_id):
    browser = client_of(committee.buyer)
    page = browser.get(url_of(new_id))
    wrong = {**form_of(page), "offresRecues": "zéro", "codeCPV": "90910000"}
    page = browser.post(url_of(new_id), wrong)
    assert error_on(page, "offresRecues")
    assert 'value="zéro"' in page.content.decode()
    page = browser.post(url_of(new_id), {**form_of(page), "offresRecues": "3", "codeCPV": "9091"})
    (told,) = summary_of(page)
    assert told == "Code CPV : « 9091 » n’est pas dans la forme attendue."
    assert 'value="9091"' in page.content.decode()


@pytest.mark.parametrize(
    ("who", "status"),
    [("facilitator", 200), ("other_facilitator", 404), ("other_buyer", 404), ("company", 404)],
)
def test_its_people_alone_come_in(client_of, committee, new_id, who, status):
    assert client_of(getattr(committee, who)).get(url_of(new_id)).status_code == status
