import pytest
from django.urls import reverse

from perenne.domain.participants.models import EligibilityFile
from perenne.domain.sourcing.models import Candidate
from perenne.web.tests.browser import error_on, summary_of, text_of, typed_in

pytestmark = pytest.mark.django_db
SAID = {"first_name": "Nolan", "last_name": "Guérin", "born_on": "30/08/2004"}


def test_a_person_is_proposed_and_her_file_opens_for_that_contract(client_of, committee, needing):
    opening = needing.opening()
    url, browser = reverse("sourcing:propose", args=[opening.pk]), client_of(committee.prescriber)
    begun = typed_in(browser.get(url))
    assert begun["hire_on"] == f"{needing.starts_on:%d/%m/%Y}"
    empty = browser.post(url, {**begun, "first_name": "Nolan"})
    assert error_on(empty, "born_on") == "Indiquez la date de naissance."
    assert typed_in(empty)["first_name"] == "Nolan"
    child = browser.post(url, {**begun, **SAID, "born_on": "30/08/2024"})
    assert "corrigez la date de naissance" in summary_of(child)[0]
    page = browser.post(url, {**begun, **SAID}, follow=True)
    assert "La personne est proposée." in text_of(page, "//body")
    file = EligibilityFile.objects.get()
    assert (file.contract_id, file.facilitator_id, file.asked_by_id) == (
        needing.commitment.contract_id,
        committee.facilitator.organisation_id,
        committee.prescriber.organisation_id,
    )
    assert Candidate.objects.get().opening_id == opening.pk
    for who in ("company", "structure", "buyer"):
        assert client_of(getattr(committee, who)).get(url).status_code == 404
