import pytest
from django.core.files.storage import storages
from django.urls import reverse

from perenne.kit.files.models import StoredFile
from perenne.web.tests.browser import text_of
from perenne.web.tests.scenes import new_sent_programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent_id(committee):
    """Not there for the other tests: they look at all that there is."""
    return new_sent_programme(committee.buyer)


def url_of(programme_id):
    return reverse("programming:forget", args=[programme_id])


def shown(programme_id):
    return reverse("programming:show", args=[programme_id])


def test_a_visitor_erases_the_draft_its_verdicts_and_its_file(
    client_of, committee, draft_id, django_capture_on_commit_callbacks
):
    (file,) = StoredFile.objects.all()
    browser = client_of(committee.visitor)
    with django_capture_on_commit_callbacks(execute=True):
        page = browser.post(url_of(draft_id), follow=True)
    assert "Le fichier et ses avis sont effacés." in text_of(page)
    assert browser.get(shown(draft_id)).status_code == 404
    assert not StoredFile.objects.exists()
    assert not storages["private"].exists(file.place)


def test_following_a_link_erases_nothing(client_of, committee, draft_id):
    browser = client_of(committee.visitor)
    assert browser.get(url_of(draft_id)).status_code == 405
    assert browser.get(shown(draft_id)).status_code == 200


@pytest.mark.parametrize("who", ["nobody", "other_visitor", "buyer", "facilitator", "coordination"])
def test_nobody_erases_the_draft_of_somebody_else(client_of, committee, draft_id, who):
    assert client_of(getattr(committee, who)).post(url_of(draft_id)).status_code == 404
    assert client_of(committee.visitor).get(shown(draft_id)).status_code == 200


@pytest.mark.parametrize("who", ["buyer", "facilitator", "coordination"])
def test_what_was_sent_is_not_erased(client_of, committee, sent_id, who):
    browser = client_of(getattr(committee, who))
    assert browser.post(url_of(sent_id)).status_code == 404
    assert browser.get(shown(sent_id)).status_code == 200
