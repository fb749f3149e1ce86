from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from perenne.domain.participants.factories import new_file, new_proof
from perenne.domain.participants.models import PersonalLink
from perenne.web.person.conftest import CRITERION
from perenne.web.tests.browser import buttons_of, sql_for, text_of, title_of

pytestmark = pytest.mark.django_db


def url_of(token):
    return reverse("person:own", args=[token])


def test_she_reads_her_hours_her_contracts_her_right_and_who_to_call(client_of, committee, scene):
    page = client_of(committee.nobody).get(url_of(scene.link()))
    said = text_of(page)
    assert title_of(page) == "Bonjour Maïa"
    for words in (
        "151 h 30", "100 h", "10 h", "Gros Œuvre 77", "Espaces verts 91", "Jardinière",
        "31 décembre 2028", "Il reste", "Votre facilitateur les a vérifiées", "Camille Martin",
        "maia@exemple.test", "faire une demande", "01 53 73 22 22",
    ):  # fmt: skip
        assert words in said
    assert buttons_of(page).count("Je ne suis pas d’accord") == 3
    assert page["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert "no-store" in page["Cache-Control"]
    assert page["Referrer-Policy"] == "same-origin"


def test_her_file_opens_when_the_link_was_handed_to_her_alone(client_of, committee, scene):
    new_proof(new_file(scene.person, facilitator=committee.facilitator))
    browser = client_of(committee.nobody)
    mailed = text_of(browser.get(url_of(scene.link())))
    assert CRITERION not in mailed
    assert "ne sont pas montrés par ce lien" in mailed
    PersonalLink.objects.update(revoked_at=now())
    handed = text_of(browser.get(url_of(scene.link(opens_file=True))))
    assert CRITERION in handed
    assert "vu le" in handed


def test_a_link_that_is_wrong_late_or_taken_back_gets_one_answer(client_of, committee, scene):
    browser, token = client_of(committee.nobody), scene.link()
    links = PersonalLink.objects.all()
    answers = [browser.get(url_of("faux"))]
    for facts in ({"revoked_at": now()}, {"revoked_at": None, "expires_at": now() - timedelta(1)}):
        links.update(**facts)
        answers.append(browser.get(url_of(token)))
    assert {one.status_code for one in answers} == {404}
    assert len({text_of(one, "//body") for one in answers}) == 1
    assert "Maïa" not in text_of(answers[0], "//body")


def test_who_tries_too_many_links_waits(client_of, committee, settings):
    settings.ACCOUNT_RATE_LIMITS = {"link": "3/m/ip"}
    browser = client_of(committee.nobody)
    statuses = [browser.get(url_of(f"essai{n}")).status_code for n in range(5)]
    assert statuses == [404, 404, 404, 429, 429]


def test_the_number_of_queries_does_not_depend_on_the_months(client_of, committee, scene):
    browser, url = client_of(committee.nobody), url_of(scene.link())
    few = sql_for(browser, url)
    for ago in (4, 5, 6):
        scene.work(ago)
    assert sql_for(browser, url) == few
