import re

import pytest
from django.core import mail
from django.urls import reverse

from perenne.domain.participants.models import Participant, PersonalLink
from perenne.domain.participants.tasks import mail_link
from perenne.kit.journal.models import Entry
from perenne.web.tests.browser import text_of, tree_of

pytestmark = pytest.mark.django_db


def post(browser, name, scene):
    return browser.post(reverse(f"person:{name}", args=[scene.person.pk]), follow=True)


def path_in(text):
    return re.search(r"/mon-parcours/[\w-]+/", text).group()


def test_a_sheet_is_printed_once_with_its_code_and_replaces_the_one_before(
    client_of, committee, scene
):
    browser, visitor = client_of(committee.facilitator), client_of(committee.nobody)
    page = post(browser, "hand", scene)
    assert tree_of(page).xpath("//*[@role='img']//*[local-name()='path']")
    first = path_in(text_of(page))
    assert "longue durée" in text_of(visitor.get(first))
    second = path_in(text_of(post(browser, "hand", scene)))
    assert [visitor.get(one).status_code for one in (first, second)] == [404, 200]
    assert "il n’ouvre plus rien" in text_of(post(browser, "revoke", scene), "//body")
    assert visitor.get(second).status_code == 404
    assert "rien à reprendre" in text_of(post(browser, "revoke", scene), "//body")
    token = second.split("/")[2]
    kept = f"{list(PersonalLink.objects.values())} {list(Entry.objects.values())}"
    assert token not in kept


def test_who_accompanies_her_hands_a_link_that_does_not_open_her_file(client_of, committee, scene):
    page = post(client_of(committee.prescriber), "hand", scene)
    said = text_of(client_of(committee.nobody).get(path_in(text_of(page))))
    assert "151 h 30" in said
    assert "longue durée" not in said


def test_the_mail_makes_its_own_link_and_needs_an_address(client_of, committee, scene):
    browser = client_of(committee.facilitator)
    assert "part par courriel" in text_of(post(browser, "mail", scene), "//body")
    mail_link(participant_id=scene.person.pk)
    (sent,) = mail.outbox
    assert sent.to == ["maia@exemple.test"]
    said = text_of(client_of(committee.nobody).get(path_in(sent.body)))
    assert "151 h 30" in said
    assert "longue durée" not in said
    Participant.objects.update(email="")
    assert "imprimez la feuille" in text_of(post(browser, "mail", scene), "//body")


@pytest.mark.parametrize("who", ["company", "buyer", "other_buyer", "structure", "coordination"])
def test_nobody_else_gives_a_link(client_of, committee, scene, who):
    for name in ("hand", "mail", "revoke"):
        answer = post(client_of(getattr(committee, who)), name, scene)
        assert answer.status_code == 404 or "Vous ne pouvez pas" in text_of(answer, "//body")
    assert not PersonalLink.objects.exists()
