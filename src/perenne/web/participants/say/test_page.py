"""What is said and by whom is told in `participants/send/test_page.py`; here, the link itself."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from perenne.domain.organisations.queries.invitations import print_of
from perenne.domain.participants.models import EligibilityFile, FileLink, Knower
from perenne.web.tests.browser import text_of

pytestmark = pytest.mark.django_db
SAID = {"seeking": "yes", "was_told": "on"}


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ({"expires_at": now() - timedelta(1)}, {}),
        ({"answered_at": now()}, {}),
        ({"token_print": ""}, {}),
        ({}, {"state": "withdrawn"}),
    ],
)
def test_a_link_that_is_late_used_or_useless_gets_the_answer_of_a_wrong_one(
    client_of, committee, asking, link, file
):
    file_id = asking.ask()
    facts = {"expires_at": now() + timedelta(1), "token_print": print_of("jeton"), **link}
    FileLink.objects.create(file_id=file_id, knower=Knower.PERSON, asked_on=now().date(), **facts)
    EligibilityFile.objects.filter(pk=file_id).update(**file)
    browser = client_of(committee.nobody)
    wrong = browser.get(reverse("participants:say", args=["faux"]))
    for answer in (
        browser.get(reverse("participants:say", args=["jeton"])),
        browser.post(reverse("participants:say", args=["jeton"]), SAID),
    ):
        assert answer.status_code == 404
        assert text_of(answer, "//body") == text_of(wrong, "//body")
    assert FileLink.objects.get().said == {}
