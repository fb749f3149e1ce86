"""The question of a company goes to who knows; it reads yes or no, and never what was said."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from perenne.domain.participants.models import EligibilityFile, FileLink, NoticeGiven
from perenne.domain.participants.tasks import mail_question, tell_said
from perenne.kit.journal.models import Entry
from perenne.rules.eligibility import OpinionBody
from perenne.web.tests.browser import error_on, summary_of, text_of, typed_in

pytestmark = pytest.mark.django_db
SECRET = "Conseil de la mission locale"


def sent(client_of, committee, file_id, knower):
    """Asked by the company; the path of the link, from the mail alone."""
    url = reverse("participants:send", args=[file_id])
    typed = {"knower": knower, "email": "qui-sait@exemple.test"}
    page = client_of(committee.company).post(url, typed, follow=True)
    assert "La question est partie." in text_of(page, "//body")
    mail_question(link_id=FileLink.objects.latest("pk").pk)
    return re.search(r"/eligibilite/completer/[\w-]+/", mail.outbox[-1].body).group()


def test_the_person_answers_in_plain_words_and_the_facilitator_confirms(
    client_of, committee, asking
):
    file_id = asking.ask()
    path = sent(client_of, committee, file_id, "person")
    browser = client_of(committee.nobody)
    page = browser.get(path)
    assert "Votre employeur ne lit pas vos réponses." in text_of(page)
    assert page["X-Robots-Tag"].startswith("noindex")
    said = {
        "seeking": "yes", "months_worked": "2",
        "registered_on": asking.sheet("")["registered_on"],
    }  # fmt: skip
    unread = browser.post(path, said)
    assert "cochez la case" in error_on(unread, "was_told")
    assert typed_in(unread)["months_worked"] == "2"
    silent = browser.post(path, {"was_told": "on"})
    assert "Répondez à une question" in summary_of(silent)[0]
    assert "Vos réponses sont parties" in text_of(browser.post(path, {**said, "was_told": "on"}))
    assert browser.get(path).status_code == browser.post(path, said).status_code == 404
    (told,) = NoticeGiven.objects.all()
    assert (told.means, told.version, told.given_by) == ("online", 1, None)

    tell_said(file_id=file_id)
    desk, url = client_of(committee.facilitator), reverse("participants:show", args=[file_id])
    shown = desk.get(url)
    assert typed_in(shown)["months_worked"] == "2"
    assert "Personne informée" in text_of(shown)
    confirmed = desk.post(url, asking.sheet("confirm"), follow=True)
    assert "La personne est éligible." in text_of(confirmed, "//body")
    assert FileLink.objects.get().said == {}  # kept in the sheet, and nowhere else
    answer = client_of(committee.company).get(reverse("participants:answer", args=[file_id]))
    assert "La personne est éligible" in text_of(answer)
    assert "longue durée" not in text_of(answer, "//body")


def test_a_prescriber_says_more_and_nothing_reaches_the_company(client_of, committee, asking):
    file_id = asking.ask()
    path = sent(client_of, committee, file_id, "prescriber")
    opinion = {
        "opinion_body": OpinionBody.MISSION_LOCALE,
        "opinion_author": SECRET,
        "opinion_reasons": SECRET,
    }
    browser = client_of(committee.nobody)
    assert "seeking" in typed_in(browser.get(path))
    browser.post(path, {**opinion, "was_told": "on"})
    assert FileLink.objects.get().said["opinion_author"] == SECRET
    tell_said(file_id=file_id)
    company = client_of(committee.company)
    for name in ("answer", "send"):
        page = company.get(reverse(f"participants:{name}", args=[file_id]))
        assert SECRET not in text_of(page, "//body")
    written = [f"{one.subject} {one.body}" for one in mail.outbox]
    lines = [f"{one.facts} {one.changes} {one.reason}" for one in Entry.objects.all()]
    assert not [text for text in (*written, *lines) if SECRET in text]
    assert EligibilityFile.objects.get().situation == {}


def test_a_question_leaves_three_times_a_day_at_most(client_of, committee, asking):
    file_id = asking.ask()
    for _ in range(3):
        sent(client_of, committee, file_id, "person")
    url = reverse("participants:send", args=[file_id])
    page = client_of(committee.company).post(url, {"knower": "person", "email": "a@exemple.test"})
    assert "plusieurs fois aujourd’hui" in summary_of(page)[0]
    assert text_of(page).count("pas encore de réponse") == 3
    assert client_of(committee.structure).get(url).status_code == 404
